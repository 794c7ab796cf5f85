import ArgumentParser
import FundDomain

struct Change: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Change a donor, a project, an allotment …, from a day on.",
    discussion: """
      A change of a donor, project, programme, mandate or sub-fund is a new version, made of the one \
      in force on its day: the earlier one stays, for the days before it, and so does one from a \
      later day. A change of a document is a later act on it, with a number of its own.
      """,
    subcommands: [
      ChangeProject.self, ChangeProgramme.self, ChangeMandate.self, ChangeDonor.self,
      ChangeSubFund.self, ChangePledge.self, ChangeContribution.self, ChangeAllotment.self,
      ChangeObligation.self,
    ])
}

/// The day from which a new version holds.
struct VersionDayOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The day from which it holds (today if left out).", valueName: "date"))
  var on: String?

  @Flag(help: "Allow a day after today.")
  var allowFuture = false
}

struct ChangeProject: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "project", abstract: "Change a project: what is left out stays as it was.",
    discussion: """
      --budget replaces the years that it names, and YEAR=0 takes one out; --theme replaces all the \
      themes, --country or --scope all that it serves: shares add up to 100 per cent. --mandate, \
      --request and --marker replace all of theirs, too; --partner and --alias add one more.

      Example:
        cpcjf change project EGY/R31 --status completed --on 2009-04-30
        cpcjf change project EGY/R31 --budget 2004=250000 --budget 2005=0
      """)

  @Argument(help: "The project's code, alias or title.", completion: .projects) var code: String
  @Option(help: "A new title.") var title: String?
  @OptionGroup var project: ProjectOptions
  @OptionGroup var day: VersionDayOptions
  @OptionGroup var recording: RecordingOptions

  func run() throws {
    var fields = project.fields
    fields["code"] = code
    fields["title"] = title
    fields["on"] = day.on
    try recording.record(
      "change project", .projectChanges, fields, allowFuture: day.allowFuture)
  }
}

struct ChangeProgramme: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "programme", abstract: "Change a programme's title.",
    discussion: """
      Example:
        cpcjf change programme GPAC --title "Global Programme against Corruption" --on 2002-01-01
      """)

  @Argument(help: "The programme's code or title.", completion: .programmes) var code: String
  @Option(help: "A new title.") var title: String
  @OptionGroup var day: VersionDayOptions
  @OptionGroup var recording: RecordingOptions

  func run() throws {
    try recording.record(
      "change programme", .programmeChanges, ["code": code, "title": title, "on": day.on],
      allowFuture: day.allowFuture)
  }
}

struct ChangeMandate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mandate", abstract: "Change a mandate's title.",
    discussion: """
      Example:
        cpcjf change mandate 56/123/OP7 --title "Technical assistance in juvenile justice"
      """)

  @Argument(help: "The mandate's code.", completion: .mandates) var code: String
  @Option(help: "A new title.") var title: String
  @OptionGroup var day: VersionDayOptions
  @OptionGroup var recording: RecordingOptions

  func run() throws {
    try recording.record(
      "change mandate", .mandateChanges, ["code": code, "title": title, "on": day.on],
      allowFuture: day.allowFuture)
  }
}

struct ChangeDonor: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "donor", abstract: "Change a donor: another name, kind, country, more aliases.",
    discussion: """
      Example:
        cpcjf change donor TUR --name "Türkiye" --alias Turkey --on 2022-06-01
      """)

  @Argument(help: "The donor's code, alias or name.", completion: .donors) var code: String
  @Option(help: "A new name.") var name: String?
  @Option(help: "Another kind.") var kind: String?
  @Option(help: "Another country.", completion: .countries) var country: String?
  @Option(help: "One more alias; may be given again.") var alias: [String] = []
  @OptionGroup var day: VersionDayOptions
  @OptionGroup var recording: RecordingOptions

  func run() throws {
    try recording.record(
      "change donor", .donorChanges,
      [
        "code": code, "name": name, "kind": kind, "country": country,
        "aliases": alias.joined(separator: ";"), "on": day.on,
      ], allowFuture: day.allowFuture)
  }
}

struct ChangeSubFund: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sub-fund", abstract: "Change a sub-fund's title or recognition policy.",
    discussion: """
      Example:
        cpcjf change sub-fund SP --recognition on-commitment --on 2014-01-01
      """)

  @Argument(help: "The sub-fund's code.", completion: .subFunds) var code: String
  @Option(help: "A new title.") var title: String?
  @Option(help: "on-commitment, when-due or on-receipt.") var recognition: String?
  @OptionGroup var day: VersionDayOptions
  @OptionGroup var recording: RecordingOptions

  func run() throws {
    try recording.record(
      "change sub-fund", .subFundChanges,
      ["code": code, "title": title, "recognition": recognition, "on": day.on],
      allowFuture: day.allowFuture)
  }
}

struct Commit: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "An announced pledge becomes binding, or its condition is met.",
    discussion: """
      Example:
        cpcjf commit PLG-2002-0001 --document "Exchange of letters, 3 May 2002" --on 2002-05-03
      """)

  @Argument(help: "The pledge's number or reference.", completion: .pledges) var pledge: String
  @Option(help: "The exchange of letters, note verbale or agreement.") var document: String
  @OptionGroup var day: DayOptions
  @OptionGroup var recording: RecordingOptions

  func run() throws {
    try recording.record(
      "commit", .commitments, ["pledge": pledge, "document": document, "on": day.on],
      allowFuture: day.allowFuture)
  }
}
