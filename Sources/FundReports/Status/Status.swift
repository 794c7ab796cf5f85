public import FundDomain

/// Where the Fund stands on a day, on one screen: what it has, what is overdue, what checks find,
/// and what to do next.
public struct Status: Report {
  /// What a sub-fund with its parts has, in US cents.
  public struct Standing: Sendable {
    public var cash: Int64 = 0
    public var receivable: Int64 = 0
    public var unliquidated: Int64 = 0
    public var unobligated: Int64 = 0
    public var uncommitted: Int64 = 0
  }

  /// Some pledges together, and what of them it is about, in US cents.
  public struct Pledges: Sendable {
    public let count: Int
    public let usd: Int64

    init(_ items: [DueList.Item]) {
      count = Set(items.map(\.key)).count
      usd = items.reduce(0) { $0 + ($1.usd ?? 0) }
    }
  }

  public let file: String
  public let subFunds: [SubFund]
  let standings: [EntryNumber: Standing]
  public let total: Standing
  /// What was due before the day and is not paid.
  public let overdue: Pledges
  /// What is unspent of what is to be used soon, or was to be used before.
  public let useBy: Pledges
  public let checks: CheckReport
  /// Commands that are worth running now.
  public let next: [String]
  public let foot: ReportFoot

  public init(_ books: any Books, file: String, asAt: CalendarDate) throws {
    self.file = file
    foot = try ReportFoot(books, asAt: asAt)
    let look = Inspection(books, on: asAt)
    subFunds = try look.subFunds()
    let tree = SubFundTree(subFunds)
    let standings = try Self.standings(look, tree)
    self.standings = standings
    total = tree.roots.reduce(into: Standing()) { $0 += standings[$1] ?? Standing() }
    overdue = Pledges(try look.instalments(by: asAt.previous))
    useBy = Pledges(try look.usesBy(asAt.adding(days: Check.useByDays)))
    checks = try CheckReport(look, Check.usual(strictToo: false))
    next = try Self.next(look, overdue, useBy, checks)
  }

  private static func standings(
    _ look: Inspection, _ tree: SubFundTree
  ) throws -> [EntryNumber: Standing] {
    func sums(_ account: Account) throws -> [EntryNumber: Int64] {
      let totals = try look.books.totals(TotalsQuery([account], in: look.upToDay))
      return tree.consolidated(
        Dictionary(totals.map { ($0.subFund, $0.usd) }, uniquingKeysWith: +))
    }
    let (cash, receivable) = (try sums(.cash), try sums(.pledgesReceivable))
    let (owed, allotted) = (try sums(.obligations), try sums(.budgetUnobligated))
    let free = tree.consolidated(
      try Dictionary(
        uniqueKeysWithValues: tree.all.map {
          ($0, try look.books.uncommitted(in: $0, upTo: look.day).uncommitted)
        }))
    return Dictionary(
      uniqueKeysWithValues: tree.all.map { id in
        (
          id,
          Standing(
            cash: cash[id] ?? 0, receivable: receivable[id] ?? 0, unliquidated: -(owed[id] ?? 0),
            unobligated: allotted[id] ?? 0, uncommitted: free[id] ?? 0)
        )
      })
  }

  /// What to do next: the most pressing first.
  private static func next(
    _ look: Inspection, _ overdue: Pledges, _ useBy: Pledges, _ checks: CheckReport
  ) throws -> [String] {
    guard try !look.donors().isEmpty else { return ["cpcjf add donor", "cpcjf help imports"] }
    var next: [String] = []
    if !checks.isFine { next.append("cpcjf check") }
    if overdue.count > 0 { next.append("cpcjf report pledges") }
    if overdue.count + useBy.count > 0 { next.append("cpcjf due") }
    return next.isEmpty ? ["cpcjf report biennium \(Biennium(of: look.day))"] : next
  }
}

extension Status.Standing {
  static func += (left: inout Self, right: Self) {
    left.cash += right.cash
    left.receivable += right.receivable
    left.unliquidated += right.unliquidated
    left.unobligated += right.unobligated
    left.uncommitted += right.uncommitted
  }

  /// Its figures by the names that programs read them by.
  var figures: [(id: String, cents: Int64)] {
    [
      ("cash", cash), ("receivable", receivable), ("unliquidated", unliquidated),
      ("unobligated", unobligated), ("uncommitted", uncommitted),
    ]
  }
}
