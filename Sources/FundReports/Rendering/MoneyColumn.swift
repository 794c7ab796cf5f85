import Plain

/// A column of money, and where a row has it: what a table, its total and its JSON are made from.
struct MoneyColumn<Row: Sendable>: Sendable {
  /// As programs read it, in CSV: `in-advance`.
  let id: String
  let title: String
  /// US cents.
  let of: @Sendable (Row) -> Int64

  init(_ id: String, _ title: String, _ of: @escaping @Sendable (Row) -> Int64) {
    self.id = id
    self.title = title
    self.of = of
  }
}

extension Sequence {
  /// The heads of the columns.
  func heads<Row>() -> [Sheet.Column] where Element == MoneyColumn<Row> {
    map { Sheet.Column(title: $0.title, kind: .money, id: $0.id) }
  }

  /// A row's figures, in the order of the columns.
  func cells<Row>(_ row: Row) -> [Sheet.Cell] where Element == MoneyColumn<Row> {
    map { .dollars($0.of(row)) }
  }

  /// A row's figures, by the names that programs read them by.
  func json<Row>(_ row: Row) -> [(String, JSON)] where Element == MoneyColumn<Row> {
    map { ($0.id.camelCase, .dollars($0.of(row))) }
  }
}
