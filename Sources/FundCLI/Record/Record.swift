import ArgumentParser
import FundDomain

struct Record: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Record a document: a pledge made, a contribution received …",
    subcommands: [
      RecordOpening.self, RecordPledge.self, RecordContribution.self, RecordRefund.self,
      RecordAllotment.self, RecordObligation.self, RecordDisbursement.self,
      RecordRecovery.self, RecordTransfer.self, RecordInterest.self, RecordOtherIncome.self,
      RecordCharge.self, RecordExchange.self, RecordRevaluation.self, RecordWriteOff.self,
      RecordAdjustment.self, RecordCoFunding.self,
    ])
}

struct RecordPledge: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pledge", abstract: "A donor's promise.",
    discussion: """
      Example:
        cpcjf record pledge --donor NOR --amount "1000000 NOK" --earmark theme:corruption \
      --due 2002-06-30=500000 --due 2003-06-30=500000 --on 2002-03-01
      """)

  @Option(help: "The donor, by code, alias or name.", completion: .donors) var donor: String
  @Option(parsing: .unconditional, help: ArgumentHelp("\"1000000 NOK\".", valueName: "amount"))
  var amount: String
  @Flag(help: "Announced, not yet binding: a memorandum until it is committed.")
  var announced = false
  @Option(
    help: ArgumentHelp(
      "What it may be used for: theme:corruption; may be given again.", valueName: "key:code"))
  var earmark: [String] = []
  @Option(help: ArgumentHelp("An instalment; may be given again.", valueName: "date=amount"))
  var due: [String] = []
  @Option(help: "The sub-fund (else SP with an earmark, GP without).", completion: .subFunds)
  var subFund: String?
  @Option(help: "The exchange of letters, note verbale or agreement.") var document: String?
  @Option(help: "What must come about first: a memorandum until it is committed.")
  var condition: String?
  @Option(help: ArgumentHelp("The day by which it is to be used.", valueName: "date"))
  var useBy: String?
  @Option(
    help: ArgumentHelp(
      "Programme support that the agreement says, in per cent.", valueName: "per-cent"))
  var supportRate: String?
  @OptionGroup var day: DayOptions
  @OptionGroup var recording: RecordingOptions

  func run() throws {
    try recording.record(
      "record pledge", .pledges,
      [
        "donor": donor, "amount": amount, "announced": announced ? "yes" : nil,
        "earmark": earmark.joined(separator: ";"), "due": due.joined(separator: ";"),
        "sub-fund": subFund, "document": document, "condition": condition, "use-by": useBy,
        "support-rate": supportRate, "on": day.on,
      ], allowFuture: day.allowFuture)
  }
}

struct RecordContribution: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contribution", abstract: "Money or goods received from a donor.",
    discussion: """
      Example:
        cpcjf record contribution --donor NOR --amount "500000 NOK" --pledge PLG-2002-0001 \
      --on 2002-06-28
      """)

  @Option(help: "The donor, by code, alias or name.", completion: .donors) var donor: String
  @Option(parsing: .unconditional, help: ArgumentHelp("\"250000 USD\".", valueName: "amount"))
  var amount: String
  @Option(help: "The pledge that it pays, by number or reference.", completion: .pledges)
  var pledge: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How much of a pledge in another currency it pays.", valueName: "amount"))
  var settles: String?
  @Option(
    help: ArgumentHelp(
      "What it may be used for: theme:corruption; may be given again.", valueName: "key:code"))
  var earmark: [String] = []
  @Option(help: "The sub-fund (else SP with an earmark, GP without).", completion: .subFunds)
  var subFund: String?
  @Flag(help: "Goods or services, not money.") var inKind = false
  @Flag(help: "Confiscated proceeds of crime.") var confiscatedProceeds = false
  @Option(help: "Through whom it was paid.") var channel: String?
  @Option(
    help: ArgumentHelp(
      "Programme support that the agreement says, in per cent.", valueName: "per-cent"))
  var supportRate: String?
  @Option(
    name: .customLong("for"),
    help: ArgumentHelp("The later biennium that it is for.", valueName: "biennium"))
  var later: String?
  @Flag(help: "Let what is over the pledge be income without a pledge.")
  var allowOverpayment = false
  @OptionGroup var day: DayOptions
  @OptionGroup var recording: RecordingOptions

  mutating func validate() throws {
    guard !(inKind && confiscatedProceeds) else {
      throw ValidationError("--in-kind and --confiscated-proceeds exclude one another.")
    }
  }

  func run() throws {
    let kind: Contribution.Kind =
      inKind ? .inKind : confiscatedProceeds ? .confiscatedProceeds : .cash
    try recording.record(
      "record contribution", .contributions,
      [
        "donor": donor, "amount": amount, "pledge": pledge, "settles": settles,
        "earmark": earmark.joined(separator: ";"), "sub-fund": subFund, "kind": kind.rawValue,
        "channel": channel, "support-rate": supportRate, "for": later,
        "allow-overpayment": allowOverpayment ? "yes" : nil, "on": day.on,
      ], allowFuture: day.allowFuture)
  }
}

struct RecordRefund: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "refund", abstract: "Money that goes back to its donor.",
    discussion: """
      Example:
        cpcjf record refund --contribution CTB-2002-0001 --amount "2500 NOK" --on 2003-11-30
      """)

  @Option(help: "The donor: its oldest contributions are drawn on.", completion: .donors)
  var donor: String?
  @Option(help: "The contribution that it is of, by number or reference.") var contribution: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("\"2500 NOK\".", valueName: "amount"))
  var amount: String
  @Option(help: "The sub-fund (else GP), where a donor is named.", completion: .subFunds)
  var subFund: String?
  @OptionGroup var day: DayOptions
  @OptionGroup var recording: RecordingOptions

  mutating func validate() throws {
    guard donor != nil || contribution != nil else {
      throw ValidationError("Name the --donor or the --contribution.")
    }
  }

  func run() throws {
    try recording.record(
      "record refund", .refunds,
      [
        "donor": donor, "contribution": contribution, "amount": amount, "sub-fund": subFund,
        "on": day.on,
      ], allowFuture: day.allowFuture)
  }
}

struct RecordAdjustment: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "adjustment", abstract: "Correct a balance that no other document expresses.",
    discussion: """
      One side is adjustments:other. Give the reason with --memo.

      Example:
        cpcjf record adjustment --sub-fund GP --debit assets:cash --credit adjustments:other \
      --amount "125 USD" --document "Bank advice 17" --memo "Unexplained credit" --on 2003-03-31
      """)

  @Option(help: "The sub-fund.", completion: .subFunds) var subFund: String
  @Option(help: "The account debited.") var debit: String
  @Option(help: "The account credited.") var credit: String
  @Option(parsing: .unconditional, help: ArgumentHelp("\"125 USD\".", valueName: "amount"))
  var amount: String
  @Option(help: "The paper that justifies it.") var document: String
  @OptionGroup var day: DayOptions
  @OptionGroup var recording: RecordingOptions

  func run() throws {
    try recording.record(
      "record adjustment", .adjustments,
      [
        "sub-fund": subFund, "debit": debit, "credit": credit, "amount": amount,
        "document": document, "on": day.on,
      ], allowFuture: day.allowFuture)
  }
}
