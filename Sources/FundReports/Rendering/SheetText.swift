import Plain

extension Sheet {
  /// The sheet for a terminal: aligned, with a thin rule under the header and above totals.
  ///
  /// - Parameter width: the columns that the terminal has; text is cut to fit it, figures never.
  ///   Without one nothing is cut.
  public func text(width: Int? = nil) -> String {
    var blocks = [([title] + subtitle).map(oneLine).joined(separator: "\n")]
    if let shownHeadnote { blocks[0] += "\n" + oneLine(shownHeadnote) }
    if !columns.isEmpty { blocks.append(textTable(width: width)) }
    if !footnotes.isEmpty { blocks.append(shownFootnotes.map(oneLine).joined(separator: "\n")) }
    if !foot.isEmpty { blocks.append(foot.map(oneLine).joined(separator: "\n")) }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private func textTable(width: Int?) -> String {
    var cells = shown()
    for (index, row) in rows.enumerated() where row.style != .heading {
      cells[index][0].text = String(repeating: "  ", count: row.indent) + cells[index][0].text
    }
    var layout = columns.map(TextColumn.init)
    for (row, texts) in zip(rows, cells) where row.style != .heading {
      for place in columns.indices { layout[place].admit(texts[place]) }
    }
    for place in layout.indices { layout[place].admitTitle() }
    if let width { TextColumn.fit(&layout, into: width) }
    let rule = String(repeating: "─", count: TextColumn.total(layout))
    var lines = headerLines(layout) + [rule]
    for (row, texts) in zip(rows, cells) {
      switch row.style {
      case .heading:
        let words = String(repeating: "  ", count: row.indent) + texts[0].text
        lines.append(width.map { cut(words, toWidth: $0) } ?? words)
      case .total: lines += [rule, line(texts, layout)]
      case .plain, .subtotal, .memorandum: lines.append(line(texts, layout))
      }
    }
    return lines.joined(separator: "\n")
  }

  /// The titles of the columns, standing on the rule where they need several lines.
  private func headerLines(_ layout: [TextColumn]) -> [String] {
    let titles = layout.map { $0.wrappedTitle() }
    let height = titles.map(\.count).max() ?? 1
    return (0..<height).map { level in
      line(
        titles.map { lines in
          let place = level - (height - lines.count)
          return ShownCell(text: place < 0 ? "" : lines[place])
        }, layout)
    }
  }

  private func line(_ cells: [ShownCell], _ layout: [TextColumn]) -> String {
    var text = zip(layout, cells).map { $0.laidOut($1) }.joined(separator: TextColumn.gap)
    while text.hasSuffix(" ") { text.removeLast() }
    return text
  }
}
