/// The rows of two sheets of one report, each with the row of the other that is called the same.
struct RowPairs {
  /// A row that was, the same row now, or both.
  struct Pair {
    let name: String
    let was: Sheet.Row?
    let now: Sheet.Row?
  }

  /// The rows in the order in which they stand now; those that are gone stand before the row that
  /// once followed them.
  let all: [Pair]
  /// The columns that rows are called by.
  let keyColumns: Set<String>

  init(_ was: Sheet, _ now: Sheet) {
    let width = min(was.leadingColumns, now.leadingColumns)
    // The fewest first columns that tell the rows apart in both sheets; a heading over them counts
    // only where it must.
    let schemes = (1...max(width, 1)).flatMap { [Scheme($0, false), Scheme($0, true)] }
    let scheme =
      schemes.first { $0.isUnique(in: was) && $0.isUnique(in: now) }
      ?? Scheme(max(width, 1), true)
    keyColumns = Set(now.columns.prefix(scheme.columns).map(\.id))
    let old = scheme.named(was)
    let new = scheme.named(now)
    var places = Dictionary(grouping: old.indices) { old[$0].key }
    var gone = Set(old.indices)
    var partners = new.map { row -> Int? in
      guard let place = places[row.key]?.first else { return nil }
      places[row.key]?.removeFirst()
      gone.remove(place)
      return place
    }
    // A sum may count in its name what it sums: under one heading such rows stand in their order.
    for index in new.indices where partners[index] == nil && new[index].row.style.isSum {
      guard
        let place = gone.sorted().first(where: {
          old[$0].heading == new[index].heading && old[$0].row.style == new[index].row.style
        })
      else { continue }
      partners[index] = place
      gone.remove(place)
    }
    var lost = gone.sorted()[...]
    var pairs: [Pair] = []
    for (row, partner) in zip(new, partners) {
      while let place = lost.first, let partner, place < partner {
        pairs.append(Pair(name: old[place].name, was: old[place].row, now: nil))
        lost.removeFirst()
      }
      pairs.append(Pair(name: row.name, was: partner.map { old[$0].row }, now: row.row))
    }
    all = pairs + lost.map { Pair(name: old[$0].name, was: old[$0].row, now: nil) }
  }

  /// What rows are told apart by.
  private struct Scheme {
    let columns: Int
    let usesHeading: Bool

    init(_ columns: Int, _ usesHeading: Bool) {
      self.columns = columns
      self.usesHeading = usesHeading
    }

    struct Named {
      let row: Sheet.Row
      let heading: String
      let key: String
      let name: String
    }

    func isUnique(in sheet: Sheet) -> Bool {
      var seen: Set<String> = []
      return named(sheet).allSatisfy { seen.insert($0.key).inserted }
    }

    func named(_ sheet: Sheet) -> [Named] {
      var heading = ""
      // Totals at the end are of the whole, and stand under no heading.
      let end = sheet.rows.lastIndex { $0.style != .total } ?? 0
      return sheet.rows.enumerated().compactMap { place, row in
        if place > end { heading = "" }
        let words = row.cells.map(\.words)
        guard row.style != .heading else {
          heading = words.filter { !$0.isEmpty }.joined(separator: " ")
          return nil
        }
        let key = words.prefix(columns).joined(separator: "\u{1F}")
        let own = words.prefix(columns).filter { !$0.isEmpty }
        let name = own.isEmpty ? words.first { !$0.isEmpty } ?? "" : own.joined(separator: " ")
        let over = usesHeading && !heading.isEmpty
        return Named(
          row: row, heading: heading, key: (over ? heading + "\u{1E}" : "") + key,
          name: (over ? heading + ": " : "") + name)
      }
    }
  }
}

extension Sheet {
  /// How many columns come before the first that holds money or shares: what rows are called by.
  fileprivate var leadingColumns: Int {
    columns.prefix { $0.kind != .money && $0.kind != .percent }.count
  }
}

extension Sheet.Cell {
  /// The cell as a part of a name.
  fileprivate var words: String {
    switch self {
    case .text(let text), .word(let text): text
    case .count(let count): String(count)
    case .money, .percent, .nilValue, .blank: ""
    }
  }
}
