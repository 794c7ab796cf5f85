import FundDomain
import GRDB

/// Every entry by plain SQL, apart from the triggers that refused it and the code that made it.
enum EntryCheck {
  static func run(_ database: Database, _ verification: inout Verification) throws {
    let words = FindingWords(database)
    for check in checks {
      let cursor = try Row.fetchCursor(database, sql: check.sql)
      while let row = try cursor.next() {
        verification.find(check.invariant, "\(check.wrong): \(words.said(row))")
        if verification.isFull(of: check.invariant) { break }
      }
    }
  }

  private struct Check {
    let invariant: String
    let wrong: String
    /// Answers one row for each fault, its columns named as `FindingWords` reads them.
    let sql: String
  }

  /// What a posting adds to what is left of the gift that it names, as SQL.
  private static let left = """
    CASE account WHEN \(Account.refunds.number) THEN -usd
      WHEN \(Account.cash.number) THEN usd WHEN \(Account.deferredIncome.number) THEN usd
      WHEN \(Account.budgetIssued.number) THEN usd ELSE 0 END
    """

  private static let checks = [
    Check(
      invariant: "J1", wrong: "an entry does not have the lines that it counts",
      sql: """
        SELECT entry.seq AS entry FROM entry
        LEFT JOIN (SELECT entry, count(*) AS lines, max(line) AS last FROM posting GROUP BY entry)
          AS own ON own.entry = entry.seq
        WHERE entry.postings <> coalesce(own.lines, 0) OR coalesce(own.last, 0) <> entry.postings
        """),
    Check(
      invariant: "J1", wrong: "a line bears another date than its entry",
      sql: """
        SELECT posting.entry AS entry, line FROM posting JOIN entry ON entry.seq = posting.entry
        WHERE posting.date <> entry.date
        """),
    Check(
      invariant: "M2", wrong: "a line is of more than 10^15 units",
      sql: """
        SELECT entry, line FROM posting
        WHERE abs(amount) > 1000000000000000 OR abs(usd) > 1000000000000000
        """),
    Check(
      invariant: "J4", wrong: "a line moves nothing",
      sql: "SELECT entry, line FROM posting WHERE amount = 0 AND usd = 0"),
    Check(
      invariant: "J12", wrong: "all accounts together are not zero",
      sql: "SELECT sum(usd) AS cents FROM posting HAVING sum(usd) <> 0"),
    Check(
      invariant: "J2",
      wrong: "an entry does not add up to zero in a currency",
      sql: """
        SELECT entry, sub_fund, currency, sum(amount) AS units FROM posting
        GROUP BY entry, sub_fund, currency, account >= 800 HAVING sum(amount) <> 0
        """),
    Check(
      invariant: "J3",
      wrong: "an entry does not add up to zero in US dollars",
      sql: """
        SELECT entry, sub_fund, sum(usd) AS cents FROM posting
        GROUP BY entry, sub_fund, account >= 800, iif(account >= 800, allotment, NULL)
        HAVING sum(usd) <> 0
        """),
    Check(
      invariant: "J3",
      wrong: "what sub-funds owe one another, or two currencies that meet, are not zero",
      sql: """
        SELECT entry FROM posting WHERE account IN (\(Account.interFund.number), \(Account.conversion.number))
        GROUP BY entry, account HAVING sum(usd) <> 0
        """),
    Check(
      invariant: "F4", wrong: "more is allotted of a gift than is left of it",
      sql: """
        SELECT source AS entry, sum(\(left)) AS cents FROM posting INDEXED BY posting_source
        WHERE source IS NOT NULL GROUP BY source HAVING sum(\(left)) < 0
        """),
    Check(
      invariant: "F8", wrong: "more of a gift went back than was given",
      sql: """
        SELECT document AS entry, currency, sum(amount) AS units FROM posting
        WHERE account = \(Account.refunds.number) AND document IS NOT NULL
        GROUP BY document, currency HAVING sum(amount) > (
          SELECT amount FROM contribution WHERE contribution.entry = document
          UNION ALL SELECT amount FROM opening WHERE opening.entry = document)
        """),
    Check(
      invariant: "F5", wrong: "more is spent on an allotment than was issued",
      sql: """
        SELECT allotment AS entry, sum(usd) AS cents FROM posting WHERE account = \(Account.budgetUnobligated.number)
        GROUP BY allotment HAVING sum(usd) < 0
        """),
    Check(
      invariant: "F5", wrong: "more is paid on an obligation than it is",
      sql: """
        SELECT document AS entry, currency, sum(amount) AS units FROM posting WHERE account = \(Account.obligations.number)
        GROUP BY document, allotment HAVING sum(amount) > 0
        """),
    Check(
      invariant: "J5", wrong: "a batch does not seal the entries that it names",
      sql: """
        SELECT batch.id AS batch FROM batch LEFT JOIN entry AS last ON last.seq = batch.last_entry
        WHERE last.hash IS NOT batch.hash OR last.batch <> batch.id
          OR batch.first_entry <> 1 + coalesce(
            (SELECT before.last_entry FROM batch AS before WHERE before.id = batch.id - 1), 0)
        """),
    Check(
      invariant: "J5", wrong: "an entry is not sealed by its batch",
      sql: """
        SELECT seq AS entry FROM entry LEFT JOIN batch ON batch.id = entry.batch
        WHERE batch.id IS NULL OR seq NOT BETWEEN first_entry AND last_entry
        """),
    Check(
      invariant: "J6", wrong: "the entries or batches have a gap",
      sql: """
        SELECT 'the entries' AS what, max(seq) AS highest, count(*) AS count FROM entry
        HAVING max(seq) <> count(*)
        UNION ALL SELECT 'the batches', max(id), count(*) FROM batch
        HAVING max(id) <> count(*)
        """),
    Check(
      invariant: "J6", wrong: "the documents have a gap",
      sql: """
        SELECT series || '-' || year AS what, max(serial) AS highest, count(*) AS count
        FROM entry WHERE act = 1
        GROUP BY series, year HAVING max(serial) <> count(*)
        """),
    Check(
      invariant: "J6", wrong: "a document's acts have a gap",
      sql: """
        SELECT series, year, serial FROM entry WHERE series IS NOT NULL
        GROUP BY series, year, serial HAVING max(act) <> count(*)
        """),
    Check(
      invariant: "J6", wrong: "a document's number bears another year than its date",
      sql:
        "SELECT seq AS entry FROM entry WHERE act = 1 AND year <> CAST(substr(date, 1, 4) AS INTEGER)"
    ),
    Check(
      invariant: "J8", wrong: "a reversal is not the mirror of what it reverses",
      sql: """
        SELECT entry.seq AS entry FROM entry JOIN entry AS first ON first.seq = entry.reverses
        WHERE first.kind = 'reversal' OR entry.kind <> 'reversal'
          OR first.postings <> entry.postings OR EXISTS (
            SELECT 1 FROM posting AS mirror
            JOIN posting AS own ON own.entry = first.seq AND own.line = mirror.line
            WHERE mirror.entry = entry.seq AND (
              mirror.usd <> -own.usd OR mirror.amount <> -own.amount
              OR mirror.sub_fund <> own.sub_fund OR mirror.currency <> own.currency
              OR mirror.document IS NOT own.document OR mirror.source IS NOT own.source
              OR mirror.allotment IS NOT own.allotment
              OR mirror.biennium IS NOT own.biennium
              OR mirror.donor IS NOT own.donor OR mirror.project IS NOT own.project
              OR (mirror.account <> own.account AND mirror.account <> \(Account.priorPeriod.number))))
        """),
    Check(
      invariant: "J10", wrong: "an entry is dated in a biennium that was closed",
      sql: """
        SELECT entry.seq AS entry, closing.entry AS closing FROM closing
        LEFT JOIN reopening ON reopening.closing = closing.entry
        JOIN entry ON entry.seq > closing.entry AND entry.date <= closing.through
        WHERE entry.series IS NOT NULL AND entry.kind NOT IN ('closing', 'reopening')
          AND (reopening.entry IS NULL OR entry.seq < reopening.entry)
        """),
    Check(
      invariant: "J11",
      wrong: "a closing did not seal what the accounts add up to",
      sql: """
        SELECT entry AS closing, account, sub_fund FROM (
          SELECT closing.entry, account, sub_fund, donor, project, currency, amount, usd
          FROM closing JOIN posting ON posting.entry < closing.entry AND date <= through
          UNION ALL
          SELECT entry, account, sub_fund, donor, project, currency, -amount, -usd
          FROM closing_balance)
        GROUP BY entry, account, sub_fund, donor, project, currency
        HAVING sum(amount) <> 0 OR sum(usd) <> 0
        """),
    Check(
      invariant: "J11", wrong: "a closing did not seal what was open",
      sql: """
        SELECT entry AS closing, item, document FROM (
          SELECT closing.entry, \(OpenItems.key), amount, usd
          FROM closing JOIN (\(OpenItems.moves)) AS move
            ON move.seq < closing.entry AND move.date <= closing.through
          UNION ALL
          SELECT entry, \(OpenItems.key), -amount, -usd FROM closing_item)
        GROUP BY entry, \(OpenItems.key) HAVING sum(amount) <> 0 OR sum(usd) <> 0
        """),
    Check(
      invariant: "J13", wrong: "a day's total is not what its postings add up to",
      sql: """
        SELECT account, sub_fund, date, currency FROM (
          SELECT * FROM (\(DailyTotals.recomputed))
          UNION ALL
          SELECT account, sub_fund, date, currency, kept, gift, -amount, -usd FROM daily_total)
        GROUP BY account, sub_fund, date, currency, kept, gift
        HAVING sum(amount) <> 0 OR sum(usd) <> 0
        """),
    Check(
      invariant: "J13", wrong: "the total of a closing is not what its postings add up to",
      sql: """
        SELECT closing, account, sub_fund, currency FROM (
          SELECT * FROM (\(ClosingTotals.recomputed))
          UNION ALL
          SELECT closing, account, sub_fund, currency, kept, -amount, -usd FROM closing_total)
        GROUP BY closing, account, sub_fund, currency, kept
        HAVING sum(amount) <> 0 OR sum(usd) <> 0
        """),
    Check(
      invariant: "J13", wrong: "an allotment is not as open as its postings say (allotment)",
      sql: """
        SELECT allotment FROM (
          SELECT * FROM (\(Unobligated.recomputed))
          UNION ALL SELECT allotment, project, pool, date, -usd FROM unobligated)
        GROUP BY allotment, project, pool, date HAVING sum(usd) <> 0
        """),
    Check(
      invariant: "E5", wrong: "a reference names two living documents",
      sql: """
        SELECT source, kind, reference FROM entry WHERE reference IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM entry AS later WHERE later.reverses = entry.seq)
        GROUP BY source, kind, reference HAVING count(*) > 1
        """),
    Check(
      invariant: "F1", wrong: "more was paid or written off than was pledged",
      sql: """
        SELECT pledge.entry AS entry FROM pledge JOIN (
          SELECT entry, pledge, applied AS change FROM contribution WHERE pledge IS NOT NULL
          UNION ALL SELECT entry, pledge, amount FROM write_off
          UNION ALL SELECT entry, pledge, -amount FROM pledge_increase
        ) AS act ON act.pledge = pledge.entry
        WHERE NOT EXISTS (SELECT 1 FROM entry AS later WHERE later.reverses = act.entry)
        GROUP BY pledge.entry HAVING sum(act.change) > pledge.amount
        """),
    Check(
      invariant: "T1",
      wrong: "a participant signed, or was bound, twice (instrument, country, organization)",
      sql: """
        SELECT instrument, country, organization FROM treaty_act
        WHERE NOT EXISTS (SELECT 1 FROM entry AS later WHERE later.reverses = treaty_act.entry)
        GROUP BY instrument, country, organization
        HAVING count(signature_date) > 1 OR count(consent_date) > 1
        """),
    Check(
      invariant: "M6", wrong: "the clock of recording runs backwards",
      sql: """
        SELECT batch.id AS batch FROM batch JOIN batch AS before ON before.id = batch.id - 1
        WHERE batch.recorded_at < before.recorded_at
        """),
  ]
}
