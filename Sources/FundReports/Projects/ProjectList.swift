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
  let backdated: Backdated
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
    let places = try Places(books, by: grouping, regions, on: asAt)
    var items: [RowKey: [Item]] = [:]
    let projects = try books.projects(on: asAt).filter(includes)
    for project in projects {
      let rows = places.of(project)
      for (row, part) in zip(rows, money(project).split(over: rows.map(\.weight))) {
        items[row.row, default: []].append(Item(project: project, money: part))
      }
    }
    groups = items.sorted { $0.key < $1.key }
      .filter { wanted == nil || $0.key.key == wanted }
      .map { Group(key: $0.key.key, title: $0.key.title, items: $0.value) }
    totals = groups.flatMap(\.items).reduce(into: Money()) { $0 += $1.money }
    let shown = Set(groups.flatMap(\.items).map(\.project.id))
    backdated = try Backdated(books, projects.filter { shown.contains($0.id) }, on: asAt)
  }

  /// What projects have, and spent in a period.
  static func money(
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

extension ProjectList {
  /// Where projects stand: the region, theme or status, with the share that each has.
  struct Places {
    private let grouping: Grouping?
    private let apportioning: Apportioning?

    init(
      _ books: any Books, by grouping: Grouping?, _ regions: RegionScheme, on day: CalendarDate
    ) throws {
      self.grouping = grouping
      let dimension: Dimension? =
        switch grouping {
        case .region: .region
        case .theme: .theme
        default: nil
        }
      apportioning = try dimension.map { try Apportioning(books, by: $0, regions, on: day) }
    }

    /// The rows of a project, each once.
    func of(_ project: Project) -> [Weighted] {
      if let apportioning { return apportioning.rows(of: project).merged }
      let status = project.status
      let row =
        grouping == .status
        ? RowKey(
          status.rawValue, status.rawValue.capitalizedFirst,
          order: ProjectStatus.allCases.firstIndex(of: status)!)
        : RowKey("all", "All projects")
      return [Weighted(row: row, weight: 1)]
    }
  }
}

extension ProjectList.Money {
  /// Its parts; they add up, and in each the gap is what its own budget lacks.
  func split(over weights: [Int64]) -> [Self] {
    let parts = [budget, funded, spent].map { apportion($0, over: weights) }
    return weights.indices.map {
      Self(budget: parts[0][$0], funded: parts[1][$0], spent: parts[2][$0])
    }
  }

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
