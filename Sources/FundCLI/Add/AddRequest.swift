import ArgumentParser
import FundDomain

struct AddRequest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "request", abstract: "Add a State's request for assistance.",
    discussion: """
      It waits until a project that meets it is approved: --request of add project and change \
      project says which.

      Example:
        cpcjf add request EGY --theme juvenile-justice --on 2002-11-04 --document "Note verbale 14"
        cpcjf change project EGY/R31 --request REQ-2002-0001
      """)

  @Argument(help: "The State that asks, by code or name.", completion: .countries)
  var state: String
  @Option(help: "What it asks for; may be given again.", completion: .themes)
  var theme: [String] = []
  @Option(help: "The note verbale or letter that asks.") var document: String
  @OptionGroup var day: DayOptions
  @OptionGroup var recording: RecordingOptions

  func run() throws {
    try recording.record(
      "add request", .requests,
      [
        "state": state, "themes": theme.joined(separator: ";"), "document": document,
        "on": day.on,
      ], allowFuture: day.allowFuture)
  }
}

struct AddMandate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mandate",
    abstract: "Add a paragraph of a resolution, or a measure of a plan of action.",
    discussion: """
      Example:
        cpcjf add mandate 56/123/OP7 "Juvenile justice projects"
        cpcjf change project EGY/R31 --mandate 56/123/OP7
      """)

  @Argument(help: "A short code.") var code: String
  @Argument(help: "What it asks for.") var title: String
  @OptionGroup var recording: RecordingOptions

  func run() throws {
    try recording.record("add mandate", .mandates, ["code": code, "title": title])
  }
}
