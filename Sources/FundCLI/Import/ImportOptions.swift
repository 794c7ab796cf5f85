import ArgumentParser
import FundDomain
import FundInterchange
import Plain

/// What every import takes.
struct ImportOptions: ParsableArguments {
  @Flag(help: "Ignore columns that the import does not know.") var ignoreColumns = false
  @Flag(help: "Print what each row would do, and keep nothing.") var plan = false
  @Flag(help: "Allow dates after today.") var allowFuture = false
  @Flag(help: "Check everything, say what would be recorded, and keep nothing.")
  var dryRun = false
  @Option(help: "Where the references come from: with it, the key of a document.")
  var source = "csv"
  @Option(
    help: ArgumentHelp("Refuse the file where it has another number of rows.", valueName: "count"))
  var expectCount: Int?
  @Option(
    help: ArgumentHelp(
      "Refuse the file where its amounts in a currency add up to another sum: USD=1234.56.",
      valueName: "sum"))
  var expectTotal: [String] = []
  @Option(
    help: ArgumentHelp(
      "What a spreadsheet calls the columns, and how it writes: see cpcjf help mapping.",
      valueName: "file"),
    completion: .file())
  var mapping: String?
  @Flag(help: "Read what spreadsheets write: semicolons, UTF-16, decimal commas, trailing blanks.")
  var spreadsheet = false
  @Flag(help: "Reverse what a reference is known for with other content, and record the new one.")
  var replace = false
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

extension ImportOptions {
  /// Prints the columns that an import has.
  func writeTemplate(of kind: DocumentKind) throws {
    try output.requireWords()
    try output.write(csvLine(kind.columns) + csvLine(kind.example))
  }

  /// Imports a file that has the columns of its kind.
  func run(_ kind: DocumentKind, _ file: String?) throws {
    let mapping = try columnMapping(kind)
    try run(kind, file) {
      ColumnFile(kind, $0, ignoreColumns: ignoreColumns, mapping: mapping)
    }
  }

  /// Imports a file.
  func run(
    _ kind: DocumentKind, _ file: String?, _ open: ([UInt8]) throws -> any FormFile
  ) throws {
    guard let file else { throw ValidationError("Name the file to import, or - for a pipe.") }
    try ImportRun(kind, file, self).run(open)
  }

  /// How the file is written: by a mapping file, or as spreadsheets do; nil is a plain file.
  func columnMapping(_ kind: DocumentKind) throws -> ColumnMapping? {
    guard let mapping else { return spreadsheet ? ColumnMapping() : nil }
    do {
      return try ColumnMapping(InputFile.bytes(of: mapping), columns: kind.columns)
    } catch let fault as FileFault {
      var faults = ImportFaults(file: mapping)
      faults.add([fault])
      throw faults
    }
  }

  func controlTotals(_ kind: DocumentKind) throws -> ControlTotals {
    try ControlTotals(count: expectCount, totals: expectTotal, kind: kind)
  }
}
