import ArgumentParser
import FundDomain
import FundReports

struct ReportTreaties: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "treaties",
    abstract: "Who signed and who is party, and how far treaties are from entry into force.",
    subcommands: [ReportTreatiesStatus.self, ReportTreatiesCountdown.self],
    defaultSubcommand: ReportTreatiesStatus.self)
}

struct ReportTreatiesStatus: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Signatories and parties by region, and beneficiaries that are not party.",
    discussion: """
      It is what cpcjf report treaties does without a word more.

      Example:
        cpcjf report treaties --as-at 2003-12-31
        cpcjf report treaties --region africa
        cpcjf report treaties status --instrument UNTOC
      """)

  @Option(
    help: "One instrument's participants with their dates.",
    completion: .list(Instrument.all.map(\.code)))
  var instrument: String?
  @Option(help: "The States of one region.") var region: String?
  @OptionGroup var regions: RegionsOption
  @OptionGroup var period: PeriodOption
  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let scheme = regions.regions
    let region = try region.map { try Region($0, in: scheme) }
    let day = try reading.asAt == nil ? period.period()?.to ?? reading.day() : reading.day()
    if let instrument = try instrument.map({ try Instrument($0) }) {
      try reading.write {
        try InstrumentReport($0, of: instrument, regions: scheme, region: region, asAt: day)
      }
    } else {
      try reading.write { try TreatiesReport($0, regions: scheme, region: region, asAt: day) }
    }
  }
}

struct ReportTreatiesCountdown: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "countdown",
    abstract: "Instruments needed, counted and missing, and the entry into force.",
    discussion: """
      Example:
        cpcjf report treaties countdown --as-at 2003-06-30
      """)

  @OptionGroup var period: PeriodOption
  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let day = try reading.asAt == nil ? period.period()?.to ?? reading.day() : reading.day()
    try reading.write { try TreatyCountdown($0, asAt: day) }
  }
}
