import ArgumentParser
import FundDomain
import FundReports
import FundStorage
import Plain

struct Due: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "What falls due: instalments, money to be used, ends of projects, old obligations.",
    discussion: """
      Soonest first; what is overdue stands before it and says so.

      Example:
        cpcjf due --within 90d
        cpcjf due --within 12m -o due.ics
      """)

  @Option(
    help: ArgumentHelp("How far ahead: 60d, 8w, 12m, 2y.", valueName: "time"))
  var within = "60d"
  @Flag(help: "As a calendar (iCalendar), an event for each.") var ics = false
  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let day = try reading.day()
    let days = try ahead(of: day)
    guard ics || reading.output.output?.hasSuffix(".ics") == true else {
      return try reading.write { try DueList($0, within: days, asAt: day) }
    }
    // The first entry tells this ledger from every other.
    let ledger = try reading.ledger.open().read(knownAt: 1) { try $0.head.hash }
    let calendar = try reading.read { books in
      try DueList(books, within: days, asAt: day)
        .calendar(ledger: ledger, recordedAt: try books.recordedAt(books.head.entries))
    }
    try reading.output.write(calendar.text())
  }

  /// The days from a day to the last that is looked at.
  private func ahead(of day: CalendarDate) throws -> Int {
    guard let number = Int(within.dropLast()), (0...36_525).contains(number) else {
      throw unreadable
    }
    let last =
      switch within.last {
      case "d": day.adding(days: number)
      case "w": day.adding(days: number * 7)
      case "m": day.adding(months: number)
      case "y": day.adding(months: number * 12)
      default: throw unreadable
      }
    return last.days(since: day)
  }

  private var unreadable: LedgerError {
    LedgerError(
      rule: "time-unreadable", "'\(within)' is no length of time",
      hint: "write days, weeks, months or years: 60d, 8w, 12m, 2y", field: "within")
  }
}
