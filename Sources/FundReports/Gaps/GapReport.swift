public import FundDomain

/// What approved projects still lack, by theme and region: what of their budgets is covered by
/// cash, what by pledges, what by nothing; and what general-purpose money could fill.
public struct GapReport: Report {
  /// How a budget is covered, in US cents; the parts add up to it.
  public struct Cover: Sendable {
    /// Allotted to the projects, or earmarked to them by name, up to their budgets.
    public var cash: Int64 = 0
    /// Outstanding on pledges that name them, up to what cash leaves.
    public var pledges: Int64 = 0
    public var uncovered: Int64 = 0
    /// Cash beyond the budgets: part of no budget.
    public var over: Int64 = 0

    public var budget: Int64 { cash + pledges + uncovered }
  }

  /// A theme in a region.
  public struct Cell: Sendable {
    let theme: RowKey
    let region: RowKey
    public let cover: Cover
  }

  /// By theme, then region.
  public let cells: [Cell]
  /// By programme.
  let programmes: [(row: RowKey, cover: Cover)]
  public let total: Cover
  /// General-purpose money that nobody has committed; not below zero.
  public let generalPurpose: Int64
  let notes: [String]
  public let foot: ReportFoot

  /// - Throws: `does-not-foot` when the cells do not add up to the projects' budgets.
  public init(_ books: any Books, regions: RegionScheme = .unodc, asAt: CalendarDate) throws {
    let books = books.asAt(asAt)
    foot = try ReportFoot(books, asAt: asAt)
    let needs = try Needs(books, asAt: asAt)
    notes = needs.footnotes
    let themes = try Apportioning(books, by: .theme, regions, on: asAt)
    let places = try Apportioning(books, by: .region, regions, on: asAt)
    let programme = try Apportioning(books, by: .programme, regions, on: asAt)
    var cells: [RowKey: [RowKey: Cover]] = [:]
    var programmes: [RowKey: Cover] = [:]
    for need in needs.all {
      let byTheme = themes.rows(of: need.project).merged
      let byRegion = places.rows(of: need.project).merged
      for (theme, cover) in zip(byTheme, need.covers(over: byTheme.map(\.weight))) {
        for (region, part) in zip(byRegion, cover.split(over: byRegion.map(\.weight))) {
          cells[theme.row, default: [:]][region.row, default: Cover()] += part
        }
        for row in programme.rows(of: need.project) {
          programmes[row.row, default: Cover()] += cover
        }
      }
    }
    self.cells = cells.sorted { $0.key < $1.key }.flatMap { theme, regions in
      regions.sorted { $0.key < $1.key }.map { Cell(theme: theme, region: $0.key, cover: $0.value) }
    }.filter { $0.cover.budget != 0 || $0.cover.over != 0 }
    self.programmes = programmes.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
      .filter { $0.1.budget != 0 || $0.1.over != 0 }
    total = self.cells.reduce(into: Cover()) { $0 += $1.cover }
    let pool = try books.subFunds(on: asAt).first { $0.code == "GP" }
    let sums = try pool.map { try books.uncommitted(in: $0.id, upTo: asAt) }
    generalPurpose = max(sums.map { min($0.pool, $0.uncommitted) } ?? 0, 0)
    try requireFoots(needs)
  }

  private func requireFoots(_ needs: Needs) throws {
    let budget = needs.all.reduce(0) { $0 + $1.project.budgetTotal }
    let funded = needs.all.reduce(0) { $0 + $1.money.funded }
    let programmes = programmes.reduce(into: Cover()) { $0 += $1.cover }
    guard total.budget == budget, total.cash + total.over == funded,
      programmes.budget == budget, programmes.uncovered == total.uncovered
    else {
      throw LedgerError.doesNotFoot(
        "the themes' budgets add up to \(dollars(total.budget)), the programmes' to "
          + "\(dollars(programmes.budget)), the projects' to \(dollars(budget))")
    }
  }
}

extension Needs.Need {
  /// Its cover over the rows that it has shares in: in each what its own part of the budget lacks.
  fileprivate func covers(over weights: [Int64]) -> [GapReport.Cover] {
    zip(money.split(over: weights), apportion(pledged, over: weights)).map { part, pledged in
      let pledges = min(max(pledged, 0), part.gap)
      return GapReport.Cover(
        cash: part.budget - part.gap, pledges: pledges, uncovered: part.gap - pledges,
        over: part.over)
    }
  }
}

extension GapReport.Cover {
  fileprivate func split(over weights: [Int64]) -> [Self] {
    let parts = [cash, pledges, uncovered, over].map { apportion($0, over: weights) }
    return weights.indices.map {
      Self(cash: parts[0][$0], pledges: parts[1][$0], uncovered: parts[2][$0], over: parts[3][$0])
    }
  }

  static func += (left: inout Self, right: Self) {
    left.cash += right.cash
    left.pledges += right.pledges
    left.uncovered += right.uncovered
    left.over += right.over
  }
}
