import ArgumentParser
import FundDomain
import FundInterchange
import FundStorage
import Plain

struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Record what a file holds: all of it, or none of it.",
    subcommands: [
      ImportCSV.self, ImportRates.self, ImportTreaties.self, ImportIATI.self, ImportFTS.self,
      ImportJSON.self,
    ])
}

/// What every import takes.
struct ImportOptions: ParsableArguments {
  @Flag(help: "Ignore columns that the import does not know.") var ignoreColumns = false
  @Flag(help: "Print what each row would do, and keep nothing.") var plan = false
  @Flag(help: "Allow dates after today.") var allowFuture = false
  @Flag(help: "Check everything, say what would be recorded, and keep nothing.")
  var dryRun = false
  @Option(help: "Where the references come from: with it, the key of a document.")
  var source = "csv"
  @Option(help: .hidden) var memo: String?
  @Option(help: .hidden) var reference: String?
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var recorder: RecorderOption

  /// Whether what is recorded stays.
  var isKept: Bool { !plan && !dryRun }

  mutating func validate() throws {
    guard memo == nil, reference == nil else {
      throw ValidationError(
        "Each row says its own memo and reference, in the columns of that name.")
    }
  }
}

struct ImportCSV: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "csv", abstract: "Import donors, projects, pledges, contributions, allotments …",
    discussion: """
      A header line names the columns, in any order; --template prints it with a line of example. \
      The same file again records nothing.

      Example:
        cpcjf import csv contributions --template > contributions.csv
        cpcjf import csv contributions contributions.csv
      """)

  @Argument(
    help: "\(Self.kinds.map(\.rawValue).joined(separator: ", ")).",
    completion: .list(Self.kinds.map(\.rawValue)))
  var kind: String
  @Argument(help: "The file, or - for standard input.", completion: .file(extensions: ["csv"]))
  var file: String?
  @Flag(help: "Print the header with a line of example.") var template = false
  @OptionGroup var options: ImportOptions

  static let kinds: [DocumentKind] = [
    .donors, .projects, .pledges, .contributions, .refunds, .allotments, .obligations,
    .disbursements, .mandates, .requests, .coFunding,
  ]

  func run() throws {
    guard let kind = DocumentKind(rawValue: kind), Self.kinds.contains(kind) else {
      let names = Self.kinds.map(\.rawValue)
      throw LedgerError(
        rule: "unknown-import", "there is no CSV import of '\(self.kind)'",
        hint: self.kind == DocumentKind.rates.rawValue
          ? "cpcjf import rates FILE brings rates in"
          : didYouMean(nearest(to: self.kind, among: names))
            ?? "it is one of \(names.joined(separator: ", "))")
    }
    try options.run(kind, file, template: template)
  }
}

extension ImportOptions {
  /// Imports the file, or prints the columns that it has.
  func run(_ kind: DocumentKind, _ file: String?, template: Bool) throws {
    try output.requireWords()
    if template { return try output.write(csvLine(kind.columns) + csvLine(kind.example)) }
    guard let file else { throw ValidationError("Name the file to import, or - for a pipe.") }
    try ImportRun(kind, file, self).run()
  }
}

struct ImportRates: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rates", abstract: "Import rates of exchange: units per US dollar, from a day on.",
    discussion: """
      Columns: currency, effective, units-per-usd, source; --template prints them with a line of \
      example.

      Example:
        cpcjf import rates unore-2002.csv
      """)

  @Argument(help: "The file, or - for standard input.", completion: .file(extensions: ["csv"]))
  var file: String?
  @Flag(help: "Print the header with a line of example.") var template = false
  @OptionGroup var options: ImportOptions

  func run() throws { try options.run(.rates, file, template: template) }
}

struct ImportTreaties: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "treaties",
    abstract: "Import who signed treaties and who consented to be bound, and when.",
    discussion: """
      Columns: instrument, participant, signature_date, signature_note, consent_date, \
      consent_type, source. Participants by code or any usual name; a later file adds what is new.

      Example:
        cpcjf import treaties treaties.csv --plan
        cpcjf import treaties treaties.csv
      """)

  @Argument(help: "The file.", completion: .file(extensions: ["csv"])) var file: String
  @OptionGroup var options: ImportOptions

  func run() throws { try ImportRun(.treaties, file, options).run() }
}
