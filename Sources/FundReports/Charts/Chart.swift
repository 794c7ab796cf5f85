import FundDomain
import Plain

/// Figures that people would rather look at than read: a value, from which the picture and the
/// words beside it are both made, so that they say the same.
public struct Chart: Sendable, Hashable {
  /// How the figures are drawn.
  public enum Form: Sendable, Hashable {
    /// For each item a bar of each series, one under the other.
    case bars
    /// For each item one bar, made of its series.
    case stackedBars
    /// One bar, the whole, made of the items of the one series.
    case shares
    /// A table of items by series, each figure on a shade that says how large it is.
    case heat
    /// The items from left to right, a line for each series.
    case line
  }

  /// What is counted.
  public enum Unit: Sendable, Hashable {
    /// US cents.
    case dollars
    /// Things, named in the plural.
    case count(of: String)
  }

  /// A year, a donor, a theme … with its figure of each series.
  public struct Item: Sendable, Hashable {
    public var label: String
    public var figures: [Int64]

    public init(_ label: String, _ figures: [Int64]) {
      self.label = label
      self.figures = figures
    }
  }

  /// A figure that the others are held against, such as the forty ratifications of a treaty.
  public struct Mark: Sendable, Hashable {
    public var label: String
    public var figure: Int64

    public init(_ label: String, at figure: Int64) {
      self.label = label
      self.figure = figure
    }
  }

  public let form: Form
  public let title: String
  public let unit: Unit
  public let series: [String]
  /// Whether the series are named: where there is but one by its nature, the title says it.
  let hasKey: Bool
  public let items: [Item]
  public let mark: Mark?

  /// A chart, or none where there is nothing to see: no figure but zero, or shares of a whole that
  /// is not above zero.
  ///
  /// Parts that are zero everywhere are left out. Where there is more than can be told apart, or
  /// than stands on a sheet of paper, what is smallest becomes "Others"; the figures still add up
  /// to the same.
  ///
  /// - Parameter mark: only a line has one.
  public init?(
    _ form: Form, _ title: String, in unit: Unit = .dollars, series: [String], items: [Item],
    mark: Mark? = nil
  ) {
    precondition(items.allSatisfy { $0.figures.count == series.count }, "a figure of each series")
    precondition(form != .shares || series.count == 1, "shares are of one whole")
    precondition(mark == nil || form == .line, "only a line is held against a mark")
    guard items.contains(where: { $0.figures.contains { $0 != 0 } }) else { return nil }
    var table = ChartTable(series: series, items: items)
    switch form {
    case .bars:
      table = table.atMost(series: 8)
      table = table.atMost(items: Chart.itemsOfPage(bars: table.series.count))
    case .stackedBars:
      table = table.withoutEmptySeries.atMost(items: Chart.itemsOfPage(bars: 1), series: 8)
    case .shares: table = table.largestFirst.atMost(items: 8)
    case .line: table = table.atMost(series: 8)
    case .heat: break
    }
    if form == .shares {
      guard table.items.allSatisfy({ $0.figures[0] >= 0 }) else { return nil }
    }
    self.form = form
    self.title = title
    self.unit = unit
    self.series = table.series
    hasKey = series.count > 1
    self.items = table.items
    self.mark = mark
  }

  /// The unit as it stands under a title.
  var unitTitle: String {
    switch unit {
    case .dollars: "United States dollars"
    case .count(let things): things.capitalizedFirst
    }
  }

  /// A figure in full, an em dash for nil.
  func shown(_ figure: Int64) -> String {
    if figure == 0 { return "—" }
    return grouped(figure, exponent: unit == .dollars ? 2 : 0)
  }
}

/// The figures of a chart, which are brought into the size that can be looked at.
struct ChartTable {
  var series: [String]
  var items: [Chart.Item]

  /// The same without the series that have nothing to show.
  var withoutEmptySeries: ChartTable {
    let kept = series.indices.filter { place in items.contains { $0.figures[place] != 0 } }
    return ChartTable(
      series: kept.map { series[$0] },
      items: items.map { item in Chart.Item(item.label, kept.map { item.figures[$0] }) })
  }

  /// The same in the order of the first series, zeros left out.
  var largestFirst: ChartTable {
    let order = items.indices.filter { items[$0].figures[0] != 0 }
      .sorted { (items[$1].figures[0], $0) < (items[$0].figures[0], $1) }
    return ChartTable(series: series, items: order.map { items[$0] })
  }

  /// The same with the smallest items and series brought together as others.
  func atMost(items most: Int = .max, series mostSeries: Int = .max) -> ChartTable {
    var table = self
    let seriesSizes = series.indices.map { place in size(items.map { $0.figures[place] }) }
    if let (kept, rest) = Self.divided(seriesSizes, atMost: mostSeries) {
      table.series = kept.map { series[$0] } + ["Others (\(rest.count))"]
      table.items = items.map { item in
        let others = rest.reduce(0) { $0 + item.figures[$1] }
        return Chart.Item(item.label, kept.map { item.figures[$0] } + [others])
      }
    }
    if let (kept, rest) = Self.divided(table.items.map { size($0.figures) }, atMost: most) {
      let others = table.series.indices.map { place in
        rest.reduce(0) { $0 + table.items[$1].figures[place] }
      }
      table.items = kept.map { table.items[$0] }
      if others.contains(where: { $0 != 0 }) {
        table.items.append(Chart.Item("Others (\(rest.count))", others))
      }
    }
    return table
  }

  /// The places of the largest in their order, and of the rest; nil where there is no rest.
  private static func divided(
    _ sizes: [UInt64], atMost most: Int
  ) -> (kept: [Int], rest: [Int])? {
    guard sizes.count > most else { return nil }
    let largest = sizes.indices.sorted { (sizes[$1], $0) < (sizes[$0], $1) }
    let kept = Set(largest.prefix(most - 1))
    return (sizes.indices.filter(kept.contains), sizes.indices.filter { !kept.contains($0) })
  }

  private func size(_ figures: [Int64]) -> UInt64 {
    figures.reduce(0) { max($0, $1.magnitude) }
  }
}
