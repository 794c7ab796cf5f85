import FundDomain
import FundReports
import FundStorage
import Glibc
import Plain

/// A ledger that is kept open.
struct Session {
  private let ledger: Ledger
  /// The walks' today: none of their days is later unless that is to be refused.
  private let today: CalendarDate

  init(_ path: String) throws {
    ledger = access(path, F_OK) == 0 ? try Ledger(opening: path) : try Ledger(creating: path)
    today = try CalendarDate("2026-11-24")
  }

  private func batch(_ act: String, source: String = "manual") -> Batch {
    Batch(
      act: act, recorder: "recorder", recordedAt: "2026-11-24T00:00:00.000000Z", source: source)
  }

  func record(_ request: Request) throws -> JSON {
    let name = try request.value(\.kind)
    guard let kind = DocumentKind(rawValue: name) else { throw Misused("there is no kind \(name)") }
    let isImport = request.isImport ?? false
    let batch = batch("record \(name)", source: isImport ? "csv" : "manual")
    let forms = try request.value(\.forms)
    return try ledger.write(batch, keep: true) { books in
      var journal = Journal(books, source: batch.source, today: today, isImport: isImport)
      // A closing records what belongs to it besides.
      let names = try forms.map { form in
        JSON.string(
          kind == .closings
            ? try journal.close(Form(form)).closing.name
            : try journal.record(kind, Form(form)).name)
      }
      return .object([("numbers", .array(names))])
    }
  }

  func undo(_ request: Request) throws -> JSON {
    let number = try request.value(\.batch)
    let form = Form(try request.value(\.forms)[0])
    return try ledger.write(batch("undo"), keep: true) { books in
      var journal = Journal(books, source: "manual", today: today)
      let outcomes = try journal.undo(batch: number, form)
      return .object([("numbers", .array(outcomes.map { .string($0.name) }))])
    }
  }

  /// Asks what only a journal can answer, and keeps nothing.
  func asking(_ body: (Journal) throws -> JSON) throws -> JSON {
    try ledger.write(batch("ask"), keep: false) { books in
      try body(Journal(books, source: "manual", today: today))
    }
  }

  func verify() throws -> JSON {
    .object([("findings", .array(try ledger.verify().findings.map { .string($0.message) }))])
  }

  func report(_ request: Request) throws -> JSON {
    try ledger.read(knownAt: request.knownAt) { books in
      switch try request.value(\.name) {
      case "biennium":
        let period = try Period(try request.value(\.period))
        guard let by = request.by else { return try Statement(books, for: period).json }
        guard let dimension = Dimension(rawValue: by) else { throw Misused("no dimension \(by)") }
        return try Breakdown(books, for: period, by: dimension).json
      case "trial-balance":
        return try TrialBalance(books, in: nil, asAt: CalendarDate(try request.value(\.asAt))).json
      case let name: throw Misused("there is no report \(name)")
      }
    }
  }
}
