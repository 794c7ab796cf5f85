import ArgumentParser
import FundDomain
import FundReports

struct ReportBalance: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "balance",
    abstract: "The Convention and its Protocols against the other priorities, by biennium.",
    discussion: """
      Example:
        cpcjf report balance --as-at 2005-12-31
      """)

  @Flag(help: "Thousands of dollars, rounded after adding.") var thousands = false
  @OptionGroup var period: PeriodOption
  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let span = try reading.span(period)
    try reading.write { Thousands(try BalanceReport($0, in: span), thousands) }
  }
}

struct ReportTrend: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trend",
    abstract: "The number and volume of projects a year, of a theme or of all.",
    discussion: """
      Example:
        cpcjf report trend --theme juvenile-justice --as-at 2005-12-31
      """)

  @Option(help: "One theme's share of everything.", completion: .themes) var theme: String?
  @Flag(help: "Thousands of dollars, rounded after adding.") var thousands = false
  @OptionGroup var period: PeriodOption
  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let theme = try theme.map { try Theme($0) }
    let span = try reading.span(period)
    try reading.write { Thousands(try TrendReport($0, of: theme, in: span), thousands) }
  }
}
