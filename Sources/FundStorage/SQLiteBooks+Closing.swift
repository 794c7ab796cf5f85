import FundDomain
import GRDB

extension SQLiteBooks {
  var latestClosing: ClosingStanding? {
    get throws { try closings.last }
  }

  /// The closings that stand, oldest first.
  var closings: [ClosingStanding] {
    get throws {
      if let known = knownClosings { return known }
      let sql = """
        SELECT closing.entry, through, series, year, serial, act FROM closing
        JOIN entry ON entry.seq = closing.entry
        WHERE \(known("closing.entry")) AND NOT EXISTS (
          SELECT 1 FROM reopening
          WHERE reopening.closing = closing.entry AND \(known("reopening.entry")))
        ORDER BY through
        """
      let closings = try rows(sql).map { row in
        ClosingStanding(
          entry: row["entry"], number: try kept(number(row)),
          through: try CalendarDate(row["through"] as String))
      }
      knownClosings = closings
      return closings
    }
  }

  func firstDocument(after day: CalendarDate?) throws -> CalendarDate? {
    let sql = """
      SELECT date FROM entry WHERE date > ? AND series IS NOT NULL
        AND kind NOT IN ('opening', 'request', 'closing', 'reopening') AND \(known("seq"))
      ORDER BY date LIMIT 1
      """
    return date(try row(sql, [day?.description ?? ""])?["date"])
  }

  func openItems(upTo day: CalendarDate) throws -> [Closing.Item] {
    let sql = """
      SELECT \(OpenItems.key), sum(amount) AS amount, sum(usd) AS usd FROM (\(OpenItems.moves))
      WHERE date <= ? AND \(known("seq")) GROUP BY \(OpenItems.key)
      HAVING sum(amount) <> 0 OR sum(usd) <> 0 ORDER BY \(OpenItems.key)
      """
    return try rows(sql, [day.description]).map { row in
      Closing.Item(
        try kept(Closing.Item.Kind(rawValue: row["item"])), document: row["document"],
        allotment: row["allotment"], subFund: row["sub_fund"], amount: try money(row),
        usd: row["usd"], biennium: row["biennium"])
    }
  }
}

/// What is open at the end of a day, as SQL: every move of an item, with the entry and the day.
enum OpenItems {
  static let key = "item, document, allotment, sub_fund, currency, biennium"

  static let moves = """
    \(pledges) JOIN entry ON entry.seq = act.entry
    UNION ALL \(pledges.replacing("act.change", with: "-act.change"))
      JOIN entry ON entry.reverses = act.entry
    UNION ALL SELECT 'pledge', document, NULL, sub_fund, currency, NULL, 0, usd, entry, date
      FROM posting WHERE account = \(Account.pledgesReceivable.number)
    UNION ALL \(unspent)
    UNION ALL \(posted("allotment", .budgetUnobligated, document: "allotment"))
    UNION ALL \(posted("obligation", .obligations, allotment: "allotment"))
    UNION ALL \(posted("deferred", .deferredIncome, biennium: "biennium"))
    """

  /// What was pledged and neither paid nor written off, in the pledge's currency; what of it was
  /// counted as income is its receivable.
  private static let pledges = """
    SELECT 'pledge' AS item, act.pledge AS document, NULL AS allotment, pledge.sub_fund,
      pledge.currency, NULL AS biennium, act.change AS amount, 0 AS usd, entry.seq, entry.date
    FROM (
      SELECT entry, entry AS pledge, amount AS change FROM pledge
      UNION ALL SELECT entry, pledge, -applied FROM contribution WHERE pledge IS NOT NULL
      UNION ALL SELECT entry, pledge, -amount FROM write_off
      UNION ALL SELECT entry, pledge, amount FROM pledge_increase
    ) AS act JOIN pledge ON pledge.entry = act.pledge
    """

  /// What is left of contributions that are kept apart: `Position.left`.
  private static let unspent = """
    SELECT 'contribution', source, NULL, sub_fund, 'USD', NULL,
      iif(account = \(Account.refunds.number), -usd, usd),
      iif(account = \(Account.refunds.number), -usd, usd), entry, date
    FROM posting WHERE source IS NOT NULL AND account IN (
      \([Account.cash, .deferredIncome, .budgetIssued, .refunds]
        .map { "\($0.number)" }.joined(separator: ", ")))
    """

  private static func posted(
    _ item: String, _ account: Account, document: String = "document", allotment: String = "NULL",
    biennium: String = "NULL"
  ) -> String {
    """
    SELECT '\(item)', \(document), \(allotment), sub_fund, currency, \(biennium), amount, usd,
      entry, date FROM posting WHERE account = \(account.number)
    """
  }
}

extension SQLiteBooks {
  /// The closing that a sum may start from: its period begins with the ledger or with a biennium,
  /// and reaches over a closed one.
  func closing(for query: TotalsQuery) throws -> ClosingStanding? {
    let from = query.period.from
    guard !query.ofContributions, query.by.isSubset(of: [.donor, .project, .currency]),
      from == .first || from == Biennium(of: from).period.from,
      let closing = try closings.last(where: { $0.through <= query.period.to }),
      closing.through >= from
    else { return nil }
    return closing
  }

  /// Sums of what a closing sealed, by account, sub-fund and the dimensions asked for.
  func balances(
    of closing: ClosingStanding, _ query: TotalsQuery, _ dimensions: [TotalsQuery.Dimension]
  ) throws -> [Total] {
    let columns = dimensions.map(\.rawValue)
    let places = (["account", "sub_fund"] + columns).joined(separator: ", ")
    let sql = """
      SELECT \(places), sum(amount) AS amount, sum(usd) AS usd FROM closing_balance
      WHERE entry = ? AND account = ? GROUP BY \(places)
      """
    return try query.accounts.flatMap { account in
      try rows(sql, [closing.entry, account.number])
        .filter { query.subFund == nil || query.subFund == $0["sub_fund"] }
        .map { try total($0, account, $0["sub_fund"], dimensions) }
    }
  }
}
