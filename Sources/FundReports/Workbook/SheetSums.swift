/// Which rows of a table each of its sums adds up, told from the figures, for Excel to compute.
///
/// A sum that is not the sum of rows above it has no formula and stays a figure.
struct SheetSums {
  /// The rows that a sum adds up, from top to bottom.
  private typealias Parts = [Footing.Part]

  /// The figures of one column.
  fileprivate struct Column {
    let exponent: Int
    var lines: [Footing.Line] = []
    /// The rows in which something counts that is no part of any sum.
    var apart: [Int] = []
    /// Whether Excel counts all of it exactly.
    var isExact = true
  }

  private var columns: [Int: Column] = [:]

  /// Whether Excel, which has fifteen digits, keeps every one of a figure.
  static func isExact(_ figure: Int64) -> Bool { figure.magnitude <= 999_999_999_999_999 }

  /// Takes note of a row.
  mutating func admit(_ row: Sheet.Row, at index: Int) {
    for (place, cell) in row.cells.enumerated() {
      guard let (amount, exponent) = cell.figure else { continue }
      var column = columns.removeValue(forKey: place) ?? Column(exponent: exponent)
      let isPart = [.plain, .subtotal, .total].contains(row.style) && exponent == column.exponent
      if isPart {
        column.lines.append(
          Footing.Line(
            row: index, amount: amount, isSum: row.style != .plain, isSubtracted: row.subtracted,
            isApart: row.isApart))
      } else {
        column.apart.append(index)
      }
      column.isExact = column.isExact && SheetSums.isExact(amount)
      columns[place] = column
    }
  }

  /// The formula of each sum, by its row and column.
  ///
  /// Columns agree on what a sum is made of wherever their figures do.
  ///
  /// - Parameter cell: what Excel calls the cell in a row and a column.
  func formulas(_ cell: (_ row: Int, _ column: Int) -> String) -> [Place: String] {
    var parts: [Int: [Int: Parts]] = [:]
    for (place, column) in columns where column.isExact {
      for sum in Footing(column.lines).sums { parts[sum.row, default: [:]][place] = sum.parts }
    }
    let amounts = columns.mapValues { column in
      Dictionary(uniqueKeysWithValues: column.lines.map { ($0.row, $0.amount) })
    }
    var formulas: [Place: String] = [:]
    for (row, found) in parts {
      func holds(_ parts: Parts, _ place: Int) -> Bool {
        parts.reduce(0) { sum, part in
          let amount = amounts[place]?[part.row] ?? 0
          return sum &+ (part.isSubtracted ? 0 &- amount : amount)
        } == amounts[place]?[row]
      }
      let summed = columns.keys.filter { amounts[$0]?[row] != nil && columns[$0]?.isExact == true }
      let candidates = found.sorted { $0.key < $1.key }.map { place, parts in
        (place: place, parts: parts, holds: summed.count { holds(parts, $0) })
      }
      let likeliest = candidates.sorted { ($1.holds, $0.place) < ($0.holds, $1.place) }
      for place in summed {
        guard let parts = likeliest.first(where: { holds($0.parts, place) })?.parts,
          let column = columns[place]
        else { continue }
        formulas[Place(row: row, column: place)] = column.formula(parts) { cell($0, place) }
      }
    }
    return formulas
  }

  /// Where a row and a column meet.
  struct Place: Hashable {
    let row: Int
    let column: Int
  }
}

extension SheetSums.Column {
  /// Rows next to one another are a range, where nothing between them counts that is no part.
  fileprivate func formula(_ parts: [Footing.Part], _ cell: (Int) -> String) -> String? {
    let figures = (lines.map(\.row) + apart).sorted()
    let order = Dictionary(uniqueKeysWithValues: figures.enumerated().map { ($1, $0) })
    var runs: [(from: Int, to: Int, isSubtracted: Bool)] = []
    for part in parts {
      if let last = runs.last, last.isSubtracted == part.isSubtracted,
        let before = order[last.to], let now = order[part.row], now == before + 1
      {
        runs[runs.count - 1].to = part.row
      } else {
        runs.append((part.row, part.row, part.isSubtracted))
      }
    }
    // Excel takes no more arguments.
    guard runs.count <= 250 else { return nil }
    func sum(_ isSubtracted: Bool) -> String? {
      let ranges = runs.filter { $0.isSubtracted == isSubtracted }
        .map { $0.from == $0.to ? cell($0.from) : "\(cell($0.from)):\(cell($0.to))" }
      return ranges.isEmpty ? nil : "SUM(\(ranges.joined(separator: ",")))"
    }
    let terms = (sum(false) ?? "") + (sum(true).map { "-" + $0 } ?? "")
    return terms.isEmpty ? nil : "ROUND(\(terms),\(exponent))"
  }
}

extension Sheet.Cell {
  /// An amount or a number of things, with how many of its digits are decimals.
  fileprivate var figure: (amount: Int64, exponent: Int)? {
    switch self {
    case .money(let amount, let exponent): (amount, exponent)
    case .count(let count): (count, 0)
    case .text, .word, .percent, .nilValue, .blank: nil
    }
  }
}
