import ArgumentParser
import FundDomain
import FundReports
import Plain

struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List donors, projects, pledges, contributions …",
    subcommands: [
      ListDonors.self, ListProjects.self, ListPledges.self, ListContributions.self,
      ListRefunds.self, ListAllotments.self, ListObligations.self, ListDisbursements.self,
      ListEntries.self, ListProgrammes.self, ListSubFunds.self,
      ListCountries.self, ListThemes.self, ListRates.self, ListRequests.self, ListMandates.self,
      ListReferences.self,
    ])
}

/// Limits a list to a period.
struct PeriodOption: ParsableArguments {
  @Option(
    name: [.customShort("p"), .long],
    help: ArgumentHelp("2002-2003, 2002, 2002-06 or 2002-01-01..2003-06-30.", valueName: "period"))
  var period: String?

  func period(_ given: String? = nil) throws -> Period? {
    try (given ?? period).map { try Period($0, today: Clock.today()) }
  }
}

/// The scheme in which regions are named.
struct RegionsOption: ParsableArguments {
  @Option(
    help: ArgumentHelp("The scheme of regions: unodc, m49 or un-groups.", valueName: "scheme"))
  var regions: RegionScheme = .unodc
}

struct ListDonors: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "donors", abstract: "The donors.",
    discussion: """
      Example:
        cpcjf list donors --kind state
      """)

  @Option(help: "Donors of one kind only.") var kind: String?
  @Option(help: "Donors of one country only.", completion: .countries) var country: String?
  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let kind = try Form(["kind": kind ?? ""]).word("kind", DonorKind.self)
    let country = try country.map { try Country($0) }
    let day = try reading.day()
    try reading.write { books in
      try ThingList.donors(books, asAt: day) { donor in
        (kind == nil || donor.kind == kind) && (country == nil || donor.country == country)
      }
    }
  }
}

struct ListProgrammes: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "programmes", abstract: "The programmes.",
    discussion: """
      Example:
        cpcjf list programmes
      """)
  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let day = try reading.day()
    try reading.write { try ThingList.programmes($0, asAt: day) }
  }
}

struct ListSubFunds: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sub-funds", abstract: "The sub-funds, and when their pledges count.",
    discussion: """
      Example:
        cpcjf list sub-funds
      """)
  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let day = try reading.day()
    try reading.write { try ThingList.subFunds($0, asAt: day) }
  }
}

struct ListCountries: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "countries", abstract: "Countries and former countries, with their regions.",
    discussion: """
      Example:
        cpcjf list countries --region west-and-central-asia
      """)
  @Option(help: "Countries of one region.") var region: String?
  @OptionGroup var regions: RegionsOption
  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let scheme = regions.regions
    let region = try region.map { try Region($0, in: scheme) }
    let day = try reading.day()
    try reading.write { books in
      try ThingList.countries(books, scheme: scheme, asAt: day) {
        region == nil || $0.region(in: scheme) == region
      }
    }
  }
}

struct ListThemes: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "themes", abstract: "The themes.",
    discussion: """
      Example:
        cpcjf list themes
      """)
  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let day = try reading.day()
    try reading.write { try ThingList.themes($0, asAt: day) }
  }
}

struct ListRates: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rates", abstract: "The rates of exchange, units per US dollar.",
    discussion: """
      Example:
        cpcjf list rates --currency EUR -p 2002
        cpcjf list rates --missing
      """)
  @Option(help: "One currency only.") var currency: String?
  @Flag(help: "The days of the ledger for which no rate is known, or only an old one.")
  var missing = false
  @OptionGroup var period: PeriodOption
  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let currency = try currency.map { try Currency($0) }
    let span = try period.period() ?? .always
    let day = try reading.day()
    if missing {
      return try reading.write { try MissingRates($0, of: currency, in: span, asAt: day) }
    }
    try reading.write { try ThingList.rates($0, of: currency, in: span, asAt: day) }
  }
}
