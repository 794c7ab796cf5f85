/// What moved between two sheets of one report: their rows are joined by what they are called,
/// their columns by id, and every cell that is not the same is a move.
public struct SheetDifference: Sendable {
  /// A cell that moved.
  public struct Move: Sendable, Hashable {
    /// What the row is called.
    public let row: String
    public let column: Sheet.Column
    /// Nothing, where the row or the column was not there.
    public let was, now: Sheet.Cell
    /// How much more it is now; nothing for words.
    public let difference: Sheet.Cell
  }

  public let moves: [Move]

  public init(from was: Sheet, to now: Sheet) {
    guard was.columns != now.columns || was.rows != now.rows else {
      moves = []
      return
    }
    let pairs = RowPairs(was, now)
    moves = pairs.all.flatMap { pair in
      Self.moves(pair, was, now, isCalled: pairs.keyColumns)
    }
  }

  private static func moves(
    _ pair: RowPairs.Pair, _ was: Sheet, _ now: Sheet, isCalled keys: Set<String>
  ) -> [Move] {
    let columns =
      now.columns + was.columns.filter { old in !now.columns.contains { $0.id == old.id } }
    func cell(_ row: Sheet.Row?, _ sheet: Sheet, _ id: String) -> Sheet.Cell {
      guard let row, let place = sheet.columns.firstIndex(where: { $0.id == id }),
        place < row.cells.count
      else { return .blank }
      return row.cells[place]
    }
    let isBoth = pair.was != nil && pair.now != nil
    let moves = columns.compactMap { column -> Move? in
      let before = cell(pair.was, was, column.id)
      let after = cell(pair.now, now, column.id)
      guard !isSame(before, after) else { return nil }
      // A row that came or went tells its figures; its words are its name.
      if !isBoth, keys.contains(column.id) || !(before.isFigure || after.isFigure) { return nil }
      return Move(
        row: pair.name, column: column, was: before, now: after,
        difference: difference(before, after))
    }
    guard moves.isEmpty, !isBoth, let first = columns.first else { return moves }
    let (before, after) = (cell(pair.was, was, first.id), cell(pair.now, now, first.id))
    return [
      Move(row: pair.name, column: first, was: before, now: after, difference: .blank)
    ]
  }

  /// Nothing and a figure of zero are the same.
  private static func isSame(_ left: Sheet.Cell, _ right: Sheet.Cell) -> Bool {
    if left == right { return true }
    return left.isNothing && right.isNothing
  }

  private static func difference(_ was: Sheet.Cell, _ now: Sheet.Cell) -> Sheet.Cell {
    switch (was, now) {
    case (.money(let old, let exponent), .money(let new, let other)) where exponent == other:
      .money(new - old, exponent: exponent)
    case (.count(let old), .count(let new)): .count(new - old)
    case (.percent(let old), .percent(let new)): .percent(tenths: new - old)
    case (let old, let new) where old.isNothing: new.isFigure ? new : .blank
    case (let old, let new) where new.isNothing: old.negated
    default: .blank
    }
  }
}

extension Sheet.Cell {
  fileprivate var isFigure: Bool {
    switch self {
    case .money, .count, .percent: true
    case .text, .word, .nilValue, .blank: false
    }
  }

  fileprivate var isNothing: Bool {
    switch self {
    case .money(0, _), .count(0), .percent(0), .nilValue, .blank: true
    default: false
    }
  }

  fileprivate var negated: Sheet.Cell {
    switch self {
    case .money(let amount, let exponent): .money(-amount, exponent: exponent)
    case .count(let count): .count(-count)
    case .percent(let tenths): .percent(tenths: -tenths)
    case .text, .word, .nilValue, .blank: .blank
    }
  }
}
