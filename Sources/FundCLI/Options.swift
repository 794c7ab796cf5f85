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
  @Option(help: "text, json, csv or markdown.")
  var format: Format?

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: "Write to a file; its name says the format; - is standard output.",
    completion: .file())
  var destination: String?

  /// The file that the answer is written to; nil for standard output.
  var output: String? { destination == "-" ? nil : destination }

  @Flag(help: "Say nothing beside the answer.")
  var quiet = false

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv, markdown
  }

  /// What the names of files end in.
  private static let endings: KeyValuePairs<String, Format> = [
    "txt": .text, "json": .json, "csv": .csv, "md": .markdown, "markdown": .markdown,
  ]

  /// What the file's name ends in: after the last point of its last part, where there is one.
  private var ending: String? {
    guard let name = output?.split(separator: "/").last, let point = name.lastIndex(of: "."),
      point > name.startIndex
    else { return nil }
    return name[name.index(after: point)...].lowercased()
  }

  var chosen: Format {
    format ?? Self.endings.first { $0.key == ending }?.value ?? .text
  }

  /// A name whose ending promises what is not written is refused: nobody looks for text in a PDF.
  mutating func validate() throws {
    guard format == nil, let ending, !Self.endings.contains(where: { $0.key == ending }) else {
      return
    }
    let known = Self.endings.map { ".\($0.key)" }.joined(separator: ", ")
    throw ValidationError(
      "There is no format for .\(ending): a file's name ends in \(known), or --format says which.")
  }

  func write(_ report: some Report) throws {
    let text =
      switch chosen {
      case .text: report.sheet.text(width: output == nil ? Terminal.width : nil)
      case .json: report.json.text() + "\n"
      case .csv: report.sheet.csv()
      case .markdown: report.sheet.markdown()
      }
    try write(text)
  }

  func write(_ text: String) throws {
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
      let wantsView = output.chosen != .text
      return (
        outcome,
        wantsView ? try DocumentView(books, entry: outcome.entry, asAt: try Clock.today()) : nil
      )
    }
    Terminal.warn(outcome.warnings, quiet: output.quiet)
    if let view { return try output.write(view) }
    if outcome.alreadyRecorded {
      try output.write("\(outcome.name)\n")
      let isVersion = act.hasPrefix("change ") && DocumentNumber(outcome.name) == nil
      if !output.quiet {
        Terminal.tell(
          isVersion
            ? "already so: nothing was recorded\n" : "already recorded, as \(outcome.name)\n")
      }
    } else {
      try output.write("\(outcome.name)\(dryRun ? " (dry run: not kept)" : "")\n")
    }
  }

  func batch(_ act: String) throws -> Batch { try recorder.batch(act, source: source) }
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
