import ArgumentParser
import FundDomain
import FundInterchange

struct ExportCEB: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ceb",
    abstract: "Revenue by year, contributor and instrument code, as CSV for the CEB.",
    discussion: """
      In US dollars, as the sub-funds' policies count income, less what went back to donors. The \
      instrument is R02A to R03F by the earmark of the money, R04A for programme support that \
      projects pay, R04C for interest and other income; the contributor's type C01 to C09.

      Example:
        cpcjf export ceb -p 2003
        cpcjf export ceb -p 2002-2003 -o ceb.csv
      """)

  @OptionGroup var period: PeriodOption
  @OptionGroup var options: ExportOptions

  func run() throws {
    let span = try options.books.upToDay(period.period() ?? .always)
    try options.write { try CEBFile($0, in: span) }
  }
}
