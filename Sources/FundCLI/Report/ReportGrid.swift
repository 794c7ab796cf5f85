import ArgumentParser
import FundDomain
import FundReports

struct ReportGrid: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grid",
    abstract: "A project's budget by the donors whose money is allotted to it.",
    discussion: """
      Gaps and double funding at a glance, and what was spent of whose money.

      Example:
        cpcjf report grid EGY/R31
      """)

  @Argument(
    help: "The project, by code, alias, title or a beginning of it.", completion: .projects)
  var project: String
  @OptionGroup var period: PeriodOption
  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let span = try reading.span(period)
    let years = try period.period()?.years
    try reading.write { books in
      let named = try books.project(Beginning(project).of("project", books))
      return try GridReport(
        books, of: books.project(named.id, on: span.to), in: span, budgetYears: years)
    }
  }
}
