import ArgumentParser
import FundDomain
import FundStorage
import Plain

struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make a new ledger.",
    discussion: """
      It holds the chart of accounts, countries, currencies, themes, and the sub-funds GP, SP, CA \
      and PSC.

      Example:
        cpcjf init --ledger fund.sqlite --start 2000-01-01 --note "A sample."
      """)

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "The Fund's name, at the head of every report.")
  var title = "United Nations Crime Prevention and Criminal Justice Fund"

  @Option(
    help: ArgumentHelp(
      "The Fund's first day: nothing is dated before it but openings.", valueName: "date"))
  var start: String?

  @Option(help: "A note that stands at the foot of every report.")
  var note: String?

  @OptionGroup var recorder: RecorderOption

  func run() throws {
    try output.requireWords()
    // What is filled in is checked before a file is made.
    if let start { _ = try CalendarDate(start) }
    let batch = try recorder.batch("init", source: "manual")
    let made = try Ledger(creating: ledger.path)
    try made.write(batch, keep: true) { books in
      guard try books.nextEntry == 1 else {
        throw LedgerError(
          rule: "ledger-exists", "\(ledger.path) is there already",
          hint: "name another with --ledger FILE; a ledger is never written over")
      }
      var journal = Journal(books, source: "manual", today: try Clock.today())
      var fund = ["title": title]
      fund["start"] = start
      fund["note"] = note
      _ = try journal.record(.fund, Form(fund))
      for subFund in SubFund.beginnings {
        _ = try journal.record(.subFunds, Form(["code": subFund.code, "title": subFund.title]))
      }
    }
    try output.write("\(ledger.path)\n")
  }
}
