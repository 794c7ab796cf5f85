import Plain

/// A report with a line for each entry: it is written as it is read, and never held whole.
///
/// It stands on books that are open, and is written before they are closed.
public protocol StreamedReport {
  /// As people read it, but for the rows.
  var sheet: Sheet { get }
  /// Hands out the rows from first to last; asked twice where columns are to be laid out.
  ///
  /// - Throws: `does-not-foot` at their end, when they do not add up.
  func rows(_ each: (Sheet.Row) throws -> Void) throws
  /// As programs read it: an object with a list that comes item by item.
  var json: StreamedJSON { get }
}

/// A JSON object with a list, which is never held whole.
public struct StreamedJSON {
  /// What stands before the list.
  let head: [(String, JSON)]
  /// The key of the list.
  var list = "rows"
  /// Hands out the items, and answers what stands after them.
  let items: ((JSON) throws -> Void) throws -> [(String, JSON)]
}

extension StreamedReport {
  /// The report held whole, to compare it with another.
  public func whole() throws -> Sheet {
    var sheet = sheet
    try rows { sheet.rows.append($0) }
    return sheet
  }

  /// The report for a terminal, as a sheet is.
  public func writeText(width: Int?, to write: (String) throws -> Void) throws {
    let sheet = sheet.read(by: .people)
    let (places, frame) = places(.people)
    var layout = TextLayout(sheet.columns)
    try rows { row in
      let row = row.cells(at: places)
      layout.admit(row, frame.shown(row))
    }
    layout.fit(into: width)
    for line in sheet.textHead(width: width) + [""] + layout.header { try write(line + "\n") }
    try rows { row in
      let row = row.cells(at: places)
      for line in layout.lines(row, frame.shown(row)) { try write(line + "\n") }
    }
    for line in layout.rest() { try write(line + "\n") }
    for lines in [sheet.footnotes, sheet.foot] where !lines.isEmpty {
      for line in [""] + textNotes(lines, width: width) { try write(line + "\n") }
    }
  }

  /// The report as GitHub's Markdown, as a sheet is.
  public func writeMarkdown(to write: (String) throws -> Void) throws {
    let (places, frame) = places(.people)
    for block in frame.markdownHead(level: 1) { try write(block + "\n\n") }
    for line in frame.markdownHeader { try write(line + "\n") }
    try rows { row in
      let row = row.cells(at: places)
      try write(frame.markdownLine(row, frame.shown(row)) + "\n")
    }
    for block in frame.markdownFoot where !block.isEmpty { try write("\n" + block + "\n") }
  }

  /// The report as one HTML file, as a sheet is.
  public func writeHTML(to write: (String) throws -> Void) throws {
    let (places, frame) = places(.people)
    var table = HTMLTable(frame.columns)
    try rows { row in
      let row = row.cells(at: places)
      table.admit(row, frame.shown(row))
    }
    let page = page(titled: frame.title, [frame.html([table], id: "report")])
    try write(page[0])
    try rows { row in
      let row = row.cells(at: places)
      try write(table.written(row, frame.shown(row)))
    }
    try write(table.end + page[1])
  }

  /// The rows for programs, as a sheet's.
  public func writeCSV(
    _ profile: CSVProfile = .machine, to write: (String) throws -> Void
  ) throws {
    let (places, frame) = places(.programs)
    try write(frame.csvHeader(profile))
    try rows { try write(frame.csvLine($0.cells(at: places), profile)) }
  }

  /// The report as `cpcjf/1`.
  public func writeJSON(to write: (String) throws -> Void) throws {
    try write("{\n")
    for (key, value) in json.head { try write(JSON.member(key, value) + ",\n") }
    try write("  \(JSON.string(json.list).text()): [")
    var isFirst = true
    let tail = try json.items { item in
      try write((isFirst ? "\n    " : ",\n    ") + item.text(indent: 2))
      isFirst = false
    }
    try write(isFirst ? "]" : "\n  ]")
    for (key, value) in tail { try write(",\n" + JSON.member(key, value)) }
    try write("\n}\n")
  }

  private func places(_ readers: Sheet.Column.Readers) -> (places: [Int], frame: Sheet) {
    (sheet.places(of: readers), sheet.read(by: readers))
  }
}
