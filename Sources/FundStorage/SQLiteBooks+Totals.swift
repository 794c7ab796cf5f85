import FundDomain
import GRDB

extension SQLiteBooks {
  func totals(_ query: TotalsQuery) throws -> [Total] {
    let dimensions = TotalsQuery.Dimension.allCases.filter(query.by.contains)
    return switch query.scope {
    case .everything: try everything(query, dimensions)
    case .sources(let entries): try totals(query, dimensions, of: "source", among: entries)
    case .documents(let entries): try totals(query, dimensions, of: "document", among: entries)
    case .allotments(let project):
      try totals(
        query, dimensions,
        of: """
          allotment JOIN posting INDEXED BY posting_allotment
            ON posting.allotment = allotment.entry
          WHERE allotment.project = ?
          """, project)
    }
  }

  /// The sums of what names some entries in a column that has an index.
  private func totals(
    _ query: TotalsQuery, _ dimensions: [TotalsQuery.Dimension], of column: String,
    among entries: [EntryNumber]
  ) throws -> [Total] {
    try totals(
      query, dimensions,
      of: """
        posting INDEXED BY posting_\(column)
        WHERE posting.\(column) IN (SELECT value FROM json_each(?))
        """, "\(entries)")
  }

  /// Sums since the beginning start from the latest closing within their period: what it sealed,
  /// less what the closing before the period did, and what was posted after it.
  private func everything(
    _ query: TotalsQuery, _ dimensions: [TotalsQuery.Dimension]
  ) throws -> [Total] {
    if knownAt == nil, query.by.isSubset(of: [.currency, .year, .isKeptApart]) {
      return try spans(query, dimensions, ofDays: true)
    }
    if query.subFund == nil, !query.ofContributions {
      if query.by == [.source] { return try ofSources(query) }
      let isOfBudget = query.accounts.allSatisfy { $0.section == .budget }
      if query.by == [.allotment], isOfBudget { return try inOrder(query, .allotment) }
    }
    guard let closing = try closing(for: query) else { return try spans(query, dimensions) }
    var parts = try balances(of: closing, query, dimensions)
    if let before = query.period.before {
      var query = query
      query.period = before
      parts += try totals(query).map(\.negative)
    }
    if closing.through < query.period.to {
      var query = query
      query.period = Period(from: closing.through.next, to: query.period.to)
      parts += try spans(query, dimensions)
    }
    var sums: [Total.Key: Total] = [:]
    for part in parts { sums[part.key, default: part.nothing] += part }
    return Array(sums.values)
  }

  /// One indexed sum for each account and sub-fund: the index holds all that is asked, in the
  /// order of accounts, sub-funds and dates, so that a sum reads its own span and no other. What
  /// asks for nothing of single postings is the sum of days.
  private func spans(
    _ query: TotalsQuery, _ dimensions: [TotalsQuery.Dimension], ofDays: Bool = false
  ) throws -> [Total] {
    try settle()
    let places = dimensions.indices.map { "\($0 + 1)" }.joined(separator: ", ")
    let grouping = dimensions.isEmpty ? "HAVING count(*) > 0" : "GROUP BY \(places)"
    let sql = """
      SELECT \(try columns(dimensions, ofDays: ofDays)) FROM \(ofDays ? "daily_total AS posting" : "posting")
      \(query.by.contains(.earmark) ? Self.earmarkJoin : "")
      WHERE posting.account = ? AND posting.sub_fund = ? AND posting.date BETWEEN ? AND ?
        AND \(ofDays ? "1" : known("posting.entry"))
        \(query.ofContributions ? ofDays ? "AND gift" : ofGifts : "")
      \(grouping)
      """
    var totals: [Total] = []
    let funds = try query.subFund.map { [$0] } ?? subFundIDs()
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

  /// What every source has, and what pools have together.
  private func ofSources(_ query: TotalsQuery) throws -> [Total] {
    var pools = query
    pools.by = [.isKeptApart]
    let pooled = try everything(pools, [.isKeptApart]).filter { $0.isKeptApart == false }.map {
      Total(account: $0.account, subFund: $0.subFund, amount: $0.amount, usd: $0.usd)
    }
    return try pooled + inOrder(query, .source)
  }

  /// Sums for each source or allotment, in the order of the index that holds them: each is added
  /// up as it goes by, and nothing is sorted. Their amounts, which are in no one currency, are not.
  private func inOrder(
    _ query: TotalsQuery, _ dimension: TotalsQuery.Dimension
  ) throws -> [Total] {
    let column = dimension.rawValue
    let accounts = query.accounts.map { "\($0.number)" }.joined(separator: ", ")
    let sql = """
      SELECT \(column), account, sub_fund, 0 AS amount, sum(usd) AS usd
      FROM posting INDEXED BY posting_\(column)
      WHERE \(column) IS NOT NULL AND account IN (\(accounts)) AND date BETWEEN ? AND ?
        AND \(known("entry"))
      GROUP BY \(column), account, sub_fund
      """
    var totals: [Total] = []
    let cursor = try cursor(sql, [query.period.from.description, query.period.to.description])
    while let row = try cursor.next() {
      totals.append(
        try total(row, kept(Account(number: row["account"])), row["sub_fund"], [dimension]))
    }
    return totals
  }

  /// The sums of a few postings that an index finds: those of sources, those of a project. SQLite
  /// is told which index: it would rather read all of an account in the order of the sums. Amounts
  /// that are in no one currency are not added up: the index of sources does not hold them.
  private func totals(
    _ query: TotalsQuery, _ dimensions: [TotalsQuery.Dimension], of postings: String,
    _ whose: any DatabaseValueConvertible
  ) throws -> [Total] {
    precondition(
      !query.by.contains(.earmark) && !query.ofContributions && query.subFund == nil,
      "a scope is what it is")
    let places = (1...(dimensions.count + 2)).map { "\($0)" }.joined(separator: ", ")
    let accounts = query.accounts.map { "\($0.number)" }.joined(separator: ", ")
    let sql = """
      SELECT posting.account AS account, posting.sub_fund AS sub_fund,
        \(try columns(dimensions, amounts: query.by.contains(.currency)))
      FROM \(postings) AND posting.account IN (\(accounts))
        AND posting.date BETWEEN ? AND ? AND \(known("posting.entry"))
      GROUP BY \(places)
      """
    let arguments: StatementArguments = [
      whose, query.period.from.description, query.period.to.description,
    ]
    var totals: [Total] = []
    let cursor = try cursor(sql, arguments)
    while let row = try cursor.next() {
      totals.append(
        try total(row, kept(Account(number: row["account"])), row["sub_fund"], dimensions))
    }
    return totals
  }

  private func columns(
    _ dimensions: [TotalsQuery.Dimension], ofDays: Bool = false, amounts: Bool = true
  ) throws -> String {
    let groups = try dimensions.map {
      "\(ofDays && $0 == .isKeptApart ? "posting.kept" : try expression(of: $0)) AS \($0.rawValue)"
    }
    let sums = [
      amounts ? "sum(posting.amount) AS amount" : "0 AS amount", "sum(posting.usd) AS usd",
    ]
    return (groups + sums).joined(separator: ", ")
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
      case .isKeptApart: total.isKeptApart = row["isKeptApart"] == 1
      case .act: total.act = row["act"]
      case .document: total.document = row["document"]
      case .source: total.source = row["source"]
      case .allotment: total.allotment = row["allotment"]
      }
    }
    return total
  }

  private var ofGifts: String { "AND posting.document IN (SELECT entry FROM contribution)" }

  private func expression(of dimension: TotalsQuery.Dimension) throws -> String {
    switch dimension {
    case .donor, .project, .currency, .document, .source, .allotment:
      "posting.\(dimension.rawValue)"
    case .year: "substr(posting.date, 1, 4)"
    case .earmark: try earmarkOfPosting()
    case .isKeptApart: "posting.source IS NOT NULL"
    case .act:
      """
      (SELECT coalesce(
          (SELECT earlier.kind FROM entry AS earlier WHERE earlier.seq = own.reverses), own.kind)
        FROM entry AS own WHERE own.seq = posting.entry)
      """
    }
  }

  /// Where no earmark was ever changed, nobody looks for changes.
  private func earmarkOfPosting() throws -> String {
    let said = "coalesce(promise.earmark, gift.earmark, rest.earmark)"
    guard try row("SELECT 1 FROM earmark_change LIMIT 1") != nil else { return said }
    return earmark("coalesce(gift.entry, rest.entry)", "promise.entry", said: said)
  }

  /// A posting draws on a contribution, which may pay a pledge, or on what an opening left of one;
  /// or its document is a contribution or a pledge.
  private static let earmarkJoin = """
    LEFT JOIN contribution AS gift ON gift.entry = coalesce(posting.source, posting.document)
    LEFT JOIN pledge AS promise ON promise.entry = coalesce(gift.pledge, posting.document)
    LEFT JOIN opening AS rest ON rest.entry = posting.source
    """

  func subFundIDs() throws -> [EntryNumber] {
    try rows("SELECT DISTINCT sub_fund FROM sub_fund ORDER BY sub_fund").map { $0["sub_fund"] }
  }

  func pledged(_ period: Period, by donor: EntryNumber?) throws -> [Total] {
    let sql = """
      WITH binding AS (
        SELECT pledge.entry, pledge.donor, pledge.sub_fund, pledge.currency, pledge.amount,
          pledge.usd, \(earmark("NULL", "pledge.entry", said: "pledge.earmark")) AS earmark,
          CASE WHEN pledge.announced = 0 THEN entry.date ELSE (
            SELECT min(own.date) FROM commitment JOIN entry AS own ON own.seq = commitment.entry
            WHERE commitment.pledge = pledge.entry AND \(living("own.seq"))) END AS day
        FROM pledge JOIN entry ON entry.seq = pledge.entry
        WHERE \(living("pledge.entry")) AND \(donor == nil ? "1" : "pledge.donor = ?3"))
      SELECT donor, sub_fund, earmark, substr(day, 1, 4) AS year, currency, sum(amount) AS amount,
        sum(usd) AS usd
      FROM (
        SELECT donor, sub_fund, earmark, day, currency, amount, usd FROM binding
        UNION ALL
        SELECT donor, sub_fund, earmark, CASE WHEN own.date > day THEN own.date ELSE day END,
          pledge_increase.currency, pledge_increase.amount, pledge_increase.usd
        FROM binding JOIN pledge_increase ON pledge_increase.pledge = binding.entry
        JOIN entry AS own ON own.seq = pledge_increase.entry WHERE \(living("own.seq")))
      WHERE day BETWEEN ?1 AND ?2 GROUP BY 1, 2, 3, 4, 5
      """
    let days: StatementArguments = [period.from.description, period.to.description]
    return try rows(sql, donor.map { days + [$0] } ?? days).map { row in
      Total(
        account: .contributions, subFund: row["sub_fund"], donor: row["donor"],
        currency: try Currency(row["currency"] as String), year: Int(row["year"] as String),
        earmark: (row["earmark"] as String?).flatMap { Earmark(kept: $0) },
        amount: row["amount"], usd: row["usd"])
    }
  }
}
