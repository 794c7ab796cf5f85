import ArgumentParser
import FundDomain
import FundReports
import Glibc
import Plain

/// In what form and where an answer is written.
struct OutputOptions: ParsableArguments {
  @Option(help: "text, json, csv, markdown, html, xlsx, or svg for the charts alone.")
  var format: Format?

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: "Write to a file; its name says the format; - is standard output.",
    completion: .file())
  var destination: String?

  /// The file that the answer is written to; nil for standard output.
  var output: String? { destination == "-" ? nil : destination }

  @Flag(help: "Say nothing beside the answer.")
  var quiet = false

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv, markdown, html, xlsx, svg
  }

  /// What the names of files end in.
  private static let endings: KeyValuePairs<String, Format> = [
    "txt": .text, "json": .json, "csv": .csv, "md": .markdown, "markdown": .markdown,
    "html": .html, "htm": .html, "xlsx": .xlsx, "svg": .svg, "ics": .text,
  ]

  /// What the file's name ends in: after the last point of its last part, where there is one.
  private var ending: String? {
    guard let name = output?.split(separator: "/").last, let point = name.lastIndex(of: "."),
      point > name.startIndex
    else { return nil }
    return name[name.index(after: point)...].lowercased()
  }

  var chosen: Format {
    format ?? Self.endings.first { $0.key == ending }?.value ?? .text
  }

  /// A name whose ending promises what is not written is refused: nobody looks for text in a PDF.
  /// Nor does anybody read a workbook on a terminal.
  mutating func validate() throws {
    if let ending, format == nil, !Self.endings.contains(where: { $0.key == ending }) {
      let known = Self.endings.map { ".\($0.key)" }.joined(separator: ", ")
      throw ValidationError(
        "There is no format for .\(ending): a file's name ends in \(known), or --format says which."
      )
    }
    if chosen == .xlsx, output == nil, Terminal.isTerminal {
      throw ValidationError(
        "An Excel workbook cannot be shown on a terminal: name a file, as in -o report.xlsx.")
    }
  }

  /// Refuses forms that only tables have, before anything is done.
  func requireWords() throws {
    guard [.html, .xlsx, .svg].contains(chosen) else { return }
    throw ValidationError("That command answers in words: there is no \(chosen) of it.")
  }

  func write(_ report: some Report, csv: CSVProfile = .machine) throws {
    try write(bytes(of: report, csv: csv))
  }

  func write(_ booklet: Booklet) throws {
    switch chosen {
    case .text: try write(booklet.text(width: output == nil ? Terminal.width : nil))
    case .json: try write(booklet.json.text() + "\n")
    case .markdown: try write(booklet.markdown())
    case .html: try write(booklet.html())
    case .xlsx: try write(booklet.workbook())
    case .svg: try write(booklet.svg())
    case .csv:
      throw ValidationError(
        "CSV holds one table, and these are several: ask for one report, or for json or xlsx.")
    }
  }

  func bytes(of report: some Report, csv: CSVProfile = .machine) throws -> [UInt8] {
    let text =
      switch chosen {
      case .text: report.sheet.text(width: output == nil ? Terminal.width : nil)
      case .json: report.json.text() + "\n"
      case .csv: report.sheet.csv(csv)
      case .markdown: report.sheet.markdown()
      case .html: report.html()
      case .svg: try report.svg()
      case .xlsx: ""
      }
    return chosen == .xlsx ? try report.workbook() : Array(text.utf8)
  }

  /// Writes the answer of a command that has recorded something: that it cannot be written must
  /// not make anybody record it again.
  func write(_ answer: [UInt8], recorded: String?) throws {
    do {
      try write(answer)
      if output == nil { try Terminal.output.flush() }
    } catch let error as OutputError {
      throw recorded.map { Unsaid(cause: error, recorded: $0) } ?? error
    }
  }

  /// A database is no place for an answer: it might be the ledger.
  ///
  /// - Throws: `output-is-database`.
  func requireNoDatabase() throws {
    guard let output, let file = fopen(output, "r") else { return }
    defer { fclose(file) }
    var head = [UInt8](repeating: 0, count: 16)
    guard fread(&head, 1, 16, file) == 16, head.starts(with: "SQLite format 3".utf8) else { return }
    throw LedgerError(
      rule: "output-is-database",
      "\(output) is a database, perhaps a ledger: it is not written over",
      hint: "name another file with -o")
  }

  /// Writes what comes piece by piece, all of it or none.
  func stream(_ body: (_ whole: Output) throws -> Void) throws {
    let whole = try output.map { try Output.file(at: $0) } ?? Output.spool()
    do { try body(whole) } catch {
      whole.discard()
      throw error
    }
    if output == nil { try whole.pour(into: Terminal.output) } else { try whole.commit() }
  }

  func write(_ text: String) throws { try write(Array(text.utf8)) }

  func write(_ answer: [UInt8]) throws {
    try requireNoDatabase()
    guard let output else { return try Terminal.output.write(answer) }
    let file = try Output.file(at: output)
    try file.write(answer)
    try file.commit()
  }
}
