import Plain

extension Sheet {
  /// The sheet for a terminal: aligned columns, a thin rule under the header and above totals.
  ///
  /// - Parameter width: how many columns the terminal has; nil is no terminal, and nothing is cut.
  ///   In a terminal columns that hold nothing are left out; in a table that is still too wide the
  ///   headings of figures are wrapped, then the widest text is cut. Figures and codes never are.
  public func text(width: Int? = nil) -> String {
    let tables = [self] + annexes
    let blocks = tables.flatMap { [$0.textHead, $0.textTable(width: width)] }
    return (blocks + [shownFootnotes.map(oneLine), foot.map(oneLine)])
      .filter { !$0.isEmpty }
      .map { $0.map { $0 + "\n" }.joined() }
      .joined(separator: "\n")
  }

  /// What stands over the table.
  var textHead: [String] {
    ([title] + subtitle + (shownHeadnote.map { [$0] } ?? [])).filter { !$0.isEmpty }.map(oneLine)
  }

  private func textTable(width: Int?) -> [String] {
    guard !columns.isEmpty else { return [] }
    let sheet = read(by: .people)
    let cells = sheet.shown()
    var layout = TextLayout(sheet.columns)
    for (row, cells) in zip(sheet.rows, cells) { layout.admit(row, cells) }
    layout.fit(into: width)
    var lines = layout.header
    for (row, cells) in zip(sheet.rows, cells) { lines += layout.lines(row, cells) }
    return lines
  }
}

/// The columns of a text table: each row is admitted, then all are laid out; so a table that is
/// not held whole is gone through twice.
struct TextLayout {
  private var columns: [TextColumn]
  /// The columns that no row has anything in, the first one apart.
  private var blank: Set<Int>
  /// The places of the columns that are shown.
  private var places: [Int] = []
  private var hasRows = false
  private var width: Int?
  private var previous = Sheet.Row.Style.total

  init(_ columns: [Sheet.Column]) {
    self.columns = columns.map(TextColumn.init)
    blank = Set(columns.indices.dropFirst())
  }

  /// Makes room for a row.
  mutating func admit(_ row: Sheet.Row, _ cells: [ShownCell]) {
    hasRows = true
    for place in row.cells.indices where row.cells[place] != .blank { blank.remove(place) }
    guard row.style != .heading else { return }
    for (place, cell) in zip(columns.indices, Self.indented(row, cells)) {
      columns[place].admit(cell)
    }
  }

  /// Decides how wide the columns are, after all rows are known.
  mutating func fit(into width: Int?) {
    self.width = width
    let isCut = width != nil && hasRows
    places = columns.indices.filter { !isCut || !blank.contains($0) }
    columns = places.map { columns[$0] }
    for index in columns.indices { columns[index].admitTitle() }
    if let width { TextColumn.fit(&columns, into: width) }
  }

  /// The titles; where some are wrapped, all end on the line above the rule.
  var header: [String] {
    let titles = columns.map { $0.wrappedTitle() }
    let height = titles.map(\.count).max() ?? 0
    return (0..<height).map { level in
      line(
        titles.map { title in
          let index = level - (height - title.count)
          return index < 0 ? .blank : ShownCell(text: title[index])
        })
    } + [rule]
  }

  /// A row, with the rule above it where it is a total.
  mutating func lines(_ row: Sheet.Row, _ cells: [ShownCell]) -> [String] {
    defer { previous = row.style }
    let cells = Self.indented(row, cells)
    let line = row.style == .heading ? heading(cells) : line(places.map { cells[$0] })
    return row.style == .total && previous != .total ? [rule, line] : [line]
  }

  private static func indented(_ row: Sheet.Row, _ cells: [ShownCell]) -> [ShownCell] {
    var cells = cells
    cells[0].text = String(repeating: "  ", count: row.indent) + cells[0].text
    return cells
  }

  private var rule: String { String(repeating: "─", count: TextColumn.total(columns)) }

  /// The words of a heading, across the columns.
  private func heading(_ cells: [ShownCell]) -> String {
    let words = cells.map(\.text).filter { !$0.isEmpty }.joined(separator: TextColumn.gap)
    return trimmed(width.map { cut(words, toWidth: $0) } ?? words)
  }

  private func line(_ cells: [ShownCell]) -> String {
    trimmed(zip(columns, cells).map { $0.laidOut($1) }.joined(separator: TextColumn.gap))
  }

  /// A line without the blanks at its end, which nobody sees.
  private func trimmed(_ line: String) -> String {
    guard let last = line.lastIndex(where: { $0 != " " }) else { return "" }
    return String(line[...last])
  }
}
