import ArgumentParser
import FundDomain
import FundInterchange
import Plain

struct ImportIATI: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "iati",
    abstract: "Take what other organisations publish into the register of references.",
    discussion: """
      Activities and transactions of IATI files, versions 1.0 to 2.03. They stand beside the Fund's \
      books and never count in them: list references and report references show them. A newer file \
      of the same publisher adds what is different. What cannot be read is named and set aside.

      Example:
        cpcjf import iati norad.xml --plan
        cpcjf import iati norad.xml unops.xml
      """)

  @Argument(help: "The files, or - for standard input.", completion: .file(extensions: ["xml"]))
  var files: [String]
  @OptionGroup var options: ReferenceOptions

  func run() throws {
    try ReferenceRun("iati", files, options).run { path, take in
      try InputFile.open(path) { descriptor in
        var file = IATIFile(descriptor: descriptor)
        try file.activities(take)
        return file.summary
      }
    }
  }
}

struct ImportFTS: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fts",
    abstract: "Take flows of OCHA's Financial Tracking Service into the register of references.",
    discussion: """
      The flows as CSV. They stand beside the Fund's books and never count in them. The amount is \
      the original one, where the file has it; the rate of exchange is units per dollar.

      Example:
        cpcjf import fts fts_incoming_funding_afg.csv
      """)

  @Argument(help: "The file, or - for standard input.", completion: .file(extensions: ["csv"]))
  var file: String
  @OptionGroup var options: ReferenceOptions

  func run() throws {
    try ReferenceRun("fts", [file], options).run { path, take in
      var file = FTSFile(bytes: try InputFile.bytes(of: path))
      try file.activities(take)
      guard file.faults.isEmpty else {
        var faults = ImportFaults(file: path)
        faults.add(file.faults)
        throw faults
      }
      return file.summary
    }
  }
}

/// What imports into the register take.
struct ReferenceOptions: ParsableArguments {
  @Flag(help: "Print what each activity would do, and keep nothing.") var plan = false
  @Flag(help: "Refuse a file in which anything cannot be read, instead of setting that aside.")
  var strict = false
  @Flag(help: "Check everything, say what would be recorded, and keep nothing.")
  var dryRun = false
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var recorder: RecorderOption

  /// Whether what is recorded stays.
  var isKept: Bool { !plan && !dryRun }
}
