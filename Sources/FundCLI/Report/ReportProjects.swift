import ArgumentParser
import FundDomain
import FundReports

struct ReportProjects: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "projects",
    abstract: "Projects: budget, funded, allotted, obligated, disbursed, delivery rate and gap.",
    discussion: """
      A period limits what was obligated and disbursed, not what projects have.

      Example:
        cpcjf report projects --by theme -p 2002-2003
      """)

  @Option(help: ArgumentHelp("Group by region, theme or status.", valueName: "what"))
  var by: ProjectList.Grouping = .region
  @Flag(help: "Thousands of dollars, rounded after adding.") var thousands = false
  @OptionGroup var regions: RegionsOption
  @OptionGroup var period: PeriodOption
  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let span = try reading.span(period)
    try reading.write { books in
      Thousands(
        try ProjectsReport(books, by: by, regions: regions.regions, in: span), thousands)
    }
  }
}

struct ReportDelivery: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "delivery",
    abstract: "The rate of delivery: what was obligated of what was allotted.",
    discussion: """
      With a period, of what was unobligated when it began and was allotted in it.

      Example:
        cpcjf report delivery --by theme -p 2002-2003
      """)

  @Option(
    help: ArgumentHelp(
      "By project, theme, programme, region, country, instrument, status or sub-fund.",
      valueName: "what"))
  var by: DeliveryReport.Grouping = .project
  @Flag(help: "Thousands of dollars, rounded after adding.") var thousands = false
  @OptionGroup var regions: RegionsOption
  @OptionGroup var period: PeriodOption
  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let span = try reading.span(period)
    try reading.write { books in
      Thousands(
        try DeliveryReport(books, by: by, regions: regions.regions, in: span), thousands)
    }
  }
}

struct ReportGap: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gap",
    abstract: "What approved projects still lack, by theme and region, and how it is covered.",
    discussion: """
      As at a day; of a period, as at its last.

      Example:
        cpcjf report gap --as-at 2003-12-31
      """)

  @Flag(help: "Thousands of dollars, rounded after adding.") var thousands = false
  @OptionGroup var regions: RegionsOption
  @OptionGroup var period: PeriodOption
  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let day = try reading.span(period).to
    try reading.write { books in
      Thousands(try GapReport(books, regions: regions.regions, asAt: day), thousands)
    }
  }
}

struct ReportMatch: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match",
    abstract: "Money that is not allotted, and the projects that its earmark allows.",
    discussion: """
      As at a day; of a period, as at its last.

      Example:
        cpcjf report match --as-at 2003-12-31
      """)

  @Flag(help: "Thousands of dollars, rounded after adding.") var thousands = false
  @OptionGroup var period: PeriodOption
  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let day = try reading.span(period).to
    try reading.write { Thousands(try MatchReport($0, asAt: day), thousands) }
  }
}
