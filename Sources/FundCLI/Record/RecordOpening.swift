import ArgumentParser
import FundDomain

struct RecordOpening: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "opening", abstract: "What a sub-fund had before this ledger begins.",
    discussion: """
      Cash, and with --item an open pledge, an allotment not yet spent or an unliquidated \
      obligation; later documents name them by their numbers.

      Example:
        cpcjf record opening --sub-fund GP --amount "1634000 USD" --on 1999-12-31
        cpcjf record opening --item pledge --donor NOR --amount "400000 NOK" --on 1999-12-31
        cpcjf record opening --item allotment --project EGY/R31 --from OPN-1999-0001 \
      --amount "20000 USD" --on 1999-12-31
        cpcjf record opening --item obligation --project EGY/R31 --allotment OPN-1999-0003 \
      --class travel --amount "3000 USD" --on 1999-12-31
      """)

  @Option(help: "cash (if left out), pledge, allotment or obligation.") var item: String?
  @Option(help: "The sub-fund: GP, SP, CA, PSC.", completion: .subFunds) var subFund: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("\"250000 USD\"; below zero where the sub-fund was.", valueName: "amount"))
  var amount: String
  @Option(help: "Whose money it is, where that is known.", completion: .donors) var donor: String?
  @Option(
    help: ArgumentHelp(
      "What it may be used for: theme:corruption; may be given again.", valueName: "key:code"))
  var earmark: [String] = []
  @Option(help: ArgumentHelp("A pledge's instalment.", valueName: "date=amount"))
  var due: [String] = []
  @Option(help: "An allotment's or obligation's project.", completion: .projects)
  var project: String?
  @Option(help: "What an allotment draws on: an opening's number, or a sub-fund.")
  var from: String?
  @Option(help: "The opening allotment that an obligation was charged to.") var allotment: String?
  @Option(name: .customLong("class"), help: "What an obligation is spent on.")
  var objectClass: String?
  @Option(help: "Who is paid.") var payee: String?
  @Option(
    help: ArgumentHelp("The programme support of a pledge's agreement.", valueName: "per cent"))
  var supportRate: String?
  @Option(help: "The paper that says so.") var document: String?
  @OptionGroup var day: DayOptions
  @OptionGroup var recording: RecordingOptions

  func run() throws {
    try recording.record(
      "record opening", .openings,
      [
        "item": item, "sub-fund": subFund, "amount": amount, "donor": donor,
        "earmark": earmark.joined(separator: ";"), "due": due.joined(separator: ";"),
        "project": project, "from": from, "allotment": allotment, "class": objectClass,
        "payee": payee, "support-rate": supportRate, "document": document, "on": day.on,
      ], allowFuture: day.allowFuture)
  }
}
