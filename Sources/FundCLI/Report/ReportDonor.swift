import ArgumentParser
import FundDomain
import FundReports

struct ReportDonor: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "donor",
    abstract: "A donor's statement: what it gave, and what became of it.",
    discussion: """
      Money that is kept apart is traced. Money in a sub-fund's pool shares in what was spent of \
      the pool pro rata.

      Example:
        cpcjf report donor NOR -p 2002-2003
      """)

  @Argument(help: "The donor, by code, alias, name or a beginning of it.", completion: .donors)
  var donor: String
  @OptionGroup var period: PeriodOption
  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let span = try reading.span(period)
    try reading.write { books in
      try DonorReport(
        books, of: books.donor(Beginning(donor).of("donor", books)), in: span)
    }
  }
}
