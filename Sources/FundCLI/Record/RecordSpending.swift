import ArgumentParser
import FundDomain

struct RecordAllotment: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "allotment", abstract: "Authority to spend on a project, from named money.",
    discussion: """
      The money is a contribution, an opening, a pledge (what was collected of it, oldest first) or \
      a sub-fund's pool. It must be there, and the project within its earmark.

      Example:
        cpcjf record allotment --project EGY/R31 --amount "90000 USD" --from CTB-2002-0001 \
      --on 2002-07-01
      """)

  @Option(help: "The project, by code, alias or title.", completion: .projects) var project: String
  @Option(parsing: .unconditional, help: ArgumentHelp("\"90000 USD\".", valueName: "amount"))
  var amount: String
  @Option(
    help: ArgumentHelp("CTB-…, OPN-…, PLG-…, a reference or a sub-fund.", valueName: "money"))
  var from: String
  @Option(help: "The donor's document that lets it pass the earmark.") var document: String?
  @OptionGroup var day: DayOptions
  @OptionGroup var recording: RecordingOptions

  func run() throws {
    try recording.record(
      "record allotment", .allotments,
      [
        "project": project, "amount": amount, "from": from, "document": document, "on": day.on,
      ], allowFuture: day.allowFuture)
  }
}

struct RecordObligation: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "obligation", abstract: "A legal commitment to pay: a contract, a grant …",
    discussion: """
      It is charged to the allotment that is named, else to the project's, earmarked money first, \
      oldest first; its programme support is charged with it.

      Example:
        cpcjf record obligation --project EGY/R31 --amount "25000 USD" --class consultants \
      --payee "A. Expert" --on 2002-07-15
      """)

  @Option(help: "The project, by code, alias or title.", completion: .projects) var project: String
  @Option(parsing: .unconditional, help: ArgumentHelp("\"25000 USD\".", valueName: "amount"))
  var amount: String
  @Option(
    name: .customLong("class"),
    help: ArgumentHelp("What it is for: staff, consultants, travel …", valueName: "class"))
  var objectClass: String
  @Option(help: "Who is to be paid.") var payee: String?
  @Option(help: "The allotment that is charged.") var allotment: String?
  @OptionGroup var day: DayOptions
  @OptionGroup var recording: RecordingOptions

  func run() throws {
    try recording.record(
      "record obligation", .obligations,
      [
        "project": project, "amount": amount, "class": objectClass, "payee": payee,
        "allotment": allotment, "on": day.on,
      ], allowFuture: day.allowFuture)
  }
}

struct RecordDisbursement: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "disbursement", abstract: "A payment, against an obligation or direct.",
    discussion: """
      Example:
        cpcjf record disbursement --obligation OBL-2002-0001 --amount "12500 USD" --on 2002-09-30
        cpcjf record disbursement --project EGY/R31 --class travel --amount "900 USD"
      """)

  @Option(help: "The obligation that it pays, by number or reference.") var obligation: String?
  @Option(help: "The project, where it is paid without an obligation.", completion: .projects)
  var project: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("\"12500 USD\".", valueName: "amount"))
  var amount: String
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How much of an obligation in another currency it pays (else by the day's rates).",
      valueName: "amount"))
  var settles: String?
  @Option(
    name: .customLong("class"),
    help: ArgumentHelp("What a direct payment is for: staff, travel …", valueName: "class"))
  var objectClass: String?
  @Option(help: "Who is paid.") var payee: String?
  @Option(help: "The allotment that a direct payment is charged to.") var allotment: String?
  @OptionGroup var day: DayOptions
  @OptionGroup var recording: RecordingOptions

  mutating func validate() throws {
    guard obligation != nil || project != nil else {
      throw ValidationError("Name the --obligation, or the --project and the --class.")
    }
    guard obligation == nil || (objectClass == nil && allotment == nil) else {
      throw ValidationError("The --obligation has its class and allotment already.")
    }
  }

  func run() throws {
    try recording.record(
      "record disbursement", .disbursements,
      [
        "obligation": obligation, "project": project, "amount": amount, "settles": settles,
        "class": objectClass, "payee": payee, "allotment": allotment, "on": day.on,
      ], allowFuture: day.allowFuture)
  }
}

struct RecordRecovery: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recovery", abstract: "Money that a partner gives back of what it was paid.",
    discussion: """
      Example:
        cpcjf record recovery --of OBL-2002-0001 --amount "1500 USD" --on 2003-05-31
      """)

  @Option(help: "The obligation or direct disbursement.") var of: String
  @Option(parsing: .unconditional, help: ArgumentHelp("\"1500 USD\".", valueName: "amount"))
  var amount: String
  @OptionGroup var day: DayOptions
  @OptionGroup var recording: RecordingOptions

  func run() throws {
    try recording.record(
      "record recovery", .recoveries, ["of": of, "amount": amount, "on": day.on],
      allowFuture: day.allowFuture)
  }
}

struct ChangeAllotment: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "allotment", abstract: "Increase an allotment, or return what is unobligated.",
    discussion: """
      Example:
        cpcjf change allotment ALT-2002-0001 --amount "-5000 USD" --on 2003-12-01
      """)

  @Argument(help: "The allotment's number or reference.") var number: String
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("What is added; below zero, what is returned.", valueName: "amount"))
  var amount: String
  @Option(help: "The donor's document that lets it pass the earmark.") var document: String?
  @OptionGroup var day: DayOptions
  @OptionGroup var recording: RecordingOptions

  func run() throws {
    try recording.record(
      "change allotment", .allotmentChanges,
      ["number": number, "amount": amount.withoutPlus, "document": document, "on": day.on],
      allowFuture: day.allowFuture)
  }
}

struct ChangeObligation: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "obligation", abstract: "Increase an obligation, reduce or cancel it.",
    discussion: """
      What is added is charged to the allotment that the obligation names, if it names one, else to \
      the project's. What an earlier biennium charged and is not to be paid is savings.

      Example:
        cpcjf change obligation OBL-2002-0001 --amount "-2500 USD" --on 2003-12-01
      """)

  @Argument(help: "The obligation's number or reference.") var number: String
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("What is added; below zero, what is taken off.", valueName: "amount"))
  var amount: String
  @OptionGroup var day: DayOptions
  @OptionGroup var recording: RecordingOptions

  func run() throws {
    try recording.record(
      "change obligation", .obligationChanges,
      ["number": number, "amount": amount.withoutPlus, "on": day.on], allowFuture: day.allowFuture)
  }
}
