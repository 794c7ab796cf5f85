import ArgumentParser
import FundDomain
import FundReports

struct ListReferences: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "references",
    abstract: "What other organisations report: the register that import iati and fts fill.",
    discussion: """
      Nothing of it is in the Fund's books. Donors are found by reference, alias or name: an alias \
      added to a donor finds what was reported before too.

      Example:
        cpcjf list references --donor NOR --to-fund
        cpcjf list references --theme corruption --country KEN -p 2003
      """)

  @Option(help: "Money of one donor.", completion: .donors) var donor: String?
  @Option(help: "Of activities that are one project.", completion: .projects) var project: String?
  @Option(help: "Reported by one publisher, by its reference or name.") var publisher: String?
  @Option(help: "In the sectors of a theme.", completion: .themes) var theme: String?
  @Option(help: "In a country.", completion: .countries) var country: String?
  @Flag(help: "Only what the Fund is said to get.") var toFund = false
  @OptionGroup var period: PeriodOption
  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let span = try reading.span(period)
    var filter = ReferenceList.Filter()
    filter.theme = try theme.map { try Theme($0) }
    filter.country = try country.map { try Country($0) }
    filter.publisher = publisher
    filter.toFund = toFund
    try reading.stream { [filter] books in
      var filter = filter
      filter.donor = try donor.map { try books.donor(Beginning($0).of("donor", books)).id }
      filter.project = try project.map { try books.project(Beginning($0).of("project", books)).id }
      return try ReferenceList(books, in: span, asAt: span.to, filter)
    }
  }
}
