import Markup
import Plain

/// A table of HTML: each row is admitted, then each is written; so a table that is not held whole
/// is gone through twice.
struct HTMLTable {
  private let columns: [Sheet.Column]
  /// How wide the longest text of each column is.
  private var widths: [Int]
  /// The columns that no row has anything in, the first one apart.
  private var blank: Set<Int>
  private var hasRows = false
  private var isInBody = false

  private static let body = Node.element(.tbody, [:], [.gap]).written()

  init(_ columns: [Sheet.Column]) {
    self.columns = columns
    widths = columns.map { _ in 0 }
    blank = Set(columns.indices.dropFirst())
  }

  /// Makes room for a row.
  mutating func admit(_ row: Sheet.Row, _ cells: [ShownCell]) {
    hasRows = true
    guard row.style != .heading else { return }
    for (place, cell) in cells.enumerated() where !cell.text.isEmpty {
      blank.remove(place)
      // Sums may stand on several lines.
      guard row.style != .subtotal, row.style != .total, !columns[place].kind.isFigure
      else { continue }
      widths[place] = max(widths[place], displayWidth(cell.text))
    }
  }

  /// The places of the columns that are shown.
  private var places: [Int] { columns.indices.filter { !hasRows || !blank.contains($0) } }

  /// What the stylesheet calls a table with more columns than upright paper has room for, or than
  /// any paper of that size has.
  var paper: String? {
    switch places.count {
    case ...7: nil
    case ...16: "wide"
    default: "wide widest"
    }
  }

  /// The table but for its rows, in a container of its own, which a narrow page scrolls.
  func frame(id: String, title: String, headnote: String?) -> Node {
    let caption = Node.element(
      .caption, [.id: "\(id)-caption"],
      [.element(.span, [.class: "unseen"], [.text(oneLine(title))])]
        + (headnote.map { [" "] + unbroken($0) } ?? []))
    return .element(
      .div,
      [.class: "scroll", .role: "region", .ariaLabelledby: "\(id)-caption", .tabindex: "0"],
      [.element(.table, [:], [caption, head, .gap])])
  }

  private var head: Node {
    let titles = places.map { place in
      let title = oneLine(columns[place].title)
      return title.isEmpty
        ? Node.element(.td, [.class: name(place)])
        : .element(.th, [.class: name(place), .scope: "col"], unbroken(title))
    }
    return .element(.thead, [:], [.element(.tr, [:], titles)])
  }

  /// What the cells of a column are called in the stylesheet: what is short is never broken, a
  /// code only on a narrow screen, what is long anywhere.
  private func name(_ place: Int) -> String {
    if columns[place].kind.isFigure { return "figure" }
    if widths[place] <= 16 { return "short" }
    return columns[place].kind == .code && widths[place] <= 32 ? "code" : "long"
  }

  /// A row; those under one heading are a body of the table.
  mutating func written(_ row: Sheet.Row, _ cells: [ShownCell]) -> String {
    var text = "\n"
    if !isInBody {
      text = Self.body[0]
    } else if row.style == .heading {
      text = Self.body[1] + "\n" + Self.body[0]
    }
    isInBody = true
    let node = row.style == .heading ? heading(row, cells) : line(row, cells)
    return text + node.written().joined()
  }

  /// What stands after the last row.
  var end: String { isInBody ? Self.body[1] : "" }

  private func heading(_ row: Sheet.Row, _ cells: [ShownCell]) -> Node {
    let words = cells.map(\.text).filter { !$0.isEmpty }.joined(separator: " ")
    return .element(
      .tr, [.class: "heading"],
      [
        .element(
          .th, [.class: indent(row), .colspan: "\(places.count)", .scope: "rowgroup"],
          [.element(.span, [:], unbroken(words))])
      ])
  }

  /// A row, headed by the first words in it.
  private func line(_ row: Sheet.Row, _ cells: [ShownCell]) -> Node {
    let head = places.first { !columns[$0].kind.isFigure && !cells[$0].text.isEmpty }
    let nodes = places.map { place in
      // What may stand on several lines, as sums may.
      let isLong = name(place) == "long" || row.style.isSum
      let cell = cells[place]
      let names = [
        name(place), cell.isNegative ? "negative" : nil, place == 0 ? indent(row) : nil,
      ]
      let isHead = place == head
      return Node.element(
        isHead ? .th : .td,
        [
          .class: names.compactMap { $0 }.joined(separator: " "),
          .scope: isHead ? "row" : nil,
        ], isLong ? unbroken(cell.text) : [.text(cell.text)])
    }
    return .element(.tr, [.class: row.style == .plain ? nil : "\(row.style)"], nodes)
  }

  private func indent(_ row: Sheet.Row) -> String? {
    row.indent > 0 ? "indent-\(min(row.indent, 4))" : nil
  }
}
