extension Sheet {
  /// The sheet as GitHub's Markdown, in which text from data is text only.
  ///
  /// - Parameter level: the level of the heading, 1 for a document of this sheet alone.
  public func markdown(level: Int = 1) -> String {
    var blocks = markdownHead(level: level)
    if !columns.isEmpty { blocks.append(markdownTable()) }
    for annex in annexes {
      blocks += annex.markdownHead(level: level + 1)
      blocks.append(annex.markdownTable())
    }
    blocks += markdownFoot
    return blocks.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  /// What stands over the table, in blocks.
  func markdownHead(level: Int) -> [String] {
    precondition((1...6).contains(level), "headings have levels 1 to 6")
    return [String(repeating: "#", count: level) + " " + escaped(title)]
      + subtitle.map(escapedLine) + (shownHeadnote.map { ["*\(escaped($0))*"] } ?? [])
  }

  /// What stands under the table, in blocks.
  var markdownFoot: [String] {
    shownFootnotes.map(escapedLine) + [foot.map { "- " + escapedLine($0) }.joined(separator: "\n")]
  }

  private func markdownTable() -> String {
    let sheet = read(by: .people)
    let rows = zip(sheet.rows, sheet.shown()).map { sheet.markdownLine($0, $1) }
    return (sheet.markdownHeader + rows).joined(separator: "\n")
  }

  /// The titles of the columns, and the line that aligns them.
  var markdownHeader: [String] {
    [
      line(columns.map { escaped($0.title) }),
      line(columns.map { $0.kind.isFigure ? "---:" : "---" }),
    ]
  }

  /// A row of the table.
  func markdownLine(_ row: Row, _ cells: [ShownCell]) -> String {
    var texts = cells.map { emphasized(escapedShown($0.text), in: row.style) }
    texts[0] = String(repeating: "&emsp;", count: row.indent) + texts[0]
    return line(texts)
  }

  private func line(_ cells: [String]) -> String {
    "|" + cells.map { $0.isEmpty ? " |" : " \($0) |" }.joined()
  }

  private func emphasized(_ text: String, in style: Row.Style) -> String {
    switch style {
    case .heading, .subtotal, .total: text.isEmpty ? "" : "**\(text)**"
    case .plain, .memorandum, .part: text
    }
  }
}

/// A list that leads to headings, each of which is there once: GitHub makes the name of a heading
/// from its letters, digits and hyphens.
func markdownContents(_ headings: [String]) -> String {
  headings.map { heading in
    let name = oneLine(heading).lowercased().unicodeScalars.compactMap { scalar -> Character? in
      if scalar == " " { return "-" }
      let isKept =
        scalar == "-" || scalar == "_" || scalar.properties.isAlphabetic
        || scalar.properties.numericType != nil
      return isKept ? Character(scalar) : nil
    }
    return "- [\(escaped(heading))](#\(String(name)))"
  }.joined(separator: "\n")
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
func escapedLine(_ text: String) -> String {
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
