import ArgumentParser
import FundDomain
import FundReports

/// A list of documents of one kind, of a period and a donor.
struct DocumentListOptions: ParsableArguments {
  @Option(help: "Documents of one donor.", completion: .donors) var donor: String?
  @OptionGroup var period: PeriodOption
  @OptionGroup var reading: ReadingOptions

  func write(
    _ kind: DocumentList.Kind, project: String? = nil,
    includes: @escaping (DocumentLine) -> Bool = { _ in true }
  ) throws {
    let day = try reading.day()
    let span = try reading.upToDay(try period.period() ?? .always)
    try reading.write { books in
      let donor = try donor.map { try books.donor(Beginning($0).of("donor", books)).id }
      let code = try project.map { try books.project(Beginning($0).of("project", books)).code }
      return try DocumentList(books, kind, in: span, donor: donor, asAt: day) {
        (code == nil || $0.project == code) && includes($0)
      }
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

struct ListAllotments: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "allotments", abstract: "The allotments to projects, and their changes.",
    discussion: """
      Example:
        cpcjf list allotments --project EGY/R31
      """)
  @Option(help: "Allotments to one project.", completion: .projects) var project: String?
  @OptionGroup var list: DocumentListOptions

  func run() throws { try list.write(.allotments, project: project) }
}

struct ListObligations: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "obligations", abstract: "The obligations, and their changes.",
    discussion: """
      Example:
        cpcjf list obligations --project EGY/R31
      """)
  @Option(help: "Obligations of one project.", completion: .projects) var project: String?
  @OptionGroup var list: DocumentListOptions

  func run() throws { try list.write(.obligations, project: project) }
}

struct ListDisbursements: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "disbursements", abstract: "The disbursements, and what partners gave back.",
    discussion: """
      Example:
        cpcjf list disbursements -p 2002-2003 -o payments.csv
      """)
  @Option(help: "Disbursements of one project.", completion: .projects) var project: String?
  @OptionGroup var list: DocumentListOptions

  func run() throws { try list.write(.disbursements, project: project) }
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
