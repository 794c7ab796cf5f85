import Markup

extension Sheet {
  /// The sheet as a part of a page, from its heading to its foot, with a gap for the rows of its
  /// table and of each annex's, where they have columns.
  ///
  /// - Parameters:
  ///   - tables: its table and its annexes', in their order.
  ///   - id: a name that no other part of the page has.
  ///   - level: the level of its heading, 1 for a page of this sheet alone.
  func html(
    _ tables: [HTMLTable], id: String, level: Int = 1, charts: [Chart] = []
  ) -> Node {
    precondition((1...5).contains(level), "headings have levels 1 to 6, and charts have one")
    let header = pageHead(level: level)
    let pictures = charts.enumerated().map { place, chart in
      chart.figure(id: "\(id)-chart-\(place + 1)", heading: levels[level])
    }
    var rest: [Node] = []
    if !columns.isEmpty {
      if !charts.isEmpty { rest.append(.element(levels[level], [:], ["Table"])) }
      rest.append(tables[0].frame(id: id, title: title, headnote: shownHeadnote))
    } else if let shownHeadnote {
      rest += paragraphs([shownHeadnote], "unit")
    }
    for (place, annex) in annexes.enumerated() {
      rest.append(
        annex.html([tables[place + 1]], id: "\(id)-annex-\(place + 1)", level: level + 1))
    }
    rest += pageFoot
    // Paper is turned for a wide table, and for the title that stands over it.
    let paper = tables[0].isWide ? "wide" : nil
    if charts.isEmpty { return .element(.section, [.class: paper], [header] + rest) }
    return .element(
      .section, [:], [header] + pictures + [.element(.div, [.class: paper], rest)])
  }

  /// What stands over the table.
  func pageHead(level: Int) -> Node {
    .element(
      .header, [:],
      [.element(levels[level - 1], [:], [.text(oneLine(title))])]
        + paragraphs(subtitle, "subtitle"))
  }

  /// What stands under the table.
  var pageFoot: [Node] {
    (shownFootnotes.isEmpty
      ? [] : [.element(.section, [.class: "notes"], paragraphs(shownFootnotes))])
      + (foot.isEmpty ? [] : [.element(.footer, [:], paragraphs(foot))])
  }

  private func paragraphs(_ lines: [String], _ name: String? = nil) -> [Node] {
    lines.map { .element(.p, [.class: name], [.text(oneLine($0))]) }
  }
}

/// Headings by their levels, the first one's first.
private let levels: [Tag] = [.h1, .h2, .h3, .h4, .h5, .h6]
