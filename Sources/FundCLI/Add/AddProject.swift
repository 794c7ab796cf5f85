import ArgumentParser
import FundDomain

/// What can be said of a project, when it is added and when it changes.
struct ProjectOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A theme, with its share in per cent where there are several; may be given again.",
      valueName: "theme[=share]"), completion: .themes)
  var theme: [String] = []
  @Option(
    help: ArgumentHelp(
      "A country that it serves, with its share; may be given again.", valueName: "country[=share]"),
    completion: .countries)
  var country: [String] = []
  @Option(
    help: ArgumentHelp("regional:REGION or global, instead of countries.", valueName: "scope"))
  var scope: String?
  @Option(help: "The programme that it belongs to.", completion: .programmes) var programme: String?
  @Option(help: ArgumentHelp("The day it starts.", valueName: "date")) var start: String?
  @Option(help: ArgumentHelp("The day it ends.", valueName: "date")) var end: String?
  @Option(
    help: ArgumentHelp("US dollars for a year; may be given again.", valueName: "year=amount"))
  var budget: [String] = []
  @Option(help: "pipeline, approved, ongoing, completed, closed or cancelled.") var status: String?
  @Option(help: ArgumentHelp("Programme support, in per cent.", valueName: "per-cent"))
  var supportRate: String?
  @Option(help: ArgumentHelp("The gender marker: 0, 1 or 2.", valueName: "marker")) var gender:
    String?
  @Option(help: "A partner; may be given again.") var partner: [String] = []
  @Option(
    help: ArgumentHelp("The State that asked for it.", valueName: "country"), completion: .countries
  )
  var requestedBy: String?
  @Option(help: ArgumentHelp("The day of the request.", valueName: "date")) var requestedOn: String?
  @Option(help: "Another code or name by which it is found; may be given again.")
  var alias: [String] = []
  @Option(
    help: "A mandate that it carries out, by code; may be given again.", completion: .mandates)
  var mandate: [String] = []
  @Option(
    help: ArgumentHelp(
      "A request for assistance that it meets; may be given again.", valueName: "number"),
    completion: .requests)
  var request: [String] = []
  @Option(
    help: ArgumentHelp(
      "A policy marker beside gender, such as children=2: 0, 1 or 2; may be given again.",
      valueName: "marker=score"), completion: .markers)
  var marker: [String] = []

  var fields: [String: String?] {
    [
      "themes": theme.joined(separator: ";"), "countries": country.joined(separator: ";"),
      "scope": scope, "programme": programme, "start": start, "end": end,
      "budget": budget.joined(separator: ";"), "status": status, "support-rate": supportRate,
      "gender": gender, "partners": partner.joined(separator: ";"),
      "requested-by": requestedBy, "requested-on": requestedOn,
      "aliases": alias.joined(separator: ";"), "mandates": mandate.joined(separator: ";"),
      "requests": request.joined(separator: ";"), "markers": marker.joined(separator: ";"),
    ]
  }
}

struct AddProject: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "project", abstract: "Add a project.",
    discussion: """
      Example:
        cpcjf add project EGY/R31 "Juvenile justice in Egypt" --theme juvenile-justice \
      --country EGY --start 2003-06-01 --budget 2003=97026 --budget 2004=200000
      """)

  @Argument(help: "Its code, as given: FS/NIR/01/R16.") var code: String
  @Argument(help: "Its title.") var title: String
  @OptionGroup var project: ProjectOptions
  @OptionGroup var recording: RecordingOptions

  func run() throws {
    var fields = project.fields
    fields["code"] = code
    fields["title"] = title
    try recording.record("add project", .projects, fields)
  }
}
