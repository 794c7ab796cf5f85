import ArgumentParser
import FundDomain

struct RecordTransfer: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "transfer", abstract: "Money from one sub-fund to another.",
    discussion: """
      Money leaves SP and CA only by its donor's consent. --settle pays what one sub-fund owes the \
      other for programme support: no balance moves by it.

      Example:
        cpcjf record transfer --from PSC --to GP --amount "20000 USD" --on 2003-06-30
        cpcjf record transfer --from SP --to PSC --amount "14937 USD" --settle --on 2003-12-31
      """)

  @Option(help: "The sub-fund that gives.", completion: .subFunds) var from: String
  @Option(help: "The sub-fund that receives.", completion: .subFunds) var to: String
  @Option(parsing: .unconditional, help: ArgumentHelp("\"20000 USD\".", valueName: "amount"))
  var amount: String
  @Option(help: "The contribution that is moved.") var contribution: String?
  @Option(help: "The donor's document.") var document: String?
  @Flag(help: "Pay what the one owes the other.") var settle = false
  @OptionGroup var day: DayOptions
  @OptionGroup var recording: RecordingOptions

  func run() throws {
    try recording.record(
      "record transfer", .transfers,
      [
        "from": from, "to": to, "amount": amount, "contribution": contribution,
        "document": document, "settle": settle ? "yes" : nil, "on": day.on,
      ], allowFuture: day.allowFuture)
  }
}

struct RecordInterest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "interest", abstract: "Interest that a sub-fund's money earned.",
    discussion: """
      Example:
        cpcjf record interest --sub-fund SP --amount "12000 USD" --on 2003-12-31
      """)

  @Option(help: "The sub-fund that earned it.", completion: .subFunds) var subFund: String?
  @Option(help: "The contribution that earned it, where the agreement says so.")
  var contribution: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("\"12000 USD\".", valueName: "amount"))
  var amount: String
  @OptionGroup var day: DayOptions
  @OptionGroup var recording: RecordingOptions

  func run() throws {
    try recording.record(
      "record interest", .interest,
      ["sub-fund": subFund, "contribution": contribution, "amount": amount, "on": day.on],
      allowFuture: day.allowFuture)
  }
}

struct RecordOtherIncome: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "other-income",
    abstract: "Income that is no contribution: sales, a reimbursement.",
    discussion: """
      Example:
        cpcjf record other-income --sub-fund GP --amount "300 USD" --memo "Sale of a vehicle"
      """)

  @Option(help: "The sub-fund (else GP).", completion: .subFunds) var subFund: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("\"300 USD\".", valueName: "amount"))
  var amount: String
  @OptionGroup var day: DayOptions
  @OptionGroup var recording: RecordingOptions

  func run() throws {
    try recording.record(
      "record other-income", .otherIncome,
      ["sub-fund": subFund, "amount": amount, "on": day.on], allowFuture: day.allowFuture)
  }
}

struct RecordCharge: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "charge", abstract: "What a bank charges: no allotment, no programme support.",
    discussion: """
      Example:
        cpcjf record charge --sub-fund GP --amount "35.20 USD" --on 2003-03-31
      """)

  @Option(help: "The sub-fund (else GP).", completion: .subFunds) var subFund: String?
  @Option(help: "The contribution whose own money bears it, where the agreement says so.")
  var contribution: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("\"35.20 USD\".", valueName: "amount"))
  var amount: String
  @OptionGroup var day: DayOptions
  @OptionGroup var recording: RecordingOptions

  func run() throws {
    try recording.record(
      "record charge", .charges,
      ["sub-fund": subFund, "contribution": contribution, "amount": amount, "on": day.on],
      allowFuture: day.allowFuture)
  }
}

struct RecordExchange: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exchange", abstract: "Cash of one currency sold for cash of another.",
    discussion: """
      Example:
        cpcjf record exchange --sub-fund SP --sold "100000 EUR" --bought "98000 USD"
      """)

  @Option(help: "The sub-fund (else GP).", completion: .subFunds) var subFund: String?
  @Option(help: ArgumentHelp("\"100000 EUR\".", valueName: "amount")) var sold: String
  @Option(help: ArgumentHelp("\"98000 USD\".", valueName: "amount")) var bought: String
  @OptionGroup var day: DayOptions
  @OptionGroup var recording: RecordingOptions

  func run() throws {
    try recording.record(
      "record exchange", .exchanges,
      ["sub-fund": subFund, "sold": sold, "bought": bought, "on": day.on],
      allowFuture: day.allowFuture)
  }
}

struct RecordRevaluation: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "revaluation",
    abstract: "Bring what is in other currencies to its worth on a day.",
    discussion: """
      On cash it stands; on pledges and obligations its mirror follows on the next day. The closing \
      of a biennium does it by itself.

      Example:
        cpcjf record revaluation --on 2002-12-31
      """)

  @OptionGroup var day: DayOptions
  @OptionGroup var recording: RecordingOptions

  func run() throws {
    try recording.record(
      "record revaluation", .revaluations, ["on": day.on], allowFuture: day.allowFuture)
  }
}

struct RecordWriteOff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "write-off", abstract: "A pledge, or a part of it, that will not be paid.",
    discussion: """
      Example:
        cpcjf record write-off --pledge PLG-2002-0001 --reason donor-withdrew \
      --document "Note verbale 77" --on 2003-11-30
      """)

  @Option(help: "The pledge, by number or reference.", completion: .pledges) var pledge: String
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How much of it (else all that is outstanding).", valueName: "amount"))
  var amount: String?
  @Option(help: "donor-withdrew, lapsed, superseded, exchange or reduced.") var reason: String
  @Option(help: "The paper that says so.") var document: String?
  @OptionGroup var day: DayOptions
  @OptionGroup var recording: RecordingOptions

  func run() throws {
    try recording.record(
      "record write-off", .writeOffs,
      [
        "pledge": pledge, "amount": amount, "reason": reason, "document": document,
        "on": day.on,
      ], allowFuture: day.allowFuture)
  }
}
