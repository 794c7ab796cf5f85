/// A row of a reference table: its columns stand between bars.
struct TableRow {
  private let columns: [Substring]

  /// The rows of a table, one a line.
  static func rows(of table: String) -> [TableRow] {
    table.split(separator: "\n").map { line in
      TableRow(columns: line.split(separator: "|", omittingEmptySubsequences: false))
    }
  }

  subscript(_ index: Int) -> String { String(columns[index]) }

  /// A column's text; nil where it is empty.
  func text(_ index: Int) -> String? { columns[index].isEmpty ? nil : String(columns[index]) }

  func date(_ index: Int) -> CalendarDate? { text(index).flatMap { try? CalendarDate($0) } }

  /// A column's items, separated by semicolons.
  func list(_ index: Int) -> [String] { columns[index].split(separator: ";").map(String.init) }
}
