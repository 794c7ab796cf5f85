import ArgumentParser
import FundDomain
import FundReports
import Plain

struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List donors, projects, pledges, contributions …",
    subcommands: [
      ListDonors.self, ListProjects.self, ListPledges.self, ListContributions.self,
      ListRefunds.self, ListEntries.self, ListProgrammes.self, ListSubFunds.self,
      ListCountries.self, ListThemes.self, ListRates.self,
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

struct ListProjects: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "projects", abstract: "Projects, with their budgets and what they still lack.",
    discussion: """
      Example:
        cpcjf list projects --by region
        cpcjf list projects --region africa --theme corruption
      """)

  @Option(help: ArgumentHelp("Group by region, theme or status.", valueName: "what"))
  var by: ProjectList.Grouping?
  @Option(help: "One region only.") var region: String?
  @Option(help: "Projects with a theme.", completion: .themes) var theme: String?
  @Option(help: "Projects that serve a country.", completion: .countries) var country: String?
  @Option(help: "Projects of one status.") var status: String?
  @Option(help: "Projects of a programme.", completion: .programmes) var programme: String?
  @OptionGroup var regions: RegionsOption
  @OptionGroup var period: PeriodOption
  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let scheme = regions.regions
    let region = try region.map { try Region($0, in: scheme) }
    let theme = try theme.map { try Theme($0) }
    let country = try country.map { try Country($0) }
    let status = try Form(["status": status ?? ""]).word("status", ProjectStatus.self)
    let day = try reading.day()
    let span = try period.period() ?? Period(from: .first, to: day)
    try reading.write { books in
      let programme = try programme.map {
        try books.programme(Beginning($0).of("programme", books)).id
      }
      let includes: (Project) -> Bool = { project in
        (region == nil || project.serves(region!, in: scheme))
          && (theme == nil || project.themes.contains { $0.theme == theme })
          && (country == nil || project.serves(country!))
          && (status == nil || project.status == status)
          && (programme == nil || project.programme == programme)
      }
      // With a region and no other grouping, each project shows what that region has of it.
      return try ProjectList(
        books, by: by ?? (region == nil ? nil : .region), regions: scheme, in: span, asAt: day,
        includes: includes, group: by == nil || by == .region ? region?.key : nil)
    }
  }
}

extension Project {
  fileprivate func serves(_ country: Country) -> Bool {
    guard case .countries(let parts) = beneficiaries else { return false }
    return parts.contains { $0.country == country }
  }

  fileprivate func serves(_ region: Region, in scheme: RegionScheme) -> Bool {
    switch beneficiaries {
    case .countries(let parts): parts.contains { $0.country.region(in: scheme) == region }
    case .regional(let own): own == region
    case .global: region.key == "global"
    }
  }
}

/// A list of documents of one kind, of a period and a donor.
struct DocumentListOptions: ParsableArguments {
  @Option(help: "Documents of one donor.", completion: .donors) var donor: String?
  @OptionGroup var period: PeriodOption
  @OptionGroup var reading: ReadingOptions

  func write(_ kind: DocumentList.Kind, includes: @escaping (DocumentLine) -> Bool = { _ in true })
    throws
  {
    let day = try reading.day()
    var span = try period.period() ?? .always
    if reading.asAt != nil {
      guard span.from <= day else {
        throw LedgerError(
          rule: "period-after-as-at", "the period \(span) begins after \(day)", field: "as-at")
      }
      span = Period(from: span.from, to: min(span.to, day))
    }
    try reading.write { books in
      let donor = try donor.map { try books.donor(Beginning($0).of("donor", books)).id }
      return try DocumentList(books, kind, in: span, donor: donor, asAt: day, includes: includes)
    }
  }
}

struct ListPledges: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pledges", abstract: "The pledges; report pledges says how they stand.",
    discussion: """
      Example:
        cpcjf list pledges --donor NOR --status announced
      """)
  @OptionGroup var list: DocumentListOptions
  @Option(help: "announced or committed.") var status: String?

  func run() throws { try list.write(.pledges) { status == nil || $0.detail == status } }
}

struct ListContributions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contributions", abstract: "The contributions received.",
    discussion: """
      Example:
        cpcjf list contributions --donor NOR -p 2002-2003 -o norway.csv
      """)
  @Option(help: "Contributions earmarked to a theme.", completion: .themes) var theme: String?
  @OptionGroup var list: DocumentListOptions

  func run() throws {
    let theme = try theme.map { try Theme($0).code }
    try list.write(.contributions) { line in
      theme == nil || line.earmark?.values(of: .theme).contains(theme!) == true
    }
  }
}

struct ListRefunds: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "refunds", abstract: "The refunds to donors.",
    discussion: """
      Example:
        cpcjf list refunds -p 2002-2003
      """)
  @OptionGroup var list: DocumentListOptions

  func run() throws { try list.write(.refunds) }
}

struct ListEntries: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entries", abstract: "Every entry, with who recorded it, when and in which batch.",
    discussion: """
      Example:
        cpcjf list entries -p 2002-06 -o june.csv
      """)
  @OptionGroup var list: DocumentListOptions

  func run() throws { try list.write(.entries) }
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
      """)
  @Option(help: "One currency only.") var currency: String?
  @OptionGroup var period: PeriodOption
  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let currency = try currency.map { try Currency($0) }
    let span = try period.period() ?? .always
    let day = try reading.day()
    try reading.write { try ThingList.rates($0, of: currency, in: span, asAt: day) }
  }
}
