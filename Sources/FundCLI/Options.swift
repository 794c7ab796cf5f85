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

  @OptionGroup var place: Destination

  /// The file that the answer is written to; nil for standard output.
  var output: String? { place.output }

  @Flag(help: "Say nothing beside the answer.")
  var quiet = false

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv, markdown, html
  }

  /// What the names of files end in.
  private static let endings: KeyValuePairs<String, Format> = [
    "txt": .text, "json": .json, "csv": .csv, "md": .markdown, "markdown": .markdown,
    "html": .html, "htm": .html, "ics": .text,
  ]

  var chosen: Format {
    format ?? Self.endings.first { $0.key == place.ending }?.value ?? .text
  }

  /// A name whose ending promises what is not written is refused: nobody looks for text in a PDF.
  mutating func validate() throws {
    guard format == nil, let ending = place.ending,
      !Self.endings.contains(where: { $0.key == ending })
    else {
      return
    }
    let known = Self.endings.map { ".\($0.key)" }.joined(separator: ", ")
    throw ValidationError(
      "There is no format for .\(ending): a file's name ends in \(known), or --format says which.")
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

  func requireNoDatabase() throws { try place.requireNoDatabase() }

  func write(_ text: String) throws { try place.write(text) }
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
      let isVersion = act.hasPrefix("change ") && DocumentNumber(outcome.name) == nil
      Terminal.tell(
        isVersion
          ? "already so: nothing was recorded\n" : "already recorded, as \(outcome.name)\n")
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
