import ArgumentParser
import FundDomain
import FundReports

struct ListRequests: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "requests", abstract: "The requests for assistance, and what came of them.",
    discussion: """
      Example:
        cpcjf list requests --status waiting --region africa
      """)

  @Option(help: "met, prepared or waiting.") var status: String?
  @Option(help: "Requests with a theme.", completion: .themes) var theme: String?
  @Option(help: "Requests of one State.", completion: .countries) var country: String?
  @Option(help: "Requests of one region's States.") var region: String?
  @OptionGroup var regions: RegionsOption
  @OptionGroup var period: PeriodOption
  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let scheme = regions.regions
    let region = try region.map { try Region($0, in: scheme) }
    let theme = try theme.map { try Theme($0) }
    let country = try country.map { try Country($0) }
    let status = try Form(["status": status ?? ""]).word("status", RequestCase.Status.self)
    let span = try period.period() ?? .always
    let day = try reading.day()
    try reading.write { books in
      try RequestList(books, in: span, asAt: day) { request in
        (status == nil || request.status == status)
          && (theme.map(request.themes.contains) ?? true)
          && (country == nil || request.country.today == country?.today)
          && (region == nil || request.country.region(in: scheme) == region)
      }
    }
  }
}

struct ListMandates: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mandates", abstract: "The mandates that projects carry out.",
    discussion: """
      Example:
        cpcjf list mandates
      """)
  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let day = try reading.day()
    try reading.write { try ThingList.mandates($0, asAt: day) }
  }
}
