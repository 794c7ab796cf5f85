import ArgumentParser
import FundInterchange

struct ExportJSON: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "json", abstract: "The whole ledger, to make another one of it.",
    discussion: """
      Every entry with all its rows and its hash; cpcjf import json makes a ledger of it that has \
      the same hashes. Amounts are in whole minor units, as the ledger keeps them.

      Example:
        cpcjf export json -o fund.json
        cpcjf import json fund.json --ledger copy.sqlite
      """)

  @OptionGroup var options: ExportOptions

  mutating func validate() throws {
    guard options.books.asAt == nil else {
      throw ValidationError("The whole ledger is of no day: --known-at leaves out what came later.")
    }
  }

  func run() throws { try options.write(LedgerExport.init) }
}
