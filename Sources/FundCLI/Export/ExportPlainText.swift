import ArgumentParser
import FundInterchange

struct ExportHledger: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hledger", abstract: "The journal for hledger, to add the books up again with it.",
    discussion: """
      cpcjf help exports says how accounts, amounts and names are written.

      Example:
        cpcjf export hledger -o fund.journal
        hledger -f fund.journal check --strict
        hledger -f fund.journal balance -B -e 2004-01-01
      """)

  @OptionGroup var options: ExportOptions

  func run() throws { try options.write(.hledger) }
}

struct ExportLedger: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger", abstract: "The journal for ledger, to add the books up again with it.",
    discussion: """
      cpcjf help exports says how accounts, amounts and names are written.

      Example:
        cpcjf export ledger -o fund.ledger
        ledger -f fund.ledger --pedantic balance -B --flat
      """)

  @OptionGroup var options: ExportOptions

  func run() throws { try options.write(.ledger) }
}

struct ExportBeancount: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "beancount",
    abstract: "The journal for beancount, to add the books up again with it.",
    discussion: """
      cpcjf help exports says how accounts, amounts and names are written.

      Example:
        cpcjf export beancount -o fund.beancount
        bean-check fund.beancount
        bean-query fund.beancount "SELECT account, sum(weight) GROUP BY account"
      """)

  @OptionGroup var options: ExportOptions

  func run() throws { try options.write(.beancount) }
}

extension ExportOptions {
  fileprivate func write(_ program: PlainTextJournal.Program) throws {
    let day = try books.asked
    try write { PlainTextJournal($0, for: program, upTo: day) }
  }
}
