import Markup

extension Booklet {
  /// The document as one HTML file: its contents lead to the chapters, and on paper each chapter
  /// begins a new sheet.
  public func html() -> String {
    let filled = chapters.map { $0.sheet.filledTables }
    let parts = zip(chapters, filled).map { chapter, tables in
      Node.element(
        .div, [.class: "chapter", .id: chapter.id],
        [
          chapter.sheet.read(by: .people).html(
            tables.map(\.table), id: "\(chapter.id)-table", level: 2, charts: chapter.charts,
            tableTitle: chapter.tableTitle)
        ])
    }
    let frame = page(
      titled: title, [cover.pageHead(level: 1), contents] + parts + [end])
    return filledIn(frame, filled.flatMap { $0 })
  }

  private var end: Node {
    .element(
      .div, [.class: "chapter", .id: "end"],
      [.element(.h2, [:], [.text(Self.endTitle)])] + cover.pageFoot(cover.footnotes))
  }

  private var contents: Node {
    let titles = chapters.map { ($0.id, $0.sheet.title) } + [("end", Self.endTitle)]
    let lines = titles.map { id, title in
      Node.element(.li, [:], [.element(.a, [.href: "#\(id)"], [.text(oneLine(title))])])
    }
    return .element(
      .nav, [.ariaLabelledby: "contents"],
      [
        .element(.h2, [.id: "contents"], ["Contents"]),
        .element(.ul, [.class: "contents"], lines),
      ])
  }
}
