import FundDomain
import GRDB

extension SQLiteBooks {
  /// Sums since the beginning start from the latest closing within their period: what it sealed,
  /// less what the closing before the period did, and what was posted after it.
  func totals(_ query: TotalsQuery) throws -> [Total] {
    let dimensions = TotalsQuery.Dimension.allCases.filter(query.by.contains)
    if knownAt == nil, query.by.isSubset(of: [.currency, .year]) {
      return try sums(query, dimensions, ofDays: true)
    }
    guard let closing = try closing(for: query) else { return try sums(query, dimensions) }
    var parts = try balances(of: closing, query, dimensions)
    if let before = query.period.before {
      var query = query
      query.period = before
      parts += try totals(query).map(\.negative)
    }
    if closing.through < query.period.to {
      var query = query
      query.period = Period(from: closing.through.next, to: query.period.to)
      parts += try sums(query, dimensions)
    }
    var sums: [Total.Key: Total] = [:]
    for part in parts { sums[part.key, default: part.nothing] += part }
    return Array(sums.values)
  }

  /// One indexed sum for each account and sub-fund: the index holds all that is asked, in the
  /// order of accounts, sub-funds and dates, so that a sum reads its own span and no other. What
  /// asks for nothing of single postings is the sum of days.
  private func sums(
    _ query: TotalsQuery, _ dimensions: [TotalsQuery.Dimension], ofDays: Bool = false
  ) throws -> [Total] {
    try settle()
    let columns = dimensions.map { "\(expression(of: $0)) AS \($0.rawValue)" }
    let sums = ["sum(posting.amount) AS amount", "sum(posting.usd) AS usd"]
    let places = dimensions.indices.map { "\($0 + 1)" }.joined(separator: ", ")
    let grouping = dimensions.isEmpty ? "HAVING count(*) > 0" : "GROUP BY \(places)"
    let sql = """
      SELECT \((columns + sums).joined(separator: ", ")) 
      FROM \(ofDays ? "daily_total AS posting" : "posting")
      \(query.by.contains(.earmark) ? Self.earmarkJoin : "")
      WHERE posting.account = ? AND posting.sub_fund = ? AND posting.date BETWEEN ? AND ?
        AND \(ofDays ? "1" : known("posting.entry"))
        \(query.ofContributions ? ofDays ? "AND gift" : ofGifts : "")
      \(grouping)
      """
    var totals: [Total] = []
    let funds = try subFundIDs()
    for account in query.accounts {
      for fund in funds {
        let arguments: StatementArguments = [
          account.number, fund, query.period.from.description, query.period.to.description,
        ]
        let cursor = try cursor(sql, arguments)
        while let row = try cursor.next() {
          totals.append(try total(row, account, fund, dimensions))
        }
      }
    }
    return totals
  }

  func total(
    _ row: Row, _ account: Account, _ fund: EntryNumber, _ by: [TotalsQuery.Dimension]
  ) throws -> Total {
    var total = Total(account: account, subFund: fund, amount: row["amount"], usd: row["usd"])
    for dimension in by {
      switch dimension {
      case .donor: total.donor = row["donor"]
      case .project: total.project = row["project"]
      case .currency: total.currency = try Currency(row["currency"] as String)
      case .year: total.year = Int(row["year"] as String)
      case .earmark: total.earmark = (row["earmark"] as String?).flatMap { Earmark(kept: $0) }
      }
    }
    return total
  }

  private var ofGifts: String { "AND posting.document IN (SELECT entry FROM contribution)" }

  private func expression(of dimension: TotalsQuery.Dimension) -> String {
    switch dimension {
    case .donor: "posting.donor"
    case .project: "posting.project"
    case .currency: "posting.currency"
    case .year: "substr(posting.date, 1, 4)"
    case .earmark: earmarkOfPosting
    }
  }

  /// Where no earmark was ever changed, nobody looks for changes.
  private var earmarkOfPosting: String {
    let said = "coalesce(promise.earmark, gift.earmark)"
    let hasChanges = try? row("SELECT 1 FROM earmark_change LIMIT 1") != nil
    guard hasChanges == true else { return said }
    return earmark("gift.entry", "promise.entry", said: said)
  }

  /// A posting's document is a contribution, which may pay a pledge, or a pledge itself.
  private static let earmarkJoin = """
    LEFT JOIN contribution AS gift ON gift.entry = posting.document
    LEFT JOIN pledge AS promise ON promise.entry = coalesce(gift.pledge, posting.document)
    """

  private func subFundIDs() throws -> [EntryNumber] {
    try rows("SELECT DISTINCT sub_fund FROM sub_fund ORDER BY sub_fund").map { $0["sub_fund"] }
  }

  func pledged(_ period: Period) throws -> [Total] {
    let sql = """
      SELECT donor, sub_fund, earmark, substr(day, 1, 4) AS year, sum(usd) AS usd FROM (
        SELECT pledge.donor, pledge.sub_fund, pledge.earmark, pledge.usd,
          CASE WHEN pledge.announced = 0 THEN entry.date ELSE (
            SELECT min(own.date) FROM commitment JOIN entry AS own ON own.seq = commitment.entry
            WHERE commitment.pledge = pledge.entry AND \(living("own.seq"))) END AS day
        FROM pledge JOIN entry ON entry.seq = pledge.entry
        WHERE \(living("pledge.entry")))
      WHERE day BETWEEN ? AND ? GROUP BY 1, 2, 3, 4
      """
    return try rows(sql, [period.from.description, period.to.description]).map { row in
      Total(
        account: .contributions, subFund: row["sub_fund"], donor: row["donor"],
        year: Int(row["year"] as String),
        earmark: (row["earmark"] as String?).flatMap { Earmark(kept: $0) }, usd: row["usd"])
    }
  }
}
