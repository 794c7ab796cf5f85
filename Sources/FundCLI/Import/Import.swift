import ArgumentParser
import FundDomain
import FundInterchange

struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Record what a file holds: all of it, or none of it.",
    subcommands: [
      ImportCSV.self, ImportRates.self, ImportTreaties.self, ImportIATI.self, ImportFTS.self,
      ImportJSON.self,
    ])
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
    if template { return try options.writeTemplate(of: kind) }
    try options.run(kind, file)
  }
}

struct ImportRates: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rates", abstract: "Import rates of exchange: units per US dollar, from a day on.",
    discussion: """
      A table as it is published, known by its columns: the operational rates of the United \
      Nations Treasury, the European Central Bank's rates per euro, the Federal Reserve's H.10. \
      The answer says what the figures are and what was made of them. Or the columns currency, \
      effective, units-per-usd, source; --template prints them with a line of example.

      Example:
        cpcjf import rates unore-2002.csv
        cpcjf import rates eurofxref-hist.csv --currency NOK --currency SEK -p 2002-2003
      """)

  @Argument(help: "The file, or - for standard input.", completion: .file(extensions: ["csv"]))
  var file: String?
  @Flag(help: "Print the header with a line of example.") var template = false
  @Option(help: "Rates of one currency only; may be given several times.") var currency: [String] =
    []
  @OptionGroup var period: PeriodOption
  @OptionGroup var options: ImportOptions

  func run() throws {
    if template { return try options.writeTemplate(of: .rates) }
    let mapping = try options.columnMapping(.rates)
    let currencies = try currency.map { try Currency($0) }
    let span = try period.period()
    try options.run(.rates, file) { bytes in
      // Who says what the columns are does not want them recognised.
      let published = mapping == nil ? RateTable(bytes) : nil
      let table: any FormFile =
        published
        ?? ColumnFile(.rates, bytes, ignoreColumns: options.ignoreColumns, mapping: mapping)
      return RateChoice(table, of: currencies, in: span)
    }
  }
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

  func run() throws { try options.run(.treaties, file) }
}
