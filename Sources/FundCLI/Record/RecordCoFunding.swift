import ArgumentParser
import FundDomain

struct RecordCoFunding: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "co-funding", abstract: "What another fund gives to a project: a memorandum.",
    discussion: """
      It moves no money of this Fund's: report synergies shows it beside what this Fund allots.

      Example:
        cpcjf record co-funding --project EGY/R31 --fund UNDP --amount "50000 USD" --on 2003-09-01
      """)

  @Option(help: "The project, by code, alias or title.", completion: .projects) var project: String
  @Option(help: "The other fund, by its usual name.") var fund: String
  @Option(parsing: .unconditional, help: ArgumentHelp("\"50000 USD\".", valueName: "amount"))
  var amount: String
  @Option(help: "The agreement or letter.") var document: String?
  @OptionGroup var day: DayOptions
  @OptionGroup var recording: RecordingOptions

  func run() throws {
    try recording.record(
      "record co-funding", .coFunding,
      [
        "project": project, "fund": fund, "amount": amount, "document": document, "on": day.on,
      ], allowFuture: day.allowFuture)
  }
}
