import ArgumentParser
import FundDomain
import Glibc
import Plain

/// What went wrong, as a person and as a program is told it, with the exit status that says what
/// kind of wrong it is.
struct Failure {
  let error: any Error

  init(_ error: any Error) { self.error = error }

  /// 0 done · 1 something was found · 64 usage · 65 refused by a rule or faulty input · 66 no such file or ledger · 70 a
  /// bug · 73 cannot create · 74 input or output · 75 busy · 77 not permitted.
  var status: Int32 {
    switch error {
    case let error as LedgerError: Self.statuses[error.rule] ?? 65
    case is OutputError, is Unsaid: 74
    case let faults as ImportFaults: faults.status
    case let told as AlreadyTold: told.status
    default: Cpcjf.exitCode(for: error).rawValue == 1 ? 70 : Cpcjf.exitCode(for: error).rawValue
    }
  }

  private static let statuses: [String: Int32] = [
    "no-ledger": 66, "no-file": 66, "ledger-is-folder": 66, "ledger-exists": 73,
    "ledger-not-creatable": 73, "backup-exists": 73, "restore-over-ledger": 73,
    "restore-failed": 73,
    "key-not-creatable": 73, "ledger-replaced": 75, "backup-not-creatable": 73,
    "ledger-input-output": 74, "file-unreadable": 74, "ledger-busy": 75, "ledger-read-only": 77,
    "ledger-not-readable": 77, "file-not-readable": 77, "ledger-not-openable": 77,
    "unsafe-storage": 70, "does-not-foot": 70,
    "schema-refused": 70, "storage-failed": 70, "period-missing": 64, "field-blank": 64,
    "unknown-command": 64, "unknown-topic": 64,
    "format-unknown": 64, "today-unreadable": 64, "output-is-database": 73,
  ]

  /// Tells it, on stderr, and answers the exit status.
  func tell() -> Int32 {
    if error is AlreadyTold { return status }
    // A reader that has seen enough, as `head` has, needs no message.
    if (error as? OutputError)?.errno == EPIPE { return status }
    let isOwn =
      error is LedgerError || error is OutputError || error is ImportFaults || error is Unsaid
    if !isOwn, !Terminal.wantsJSON || status == 0 {
      let text = Cpcjf.fullMessage(for: error)
      do {
        if !text.isEmpty {
          try (status == 0 ? Terminal.output : Terminal.errors).write(text + "\n")
        }
        try Terminal.errors.flush()
        try Terminal.output.flush()
      } catch { return 74 }
      return status
    }
    try? Terminal.output.flush()
    Terminal.tell(Terminal.wantsJSON ? json.text() + "\n" : text)
    return status
  }

  private var text: String {
    switch error {
    case let error as LedgerError: Self.text(error)
    case let faults as ImportFaults: faults.text
    case let error as OutputError: "error: \(error.message)\n"
    case let error as Unsaid: "error: \(error.message)\n  hint: do not record it again\n"
    default: ""
    }
  }

  static func text(_ error: LedgerError) -> String {
    let hint = error.hint.map { "  hint: \(printable($0))\n" } ?? ""
    return "error: \(printable(error.message)) [\(error.rule)]\n\(hint)"
  }

  private var json: JSON {
    let (rule, message, hint): (String, String, String?) =
      switch error {
      case let error as LedgerError: (error.rule, error.message, error.hint)
      case let faults as ImportFaults: ("import-refused", faults.summary, nil)
      case let error as OutputError: ("output-failed", error.message, nil)
      case let error as Unsaid: ("output-failed", error.message, "do not record it again")
      default: (status == 64 ? "usage" : "bug", Cpcjf.message(for: error), nil)
      }
    return .object([
      ("schema", "cpcjf/1"),
      (
        "error",
        .object([
          ("rule", .string(rule)), ("message", .string(message)),
          ("hint", hint.map { .string($0) } ?? .null),
        ])
      ),
    ])
  }
}

/// A command has said what is wrong and only ends with its status.
struct AlreadyTold: Error {
  let status: Int32
}

/// Something was recorded, and the answer that says so could not be written.
struct Unsaid: Error {
  let cause: OutputError
  let recorded: String

  var message: String { "\(cause.message), but \(recorded) is recorded" }
}

/// Tells the answer of a command that may have recorded something: that it cannot be written must
/// not make anybody record it again.
///
/// - Parameter recorded: what is in the ledger; nil where nothing is.
func telling(recorded: String?, _ tell: () throws -> Void) throws {
  do {
    try tell()
    try Terminal.output.flush()
  } catch let error as OutputError {
    throw recorded.map { Unsaid(cause: error, recorded: $0) } ?? error
  }
}
