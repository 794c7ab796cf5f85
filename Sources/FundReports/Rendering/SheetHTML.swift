import Markup

extension Sheet {
  /// The sheet as a part of a page, from its heading to its foot, with a gap for the rows of its
  /// table and of each annex's, where they have columns.
  ///
  /// - Parameters:
  ///   - tables: its table and its annexes', in their order.
  ///   - id: a name that no other part of the page has.
  ///   - level: the level of its heading, 1 for a page of this sheet alone.
  ///   - tableTitle: what heads its table where charts stand above it.
  ///   - isAnnex: whether it goes with another, which says what was rounded.
  func html(
    _ tables: [HTMLTable], id: String, level: Int = 1, charts: [Chart] = [],
    tableTitle: String? = nil, isAnnex: Bool = false
  ) -> Node {
    precondition((1...5).contains(level), "headings have levels 1 to 6, and charts have one")
    let header = pageHead(level: level)
    let pictures = charts.enumerated().map { place, chart in
      chart.figure(id: "\(id)-chart-\(place + 1)", heading: levels[level])
    }
    var rest: [Node] = []
    if !columns.isEmpty {
      if !charts.isEmpty {
        rest.append(.element(levels[level], [:], unbroken(tableTitle ?? ownTitle)))
      }
      rest.append(tables[0].frame(id: id, title: title, headnote: shownHeadnote))
    } else if let shownHeadnote {
      rest += paragraphs([shownHeadnote], "unit")
    }
    for (place, annex) in annexes.enumerated() {
      rest.append(
        annex.html(
          [tables[place + 1]], id: "\(id)-annex-\(place + 1)", level: level + 1, isAnnex: true))
    }
    rest += pageFoot(isAnnex ? footnotes : shownFootnotes)
    // Paper is turned for a wide table, and for the title that stands over it.
    let paper = tables[0].paper
    if charts.isEmpty { return .element(.section, [.class: paper], [header] + rest) }
    return .element(
      .section, [:], [header] + pictures + [.element(.div, [.class: paper], rest)])
  }

  /// What stands over the table.
  func pageHead(level: Int) -> Node {
    .element(
      .header, [:],
      [.element(levels[level - 1], [:], unbroken(title))]
        + paragraphs(subtitle, "subtitle"))
  }

  /// What stands under the table, from its notes on.
  func pageFoot(_ notes: [String]) -> [Node] {
    (notes.isEmpty ? [] : [.element(.section, [.class: "notes"], paragraphs(notes))])
      + (foot.isEmpty ? [] : [.element(.footer, [:], paragraphs(foot))])
  }

  private func paragraphs(_ lines: [String], _ name: String? = nil) -> [Node] {
    lines.map { .element(.p, [.class: name], unbroken($0)) }
  }
}

/// Words as a page shows them: days and periods, which browsers would break behind a hyphen, are in
/// elements that are never broken.
func unbroken(_ text: String) -> [Node] {
  var nodes: [Node] = []
  var others: [String] = []
  // A mark may stand on a blank.
  let words = oneLine(text).unicodeScalars
    .split(separator: " ", omittingEmptySubsequences: false).map(String.init)
  for word in words {
    guard isDated(word) else {
      others.append(word)
      continue
    }
    if !nodes.isEmpty || !others.isEmpty {
      nodes.append(.text((others + [""]).joined(separator: " ")))
    }
    nodes.append(.element(.span, [.class: "day"], [.text(word)]))
    others = [""]
  }
  return others == [""] && !nodes.isEmpty
    ? nodes : nodes + [.text(others.joined(separator: " "))]
}

/// Whether a word is a day or a period, perhaps in parentheses: `2002-06-28,`.
private func isDated(_ word: String) -> Bool {
  let start = Array(word.utf8.drop { $0 == UInt8(ascii: "(") }.prefix(6))
  guard start.count == 6, word.utf8.count <= 24, start[4] == UInt8(ascii: "-") else { return false }
  return (start[..<4] + start[5...]).allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")) ~= $0 }
}

/// Headings by their levels, the first one's first.
private let levels: [Tag] = [.h1, .h2, .h3, .h4, .h5, .h6]
