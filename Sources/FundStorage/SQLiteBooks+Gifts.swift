import FundDomain
import GRDB

extension SQLiteBooks {
  func gifts(_ period: Period) throws -> [Gifts] {
    var gifts: [Gifts] = []
    for account in [Account.cash, .expenditureInKind] {
      for fund in try subFundIDs() {
        let cursor = try cursor(
          received,
          [account.number, fund, period.from.description, period.to.description])
        while let row = try cursor.next() {
          let isOnPledge = row["pledged"] == 1
          gifts.append(
            try self.gifts(row, account == .cash ? isOnPledge ? .onPledge : .unpledged : .inKind))
        }
      }
    }
    let days: StatementArguments = [period.from.description, period.to.description]
    return try gifts + rows(before, days).map { try self.gifts($0, .opening) }
  }

  private func gifts(_ row: Row, _ kind: Gifts.Kind) throws -> Gifts {
    let first = try CalendarDate(row["first"] as String)
    return Gifts(
      donor: row["donor"], year: first.year, kind: kind, usd: row["usd"], count: row["count"],
      first: first, last: try CalendarDate(row["last"] as String))
  }

  /// What contributions brought on one account of one sub-fund. What comes to nothing within a
  /// year, as a gift that was reversed, was not given in it; nor was what only stands in the place
  /// of a gift of another year.
  private var received: String {
    let came = """
      CASE WHEN given.usd > 0 AND NOT EXISTS (
        SELECT 1 FROM entry AS own JOIN entry AS reversal ON reversal.seq = own.corrects
        JOIN entry AS original ON original.seq = reversal.reverses
        WHERE own.seq = given.document AND substr(original.date, 1, 4) <> given.year) THEN
      """
    return """
      SELECT given.donor, year, contribution.pledge IS NOT NULL AS pledged, sum(given.usd) AS usd,
        count(\(came) 1 END) AS count, coalesce(min(\(came) first END), min(first)) AS first,
        coalesce(max(\(came) last END), max(last)) AS last
      FROM (
        SELECT posting.donor, substr(posting.date, 1, 4) AS year, posting.document,
          sum(posting.usd) AS usd, min(posting.date) AS first, max(posting.date) AS last
        FROM posting
        WHERE posting.account = ? AND posting.sub_fund = ? AND posting.date BETWEEN ? AND ?
          AND \(known("posting.entry"))
          AND posting.document IN (SELECT entry FROM contribution)
        GROUP BY 1, 2, 3 HAVING sum(posting.usd) <> 0
      ) AS given JOIN contribution ON contribution.entry = given.document
      GROUP BY 1, 2, 3
      """
  }

  private var before: String {
    """
    SELECT donor, substr(date, 1, 4) AS year, sum(usd) AS usd, count(*) AS count,
      min(date) AS first, max(date) AS last
    FROM (
      SELECT \(giver(of: "opening")) AS donor, opening.usd, entry.date
      FROM opening JOIN entry ON entry.seq = opening.entry
      WHERE opening.item = 'cash' AND entry.date BETWEEN ? AND ? AND \(living("opening.entry")))
    WHERE donor IS NOT NULL GROUP BY 1, 2
    """
  }

  func idleMoney(upTo day: CalendarDate) throws -> [IdleMoney] {
    let accounts = [Account.cash, .deferredIncome, .budgetIssued, .refunds]
    let sql = """
      WITH unspent AS MATERIALIZED (
        SELECT source, usd FROM (
          SELECT source,
            sum(CASE account WHEN \(Account.refunds.number) THEN -usd ELSE usd END) AS usd
          FROM posting
          WHERE source IS NOT NULL AND date <= ? AND \(known("entry")) AND account IN (
            \(accounts.map { "\($0.number)" }.joined(separator: ", ")))
          GROUP BY source)
        WHERE usd <> 0)
      SELECT idle.*, entry.series, entry.year, entry.serial, entry.act FROM (
      SELECT donor, sub_fund, earmark, sum(usd) AS usd, count(*) AS count, min(source) AS oldest
      FROM (
        SELECT unspent.usd, unspent.source, \(giver()) AS donor, contribution.sub_fund,
          \(earmark("contribution.entry", "contribution.pledge",
            said: "contribution.earmark, pledge.earmark")) AS earmark
        FROM unspent JOIN contribution ON contribution.entry = unspent.source
        LEFT JOIN pledge ON pledge.entry = contribution.pledge
        UNION ALL
        SELECT unspent.usd, unspent.source, \(giver(of: "opening")), opening.sub_fund,
          \(earmark("opening.entry", "NULL", said: "opening.earmark"))
        FROM unspent JOIN opening ON opening.entry = unspent.source)
      GROUP BY 1, 2, 3) AS idle JOIN entry ON entry.seq = idle.oldest
      ORDER BY idle.sub_fund, idle.earmark, idle.donor
      """
    return try rows(sql, [day.description]).map { row in
      IdleMoney(
        donor: row["donor"], subFund: row["sub_fund"],
        earmark: (row["earmark"] as String?).flatMap { Earmark(kept: $0) }, usd: row["usd"],
        count: row["count"], oldest: try kept(number(row)))
    }
  }
}
