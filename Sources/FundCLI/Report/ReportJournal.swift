import ArgumentParser
import FundDomain
import FundReports

struct ReportJournal: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "journal", abstract: "Every document of a period, with its postings.",
    discussion: """
      Example:
        cpcjf report journal -p 2002-2003
        cpcjf report journal -p 2002-06 -o june.csv
      """)

  @OptionGroup var period: PeriodOption
  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let span = try reading.span(period)
    try reading.stream { try JournalReport($0, in: span) }
  }
}

struct ReportAccount: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "account",
    abstract: "An account's ledger: opening balance, every posting, closing balance.",
    discussion: """
      Balances run since the beginning, as the trial balance's do. A section of accounts (assets, \
      income, expenditure …) may be given for an account.

      Example:
        cpcjf report account assets:cash -p 2002-2003
        cpcjf report account expenditure -p 2003 --sub-fund GP
      """)

  @Argument(
    help: "The account, or a section of accounts.",
    completion: .list(Account.Section.allCases.map(\.rawValue) + Account.allCases.map(\.rawValue)))
  var account: String
  @Option(help: "One sub-fund, with its parts.", completion: .subFunds) var subFund: String?
  @OptionGroup var period: PeriodOption
  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let accounts = try AccountReport.Accounts(account)
    let span = try reading.span(period)
    try reading.stream { books in
      let fund = try subFund.map {
        try books.subFund(Beginning($0).of("sub_fund", books))
      }
      return try AccountReport(books, accounts, of: fund, in: span)
    }
  }
}

extension ReadingOptions {
  /// The days whose movements a report shows, up to the day of its balances: those of a period,
  /// else all.
  ///
  /// - Throws: `period-after-as-at`.
  func span(_ period: PeriodOption) throws -> Period {
    let given = try period.period()
    guard let given, asAt == nil else {
      let day = try day()
      let from = given?.from ?? .first
      guard from <= day else {
        throw LedgerError(
          rule: "period-after-as-at", "the period \(given ?? .always) begins after \(day)",
          field: "as-at")
      }
      return Period(from: from, to: min(given?.to ?? day, day))
    }
    return given
  }

  /// The period that is named, else the biennium of the day, up to the day.
  func biennium(_ period: PeriodOption) throws -> Period {
    if let named = try period.period() { return try upToDay(named) }
    let day = try day()
    return Period(from: Biennium(of: day).period.from, to: day)
  }
}
