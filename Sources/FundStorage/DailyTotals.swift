import FundDomain
import GRDB

/// What postings add up to by account, sub-fund, day and currency: derived, written with each
/// batch, and added up anew by `verify`.
struct DailyTotals {
  private struct Key: Hashable {
    let account: Account
    let subFund: EntryNumber
    let date: CalendarDate
    let currency: Currency
    let isKept: Bool
    let isGift: Bool
  }

  private var pending: [Key: (amount: Int64, usd: Int64)] = [:]

  mutating func add(_ posting: Posting, on date: CalendarDate, isGift: Bool) {
    let key = Key(
      account: posting.account, subFund: posting.subFund, date: date,
      currency: posting.amount.currency, isKept: posting.source != nil, isGift: isGift)
    let sum = pending[key] ?? (0, 0)
    pending[key] = (sum.amount + posting.amount.minorUnits, sum.usd + posting.usd)
  }

  /// Writes down what was added since the last time.
  mutating func flush(_ database: Database) throws {
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO daily_total (account, sub_fund, date, currency, kept, gift, amount, usd)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET amount = amount + excluded.amount, usd = usd + excluded.usd
        """)
    for (key, sum) in pending {
      try statement.execute(arguments: [
        key.account.number, key.subFund, key.date.description, key.currency.code, key.isKept,
        key.isGift, sum.amount, sum.usd,
      ])
    }
    pending = [:]
  }

  /// The same sums from the postings themselves, as SQL.
  static let recomputed = """
    SELECT account, sub_fund, date, currency, source IS NOT NULL AS kept,
      document IS NOT NULL AND EXISTS (
        SELECT 1 FROM contribution WHERE contribution.entry = posting.document) AS gift,
      sum(amount) AS amount, sum(usd) AS usd
    FROM posting GROUP BY 1, 2, 3, 4, 5, 6
    """
}
