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
    help: "Write to a file; its name says the format; - is standard output.",
    completion: .file())
  var destination: String?

  /// The file that the answer is written to; nil for standard output.
  var output: String? { destination == "-" ? nil : destination }

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

  /// Writes what comes piece by piece, all of it or none.
  func stream(_ body: (_ write: (String) throws -> Void) throws -> Void) throws {
    let whole = try output.map { try Output.file(at: $0) } ?? Output.spool()
    do { try body { try whole.write($0) } } catch {
      whole.discard()
      throw error
    }
    if output == nil { try whole.pour(into: Terminal.output) } else { try whole.commit() }
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

  /// Who wants reports themselves, and not to see them: `report diff`, while it asks.
  nonisolated(unsafe) static var taker: ((@escaping (any Books) throws -> any Report) -> Void)?

  /// Reads one report from one snapshot, and writes it.
  func write<Result: Report>(_ make: @escaping (any Books) throws -> Result) throws {
    let day = try asAt.map { try CalendarDate($0) }
    if let taker = Self.taker { return taker { books in try make(books.asAt(day)) } }
    try output.write(try read(make))
  }

  /// Writes a report from one snapshot while it is read.
  func stream(_ make: (any Books) throws -> some StreamedReport) throws {
    guard Self.taker == nil else { throw LedgerError.notComparable }
    let width = output.output == nil ? Terminal.width : nil
    try output.stream { write in
      try read { books in
        let report = try make(books)
        switch output.chosen {
        case .text: try report.writeText(width: width, to: write)
        case .json: try report.writeJSON(to: write)
        case .csv: try report.writeCSV(to: write)
        case .markdown: try report.writeMarkdown(to: write)
        case .html: try report.writeHTML(to: write)
        }
      }
    }
  }

  /// Reads from one snapshot of the books as they are known, and stood on the day asked for.
  func read<Result>(_ make: (any Books) throws -> Result) throws -> Result {
    let ledger = try ledger.open()
    let known = try knownAt.map { try ledger.entry(knownAt: $0) }
    let day = try asAt.map { try CalendarDate($0) }
    return try ledger.read(knownAt: known) { books in try make(books.asAt(day)) }
  }

  /// A period as far as the day that was asked for.
  ///
  /// - Throws: `period-after-as-at`.
  func upToDay(_ span: Period) throws -> Period {
    guard let asAt else { return span }
    let day = try CalendarDate(asAt)
    guard span.from <= day else {
      throw LedgerError(
        rule: "period-after-as-at", "the period \(span) begins after \(day)", field: "as-at")
    }
    return Period(from: span.from, to: min(span.to, day))
  }
}

extension Ledger {
  /// The last entry that a reader has seen who knows no more than was recorded by the end of a day,
  /// or up to an entry.
  func entry(knownAt text: String) throws -> EntryNumber {
    let head = try read { try $0.head.entries }
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
    let last = try read { try $0.lastEntry(recordedBy: day) }
    guard last > 0 else {
      throw LedgerError(
        rule: "known-at-unknown", "nothing had been recorded by the end of \(day)",
        field: "known-at")
    }
    return last
  }
}
