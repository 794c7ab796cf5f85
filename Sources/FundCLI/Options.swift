import ArgumentParser
import FundDomain
import FundReports
import FundStorage
import Glibc
import Plain

/// Which ledger: `--ledger FILE`, else `$CPCJF_LEDGER`, else `./fund.sqlite`.
struct LedgerOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The ledger's file (else $CPCJF_LEDGER, else ./fund.sqlite).", valueName: "file"))
  var ledger: String?

  var path: String { ledger ?? Terminal.environment("CPCJF_LEDGER") ?? "fund.sqlite" }

  func open() throws -> Ledger { try Ledger(opening: path) }
}

/// What every command that records takes.
struct RecordingOptions: ParsableArguments {
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  @Flag(help: "Check everything, say what would be recorded, and keep nothing.")
  var dryRun = false

  @Option(parsing: .unconditional, help: "A remark that stays with the entry.")
  var memo: String?

  @Option(help: "The reference that the outside world knows the document by.")
  var reference: String?

  @Option(help: "Where the reference comes from: with it, the key of a document.")
  var source = "manual"

  @Option(help: "The reversal in whose place this is recorded.")
  var corrects: String?

  @OptionGroup var recorder: RecorderOption

  /// Records one document, and prints the number it got.
  func record(
    _ act: String, _ kind: DocumentKind, _ fields: [String: String?], allowFuture: Bool = false
  ) throws {
    var values = fields.compactMapValues { $0 }
    values["memo"] = memo
    values["reference"] = reference
    values["corrects"] = corrects
    let ledger = try ledger.open()
    let (outcome, view) = try ledger.write(batch(act), keep: !dryRun) { books in
      var journal = Journal(
        books, source: source, today: try Clock.today(), allowFuture: allowFuture)
      let outcome = try journal.record(kind, Form(values))
      let view =
        output.chosen == .text
        ? nil : try DocumentView(books, entry: outcome.entry, asAt: try Clock.today())
      return (outcome, try view.map { try output.bytes(of: $0) })
    }
    Terminal.warn(outcome.warnings, quiet: output.quiet)
    let isNew = !outcome.alreadyRecorded
    if !isNew, view == nil, !output.quiet {
      let isVersion = act.hasPrefix("change ") && DocumentNumber(outcome.name) == nil
      Terminal.tell(
        isVersion
          ? "already so: nothing was recorded\n" : "already recorded, as \(outcome.name)\n")
    }
    let line = "\(outcome.name)\(isNew && dryRun ? " (dry run: not kept)" : "")\n"
    let answer = view ?? Array(line.utf8)
    try output.write(answer, recorded: isNew && !dryRun ? outcome.name : nil)
  }

  func batch(_ act: String) throws -> Batch {
    try output.requireNoDatabase()
    return try recorder.batch(act, source: source)
  }
}

/// Who records.
struct RecorderOption: ParsableArguments {
  @Option(help: "Who records (else $CPCJF_USER, else the login name).")
  var recorder: String?

  /// The batch that one command records.
  func batch(_ act: String, source: String) throws -> Batch {
    let name = recorder ?? Terminal.environment("CPCJF_USER") ?? Self.login
    let form = Form(["recorder": name, "source": source])
    return Batch(
      act: act, recorder: try form.required("recorder"), recordedAt: Clock.now(),
      source: try form.required("source"))
  }

  private static var login: String {
    guard let entry = getpwuid(geteuid()) else { return "user \(geteuid())" }
    return String(cString: entry.pointee.pw_name)
  }
}

/// The day of a document that is recorded.
struct DayOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The document's date, 2002-06-30 (today if left out).", valueName: "date"))
  var on: String?

  @Flag(help: "Allow a date after today.")
  var allowFuture = false
}
