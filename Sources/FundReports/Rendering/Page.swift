import Markup

/// A whole HTML document, cut at its gaps: it loads nothing, runs nothing and needs nothing
/// beside it.
///
/// - Parameter title: what its window is called; data, not markup.
func page(titled title: String, _ body: [Node]) -> [String] {
  let policy =
    "default-src 'none'; style-src '\(Stylesheet.digest)'; base-uri 'none'; form-action 'none'"
  let head: [Node] = [
    .element(.meta, [.charset: "utf-8"]),
    .element(.meta, [.httpEquiv: "Content-Security-Policy", .content: policy]),
    .element(.meta, [.name: "viewport", .content: "width=device-width, initial-scale=1"]),
    .element(.meta, [.name: "color-scheme", .content: "light dark"]),
    .element(.title, [:], [.text(oneLine(title))]),
    .stylesheet(Stylesheet.rules),
  ]
  let root = Node.element(
    .html, [.lang: "en"],
    [.element(.head, [:], head), .element(.body, [:], [.element(.main, [:], body)])])
  return root.document()
}

/// A table of a page with its rows, for the gap that it leaves.
struct FilledTable {
  let table: HTMLTable
  let rows: String
  let leavesGap: Bool

  init(_ sheet: Sheet) {
    leavesGap = !sheet.columns.isEmpty
    let rows = Array(zip(sheet.rows, sheet.shown()))
    var table = HTMLTable(sheet.columns)
    for (row, cells) in rows { table.admit(row, cells) }
    self.rows = rows.map { table.written($0, $1) }.joined() + table.end
    self.table = table
  }
}

extension Sheet {
  /// Its table and those that go with it, as people read them; one without columns leaves no gap.
  var filledTables: [FilledTable] {
    ([self] + annexes).map { FilledTable($0.read(by: .people)) }
  }
}

extension Report {
  /// The report as one HTML file: its charts, its tables, and the foot.
  public func html() -> String {
    let sheet = sheet
    let tables = sheet.filledTables
    let frame = page(
      titled: sheet.title,
      [sheet.read(by: .people).html(tables.map(\.table), id: "report", charts: charts)])
    return filledIn(frame, tables)
  }
}

/// A document cut at the gaps of its tables, with their rows.
func filledIn(_ pieces: [String], _ tables: [FilledTable]) -> String {
  let rows = tables.filter(\.leavesGap).map(\.rows)
  precondition(pieces.count == rows.count + 1, "each gap is filled")
  return zip(pieces, rows + [""]).map { $0 + $1 }.joined()
}
