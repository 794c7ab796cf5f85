import FundDomain
import GRDB

extension SQLiteBooks {
  func rate(of currency: Currency, on date: CalendarDate) throws -> RateInForce {
    if currency == .usd { return RateInForce(entry: nil, rate: .one, effective: date) }
    if let known = ratesInForce[currency]?.last(where: {
      $0.rate.effective <= date && date <= $0.until
    }) {
      return known.rate
    }
    let living = living("rate.entry")
    let newest = """
      SELECT entry, effective, digits, decimals FROM rate
      WHERE currency = ? AND effective <= ? AND \(living) ORDER BY effective DESC LIMIT 1
      """
    guard let row = try row(newest, [currency.code, date.description]) else {
      let first = "SELECT effective, digits, decimals FROM rate WHERE currency = ? AND \(living)"
      let nearest = try self.row(first + " ORDER BY effective LIMIT 1", [currency.code])
      let known = nearest.map { "; the nearest known is of \($0["effective"] as String)" }
      throw LedgerError(
        rule: "rate-missing",
        "there is no rate of \(currency) on or before \(date)"
          + (known ?? "; none is known at all"),
        hint: "cpcjf import rates FILE brings them in", field: "currency")
    }
    let rate = ExchangeRate(digits: row["digits"], decimals: row["decimals"])
    let inForce = RateInForce(
      entry: row["entry"], rate: rate, effective: try CalendarDate(row["effective"] as String))
    let next = """
      SELECT min(effective) AS effective FROM rate WHERE currency = ? AND effective > ? AND \(living)
      """
    let following = try self.row(next, [currency.code, date.description])?["effective"] as String?
    let until = try following.map { try CalendarDate($0).previous } ?? .last
    ratesInForce[currency, default: []].append(RateSpan(rate: inForce, until: until))
    return inForce
  }

  func rate(of currency: Currency, effective date: CalendarDate) throws -> Rate? {
    let sql = """
      SELECT digits, decimals, source FROM rate WHERE currency = ? AND effective = ?
        AND \(living("rate.entry"))
      """
    guard let row = try row(sql, [currency.code, date.description]) else { return nil }
    return Rate(
      currency: currency, effective: date,
      rate: ExchangeRate(digits: row["digits"], decimals: row["decimals"]), source: row["source"])
  }

  func rateUses(upTo day: CalendarDate) throws -> [RateUse] {
    let tables = [
      "opening", "pledge", "pledge_increase", "contribution", "refund", "adjustment", "obligation",
      "obligation_change", "disbursement", "recovery", "cash_act", "transfer", "exchange",
    ]
    let uses =
      tables.map { "SELECT entry, rate FROM \($0)" } + ["SELECT entry, sold_rate FROM exchange"]
    let sql = """
      SELECT rate.currency, rate.effective, entry.date, count(*) AS documents,
        min(entry.seq) AS first
      FROM (\(uses.joined(separator: " UNION ALL "))) AS said
      JOIN rate ON rate.entry = said.rate JOIN entry ON entry.seq = said.entry
      WHERE entry.date <= ? AND \(living("entry.seq"))
      GROUP BY rate.currency, rate.effective, entry.date ORDER BY 1, 2, 3
      """
    return try rows(sql, [day.description]).map { row in
      RateUse(
        currency: try Currency(row["currency"] as String),
        effective: try CalendarDate(row["effective"] as String),
        day: try CalendarDate(row["date"] as String), documents: row["documents"],
        first: row["first"])
    }
  }
}
