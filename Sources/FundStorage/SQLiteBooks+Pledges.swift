import FundDomain
import GRDB

extension SQLiteBooks {
  func pledge(_ name: String, source: String) throws -> PledgeStanding {
    let entry = try sequence(
      of: name, series: .pledge, kinds: ["pledge", "opening"],
      source: source)
    var found: PledgeStanding?
    try standings(of: "pledge.entry = ?1", [entry], upTo: .last) { found = $0 }
    guard let found else {
      throw LedgerError(
        rule: "unknown-pledge", "\(try self.name(of: entry)) is no pledge", field: "pledge")
    }
    return found
  }

  func pledges(
    of donor: EntryNumber?, upTo day: CalendarDate, asAt: CalendarDate,
    each: (PledgeStanding) throws -> Void
  ) throws {
    let which = donor == nil ? "?1 IS NULL" : "pledge.donor = ?1"
    try standings(of: which, [donor], upTo: asAt) { standing in
      if standing.date <= day, !standing.isReversed { try each(standing) }
    }
  }

  // The plus keeps SQLite, which knows no figures of these tables, from looking a few entries up by
  // their account, which all entries share.

  /// How the pledges stand that a condition (on `?1`) lets through, with what was done on them by a
  /// day, in the order of their dates: a question for each kind of figure, whatever their number.
  private func standings(
    of which: String, _ arguments: StatementArguments, upTo day: CalendarDate,
    each: (PledgeStanding) throws -> Void
  ) throws {
    let set = "(SELECT pledge.entry FROM pledge WHERE \(which))"
    let instalments = try instalments(set, arguments)
    let changes = try changes(set, arguments + [day.description])
    let receivables = try receivables(set, arguments)
    let sql = """
      SELECT pledge.*, \(earmark("NULL", "pledge.entry", said: "pledge.earmark")) AS earmark_now,
        entry.date, entry.series, entry.year, entry.serial, entry.act, entry.kind,
        \(living("pledge.entry")) AS alive,
        (SELECT min(own.date) FROM commitment JOIN entry AS own ON own.seq = commitment.entry
         WHERE commitment.pledge = pledge.entry AND \(living("own.seq"))) AS committed,
        (SELECT min(commitment.entry) FROM commitment
         WHERE commitment.pledge = pledge.entry AND \(living("commitment.entry"))) AS committing
      FROM pledge JOIN entry ON entry.seq = pledge.entry
      WHERE \(which) AND \(known("pledge.entry")) ORDER BY entry.date, entry.seq
      """
    let cursor = try cursor(sql, arguments)
    while let row = try cursor.next() {
      let entry: EntryNumber = row["entry"]
      let made = try CalendarDate(row["date"] as String)
      try each(
        PledgeStanding(
          entry: entry, number: try kept(number(row)), date: made,
          pledge: try pledge(row, instalments[entry] ?? []),
          committedOn: row["announced"] == 0 ? made : date(row["committed"]),
          committedBy: row["announced"] == 0 ? entry : row["committing"] as EntryNumber?,
          isReversed: row["alive"] == 0, isOpening: row["kind"] == "opening",
          changes: changes[entry] ?? [],
          receivable: receivables[entry]?["amount"] ?? 0,
          receivableUSD: receivables[entry]?["usd"] ?? 0))
    }
  }

  private func pledge(_ row: Row, _ instalments: [Instalment]) throws -> Pledge {
    Pledge(
      donor: row["donor"], subFund: row["sub_fund"], amount: try money(row), usd: row["usd"],
      rate: row["rate"], instalments: instalments, announced: row["announced"] == 1,
      earmark: (row["earmark_now"] as String?).flatMap { Earmark(kept: $0) },
      condition: row["condition"], useBy: date(row["use_by"]), supportRate: row["support_rate"],
      paper: row["paper"])
  }

  private func instalments(
    _ set: String, _ arguments: StatementArguments
  ) throws -> [EntryNumber: [Instalment]] {
    let sql = """
      SELECT entry, due, amount FROM instalment WHERE entry IN \(set) ORDER BY entry, line
      """
    return try rows(sql, arguments).reduce(into: [:]) { all, row in
      all[row["entry"], default: []].append(
        Instalment(due: try CalendarDate(row["due"] as String), amount: row["amount"]))
    }
  }

  /// What was added to pledges, paid or written off, in the order of recording.
  private func changes(
    _ set: String, _ arguments: StatementArguments
  ) throws -> [EntryNumber: [PledgeStanding.Change]] {
    let sql = """
      SELECT said.* FROM (
        SELECT entry, pledge, 'increase' AS act, due, amount, usd
        FROM pledge_increase WHERE pledge IN \(set)
        UNION ALL
        SELECT entry, pledge, 'payment', NULL, applied, NULL
        FROM contribution WHERE pledge IN \(set)
        UNION ALL
        SELECT entry, pledge, 'write-off', NULL, amount, NULL
        FROM write_off WHERE pledge IN \(set)) AS said
      JOIN entry ON entry.seq = said.entry
      WHERE entry.date <= ?2 AND \(living("entry.seq")) ORDER BY said.entry
      """
    return try rows(sql, arguments).reduce(into: [:]) { all, row in
      let amount: Int64 = row["amount"]
      let change: PledgeStanding.Change
      switch row["act"] as String {
      case "increase":
        let due = try CalendarDate(row["due"] as String)
        change = .increase(Instalment(due: due, amount: amount), usd: row["usd"])
      case "payment": change = .payment(amount)
      default: change = .writeOff(amount)
      }
      all[row["pledge"], default: []].append(change)
    }
  }

  /// What is counted as income and unpaid of pledges, in their currencies and in US cents.
  private func receivables(
    _ set: String, _ arguments: StatementArguments
  ) throws -> [EntryNumber: Row] {
    let sql = """
      SELECT document, sum(amount) AS amount, sum(usd) AS usd FROM posting
      WHERE document IN \(set) AND +account = \(Account.pledgesReceivable.number)
        AND \(known("entry"))
      GROUP BY document
      """
    return try byEntry("document", rows(sql, arguments))
  }

  private func byEntry(_ column: String, _ rows: [Row]) -> [EntryNumber: Row] {
    Dictionary(rows.map { ($0[column], $0) }, uniquingKeysWith: { first, _ in first })
  }
}
