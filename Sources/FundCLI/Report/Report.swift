import ArgumentParser
import FundDomain
import FundReports

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Print a report: the biennium's statement, the pledges …",
    subcommands: [
      ReportBiennium.self, ReportPledges.self, ReportTrialBalance.self, ReportJournal.self,
      ReportAccount.self, ReportDonor.self, ReportGrid.self, ReportContributions.self,
      ReportParticipation.self, ReportRegularity.self, ReportProjects.self, ReportDelivery.self,
      ReportGap.self, ReportMatch.self, ReportBalance.self, ReportTrend.self, ReportTreaties.self,
      ReportRequests.self, ReportSynergies.self, ReportMandate.self, ReportGender.self,
      ReportDevelopment.self, ReportImplementation.self, ReportReferences.self, ReportDiff.self,
    ])
}

struct ReportBiennium: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "biennium",
    abstract: "The Fund's statement for a biennium, or its money broken down.",
    discussion: """
      Example:
        cpcjf report biennium 2002-2003
        cpcjf report biennium 2002-2003 --by donor
        cpcjf report biennium 2002-2003 --format json
      """)

  @Argument(help: "The biennium, 2002-2003; any other period too.") var biennium: String?
  @Option(
    help: ArgumentHelp(
      "Break down by donor, donor-kind, sub-fund, theme, region, country, programme, instrument, donor-region, donor-country or year.",
      valueName: "what"))
  var by: Dimension?
  @Option(
    help: ArgumentHelp(
      "Contributions on one basis alone, with --by: pledged, income or collected.",
      valueName: "basis"))
  var basis: Breakdown.Basis?
  @Flag(help: "Thousands of dollars, rounded after adding, for people: no json or csv.")
  var thousands = false
  @OptionGroup var regions: RegionsOption
  @OptionGroup var period: PeriodOption
  @OptionGroup var reading: ReadingOptions

  func validate() throws {
    guard by != nil || basis ?? .income == .income else {
      throw ValidationError("The statement counts income; --basis goes with --by.")
    }
    guard thousands, [.json, .csv].contains(reading.output.chosen) else { return }
    throw ValidationError(
      "\(reading.output.chosen.rawValue) is for programs and has every cent: leave --thousands out."
    )
  }

  func run() throws {
    guard let named = try period.period(biennium) else {
      throw ValidationError("Say which biennium: cpcjf report biennium 2002-2003")
    }
    let span = try reading.upToDay(named)
    if let by {
      try reading.write { books in
        let breakdown = try Breakdown(
          books, for: span, by: by, regions: regions.regions, basis: basis)
        return Thousands(breakdown, thousands)
      }
    } else {
      try reading.write { Thousands(try Statement($0, for: span), thousands) }
    }
  }
}

struct ReportPledges: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pledges", abstract: "Pledged, due, collected, overdue and outstanding.",
    discussion: """
      Example:
        cpcjf report pledges -p 2002-2003 --as-at 2003-12-31
      """)

  @OptionGroup var period: PeriodOption
  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let span = try period.period()
    let day = try reading.asAt == nil ? min(span?.to ?? .last, reading.day()) : reading.day()
    try reading.write { try PledgesReport($0, in: span, asAt: day) }
  }
}

struct ReportTrialBalance: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trial-balance", abstract: "Every account's balance since the beginning.",
    discussion: """
      With a period also what stood before it, and what moved in it.

      Example:
        cpcjf report trial-balance --as-at 2003-12-31
        cpcjf report trial-balance -p 2002-2003
      """)

  @OptionGroup var period: PeriodOption
  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let span = try reading.span(period)
    let hasPeriod = period.period != nil
    try reading.write { try TrialBalance($0, in: hasPeriod ? span : nil, asAt: span.to) }
  }
}
