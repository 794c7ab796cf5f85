import ArgumentParser
import FundDomain
import FundReports

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
