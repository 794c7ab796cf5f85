import ArgumentParser
import FundDomain
import FundReports
import Plain

/// In what form and where an answer is written.
struct OutputOptions: ParsableArguments {
  @Option(help: "text, json, csv, markdown, html, xlsx, or svg for the charts alone.")
  var format: Format?

  @OptionGroup var place: Destination

  /// The file that the answer is written to; nil for standard output.
  var output: String? { place.output }

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

  var chosen: Format {
    format ?? Self.endings.first { $0.key == place.ending }?.value ?? .text
  }

  /// A name whose ending promises what is not written is refused: nobody looks for text in a PDF.
  /// Nor does anybody read a workbook on a terminal.
  mutating func validate() throws {
    if let ending = place.ending, format == nil, !Self.endings.contains(where: { $0.key == ending })
    {
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
    case .csv: try requireBooklet()
    }
  }

  /// Refuses the form that has no room for several reports, before anything is read.
  func requireBooklet() throws {
    guard chosen == .csv else { return }
    throw ValidationError(
      "CSV holds one table, and these are several: ask for one report, or for json or xlsx.")
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

  /// Writes the answer of a command that may have recorded something.
  func write(_ answer: [UInt8], recorded: String?) throws {
    try telling(recorded: recorded) { try write(answer) }
  }

  func requireNoDatabase() throws { try place.requireNoDatabase() }

  func write(_ text: String) throws { try write(Array(text.utf8)) }

  func write(_ answer: [UInt8]) throws { try place.write(answer) }
}
