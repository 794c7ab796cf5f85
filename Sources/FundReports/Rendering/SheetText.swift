import Plain

extension Sheet {
  /// The sheet for a terminal: aligned columns, a thin rule under the header and above totals.
  ///
  /// - Parameter width: how many columns the terminal has; nil is no terminal, and nothing is cut.
  ///   In a terminal lines of words are wrapped, and columns that hold nothing are left out. In a
  ///   table that is still too wide the headings of figures are wrapped, then the widest text is
  ///   cut; figures and codes never are. What has no room even so is laid out in several bands of
  ///   columns, one under the other.
  public func text(width: Int? = nil) -> String {
    let tables = [self] + annexes
    let blocks = tables.flatMap { [$0.textHead(width: width), $0.textTable(width: width)] }
    return (blocks + [textNotes(shownFootnotes, width: width), textNotes(foot, width: width)])
      .filter { !$0.isEmpty }
      .map { $0.map { $0 + "\n" }.joined() }
      .joined(separator: "\n")
  }

  /// What stands over the table.
  func textHead(width: Int?) -> [String] {
    let lines = [title] + subtitle + (shownHeadnote.map { [$0] } ?? [])
    return textNotes(lines.filter { !$0.isEmpty }, width: width)
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
    return lines + layout.rest()
  }
}

/// Lines of words, each on as many as the width asks for; what goes on is indented.
func textNotes(_ lines: [String], width: Int?) -> [String] {
  lines.map(oneLine).flatMap { line in
    width.map { wrapped(line, toWidth: $0, hanging: 2) } ?? [line]
  }
}

/// The columns of a text table: each row is admitted, then all are laid out; so a table that is
/// not held whole is gone through twice.
struct TextLayout {
  /// A row that waits for the page that it stands on.
  private struct Line {
    let row: Sheet.Row
    let cells: [ShownCell]
    /// Whether a rule stands above it.
    let isRuled: Bool
  }

  /// How many rows stand together where a table is in bands.
  private static let pageLength = 50

  private var columns: [TextColumn]
  /// What rows are called in the bands after the first.
  private var head: TextColumn
  /// The columns that no row has anything in, the first one apart.
  private var blank: Set<Int>
  private var hasRows = false
  private var width: Int?
  private var bands: [TextBand] = []
  private var page: [Line] = []
  private var isFirstPage = true
  private var previous = Sheet.Row.Style.total

  init(_ columns: [Sheet.Column]) {
    self.columns = columns.map(TextColumn.init)
    head = TextColumn(columns[0])
    blank = Set(columns.indices.dropFirst())
  }

  /// Makes room for a row.
  mutating func admit(_ row: Sheet.Row, _ cells: [ShownCell]) {
    hasRows = true
    for place in row.cells.indices where row.cells[place] != .blank { blank.remove(place) }
    guard row.style != .heading else { return }
    head.admit(name(row, cells), atMost: row.style.isSum ? TextColumn.shortest : nil)
    for (place, cell) in zip(columns.indices, Self.indented(row, cells)) {
      columns[place].admit(cell)
    }
  }

  /// Decides how wide the columns are, after all rows are known.
  mutating func fit(into width: Int?) {
    self.width = width
    guard let width, hasRows else {
      bands = [TextBand(columns, columns.indices, head: nil, into: nil)]
      return
    }
    bands = TextBand.bands(columns, columns.indices.filter { !blank.contains($0) }, head, width)
  }

  /// The titles, where they stand but once.
  var header: [String] { bands.count == 1 ? bands[0].header : [] }

  /// A row, with the rule above it where it is a total; in bands, a page once it is full.
  mutating func lines(_ row: Sheet.Row, _ cells: [ShownCell]) -> [String] {
    defer { previous = row.style }
    let line = Line(
      row: row, cells: cells, isRuled: row.style == .total && previous != .total)
    guard bands.count > 1 else { return lines(line, in: bands[0]) }
    page.append(line)
    return page.count < Self.pageLength ? [] : rest()
  }

  /// The page that is not full.
  mutating func rest() -> [String] {
    guard !page.isEmpty else { return [] }
    defer {
      page = []
      isFirstPage = false
    }
    let blocks = bands.map { band in band.header + page.flatMap { lines($0, in: band) } }
    return (isFirstPage ? [] : [""]) + blocks.joined(separator: [""])
  }

  private func lines(_ line: Line, in band: TextBand) -> [String] {
    let text =
      line.row.style == .heading
      ? heading(Self.indented(line.row, line.cells))
      : band.line(Self.indented(line.row, line.cells), called: name(line.row, line.cells))
    return line.isRuled ? [band.rule, text] : [text]
  }

  /// The first words of a row.
  private func name(_ row: Sheet.Row, _ cells: [ShownCell]) -> ShownCell {
    let place = columns.indices.first { !columns[$0].isFigure && !cells[$0].text.isEmpty }
    return ShownCell(text: Self.indentation(row) + (place.map { cells[$0].text } ?? ""))
  }

  private static func indented(_ row: Sheet.Row, _ cells: [ShownCell]) -> [ShownCell] {
    var cells = cells
    cells[0].text = indentation(row) + cells[0].text
    return cells
  }

  private static func indentation(_ row: Sheet.Row) -> String {
    String(repeating: "  ", count: row.indent)
  }

  /// The words of a heading, across the columns.
  private func heading(_ cells: [ShownCell]) -> String {
    let words = cells.map(\.text).filter { !$0.isEmpty }.joined(separator: TextColumn.gap)
    return withoutEndingBlanks(width.map { cut(words, toWidth: $0) } ?? words)
  }
}

/// A line without the blanks at its end, which nobody sees.
func withoutEndingBlanks(_ line: String) -> String {
  guard let last = line.lastIndex(where: { $0 != " " }) else { return "" }
  return String(line[...last])
}
