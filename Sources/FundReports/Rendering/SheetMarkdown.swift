extension Sheet {
  /// The sheet as GitHub's Markdown, in which text from data is text only.
  ///
  /// - Parameter level: the level of the heading, 1 for a document of this sheet alone.
  public func markdown(level: Int = 1) -> String {
    precondition((1...6).contains(level), "headings have levels 1 to 6")
    var blocks = [String(repeating: "#", count: level) + " " + escaped(title)]
    blocks += subtitle.map(escapedLine)
    if let shownHeadnote { blocks.append("*\(escaped(shownHeadnote))*") }
    if !columns.isEmpty { blocks.append(read(by: .people).markdownTable()) }
    blocks += footnotes.map(escapedLine)
    blocks.append(foot.map { "- " + escapedLine($0) }.joined(separator: "\n"))
    return blocks.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private func markdownTable() -> String {
    var lines = [
      line(columns.map { escaped($0.title) }),
      line(columns.map { $0.kind.isFigure ? "---:" : "---" }),
    ]
    for (row, cells) in zip(rows, shown()) {
      var texts = cells.map { emphasized(escapedShown($0.text), in: row.style) }
      texts[0] = String(repeating: "&emsp;", count: row.indent) + texts[0]
      lines.append(line(texts))
    }
    return lines.joined(separator: "\n")
  }

  private func line(_ cells: [String]) -> String {
    "|" + cells.map { $0.isEmpty ? " |" : " \($0) |" }.joined()
  }

  private func emphasized(_ text: String, in style: Row.Style) -> String {
    switch style {
    case .heading, .subtotal, .total: text.isEmpty ? "" : "**\(text)**"
    case .plain, .memorandum: text
    }
  }
}

/// Text from data on one line, with nothing in it that Markdown would obey.
private func escaped(_ text: String) -> String {
  escapedShown(oneLine(text))
}

/// The same for text that is on one line already; blanks around it would undo emphasis.
private func escapedShown(_ text: String) -> String {
  let trimmed = text.drop { $0 == " " }
  let end = trimmed.lastIndex { $0 != " " }.map(trimmed.index(after:)) ?? trimmed.startIndex
  var result = ""
  for scalar in trimmed[..<end].unicodeScalars {
    if markup.contains(scalar) { result += "\\" }
    result.unicodeScalars.append(scalar)
  }
  return result
}

/// Text that begins a line, where a hyphen or "1." would begin a list.
private func escapedLine(_ text: String) -> String {
  let line = escaped(text)
  let mark = line.drop { ("0"..."9").contains($0) }
  guard let first = mark.first else { return line }
  let isMark = mark.startIndex == line.startIndex ? "-+=" : ".)"
  guard isMark.contains(first) else { return line }
  return line[..<mark.startIndex] + "\\" + mark
}

/// The punctuation that can be markup in the middle of a line, GitHub's mathematics included.
private let markup: Set<Unicode.Scalar> = [
  "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "$", "&", "#",
]
