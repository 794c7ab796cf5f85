import Markup

extension Booklet {
  /// The document as one HTML file: its contents lead to the chapters, and on paper each chapter
  /// begins a new sheet.
  public func html() -> String {
    let filled = chapters.map { $0.sheet.filledTables }
    let parts = zip(chapters, filled).enumerated().map { place, chapter in
      Node.element(
        .div, [.class: "chapter", .id: id(place)],
        [
          chapter.0.sheet.read(by: .people).html(
            chapter.1.map(\.table), id: "report-\(place + 1)", level: 2,
            charts: chapter.0.charts)
        ])
    }
    let frame = page(titled: title, [cover.pageHead(level: 1), contents] + parts + cover.pageFoot)
    return filledIn(frame, filled.flatMap { $0 })
  }

  private var contents: Node {
    let lines = chapters.enumerated().map { place, chapter in
      Node.element(
        .li, [:],
        [.element(.a, [.href: "#\(id(place))"], [.text(oneLine(chapter.sheet.title))])])
    }
    return .element(
      .nav, [.ariaLabelledby: "contents"],
      [
        .element(.h2, [.id: "contents"], ["Contents"]),
        .element(.ul, [.class: "contents"], lines),
      ])
  }

  private func id(_ place: Int) -> String { "chapter-\(place + 1)" }
}
