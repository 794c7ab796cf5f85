import ArgumentParser
import FundDomain
import FundInterchange

struct ExportIATI: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "iati", abstract: "The Fund and its projects as an IATI file, version 2.03.",
    discussion: """
      Two levels: the Fund, with what donors promise and give to it, and its projects, with what \
      they were given and spend. Without --as-at it stands on the day of the newest entry, so that \
      the same ledger gives the same bytes. What would break a rule of IATI's is refused, with the \
      rule and what breaks it, and nothing is written.

      Example:
        cpcjf export iati -o cpcjf.xml
        cpcjf export iati --as-at 2003-12-31 -o cpcjf-2003.xml
      """)

  @OptionGroup var options: ExportOptions

  func run() throws {
    let day = try options.books.asked
    try options.write { try IATIPublication($0, asAt: day) }
  }
}
