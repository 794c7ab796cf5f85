import FundDomain
import GRDB

/// What postings add up to by account, sub-fund and currency at each closing: derived, written with
/// the closing, and added up anew by `verify`. A closing itself holds a balance for each donor and
/// project, and an item for each document that is open.
enum ClosingTotals {
  /// Adds up the days that a closing closes.
  static func add(
    _ closing: EntryNumber, through day: CalendarDate, _ database: Database
  ) throws {
    try database.execute(
      sql: """
        INSERT INTO closing_total (closing, account, sub_fund, currency, kept, amount, usd)
        SELECT ?, account, sub_fund, currency, kept, sum(amount), sum(usd) FROM daily_total
        WHERE date <= ? GROUP BY account, sub_fund, currency, kept
        """, arguments: [closing, day.description])
  }

  /// The same from the postings themselves, as SQL.
  static let recomputed = """
    SELECT closing.entry AS closing, account, sub_fund, currency, source IS NOT NULL AS kept,
      sum(amount) AS amount, sum(usd) AS usd
    FROM closing JOIN posting ON posting.entry < closing.entry AND date <= through
    GROUP BY 1, 2, 3, 4, 5
    """
}
