public import FundDomain

/// A project's budget, year by year, against the money allotted to it, donor by donor: what is
/// still lacking, and what is funded twice. Then what was spent of it, by object class.
///
/// Money that is kept apart stands under its donor, a pool's under its sub-fund's code.
public struct GridReport: Report {
  /// Whose money it is.
  public struct Source: Hashable, Sendable {
    public let key: String
    public let title: String
    public let isPool: Bool
  }

  /// A line of the grid: US cents by source.
  public typealias Line = [Source: Int64]

  public let project: Project
  public let period: Period
  public let sources: [Source]
  /// The years of the budget or of an allotment, oldest first.
  public let years: [Int]
  let budget: [Int: Int64]
  let allotted: [Int: Line]
  let expenditure: [Account: Line]
  /// What earlier bienniums charged and came back, as what it adds to the authority.
  let savings: Line
  /// What corrects the charges of earlier bienniums, alike.
  let corrections: Line
  /// At the end of the period.
  let unobligated: Line
  public let foot: ReportFoot

  /// - Parameter budgetYears: the years of the budget that are shown; nil for all.
  /// - Throws: `does-not-foot` when the authority spent is not what was charged.
  public init(
    _ books: any Books, of project: Project, in period: Period,
    budgetYears: ClosedRange<Int>? = nil
  ) throws {
    let books = books.asAt(period.to)
    let project = try books.project(project.id, on: period.to)
    self.project = project
    self.period = period
    foot = try ReportFoot(books, asAt: period.to)
    let money = try Money(books, project, in: period)
    allotted = money.lines([.budgetIssued], by: { $0.year ?? 0 }, sign: -1)
    expenditure = money.lines(
      StatementLine.spending + [.programmeSupport, .expenditureInKind], by: \.account)
    savings = money.lines([.savings], by: { _ in 0 }, sign: -1)[0] ?? [:]
    corrections = money.lines([.priorPeriod], by: { _ in 0 }, sign: -1)[0] ?? [:]
    let upTo = try Money(books, project, in: Period(from: .first, to: period.to))
    unobligated = upTo.lines([.budgetUnobligated], by: { _ in 0 })[0] ?? [:]
    budget = project.budget.filter { budgetYears?.contains($0.year) ?? true }
      .reduce(into: [:]) { $0[$1.year, default: 0] += $1.usd }
    years = Set(budget.keys).union(allotted.keys).sorted()
    let lines =
      Array(allotted.values) + Array(expenditure.values) + [savings, corrections, unobligated]
    sources = Set(lines.flatMap(\.keys)).sorted {
      ($0.isPool ? 1 : 0, $0.key) < ($1.isPool ? 1 : 0, $1.key)
    }
    try requireFoots(money)
  }

  func sum(_ lines: some Sequence<Line>) -> Line {
    lines.reduce(into: [:]) { $0.merge($1) { $0 + $1 } }
  }

  func total(_ line: Line) -> Int64 { line.values.reduce(0, +) }

  /// For each source: authority issued is what is unobligated and spent, and what is spent is what
  /// was charged, less what came back.
  private func requireFoots(_ money: Money) throws {
    let inKind = expenditure[.expenditureInKind] ?? [:]
    let charged = sum(expenditure.values)
    let budget = money.lines([.budgetSpent], by: { _ in 0 })[0] ?? [:]
    let before =
      money.lines([.budgetSpent], by: { _ in 0 }, where: { $0.act == "opening" })[0] ?? [:]
    let unissued =
      money.lines(
        [.budgetIssued, .budgetUnobligated, .budgetSpent], by: { _ in 0 })[0] ?? [:]
    for source in sources {
      func of(_ line: Line) -> Int64 { line[source] ?? 0 }
      let spent = of(charged) - of(inKind) - of(savings) - of(corrections)
      guard of(unissued) == 0, spent == of(budget) - of(before) else {
        throw LedgerError.doesNotFoot(
          "\(project.code): \(dollars(spent)) was charged to \(source.key)'s money, authority for "
            + "\(dollars(of(budget) - of(before))) was spent")
      }
    }
  }
}

/// What was allotted to a project and charged to it, and goods given for it, by whose it is.
private struct Money {
  private let totals: [(total: Total, source: GridReport.Source)]

  init(_ books: any Books, _ project: Project, in period: Period) throws {
    let accounts =
      StatementLine.spending + [
        .programmeSupport, .savings, .priorPeriod, .budgetIssued, .budgetUnobligated, .budgetSpent,
      ]
    var all = try books.totals(
      TotalsQuery(
        accounts, by: [.donor, .year, .isKeptApart, .act], in: period,
        of: .allotments(ofProject: project.id)))
    all += try books.totals(
      TotalsQuery([.expenditureInKind], by: [.donor, .project], in: period)
    ).filter { $0.project == project.id }
    let funds = byID(try books.subFunds(on: period.to), \.id)
    let donors = try byID(books.donors(on: period.to), \.id)
    totals = all.map { total in
      guard let donor = total.donor.flatMap({ donors[$0] }), total.isKeptApart != false else {
        let fund = funds[total.subFund]
        return (
          total, GridReport.Source(key: fund?.code ?? "-", title: fund?.title ?? "-", isPool: true)
        )
      }
      return (total, GridReport.Source(key: donor.code, title: donor.name, isPool: false))
    }
  }

  func lines<Key: Hashable>(
    _ accounts: [Account], by key: (Total) -> Key, sign: Int64 = 1,
    where isIncluded: (Total) -> Bool = { _ in true }
  ) -> [Key: GridReport.Line] {
    var lines: [Key: GridReport.Line] = [:]
    for (total, source) in totals where accounts.contains(total.account) && isIncluded(total) {
      lines[key(total), default: [:]][source, default: 0] += sign * total.usd
    }
    return lines
  }
}
