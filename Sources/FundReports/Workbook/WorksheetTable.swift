import Plain

/// The columns of a worksheet's table: each row is admitted, then each is written; so a table that
/// is not held whole is gone through twice.
struct WorksheetTable {
  private let columns: [Sheet.Column]
  private var cellWidths: [Int]
  /// The columns that no row has anything in, the first one apart.
  private var blank: Set<Int>
  private(set) var sums = SheetSums()
  /// How many rows there are.
  private(set) var count = 0

  private static let narrowest = 9
  private static let widest = 60

  init(_ columns: [Sheet.Column]) {
    self.columns = columns
    cellWidths = columns.map { _ in 0 }
    blank = Set(columns.indices.dropFirst())
  }

  /// Makes room for a row.
  mutating func admit(_ row: Sheet.Row, _ shown: [ShownCell]) {
    defer { count += 1 }
    guard row.style != .heading else { return }
    sums.admit(row, at: count)
    for (place, cell) in shown.enumerated() where !cell.text.isEmpty {
      blank.remove(place)
      let indent = place == 0 ? row.indent * 2 : 0
      cellWidths[place] = max(cellWidths[place], displayWidth(cell.text) + indent)
    }
  }

  /// The places of the columns that are shown.
  var places: [Int] { columns.indices.filter { count == 0 || !blank.contains($0) } }

  /// Where among those that are shown a column stands.
  func column(of place: Int) -> Int { places.firstIndex(of: place) ?? 0 }

  /// How wide each column is that is shown, in letters.
  var widths: [Int] {
    places.map { place in
      let title = oneLine(columns[place].title)
      let words = title.split(separator: " ").map { displayWidth(String($0)) }
      let isWrapped = columns[place].kind.isFigure
      let ofTitle = isWrapped ? words.max() ?? 0 : displayWidth(title)
      return min(max(cellWidths[place], ofTitle, Self.narrowest) + 2, Self.widest)
    }
  }

  /// Whether upright paper has no room for it.
  var isWide: Bool { widths.reduce(0, +) > 100 }
}
