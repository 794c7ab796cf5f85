import ArgumentParser
import FundDomain
import FundReports

struct ReportContributions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contributions",
    abstract: "The status of contributions: arrears, due, paid and when, in advance, outstanding.",
    discussion: """
      Of the biennium so far where no period is given.

      Example:
        cpcjf report contributions -p 2002-2003
      """)

  @Flag(help: "Thousands of dollars, rounded after adding.") var thousands = false
  @OptionGroup var period: PeriodOption
  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let span = try reading.biennium(period)
    try reading.write { Thousands(try ContributionsReport($0, in: span), thousands) }
  }
}

struct ReportParticipation: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "participation",
    abstract: "Every Member State: gave, lapsed or never; and the donors that are no State.",
    discussion: """
      Of the biennium so far where no period is given.

      Example:
        cpcjf report participation -p 2002-2003
      """)

  @OptionGroup var period: PeriodOption
  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let span = try reading.biennium(period)
    try reading.write { try ParticipationReport($0, in: span) }
  }
}

struct ReportRegularity: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "regularity",
    abstract: "Who gave in which year, how regularly; first-time and lapsed donors.",
    discussion: """
      Example:
        cpcjf report regularity --as-at 2005-12-31
        cpcjf report regularity -p 2002-2003
      """)

  @Flag(help: "Thousands of dollars, rounded after adding.") var thousands = false
  @OptionGroup var period: PeriodOption
  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let span = try reading.span(period)
    try reading.write { Thousands(try RegularityReport($0, in: span), thousands) }
  }
}
