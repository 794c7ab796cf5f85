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

extension Report {
  /// The report as one HTML file: its charts, its table, and the foot.
  public func html() -> String {
    let sheet = sheet
    let rows = Array(zip(sheet.rows, sheet.shown()))
    var table = HTMLTable(sheet.columns)
    for (row, cells) in rows { table.admit(row, cells) }
    let frame = page(
      titled: sheet.title, [sheet.html(table, id: "report", charts: charts)])
    let body = rows.map { table.written($0, $1) }.joined()
    return frame.joined(separator: body + table.end)
  }
}
