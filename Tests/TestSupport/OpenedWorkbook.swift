public import Foundation
public import Testing

/// An Excel workbook as a test reads it: unpacked by `unzip`, with what is in every cell.
public struct OpenedWorkbook {
  /// What is in one cell.
  public struct Cell: Hashable {
    /// `C7`.
    public let name: String
    /// Its words, or its figure as the file has it.
    public let value: String
    public let isText: Bool
    /// Without the equals sign.
    public let formula: String?
    /// Excel's format of its figure; `General` where it has none of its own.
    public let format: String

    public var line: Int { Int(name.drop { $0.isLetter }) ?? 0 }
  }

  public struct Worksheet {
    public let name: String
    public let cells: [Cell]
    /// The part of the file that it was read from.
    public let xml: String

    /// What is in a cell.
    public subscript(name: String) -> Cell? { cells.first { $0.name == name } }
  }

  /// The parts of the file by their paths.
  public let parts: [String: String]
  public let worksheets: [Worksheet]

  /// - Throws: where a part is no well-formed XML.
  public init(_ bytes: Data) throws {
    let parts = try withTemporaryFolder { folder in
      let path = folder + "/book.xlsx"
      try bytes.write(to: URL(fileURLWithPath: path))
      let names = try Self.ask("unzip", ["-Z1", path], in: folder).split(separator: "\n")
      _ = try Self.ask("unzip", ["-q", path, "-d", folder + "/parts"], in: folder)
      let files = names.map { folder + "/parts/" + $0 }
      _ = try Self.ask("xmllint", ["--noout", "--nonet"] + files, in: folder)
      return try Dictionary(
        uniqueKeysWithValues: zip(names, files).map {
          (String($0), try String(contentsOfFile: $1, encoding: .utf8))
        })
    }
    self.parts = parts
    let strings = (parts["xl/sharedStrings.xml"] ?? "").matches(of: /<si>(.*?)<\/si>/).map {
      Self.words($0.output.1)
    }
    let formats = Self.formats(parts["xl/styles.xml"] ?? "")
    let names = (parts["xl/workbook.xml"] ?? "").matches(of: /<sheet name="([^"]*)"/).map {
      Self.plain(String($0.output.1))
    }
    worksheets = names.enumerated().map { place, name in
      let xml = parts["xl/worksheets/sheet\(place + 1).xml"] ?? ""
      return Worksheet(name: name, cells: Self.cells(xml, strings, formats), xml: xml)
    }
  }

  /// Every cell in words, a line of the table each, for a golden file.
  public var readable: String {
    worksheets.map { worksheet in
      let lines = Dictionary(grouping: worksheet.cells, by: \.line).sorted { $0.key < $1.key }
      return "[\(worksheet.name)]\n"
        + lines.map { line, cells in
          "\(line): " + cells.map(Self.shown).joined(separator: " | ") + "\n"
        }.joined()
    }.joined(separator: "\n") + drawings
  }

  /// The charts, each with where its figures stand.
  private var drawings: String {
    parts.filter { $0.key.hasPrefix("xl/charts/") }.sorted { $0.key < $1.key }.map { _, xml in
      let kind = xml.firstMatch(of: /<c:(bar|line)Chart>/)?.output.1 ?? "?"
      let ranges = xml.matches(of: /<c:f>([^<]*)<\/c:f>/).map { Self.plain(String($0.output.1)) }
      return "\n[chart, \(kind)]\n" + ranges.map { $0 + "\n" }.joined()
    }.joined()
  }

  private static func shown(_ cell: Cell) -> String {
    let formula = cell.formula.map { " =\($0)" } ?? ""
    return cell.isText ? "“\(cell.value)”" : "\(cell.value)\(formula)"
  }

  private static func cells(_ xml: String, _ strings: [String], _ formats: [String]) -> [Cell] {
    xml.matches(of: /<c r="([A-Z]+[0-9]+)"([^>]*?)(\/>|>(.*?)<\/c>)/).compactMap { match in
      guard let inner = match.output.4 else { return nil }
      let attributes = match.output.2
      let style = attributes.firstMatch(of: /s="([0-9]+)"/).flatMap { Int($0.output.1) } ?? 0
      let value = inner.firstMatch(of: /<v>([^<]*)<\/v>/)?.output.1
      let isShared = attributes.contains("t=\"s\"")
      let text =
        isShared
        ? value.flatMap { Int($0) }.map { strings[$0] }
        : attributes.contains("t=\"inlineStr\"") ? words(inner) : nil
      return Cell(
        name: String(match.output.1), value: text ?? String(value ?? ""), isText: text != nil,
        formula: inner.firstMatch(of: /<f>([^<]*)<\/f>/).map { plain(String($0.output.1)) },
        format: formats[style])
    }
  }

  /// The format of each style's figures.
  private static func formats(_ styles: String) -> [String] {
    let own = Dictionary(
      uniqueKeysWithValues: styles.matches(
        of: /<numFmt numFmtId="([0-9]+)" formatCode="([^"]*)"/
      ).map { (String($0.output.1), plain(String($0.output.2))) })
    let list = styles.firstMatch(of: /<cellXfs[^>]*>(.*?)<\/cellXfs>/)?.output.1 ?? ""
    return list.matches(of: /<xf numFmtId="([0-9]+)"/).map { own[String($0.output.1)] ?? "General" }
  }

  private static func words(_ xml: Substring) -> String {
    xml.matches(of: /<t[^>]*>([^<]*)<\/t>/).map { plain(String($0.output.1)) }.joined()
  }

  private static func plain(_ text: String) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")].reduce(text) {
      $0.replacingOccurrences(of: $1.0, with: $1.1)
    }
  }

  private static func ask(_ tool: String, _ arguments: [String], in folder: String) throws -> String
  {
    let asked = try ChildProcess(
      "/usr/bin/env", [tool] + arguments, in: folder, environment: Program.cleanEnvironment
    ).wait()
    guard asked.status == 0 else {
      throw ProcessFailure("\(tool) ends with \(asked.status): \(asked.errors)")
    }
    return asked.output
  }
}

extension OpenedWorkbook.Worksheet {
  /// What a formula of sums comes to over the worksheet's own figures, to the hundredth, or nil
  /// where it is something else.
  public func sum(_ formula: String) -> Int? {
    guard let whole = formula.wholeMatch(of: /ROUND\((.*),[0-9]\)/) else { return nil }
    var sum = 0
    var rest = whole.output.1[...]
    while !rest.isEmpty {
      let isTaken = rest.hasPrefix("-")
      guard let match = rest.prefixMatch(of: /-?SUM\(([A-Z0-9:,]+)\)/) else { return nil }
      for range in match.output.1.split(separator: ",") {
        sum += (isTaken ? -1 : 1) * hundredths(in: range)
      }
      rest = rest[match.range.upperBound...]
    }
    return sum
  }

  private func hundredths(in range: Substring) -> Int {
    let ends = range.split(separator: ":").map { Int($0.drop { $0.isLetter }) ?? 0 }
    let column = range.prefix { $0.isLetter }
    return cells.filter {
      !$0.isText && $0.name.prefix { $0.isLetter } == column
        && (ends[0]...ends[ends.count - 1]).contains($0.line)
    }.reduce(0) { $0 + $1.hundredths }
  }
}

extension OpenedWorkbook.Cell {
  /// A figure of two decimals as a whole number.
  public var hundredths: Int { Int(((Double(value) ?? 0) * 100).rounded()) }
}

extension Trait where Self == ConditionTrait {
  /// Skips the test, with a message, when there is no LibreOffice.
  public static var needsLibreOffice: Self {
    .enabled(
      if: ["/usr/bin/soffice", "/usr/local/bin/soffice"].contains {
        FileManager.default.isExecutableFile(atPath: $0)
      }, "needs LibreOffice: apt-get install libreoffice-calc-nogui")
  }
}
