import Plain

/// How wide a column of a text table is, and how its cells stand in it.
struct TextColumn {
  static let gap = "  "
  /// Text is cut no shorter than this.
  static let shortest = 16

  let title: String
  private let kind: Sheet.Column.Kind
  /// Whether room is kept to the right of the digits for a parenthesis.
  private var hasNegatives = false
  /// How wide the cells are, without a place for a parenthesis.
  private var cellWidth = 0
  private(set) var width = 0

  init(_ column: Sheet.Column) {
    title = oneLine(column.title)
    kind = column.kind
  }

  /// Makes room for a cell, or for as much of it as is wanted.
  mutating func admit(_ cell: ShownCell, atMost most: Int? = nil) {
    let negative = cell.isNegative ? 1 : 0
    hasNegatives = hasNegatives || cell.isNegative
    cellWidth = max(cellWidth, min(displayWidth(cell.text) - negative, most ?? .max))
  }

  /// Makes room for the title on one line, after all cells are known.
  mutating func admitTitle() {
    width = max(cellWidth, displayWidth(title)) + place
  }

  /// The title on one line, or on several where the column has no room for it.
  func wrappedTitle() -> [String] {
    guard kind.isFigure, displayWidth(title) + place > width else { return [title] }
    return wrapped(title, toWidth: width - place)
  }

  /// A cell with the blanks that it needs to be as wide as the column.
  func laidOut(_ cell: ShownCell) -> String {
    let text = kind == .text ? cut(cell.text, toWidth: width) : cell.text
    let after = kind.isFigure && hasNegatives && !cell.isNegative ? " " : ""
    let blanks = String(
      repeating: " ", count: max(0, width - displayWidth(text) - after.count))
    return kind.isFigure ? blanks + text + after : text + blanks
  }

  /// Whether cells end at the right.
  var isFigure: Bool { kind.isFigure }

  /// How wide it is with its title wrapped, or its text cut, as far as may be.
  var narrowest: Int {
    var column = self
    column.admitTitle()
    if isFigure { column.wrapTitle() }
    return kind == .text ? min(column.width, Self.shortest) : column.width
  }

  /// How wide columns are together.
  static func total(_ columns: [TextColumn]) -> Int {
    columns.reduce(0) { $0 + $1.width } + gap.count * max(0, columns.count - 1)
  }

  /// Narrows columns, as far as that does no harm, to a table of a width.
  static func fit(_ columns: inout [TextColumn], into width: Int) {
    guard total(columns) > width else { return }
    for index in columns.indices where columns[index].kind.isFigure {
      columns[index].wrapTitle()
    }
    let narrowFirst = columns.indices.filter { columns[$0].kind == .text }
      .sorted { (columns[$0].width, $0) < (columns[$1].width, $1) }
    var room = width - total(columns) + narrowFirst.reduce(0) { $0 + columns[$1].width }
    for (place, index) in narrowFirst.enumerated() {
      let share = max(shortest, room / (narrowFirst.count - place))
      columns[index].width = min(columns[index].width, share)
      room -= columns[index].width
    }
  }

  /// Leaves the title no more room than its longest word or the cells need.
  private mutating func wrapTitle() {
    width = max(cellWidth, words.map(displayWidth).max() ?? 0) + place
  }

  private var place: Int { hasNegatives ? 1 : 0 }

  private var words: [String] { title.split(separator: " ").map(String.init) }
}
