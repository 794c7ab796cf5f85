import ArgumentParser
import FundDomain
import FundReports

struct ReportReferences: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "references",
    abstract: "What donors are reported to give, beside what the Fund's books have of them.",
    discussion: """
      Each publisher's report stands for itself: two may report the same gift. list references \
      shows each line.

      Example:
        cpcjf report references -p 2002-2003
      """)

  @OptionGroup var period: PeriodOption
  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let span = try reading.span(period)
    try reading.write { try ReferenceReport($0, in: span) }
  }
}
