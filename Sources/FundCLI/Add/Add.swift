import ArgumentParser
import FundDomain

struct Add: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Add a donor, a project, a request for assistance …",
    subcommands: [
      AddDonor.self, AddProject.self, AddProgramme.self, AddSubFund.self, AddMandate.self,
      AddRequest.self,
    ])
}

struct AddDonor: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "donor", abstract: "Add a donor.",
    discussion: """
      Example:
        cpcjf add donor EU "European Union" --kind regional-organization --alias "European Commission"
      """)

  @Argument(help: "A short code: NOR, EU, UNDP.") var code: String
  @Argument(help: "The donor's name.") var name: String
  @Option(
    help: ArgumentHelp(
      "state, regional-organization, un-entity, financial-institution, agency, ngo, foundation or private.",
      valueName: "kind"))
  var kind: String
  @Option(help: "Its country, by code or name.", completion: .countries) var country: String?
  @Option(help: "Another name by which it is found; may be given again.") var alias: [String] = []
  @OptionGroup var recording: RecordingOptions

  func run() throws {
    try recording.record(
      "add donor", .donors,
      [
        "code": code, "name": name, "kind": kind, "country": country,
        "aliases": alias.joined(separator: ";"),
      ])
  }
}

struct AddProgramme: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "programme", abstract: "Add a global or regional programme.",
    discussion: """
      Example:
        cpcjf add programme GPAC "Global Programme against Corruption"
      """)

  @Argument(help: "A short code.") var code: String
  @Argument(help: "The programme's title.") var title: String
  @OptionGroup var recording: RecordingOptions

  func run() throws {
    try recording.record("add programme", .programmes, ["code": code, "title": title])
  }
}

struct AddSubFund: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sub-fund", abstract: "Add a sub-fund, or a subsidiary fund.",
    discussion: """
      Example:
        cpcjf add sub-fund VTF "Trust fund for victims of trafficking in persons" --recognition on-receipt
      """)

  @Argument(help: "A short code.") var code: String
  @Argument(help: "The sub-fund's title.") var title: String
  @Option(help: "The sub-fund that it is a part of.", completion: .subFunds) var parent: String?
  @Option(
    help: ArgumentHelp(
      "When its pledges count as income: on-commitment, when-due or on-receipt.",
      valueName: "policy"))
  var recognition: String?
  @OptionGroup var recording: RecordingOptions

  func run() throws {
    try recording.record(
      "add sub-fund", .subFunds,
      ["code": code, "title": title, "parent": parent, "recognition": recognition])
  }
}
