public import FundDomain
import Plain

/// Projects grouped by region, theme or status, each with its share of the money: a project that
/// serves two regions stands under both, and the totals add up to the Fund's.
public struct ProjectList: Report {
  /// What projects stand under.
  public enum Grouping: String, CaseIterable, Sendable {
    case region, theme, status
  }

  /// A project's money, in US cents.
  public struct Money: Sendable {
    public var budget: Int64 = 0
    /// Allotted to it, and cash earmarked to it by name and not yet allotted.
    public var funded: Int64 = 0
    /// Expenditure with its support cost, in the period asked for.
    public var spent: Int64 = 0
    /// What the budget still lacks; not below zero.
    public var gap: Int64 = 0
    /// What was funded beyond the budget; not below zero.
    public var over: Int64 = 0

    public init(budget: Int64 = 0, funded: Int64 = 0, spent: Int64 = 0) {
      self.budget = budget
      self.funded = funded
      self.spent = spent
      gap = max(budget - funded, 0)
      over = max(funded - budget, 0)
    }
  }

  /// A project, with the part of its money that its group has.
  public struct Item: Sendable {
    public let project: Project
    public let money: Money
  }

  /// A region, theme or status with its projects.
  public struct Group: Sendable {
    public let key: String
    public let title: String
    public let items: [Item]
  }

  public let grouping: Grouping?
  public let groups: [Group]
  public let totals: Money
  public let foot: ReportFoot

  /// Lists projects as they are on a day.
  ///
  /// - Parameters:
  ///   - includes: which projects to show.
  ///   - period: limits what was spent, not what was funded.
  public init(
    _ books: any Books, by grouping: Grouping?, regions: RegionScheme = .unodc, in period: Period,
    asAt: CalendarDate, includes: (Project) -> Bool = { _ in true },
    group wanted: String? = nil
  ) throws {
    let books = books.asAt(asAt)
    self.grouping = grouping
    foot = try ReportFoot(books, asAt: asAt)
    let money = try Self.money(books, in: period, asAt: asAt)
    let projects = try books.projects(on: asAt).filter(includes)
    let dimension: Dimension? =
      switch grouping {
      case .region: .region
      case .theme: .theme
      default: nil
      }
    let apportioning = try dimension.map {
      try Apportioning(books, by: $0, regions, on: asAt)
    }
    var items: [RowKey: [Item]] = [:]
    for project in projects {
      let own = money(project)
      if let apportioning {
        for (row, part) in Self.split(own, over: apportioning.rows(of: project)) {
          items[row, default: []].append(Item(project: project, money: part))
        }
      } else {
        let status = project.status
        let row =
          grouping == .status
          ? RowKey(
            status.rawValue, status.rawValue.capitalizedFirst,
            order: ProjectStatus.allCases.firstIndex(of: status)!)
          : RowKey("all", "All projects")
        items[row, default: []].append(Item(project: project, money: own))
      }
    }
    groups = items.sorted { $0.key < $1.key }
      .filter { wanted == nil || $0.key.key == wanted }
      .map { Group(key: $0.key.key, title: $0.key.title, items: $0.value) }
    totals = groups.flatMap(\.items).reduce(into: Money()) { $0 += $1.money }
  }

  /// A project's money over the rows that it has shares in, each once; the parts add up, and in
  /// each part the gap is what its own budget lacks.
  private static func split(_ money: Money, over rows: [Weighted]) -> [(RowKey, Money)] {
    var order: [RowKey] = []
    var weights: [RowKey: Int64] = [:]
    for row in rows {
      if weights[row.row] == nil { order.append(row.row) }
      weights[row.row, default: 0] += row.weight
    }
    let shares = order.map { weights[$0]! }
    func parts(_ cents: Int64) -> [Int64] { apportion(cents, over: shares) }
    let columns = [parts(money.budget), parts(money.funded), parts(money.spent)]
    return order.enumerated().map { place, row in
      (
        row,
        Money(budget: columns[0][place], funded: columns[1][place], spent: columns[2][place])
      )
    }
  }

  private static func money(
    _ books: any Books, in period: Period, asAt: CalendarDate
  ) throws -> (Project) -> Money {
    let upTo = Period(from: .first, to: asAt)
    var left: [String: Int64] = [:]
    let kept = TotalsQuery(
      [.cash, .deferredIncome, .budgetIssued, .refunds], by: [.earmark, .isKeptApart], in: upTo)
    for total in try books.totals(kept) where total.isKeptApart == true {
      let codes = total.earmark?.values(of: .project) ?? []
      guard !codes.isEmpty else { continue }
      let cents = Position.left(total.account, total.usd)
      for (code, part) in zip(codes, apportion(cents, over: codes.map { _ in 1 })) {
        left[code, default: 0] += part
      }
    }
    func sums(_ accounts: [Account], _ period: Period) throws -> [EntryNumber: Int64] {
      var sums: [EntryNumber: Int64] = [:]
      for total in try books.totals(TotalsQuery(accounts, by: [.project], in: period)) {
        if let project = total.project { sums[project, default: 0] += total.usd }
      }
      return sums
    }
    let issued = try sums([.budgetIssued], upTo)
    let spent = try sums(StatementLine.spending + [.programmeSupport], period)
    return { project in
      Money(
        budget: project.budgetTotal,
        funded: (left[project.code] ?? 0) - (issued[project.id] ?? 0),
        spent: spent[project.id] ?? 0)
    }
  }
}

extension ProjectList.Money {
  static func += (left: inout Self, right: Self) {
    left.budget += right.budget
    left.funded += right.funded
    left.spent += right.spent
    left.gap += right.gap
    left.over += right.over
  }

  var cells: [Sheet.Cell] {
    [.dollars(budget), .dollars(funded), .dollars(spent), .dollars(gap), .dollars(over)]
  }

  var json: [(String, JSON)] {
    [
      ("budget", .dollars(budget)), ("funded", .dollars(funded)), ("spent", .dollars(spent)),
      ("gap", .dollars(gap)), ("over", .dollars(over)),
    ]
  }
}

extension String {
  /// The same text with a capital first letter.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
