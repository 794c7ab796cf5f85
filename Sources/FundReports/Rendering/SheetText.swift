import Plain

extension Sheet {
  /// The sheet for a terminal: aligned columns, a thin rule under the header and above totals.
  ///
  /// - Parameter width: how many columns the terminal has; nil is no terminal, and nothing is cut.
  ///   In a terminal columns that hold nothing are left out; in a table that is still too wide the
  ///   headings of figures are wrapped, then the widest text is cut. Figures and codes never are.
  public func text(width: Int? = nil) -> String {
    let head = [title] + subtitle + (shownHeadnote.map { [$0] } ?? [])
    let read = read(by: .people)
    let sheet = width == nil ? read : read.withoutBlankColumns
    let table = columns.isEmpty ? [] : TextTable(sheet, width: width).lines()
    return [head.map(oneLine), table, footnotes.map(oneLine), foot.map(oneLine)]
      .filter { !$0.isEmpty }
      .map { $0.map { $0 + "\n" }.joined() }
      .joined(separator: "\n")
  }

  private var withoutBlankColumns: Sheet {
    var sheet = self
    for place in columns.indices.dropFirst().reversed() {
      let isBlank = rows.allSatisfy { place >= $0.cells.count || $0.cells[place] == .blank }
      guard isBlank, !rows.isEmpty else { continue }
      sheet.columns.remove(at: place)
      for index in rows.indices where place < rows[index].cells.count {
        sheet.rows[index].cells.remove(at: place)
      }
    }
    return sheet
  }
}

/// A sheet's header and rows, laid out.
private struct TextTable {
  private let rows: [Sheet.Row]
  private let cells: [[ShownCell]]
  private let columns: [TextColumn]
  private let width: Int?

  init(_ sheet: Sheet, width: Int?) {
    var cells = sheet.shown()
    for (index, row) in sheet.rows.enumerated() {
      cells[index][0].text = String(repeating: "  ", count: row.indent) + cells[index][0].text
    }
    var columns = sheet.columns.map(TextColumn.init)
    for (row, cells) in zip(sheet.rows, cells) where row.style != .heading {
      for index in columns.indices { columns[index].admit(cells[index]) }
    }
    for index in columns.indices { columns[index].admitTitle() }
    if let width { TextColumn.fit(&columns, into: width) }
    rows = sheet.rows
    self.cells = cells
    self.columns = columns
    self.width = width
  }

  func lines() -> [String] {
    let rule = String(repeating: "─", count: TextColumn.total(columns))
    var lines = header() + [rule]
    var previous = Sheet.Row.Style.total
    for (row, cells) in zip(rows, cells) {
      if row.style == .total, previous != .total { lines.append(rule) }
      lines.append(row.style == .heading ? heading(cells) : line(cells))
      previous = row.style
    }
    return lines
  }

  /// The titles; where some are wrapped, all end on the line above the rule.
  private func header() -> [String] {
    let titles = columns.map { $0.wrappedTitle() }
    let height = titles.map(\.count).max() ?? 0
    return (0..<height).map { level in
      line(
        titles.map { title in
          let index = level - (height - title.count)
          return index < 0 ? .blank : ShownCell(text: title[index])
        })
    }
  }

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
