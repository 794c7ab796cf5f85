import ArgumentParser
import FundReports

struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Where the Fund stands: balances, what is overdue, what checks find.",
    discussion: """
      Example:
        cpcjf status
        cpcjf status --as-at 2003-12-31
      """)

  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let day = try reading.day()
    let file = reading.ledger.path
    try reading.write { try Status($0, file: file, asAt: day) }
  }
}
