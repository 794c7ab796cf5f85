/// Which lines of one column each subtotal and total is the sum of, read from the figures.
///
/// A sum is made of the plain lines since the sum before it, or else of the longest run of lines
/// right above it that are part of no sum yet (so totals are made of subtotals); they must add up
/// to it exactly. One step a line: prefix sums tell where a run could begin.
struct Footing {
  /// One figure of the column.
  struct Line {
    var row: Int
    var amount: Int64
    var isSum: Bool
    var isSubtracted: Bool
    /// Whether the next sum leaves it out.
    var isApart = false
  }

  /// A line that a sum adds up, or takes away.
  struct Part: Hashable {
    let row: Int
    let isSubtracted: Bool
  }

  private let lines: [Line]
  /// The parts of each sum, as indices of `lines`.
  private var parts: [Int: [Int]] = [:]
  /// Lines that are part of no sum yet, and before each of them what those above it add up to.
  private var open: [Int] = []
  private var above: [Int64] = [0]
  /// Where among `above` an amount comes first.
  private var first: [Int64: Int] = [0: 0]
  /// Where among `open` the plain lines since the last sum begin.
  private var firstPlain = 0

  init(_ lines: [Line]) {
    self.lines = lines
    for index in lines.indices {
      if lines[index].isSum { close(index) }
      push(index)
      if lines[index].isSum || lines[index].isApart { firstPlain = open.count }
    }
  }

  /// The sums whose parts are known, each with them.
  var sums: [(row: Int, parts: [Part])] {
    parts.sorted { $0.key < $1.key }.map { sum, parts in
      let own = parts.map { Part(row: lines[$0].row, isSubtracted: lines[$0].isSubtracted) }
      return (lines[sum].row, own)
    }
  }

  /// Each line as a number of units, with parts that add up to their sum as rounded.
  ///
  /// From the bottom up, as a sum stands under its parts: it is rounded before them.
  func rounded(unit: Int64) -> [(row: Int, units: Int64)] {
    var units = [Int64?](repeating: nil, count: lines.count)
    for index in lines.indices.reversed() {
      let total = units[index] ?? FundReports.rounded(lines[index].amount, unit: unit)
      units[index] = total
      guard let parts = parts[index] else { continue }
      let amounts = parts.map { signed($0) }
      guard let rounded = FundReports.rounded(parts: amounts, reaching: total, unit: unit)
      else { continue }
      for (part, figure) in zip(parts, rounded) {
        units[part] = lines[part].isSubtracted ? -figure : figure
      }
    }
    return lines.indices.map { (lines[$0].row, units[$0] ?? 0) }
  }

  /// Finds the parts of a sum among the open lines; a sum of nothing known ends its plain lines.
  private mutating func close(_ sum: Int) {
    let before = above[open.count] &- lines[sum].amount
    let start = above[firstPlain] == before ? firstPlain : first[before]
    if let start, start < open.count {
      parts[sum] = Array(open[start...])
      pop(to: start)
    } else {
      pop(to: firstPlain)
    }
  }

  private mutating func push(_ index: Int) {
    open.append(index)
    let sum = above[open.count - 1] &+ signed(index)
    above.append(sum)
    if first[sum] == nil { first[sum] = open.count }
  }

  private mutating func pop(to count: Int) {
    while open.count > count {
      if first[above[open.count]] == open.count { first[above[open.count]] = nil }
      open.removeLast()
      above.removeLast()
    }
  }

  /// What a line adds to the sum that it belongs to.
  private func signed(_ index: Int) -> Int64 {
    lines[index].isSubtracted ? 0 &- lines[index].amount : lines[index].amount
  }
}
