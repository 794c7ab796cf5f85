import ArgumentParser
import FundDomain
import FundReports
import FundStorage
import Plain

/// Which ledger is read, on which day it stands, and what of it is known.
struct BooksOptions: ParsableArguments {
  @OptionGroup var ledger: LedgerOptions

  @Option(
    help: ArgumentHelp("The books' position on a day (today if left out).", valueName: "date"))
  var asAt: String?

  @Option(
    help: ArgumentHelp(
      "What had been recorded by the end of a day, or up to an entry.", valueName: "date|entry"))
  var knownAt: String?

  /// The day that was asked for, if any was.
  var asked: CalendarDate? { get throws { try asAt.map { try CalendarDate($0) } } }

  func day() throws -> CalendarDate { try asked ?? Clock.today() }

  /// Reads from one snapshot of the books as they are known, and stood on the day asked for.
  func read<Result>(_ make: (any Books) throws -> Result) throws -> Result {
    let ledger = try ledger.open()
    let known = try knownAt.map { try ledger.entry(knownAt: $0) }
    let day = try asked
    return try ledger.read(knownAt: known) { books in try make(books.asAt(day)) }
  }

  /// A period as far as the day that was asked for.
  ///
  /// - Throws: `period-after-as-at`.
  func upToDay(_ span: Period) throws -> Period {
    guard let day = try asked else { return span }
    guard span.from <= day else {
      throw LedgerError(
        rule: "period-after-as-at", "the period \(span) begins after \(day)", field: "as-at")
    }
    return Period(from: span.from, to: min(span.to, day))
  }
}

/// What every command that reads takes.
struct ReadingOptions: ParsableArguments {
  @OptionGroup var books: BooksOptions
  @OptionGroup var output: OutputOptions

  @Flag(
    help: "CSV for a spreadsheet: UTF-8 with a mark, and no text that it would compute.")
  var spreadsheet = false

  private var profile: CSVProfile { spreadsheet ? .spreadsheet : .machine }

  mutating func validate() throws {
    guard !spreadsheet || output.chosen == .csv else {
      throw ValidationError("--spreadsheet is a way of writing CSV: add --format csv.")
    }
  }

  var ledger: LedgerOptions { books.ledger }
  var asAt: String? { books.asAt }

  func day() throws -> CalendarDate { try books.day() }

  func upToDay(_ span: Period) throws -> Period { try books.upToDay(span) }

  func read<Result>(_ make: (any Books) throws -> Result) throws -> Result {
    try books.read(make)
  }

  /// Who wants reports themselves, and not to see them: `report diff`, while it asks.
  nonisolated(unsafe) static var taker: ((@escaping (any Books) throws -> Sheet) -> Void)?

  /// Reads one report from one snapshot, and writes it.
  func write<Result: Report>(_ make: @escaping (any Books) throws -> Result) throws {
    let day = try books.asked
    if let taker = Self.taker { return taker { books in try make(books.asAt(day)).sheet } }
    try output.write(try read(make), csv: profile)
  }

  /// Reads several reports from one snapshot, and writes them as one document. It says up to which
  /// entry the books are known, also where nobody asked: so it can be had again.
  func write(_ make: (any Books) throws -> Booklet) throws {
    guard Self.taker == nil else { throw LedgerError.notComparable }
    try output.requireBooklet()
    try output.write(try read { books in try make(books.known(at: books.head.entries)) })
  }

  /// Writes a report from one snapshot while it is read.
  func stream(_ make: @escaping (any Books) throws -> some StreamedReport) throws {
    let day = try books.asked
    if let taker = Self.taker { return taker { books in try make(books.asAt(day)).whole() } }
    let width = output.output == nil ? Terminal.width : nil
    try output.place.stream { whole in
      let write: (String) throws -> Void = { try whole.write($0) }
      try read { books in
        let report = try make(books)
        switch output.chosen {
        case .text: try report.writeText(width: width, to: write)
        case .json: try report.writeJSON(to: write)
        case .csv: try report.writeCSV(profile, to: write)
        case .markdown: try report.writeMarkdown(to: write)
        case .html: try report.writeHTML(to: write)
        case .xlsx: try whole.write(report.workbook())
        case .svg: throw LedgerError.noChart()
        }
      }
    }
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
