import FundDomain
import GRDB

/// What is unobligated on allotments: derived, written with each entry, and added up anew by
/// `verify`.
enum Unobligated {
  /// Adds a posting, where it moves what is unobligated on an allotment.
  static func add(_ posting: Posting, on date: CalendarDate, _ database: Database) throws {
    guard posting.account == .budgetUnobligated, let allotment = posting.allotment else { return }
    // The first posting is the allotment's own: its day is the allotment's.
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO unobligated (allotment, project, pool, date, usd) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET usd = usd + excluded.usd
        """)
    try statement.execute(arguments: [
      allotment, posting.project, posting.source == nil, date.description, posting.usd,
    ])
  }

  /// The same from the postings themselves, as SQL.
  static let recomputed = """
    SELECT allotment, project, source IS NULL AS pool,
      (SELECT date FROM entry WHERE entry.seq = posting.allotment) AS date, sum(usd) AS usd
    FROM posting WHERE account = \(Account.budgetUnobligated.number) GROUP BY allotment
    """
}
