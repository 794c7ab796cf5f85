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

/// In what form and where an answer is written.
struct OutputOptions: ParsableArguments {
  @Option(help: "text, json, csv, markdown or html.")
  var format: Format?

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: "Write to a file; its name says the format.")
  var output: String?

  @Flag(help: "Say nothing beside the answer.")
  var quiet = false

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv, markdown, html
  }

  var chosen: Format {
    if let format { return format }
    switch output.flatMap({ $0.split(separator: ".").last }) {
    case "json": return .json
    case "csv": return .csv
    case "md", "markdown": return .markdown
    case "html", "htm": return .html
    default: return .text
    }
  }

  func write(_ report: some Report) throws { try write(text(of: report)) }

  func text(of report: some Report) -> String {
    switch chosen {
    case .text: report.sheet.text(width: output == nil ? Terminal.width : nil)
    case .json: report.json.text() + "\n"
    case .csv: report.sheet.csv()
    case .markdown: report.sheet.markdown()
    case .html: report.html()
    }
  }

  /// Writes the answer of a command that has recorded something: that it cannot be written must
  /// not make anybody record it again.
  func write(_ text: String, recorded: String?) throws {
    do {
      try write(text)
      if output == nil { try Terminal.output.flush() }
    } catch let error as OutputError {
      throw recorded.map { Unsaid(cause: error, recorded: $0) } ?? error
    }
  }

  /// A database is no place for an answer: it might be the ledger.
  ///
  /// - Throws: `output-is-database`.
  func requireNoDatabase() throws {
    guard let output, let file = fopen(output, "r") else { return }
    defer { fclose(file) }
    var head = [UInt8](repeating: 0, count: 16)
    guard fread(&head, 1, 16, file) == 16, head.starts(with: "SQLite format 3".utf8) else { return }
    throw LedgerError(
      rule: "output-is-database",
      "\(output) is a database, perhaps a ledger: it is not written over",
      hint: "name another file with -o")
  }

  func write(_ text: String) throws {
    try requireNoDatabase()
    guard let output else { return try Terminal.output.write(text) }
    let file = try Output.file(at: output)
    try file.write(text)
    try file.commit()
  }
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
      return (outcome, view.map { output.text(of: $0) })
    }
    Terminal.warn(outcome.warnings, quiet: output.quiet)
    let isNew = !outcome.alreadyRecorded
    if !isNew, view == nil, !output.quiet {
      Terminal.tell("already recorded, as \(outcome.name)\n")
    }
    let text =
      view ?? "\(outcome.name)\(isNew && dryRun ? " (dry run: not kept)" : "")\n"
    try output.write(text, recorded: isNew && !dryRun ? outcome.name : nil)
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
    return Batch(
      act: act, recorder: try Form(["recorder": name]).required("recorder"),
      recordedAt: Clock.now(), source: source)
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

/// What every command that reads takes.
struct ReadingOptions: ParsableArguments {
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  @Option(
    help: ArgumentHelp("The books' position on a day (today if left out).", valueName: "date"))
  var asAt: String?

  @Option(
    help: ArgumentHelp(
      "What had been recorded by the end of a day, or up to an entry.", valueName: "date|entry"))
  var knownAt: String?

  func day() throws -> CalendarDate { try asAt.map { try CalendarDate($0) } ?? Clock.today() }

  /// Reads one report from one snapshot, and writes it.
  func write<Result: Report>(_ make: (any Books) throws -> Result) throws {
    let ledger = try ledger.open()
    let known = try knownAt.map { try entry($0, of: ledger) }
    try output.write(try ledger.read(knownAt: known, make))
  }

  /// The last entry that a reader who knows no more has seen.
  private func entry(_ text: String, of ledger: Ledger) throws -> EntryNumber {
    let head = try ledger.read { try $0.head.entries }
    if let number = EntryNumber(text) {
      guard (1...max(head, 1)).contains(number) else {
        throw LedgerError(
          rule: "known-at-unknown", "there is no entry \(number); the newest is \(head)",
          field: "known-at")
      }
      return number
    }
    let day = try CalendarDate(text)
    let today = try Clock.today()
    guard day < today else {
      throw LedgerError(
        rule: "known-at-not-over", "\(day) is not over: more may be recorded on it",
        hint: "name an entry; the newest is \(head)", field: "known-at")
    }
    let last = try ledger.read { try $0.lastEntry(recordedBy: day) }
    guard last > 0 else {
      throw LedgerError(
        rule: "known-at-unknown", "nothing had been recorded by the end of \(day)",
        field: "known-at")
    }
    return last
  }
}
