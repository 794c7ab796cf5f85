import FundDomain
import FundReports
import FundStorage
import Plain

/// Records what it is told, for the walks beside the accounting's model: one command a line on
/// standard input, one answer a line on standard output, each command in a transaction of its own
/// in a ledger's file, by the way that the command line takes.
@main enum Recorder {
  static func main() throws {
    let output = Output(descriptor: 1, path: "standard output")
    var session: Session?
    while let line = readLine() {
      let answer: JSON
      do {
        answer = try answered(Request(line), &session)
      } catch let error as LedgerError {
        answer = .object([("rule", .string(error.rule)), ("message", .string(error.message))])
      }
      // A line end within a text is escaped: those that are left only lay the answer out.
      try output.write(answer.text().replacing("\n", with: " ") + "\n")
      try output.flush()
    }
  }

  private static func answered(_ request: Request, _ session: inout Session?) throws -> JSON {
    if request.act == .open {
      session = nil
      session = try Session(try request.value(\.ledger))
      return .object([])
    }
    guard let session else { throw Misused("no ledger is open") }
    switch request.act {
    case .open: return .object([])
    case .record: return try session.record(request)
    case .undo: return try session.undo(request)
    case .answers: return try session.answers(request)
    case .report: return try session.report(request)
    case .verify: return try session.verify()
    }
  }
}

/// Who uses it asked for what it cannot do.
struct Misused: Error {
  let message: String

  init(_ message: String) { self.message = message }
}
