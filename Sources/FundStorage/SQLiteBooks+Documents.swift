import FundDomain
import GRDB

extension SQLiteBooks {
  func contribution(_ name: String, source: String) throws -> ContributionStanding {
    try contribution(
      try sequence(
        of: name, series: .contribution, kinds: ["contribution", "opening"], source: source))
  }

  func contribution(_ entry: EntryNumber) throws -> ContributionStanding {
    guard let row = try row(given + " WHERE given.entry = ?", [entry]) else {
      throw LedgerError(
        rule: "unknown-contribution", "\(try name(of: entry)) is no contribution",
        field: "contribution")
    }
    return try contribution(row)
  }

  func contributions(
    upTo day: CalendarDate, each: (ContributionStanding) throws -> Void
  ) throws {
    let sql =
      given
        + """
         WHERE entry.date <= ? AND \(living("given.entry")) ORDER BY entry.date, entry.seq
        """
    let cursor = try cursor(sql, [day.description])
    while let row = try cursor.next() { try each(try contribution(row)) }
  }

  func contributions(toPledge pledge: EntryNumber) throws -> [ContributionStanding] {
    let sql = """
      \(given(among: "SELECT entry FROM contribution WHERE pledge = ?1"))
      WHERE \(living("given.entry")) ORDER BY entry.date, entry.seq
      """
    return try rows(sql, [pledge]).map { try contribution($0) }
  }

  func contributions(of donor: EntryNumber) throws -> [ContributionStanding] {
    let sql = """
      \(given(among: Self.mayBeOf(donor: "?1")))
      WHERE given.donor = ?1 AND \(known("given.entry")) ORDER BY entry.date, entry.seq
      """
    var all: [ContributionStanding] = []
    let cursor = try cursor(sql, [donor])
    while let row = try cursor.next() { all.append(try contribution(row)) }
    return all
  }

  func contributions(
    limit: Int, where fits: (Earmark) -> Bool
  ) throws -> [ContributionStanding] {
    var found: [ContributionStanding] = []
    for earmark in try earmarks().filter(fits) {
      let cursor = try cursor(Self.mayHaveEarmark, [earmark.description])
      while found.count < limit, let entry = try cursor.next()?["entry"] as EntryNumber? {
        guard try left(of: entry, upTo: .last) > 0,
          let row = try row(given + " WHERE given.entry = ?", [entry])
        else { continue }
        let standing = try contribution(row)
        if !standing.isReversed, standing.earmark == earmark { found.append(standing) }
      }
    }
    return found
  }

  /// The earmarks in a table, as SQL: of one that grows, each is looked up in the index after the
  /// one before.
  static func earmarks(in table: String) -> String {
    guard ["contribution", "pledge"].contains(table) else {
      return "SELECT earmark FROM \(table) WHERE earmark IS NOT NULL"
    }
    return """
      SELECT earmark FROM (
        WITH RECURSIVE each(earmark) AS (
          SELECT min(earmark) FROM \(table) WHERE earmark IS NOT NULL
          UNION ALL
          SELECT (SELECT min(earmark) FROM \(table) WHERE earmark > each.earmark)
          FROM each WHERE each.earmark IS NOT NULL)
        SELECT earmark FROM each WHERE earmark IS NOT NULL)
      """
  }

  /// Every earmark that money came with or was given since.
  private func earmarks() throws -> [Earmark] {
    let all = ["contribution", "pledge", "opening", "earmark_change"].map(Self.earmarks)
    return try rows(all.joined(separator: " UNION ")).compactMap {
      Earmark(kept: $0["earmark"])
    }
  }

  /// What came with an earmark, or for a pledge with it, or was given it since; the newest first.
  private static let mayHaveEarmark = """
    WITH named(entry) AS (
      SELECT entry FROM contribution WHERE earmark = ?1
      UNION SELECT entry FROM pledge WHERE earmark = ?1
      UNION SELECT entry FROM opening WHERE earmark = ?1
      UNION SELECT document FROM earmark_change WHERE earmark = ?1)
    SELECT entry FROM named
    UNION SELECT contribution.entry FROM named JOIN contribution ON contribution.pledge = named.entry
    ORDER BY entry DESC
    """

  func contributions(
    of donor: EntryNumber, in subFund: EntryNumber, currency: Currency, upTo day: CalendarDate,
    untilLast: (ContributionStanding, (now: Int64, then: Int64)) throws -> Bool
  ) throws {
    // Which they may be is soon known; how each stands is asked until there is enough, of a few at
    // first and of more at a time where many are wanted.
    let candidates = """
      SELECT seq FROM entry WHERE date <= ?1 AND seq IN (\(Self.mayBeOf(donor: "?2")))
      ORDER BY date, seq
      """
    let standings = """
      \(given(among: "SELECT value FROM json_each(?1)"))
      WHERE given.donor = ?2 AND given.sub_fund = ?3 AND given.currency = ?4
        AND given.kind <> 'in-kind' AND \(living("given.entry"))
      ORDER BY entry.date, entry.seq
      """
    var rest = try rows(candidates, [day.description, donor]).map { $0["seq"] as EntryNumber }[...]
    var size = 8
    while !rest.isEmpty {
      let some = Array(rest.prefix(size))
      (rest, size) = (rest.dropFirst(size), min(4 * size, 512))
      let left = try left(of: some, on: day)
      // Of dollars that are all allotted nothing is left; of another currency a fraction of a cent
      // may be.
      let open = some.filter { currency != .usd || (left[$0]?.now ?? 1) > 0 }
      let cursor = try cursor(standings, ["\(open)", donor, subFund, currency.code])
      while let row = try cursor.next() {
        let standing = try contribution(row)
        if standing.left > 0, try untilLast(standing, left[standing.entry] ?? (0, 0)) { return }
      }
    }
  }

  /// What a donor may have given: nothing else was, but others may have it since.
  private static func mayBeOf(donor: String) -> String {
    """
    SELECT entry FROM contribution WHERE donor = \(donor)
    UNION SELECT contribution FROM donor_change WHERE donor = \(donor)
    UNION SELECT entry FROM opening WHERE donor = \(donor)
    """
  }

  /// The earmark of a contribution that may pay a pledge: the newest that its donor gave it, else
  /// its pledge, else its own, or its pledge's.
  func earmark(_ contribution: String, _ pledge: String, said: String) -> String {
    func newest(_ entry: String) -> String {
      """
      (SELECT earmark FROM earmark_change WHERE earmark_change.document = \(entry)
         AND \(done("earmark_change.entry")) ORDER BY earmark_change.entry DESC LIMIT 1)
      """
    }
    return "coalesce(\(newest(contribution)), \(newest(pledge)), \(said))"
  }

  /// Who gave a contribution, or what an opening left of one: whom the newest act on it says, else
  /// whom it was recorded of.
  func giver(of table: String = "contribution") -> String {
    """
    coalesce(
      (SELECT donor FROM donor_change WHERE donor_change.contribution = \(table).entry
         AND \(done("donor_change.entry")) ORDER BY donor_change.entry DESC LIMIT 1),
      \(table).donor)
    """
  }

  /// What donors gave: contributions, and what is left of them from before the ledger.
  var given: String { given(among: nil) }

  /// The same of some entries, as SQL: what is asked of all would be made of all first.
  private func given(among entries: String?) -> String {
    func isAmong(_ entry: String) -> String { entries.map { "\(entry) IN (\($0))" } ?? "1" }
    return """
      SELECT given.*, entry.date, entry.series, entry.year, entry.serial, entry.act,
        \(living("given.entry")) AS alive,
        \(isKeptApart) AS traced,
        \(refunded("amount")) AS refunded, \(refunded("usd")) AS refunded_usd
      FROM (
        SELECT contribution.entry, \(giver()) AS donor, contribution.sub_fund, contribution.pledge,
          contribution.currency, contribution.amount, contribution.usd, contribution.kind,
          \(earmark("contribution.entry", "contribution.pledge",
            said: "contribution.earmark, pledge.earmark")) AS earmark,
          coalesce(pledge.support_rate, contribution.support_rate) AS support_rate
        FROM contribution LEFT JOIN pledge ON pledge.entry = contribution.pledge
        WHERE \(isAmong("contribution.entry"))
        UNION ALL
        SELECT entry, \(giver(of: "opening")), sub_fund, NULL, currency, amount, usd, 'cash',
          \(earmark("opening.entry", "NULL", said: "opening.earmark")) AS earmark, NULL
        FROM opening WHERE (donor IS NOT NULL OR earmark IS NOT NULL) AND item = 'cash'
          AND \(isAmong("opening.entry"))
      ) AS given JOIN entry ON entry.seq = given.entry
      """
  }

  /// What went back of a contribution.
  private func refunded(_ column: String) -> String {
    """
    (SELECT coalesce(sum(posting.\(column)), 0) FROM posting INDEXED BY posting_document
      WHERE document = given.entry AND account = \(Account.refunds.number) AND \(known("posting.entry")))
    """
  }

  func contribution(_ row: Row) throws -> ContributionStanding {
    ContributionStanding(
      entry: row["entry"], number: try kept(number(row)),
      date: try CalendarDate(row["date"] as String), donor: row["donor"], subFund: row["sub_fund"],
      pledge: row["pledge"], amount: try money(row), usd: row["usd"],
      kind: try kept(Contribution.Kind(rawValue: row["kind"])), isEarmarked: row["traced"] == 1,
      earmark: (row["earmark"] as String?).flatMap { Earmark(kept: $0) },
      supportRate: row["support_rate"], isReversed: row["alive"] == 0, refunded: row["refunded"],
      refundedUSD: row["refunded_usd"])
  }

  /// Whether a contribution is kept apart: it came with an earmark or to a sub-fund that is traced,
  /// or its donor gave it one since.
  private var isKeptApart: String {
    """
    EXISTS (
      SELECT 1 FROM posting JOIN entry AS own ON own.seq = posting.entry
      WHERE posting.source = given.entry AND posting.account = \(Account.cash.number)
        AND (own.seq = given.entry OR (own.kind = 'earmark_change' AND \(done("own.seq")))))
    """
  }

  /// The entry of a document, by its number or by the reference that a source gave it.
  func sequence(
    of name: String, series: Series, kinds: [String], source: String
  ) throws -> EntryNumber {
    if let number = DocumentNumber(name) {
      let sql =
        "SELECT seq, kind FROM entry WHERE series = ? AND year = ? AND serial = ? AND act = ?"
      let row = try row(sql, [number.series.rawValue, number.year, number.serial, number.act])
      if let row, kinds.contains(row["kind"]) { return row["seq"] }
      throw LedgerError(
        rule: "unknown-document", "there is no \(kinds[0]) \(number)",
        hint: "cpcjf list \(kinds[0])s shows them", field: kinds[0])
    }
    for from in Set([source, "csv", "manual"]).sorted(by: { a, _ in a == source }) {
      for kind in kinds {
        if let known = try known(kind: kind, source: from, reference: name, fingerprint: nil) {
          return known.entry
        }
      }
    }
    throw LedgerError(
      rule: "unknown-document", "no \(kinds[0]) has the number or reference '\(name)'",
      hint: "cpcjf list \(kinds[0])s shows them", field: kinds[0])
  }

  func known(
    kind: String, source: String, reference: String?, fingerprint: String?
  ) throws -> KnownDocument? {
    let key = reference == nil ? "reference IS NULL AND fingerprint" : "reference"
    let sql = """
      SELECT seq, series, year, serial, act, fingerprint FROM entry
      WHERE \(key) = ? AND source = ? AND kind = ? AND \(living("entry.seq")) LIMIT 1
      """
    guard let row = try row(sql, [reference ?? fingerprint, source, kind]) else { return nil }
    let name = number(row)?.description ?? "entry \(row["seq"] as EntryNumber)"
    return KnownDocument(entry: row["seq"], name: name, fingerprint: row["fingerprint"])
  }

  /// The document number in a row whose columns bear a prefix; nil where there is none.
  func number(_ row: Row, prefix: String = "") -> DocumentNumber? {
    guard let letters = row["\(prefix)series"] as String?, let series = Series(rawValue: letters)
    else { return nil }
    return DocumentNumber(
      series, year: row["\(prefix)year"], serial: row["\(prefix)serial"],
      act: row["\(prefix)act"])
  }
}
