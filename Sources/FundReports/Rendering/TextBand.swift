import Plain

/// Columns of a text table that stand side by side.
struct TextBand {
  /// What rows are called, where the first columns stand in another band.
  private let hasHead: Bool
  /// Where its columns stand in the table.
  private let places: [Int]
  /// The columns, the head first.
  private let columns: [TextColumn]

  /// - Parameters:
  ///   - columns: all of the table's.
  ///   - places: which of them are in this band.
  ///   - width: how many letters have room on a line, where that is limited.
  init(
    _ columns: [TextColumn], _ places: some Sequence<Int>, head: TextColumn?, into width: Int?
  ) {
    self.places = Array(places)
    hasHead = head != nil
    var own = (head.map { [$0] } ?? []) + self.places.map { columns[$0] }
    for index in own.indices { own[index].admitTitle() }
    if let width { TextColumn.fit(&own, into: width) }
    self.columns = own
  }

  /// As few bands as have room on lines of a width, even if text is cut as far as it may be.
  static func bands(
    _ columns: [TextColumn], _ places: [Int], _ head: TextColumn, _ width: Int
  ) -> [TextBand] {
    var bands: [[Int]] = []
    var used = 0
    for group in grouped(places, columns) {
      let needed = group.reduce(0) { $0 + TextColumn.gap.count + columns[$1].narrowest }
      if bands.isEmpty {
        bands = [group]
        used = needed - TextColumn.gap.count
      } else if used + needed <= width {
        bands[bands.count - 1] += group
        used += needed
      } else {
        bands.append(group)
        used = head.narrowest + needed
      }
    }
    return bands.enumerated().map { index, places in
      TextBand(columns, places, head: index == 0 ? nil : head, into: width)
    }
  }

  /// Columns that are not parted: one without a title goes with what stands before it.
  private static func grouped(_ places: [Int], _ columns: [TextColumn]) -> [[Int]] {
    places.reduce(into: []) { groups, place in
      if columns[place].title.isEmpty, !groups.isEmpty {
        groups[groups.count - 1].append(place)
      } else {
        groups.append([place])
      }
    }
  }

  /// The titles; where some are wrapped, all end on the line above the rule.
  var header: [String] {
    let titles = columns.map { $0.wrappedTitle() }
    let height = titles.map(\.count).max() ?? 0
    return (0..<height).map { level in
      laidOut(
        titles.map { title in
          let index = level - (height - title.count)
          return index < 0 ? .blank : ShownCell(text: title[index])
        })
    } + [rule]
  }

  var rule: String { String(repeating: "─", count: TextColumn.total(columns)) }

  /// The part of a row that stands in the band.
  func line(_ cells: [ShownCell], called name: ShownCell) -> String {
    let head = hasHead ? [ShownCell(text: cut(name.text, toWidth: columns[0].width))] : []
    return laidOut(head + places.map { cells[$0] })
  }

  private func laidOut(_ cells: [ShownCell]) -> String {
    withoutEndingBlanks(
      zip(columns, cells).map { $0.laidOut($1) }.joined(separator: TextColumn.gap))
  }
}
