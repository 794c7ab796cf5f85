public import FundDomain

/// How far gender equality, or another objective, is that of the Fund's projects: by number and by
/// money, with those that nobody assessed (resolution 56/123, paragraph 20).
public struct GenderReport: Report {
  /// The projects of a score; nil for those that nobody assessed.
  public struct Row: Sendable {
    public let score: MarkerScore?
    public let projects: [Project]
    let amounts: ProjectMoney.Amounts
  }

  /// The objective; nil for gender equality.
  public let marker: PolicyMarker?
  public let period: Period
  /// From the principal objective down, the unmarked last.
  public let rows: [Row]
  let money: ProjectMoney
  public let foot: ReportFoot

  /// - Throws: `does-not-foot` when what was spent is not the statement's expenditure.
  public init(_ books: any Books, of marker: PolicyMarker? = nil, in period: Period) throws {
    let books = books.asAt(period.to)
    self.marker = marker
    self.period = period
    foot = try ReportFoot(books, asAt: period.to)
    let money = try ProjectMoney(books, in: period)
    self.money = money
    let scores: [MarkerScore?] = MarkerScore.allCases.reversed() + [nil]
    rows = scores.map { score in
      let projects = money.projects.filter { $0.score(of: marker) == score }
      return Row(
        score: score, projects: projects,
        amounts: projects.reduce(ProjectMoney.Amounts()) { $0 + money.of($1) })
    }
    let shown = rows.reduce(money.without) { $0 + $1.amounts }
    guard shown == money.whole, rows.reduce(0, { $0 + $1.projects.count }) == money.projects.count
    else {
      throw LedgerError.doesNotFoot(
        "spent by marker", shown.spent, "all of it", money.whole.spent)
    }
  }
}

extension Project {
  /// What a policy marker is scored; nil for gender equality, which is a field of its own.
  fileprivate func score(of marker: PolicyMarker?) -> MarkerScore? {
    guard let marker else { return gender.flatMap(MarkerScore.init) }
    return markers.first { $0.marker == marker }?.score
  }
}
