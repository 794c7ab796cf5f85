public import FundDomain

/// The projects that other funds give to, with what this Fund allots to them beside it (resolution
/// 56/123, paragraphs 9 and 13). Theirs is a memorandum: it stands in no account.
public struct SynergiesReport: Report {
  /// A project with what each other fund gives to it, in US cents.
  public struct Row: Sendable {
    public let project: Project
    public let ours: Int64
    public let funds: [(fund: String, usd: Int64)]

    public var theirs: Int64 { funds.reduce(0) { $0 + $1.usd } }
  }

  /// Another fund, with how many projects it gives to.
  public struct Fund: Sendable {
    public let name: String
    public let projects: Int
    public let usd: Int64
  }

  public let rows: [Row]
  public let funds: [Fund]
  public let period: Period
  public let foot: ReportFoot

  public var ours: Int64 { rows.reduce(0) { $0 + $1.ours } }
  public var theirs: Int64 { rows.reduce(0) { $0 + $1.theirs } }

  /// - Throws: `does-not-foot` when projects and funds do not add up to the same.
  public init(_ books: any Books, in period: Period) throws {
    let books = books.asAt(period.to)
    self.period = period
    foot = try ReportFoot(books, asAt: period.to)
    let money = try ProjectMoney(books, in: period)
    var given: [String: [String: Int64]] = [:]
    var names: [String: String] = [:]
    var all: Int64 = 0
    try books.documents(DocumentFilter(kinds: ["co_funding"], in: period)) { line in
      guard line.reversedBy == nil, let fund = line.payee, let code = line.project else { return }
      // A fund bears the name that it was first given.
      let key = nameKey(fund)
      names[key] = names[key] ?? fund
      given[code, default: [:]][key, default: 0] += line.usd ?? 0
      all += line.usd ?? 0
    }
    rows = try books.projects(on: period.to).compactMap { project in
      guard let own = given[project.code] else { return nil }
      let funds = own.map { (fund: names[$0.key] ?? $0.key, usd: $0.value) }
      return Row(
        project: project, ours: money.of(project).allotted,
        funds: funds.sorted { ($1.usd, $0.fund) < ($0.usd, $1.fund) })
    }
    funds = names.map { key, name in
      let own = given.values.compactMap { $0[key] }
      return Fund(name: name, projects: own.count, usd: own.reduce(0, +))
    }.sorted { ($1.usd, $0.name) < ($0.usd, $1.name) }
    let byFund = funds.reduce(0) { $0 + $1.usd }
    guard theirs == all, byFund == all else {
      throw LedgerError.doesNotFoot("co-funding by project", theirs, "its documents", all)
    }
  }
}
