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

  /// Reads several reports from one snapshot, and writes them as one document.
  func write(_ make: (any Books) throws -> Booklet) throws {
    guard Self.taker == nil else { throw LedgerError.notComparable }
    try output.write(try read(make))
  }

  /// Writes a report from one snapshot while it is read.
  func stream(_ make: (any Books) throws -> some StreamedReport) throws {
    guard Self.taker == nil else { throw LedgerError.notComparable }
    let width = output.output == nil ? Terminal.width : nil
    try output.stream { whole in
      let write: (String) throws -> Void = { try whole.write($0) }
      try read { books in
        let report = try make(books)
        switch output.chosen {
        case .text: try report.writeText(width: width, to: write)
        case .json: try report.writeJSON(to: write)
        case .csv: try report.writeCSV(to: write)
        case .markdown: try report.writeMarkdown(to: write)
        case .html: try report.writeHTML(to: write)
        case .xlsx: try whole.write(report.workbook())
        case .svg: throw LedgerError.noChart
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
