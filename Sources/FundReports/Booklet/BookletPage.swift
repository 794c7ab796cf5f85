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
            tables.map(\.table), id: "\(chapter.id)-table", level: 2, charts: chapter.charts)
        ])
    }
    let frame = page(
      titled: title, [cover.pageHead(level: 1), contents] + parts + cover.pageFoot(cover.footnotes))
    return filledIn(frame, filled.flatMap { $0 })
  }

  private var contents: Node {
    let lines = chapters.map { chapter in
      Node.element(
        .li, [:],
        [.element(.a, [.href: "#\(chapter.id)"], [.text(oneLine(chapter.sheet.title))])])
    }
    return .element(
      .nav, [.ariaLabelledby: "contents"],
      [
        .element(.h2, [.id: "contents"], ["Contents"]),
        .element(.ul, [.class: "contents"], lines),
      ])
  }
}
