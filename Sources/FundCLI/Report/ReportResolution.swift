import ArgumentParser
import FundDomain
import FundReports

// The reports on what the resolution asks of the Fund's work, beside its money.

struct ReportRequests: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "requests",
    abstract: "Requests for assistance: received, met, prepared, waiting, days to approval.",
    discussion: """
      Example:
        cpcjf report requests -p 2002-2003
        cpcjf report requests --theme juvenile-justice
      """)

  @Option(help: "Requests with a theme.", completion: .themes) var theme: String?
  @OptionGroup var regions: RegionsOption
  @OptionGroup var period: PeriodOption
  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let span = try reading.span(period)
    let theme = try theme.map { try Theme($0) }
    try reading.write { books in
      try RequestsReport(books, regions: regions.regions, in: span) { request in
        theme.map(request.themes.contains) ?? true
      }
    }
  }
}

struct ReportSynergies: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "synergies",
    abstract: "Projects funded together with other funds: our share and theirs.",
    discussion: """
      Example:
        cpcjf report synergies -p 2002-2003
      """)

  @OptionGroup var period: PeriodOption
  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let span = try reading.span(period)
    try reading.write { try SynergiesReport($0, in: span) }
  }
}

struct ReportMandate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mandate",
    abstract: "Each mandate with the projects that carry it out, and their money.",
    discussion: """
      Example:
        cpcjf report mandate -p 2002-2003
        cpcjf report mandate 56/123/OP7
      """)

  @Argument(help: "One mandate only, by its code.", completion: .mandates) var mandate: String?
  @OptionGroup var period: PeriodOption
  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let span = try reading.span(period)
    try reading.write { books in
      let wanted = try mandate.map { try books.mandate(Beginning($0).of("mandate", books)) }
      return try MandateReport(books, of: wanted, in: span)
    }
  }
}

struct ReportGender: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gender",
    abstract: "Projects and money by gender marker, or by another policy marker.",
    discussion: """
      Example:
        cpcjf report gender -p 2002-2003
        cpcjf report gender --marker children
      """)

  @Option(
    help: "Another policy marker than gender.",
    completion: .list(PolicyMarker.allCases.map(\.rawValue)))
  var marker: String?
  @OptionGroup var period: PeriodOption
  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let span = try reading.span(period)
    let marker = try Form(["marker": marker ?? ""]).word("marker", PolicyMarker.self)
    try reading.write { try GenderReport($0, of: marker, in: span) }
  }
}

struct ReportDevelopment: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "development",
    abstract: "The share of developing countries, economies in transition, LDC, LLDC and SIDS.",
    discussion: """
      Example:
        cpcjf report development -p 2002-2003
      """)

  @OptionGroup var period: PeriodOption
  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let span = try reading.span(period)
    try reading.write { try DevelopmentReport($0, in: span) }
  }
}
