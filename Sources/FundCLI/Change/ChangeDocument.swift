import ArgumentParser
import FundDomain

struct ChangePledge: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pledge", abstract: "Raise or reduce a pledge, or change what it is for.",
    discussion: """
      Example:
        cpcjf change pledge PLG-2002-0001 --amount "+250000 NOK" --due 2003-06-30 \
      --document "Letter of 3 May 2002"
        cpcjf change pledge PLG-2002-0001 --earmark theme:corruption --document "Note verbale 81"
      """)

  @Argument(help: "The pledge's number or reference.", completion: .pledges) var pledge: String
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("What is added; below zero, what is taken off.", valueName: "amount"))
  var amount: String?
  @Option(help: ArgumentHelp("When what is added is due.", valueName: "date")) var due: String?
  @Option(
    help: ArgumentHelp("What it may be used for now; may be given again.", valueName: "key:code"))
  var earmark: [String] = []
  @Option(help: "The donor's document.") var document: String
  @OptionGroup var day: DayOptions
  @OptionGroup var recording: RecordingOptions

  mutating func validate() throws {
    guard (amount == nil) != earmark.isEmpty else {
      throw ValidationError("Give the --amount or the --earmark: each is an act of its own.")
    }
  }

  func run() throws {
    guard let amount else {
      return try recording.changeEarmark(of: pledge, "pledge", earmark, document, day)
    }
    try recording.record(
      "change pledge", .pledgeChanges,
      [
        "pledge": pledge, "amount": amount.withoutPlus,
        "due": due, "document": document, "on": day.on,
      ], allowFuture: day.allowFuture)
  }
}

struct ChangeContribution: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contribution", abstract: "Change what a contribution is for, or who gave it.",
    discussion: """
      Example:
        cpcjf change contribution CTB-2002-0001 --earmark project:EGY/R31 --document "Letter 12"
        cpcjf change contribution CTB-2002-0002 --donor NOR --document "Bank advice 88213"
      """)

  @Argument(help: "The contribution's number or reference.") var contribution: String
  @Option(
    help: ArgumentHelp("What it may be used for now; may be given again.", valueName: "key:code"))
  var earmark: [String] = []
  @Option(help: "Who gave it, where it was recorded as another's.", completion: .donors)
  var donor: String?
  @Option(help: "The document that says so.") var document: String
  @OptionGroup var day: DayOptions
  @OptionGroup var recording: RecordingOptions

  mutating func validate() throws {
    guard (donor == nil) != earmark.isEmpty else {
      throw ValidationError("Give the --earmark or the --donor: each is an act of its own.")
    }
  }

  func run() throws {
    guard let donor else {
      return try recording.changeEarmark(of: contribution, "contribution", earmark, document, day)
    }
    try recording.record(
      "change contribution", .giverChanges,
      ["number": contribution, "donor": donor, "document": document, "on": day.on],
      allowFuture: day.allowFuture)
  }
}

extension RecordingOptions {
  fileprivate func changeEarmark(
    of number: String, _ kind: String, _ earmark: [String], _ document: String, _ day: DayOptions
  ) throws {
    try record(
      "change \(kind)", .earmarkChanges,
      [
        "number": number, "kind": kind, "earmark": earmark.joined(separator: ";"),
        "document": document, "on": day.on,
      ], allowFuture: day.allowFuture)
  }
}

extension String {
  /// An amount as it is added: `+250000 NOK` is 250000 NOK.
  var withoutPlus: String { hasPrefix("+") ? String(dropFirst()) : self }
}
