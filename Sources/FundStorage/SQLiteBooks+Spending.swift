import FundDomain
import GRDB

extension SQLiteBooks {
  func position(of subFund: EntryNumber, after closing: ClosingStanding?) throws -> Position {
    let isLatest = try closing?.entry == latestClosing?.entry
    if isLatest, let known = positions[subFund] { return known }
    try settle()
    var position = Position()
    if let closing {
      let sealed = """
        SELECT ? AS date, currency, kept, amount, usd FROM closing_total
        WHERE closing = ? AND account = ? AND sub_fund = ?
        """
      try add(sealed, [closing.through.description, closing.entry], of: subFund, to: &position)
    }
    let sums =
      knownAt == nil
      ? "SELECT date, currency, kept, amount, usd FROM daily_total WHERE"
      : """
      SELECT date, currency, source IS NOT NULL AS kept, amount, usd FROM posting
      WHERE \(known("entry")) AND
      """
    let start = closing?.through.next ?? .first
    try add(
      sums + " date >= ? AND account = ? AND sub_fund = ?", [start.description], of: subFund,
      to: &position)
    if isLatest { positions[subFund] = position }
    return position
  }

  /// Adds the rows of each account that a position is made of.
  private func add(
    _ sql: String, _ arguments: StatementArguments, of subFund: EntryNumber,
    to position: inout Position
  ) throws {
    for account in Position.accounts {
      let cursor = try cursor(sql, arguments + [account.number, subFund])
      while let row = try cursor.next() {
        position.add(
          account, try money(row), usd: row["usd"], isKeptApart: row["kept"] == 1,
          on: try CalendarDate(row["date"] as String))
      }
    }
  }

  func left(of contribution: EntryNumber, upTo day: CalendarDate) throws -> Int64 {
    let sql = """
      SELECT coalesce(sum(\(Self.left)), 0) AS usd FROM posting
      WHERE source = ? AND date <= ? AND \(known("entry"))
      """
    return try kept(row(sql, [contribution, day.description])?["usd"])
  }

  /// The same of several, in the books as they stand and by a day.
  func left(
    of contributions: [EntryNumber], on day: CalendarDate
  ) throws -> [EntryNumber: (now: Int64, then: Int64)] {
    let sql = """
      SELECT source, sum(\(Self.left)) AS now, sum(iif(date <= ?, \(Self.left), 0)) AS earlier
      FROM posting INDEXED BY posting_source
      WHERE source IN (SELECT value FROM json_each(?)) AND \(known("entry"))
      GROUP BY source
      """
    var all: [EntryNumber: (now: Int64, then: Int64)] = [:]
    let cursor = try cursor(sql, [day.description, "\(contributions)"])
    while let row = try cursor.next() { all[row["source"]] = (row["now"], row["earlier"]) }
    return all
  }

  /// What a posting adds to what is left of the money that it names, as SQL: `Position.left`.
  private static let left: String = {
    let cases = Account.allCases.compactMap { account in
      let sign = Position.left(account, 1)
      return sign == 0 ? nil : "WHEN \(account.number) THEN \(sign) * usd"
    }
    return "CASE account \(cases.joined(separator: " ")) ELSE 0 END"
  }()

  func allotment(
    _ name: String, source: String, on day: CalendarDate
  ) throws -> AllotmentStanding {
    try allotment(
      try sequence(of: name, series: .allotment, kinds: ["allotment", "opening"], source: source),
      on: day)
  }

  func allotment(_ entry: EntryNumber, on day: CalendarDate) throws -> AllotmentStanding {
    let row = try row(
      allotments() + " WHERE allotment.entry = :entry", ["entry": entry, "day": day.description])
    guard let row else {
      throw LedgerError(
        rule: "unknown-allotment", "\(try name(of: entry)) is no allotment", field: "allotment")
    }
    return try allotment(row)
  }

  func openAllotments(
    of project: EntryNumber, upTo day: CalendarDate,
    untilLast: (AllotmentStanding) throws -> Bool
  ) throws {
    precondition(knownAt == nil, "what is spent is charged to the books as they stand")
    // In the order of the index, so that each is looked at only when it is wanted.
    let open = """
      unobligated AS open INDEXED BY unobligated_open
      CROSS JOIN allotment ON allotment.entry = open.allotment
      """
    let sql = """
      \(allotments(of: open, now: "open.usd"))
      WHERE open.project = :project AND open.usd > 0 AND open.date <= :day
        AND \(living("allotment.entry"))
      ORDER BY open.pool, open.date, open.allotment
      """
    let cursor = try cursor(sql, ["project": project, "day": day.description])
    while let row = try cursor.next(), try !untilLast(try allotment(row)) {}
  }

  func allotments(upTo day: CalendarDate, each: (AllotmentStanding) throws -> Void) throws {
    // Where nothing is later, what is unobligated is what is kept of it.
    let newest = try row("SELECT max(date) AS date FROM entry")?["date"] as String? ?? ""
    let isLatest = knownAt == nil && newest <= day.description
    let sql =
      (isLatest
        ? allotments(
          of: "allotment JOIN unobligated ON unobligated.allotment = allotment.entry",
          now: "unobligated.usd", earlier: "unobligated.usd") : allotments())
        + """
         WHERE entry.date <= :day AND \(living("allotment.entry")) ORDER BY entry.date, entry.seq
        """
    let cursor = try cursor(sql, ["day": day.description])
    while let row = try cursor.next() { try each(try allotment(row)) }
  }

  /// Allotments with what is unobligated on them now, and of that what was up to `:day`.
  private func allotments(
    of which: String = "allotment", now: String? = nil, earlier: String? = nil
  ) -> String {
    func unobligated(_ condition: String) -> String {
      """
      (SELECT coalesce(sum(usd), 0) FROM posting WHERE allotment = allotment.entry
         AND account = \(Account.budgetUnobligated.number) AND \(condition)
         AND \(known("posting.entry")))
      """
    }
    return """
      SELECT allotment.*, entry.date, entry.series, entry.year, entry.serial, entry.act,
        \(living("allotment.entry")) AS alive,
        (SELECT donor FROM posting WHERE posting.entry = allotment.entry AND line = 1) AS donor,
        \(now ?? unobligated("1")) AS now, \(earlier ?? unobligated("posting.date <= :day")) AS earlier
      FROM \(which) JOIN entry ON entry.seq = allotment.entry
      """
  }

  private func allotment(_ row: Row) throws -> AllotmentStanding {
    let allotment = Allotment(
      project: row["project"], subFund: row["sub_fund"], amount: row["amount"], usd: row["usd"],
      money: row["money"], named: row["named"], support: row["support"], paper: row["paper"])
    return AllotmentStanding(
      entry: row["entry"], number: try kept(number(row)),
      date: try CalendarDate(row["date"] as String), allotment: allotment, donor: row["donor"],
      isReversed: row["alive"] == 0, unobligated: row["now"],
      left: min(row["now"], row["earlier"]))
  }

  func allotted(naming document: EntryNumber) throws -> Int64 {
    let sql = """
      SELECT coalesce(-sum(posting.usd), 0) AS usd FROM allotment
      JOIN posting ON posting.allotment = allotment.entry AND posting.account = ?
      WHERE allotment.named = ? AND \(known("posting.entry"))
      """
    return try row(sql, [Account.budgetIssued.number, document])?["usd"] ?? 0
  }

  func allotted(to project: EntryNumber) throws -> [(money: EntryNumber, usd: Int64)] {
    let sql = """
      SELECT allotment.money, -sum(posting.usd) AS usd FROM allotment
      JOIN posting ON posting.allotment = allotment.entry AND posting.account = ?
      WHERE allotment.project = ? AND allotment.money IS NOT NULL AND \(known("posting.entry"))
      GROUP BY allotment.money
      """
    return try rows(sql, [Account.budgetIssued.number, project]).map { ($0["money"], $0["usd"]) }
  }

  func spending(_ name: String, source: String) throws -> SpendingStanding {
    let isDisbursement = DocumentNumber(name)?.series == .disbursement
    let entry = try sequence(
      of: name, series: isDisbursement ? .disbursement : .obligation,
      kinds: isDisbursement ? ["disbursement"] : ["obligation", "disbursement", "opening"],
      source: source)
    let sql = """
      SELECT said.*, entry.date, entry.series, entry.year, entry.serial, entry.act, entry.kind,
        \(living("entry.seq")) AS alive
      FROM (SELECT entry, project, currency, class, allotment FROM obligation
        UNION ALL SELECT entry, project, currency, class, allotment FROM disbursement) AS said
      JOIN entry ON entry.seq = said.entry WHERE said.entry = ?
      """
    guard let row = try row(sql, [entry]) else {
      throw LedgerError(rule: "unknown-document", "\(name) is no obligation")
    }
    guard let word = row["class"] as String? else {
      throw LedgerError(
        rule: "unknown-document", "\(name) paid an obligation: name the obligation itself",
        field: "of")
    }
    return SpendingStanding(
      entry: entry, number: try kept(number(row)), date: try CalendarDate(row["date"] as String),
      project: row["project"], currency: try Currency(row["currency"] as String),
      objectClass: try kept(ObjectClass(rawValue: word)),
      isObligation: row["kind"] != "disbursement",
      isReversed: row["alive"] == 0, named: row["allotment"], postings: try postings(on: entry))
  }

  func foreignBalances(of account: Account, upTo day: CalendarDate) throws -> [Posting] {
    if account == .cash {
      let query = TotalsQuery([.cash], by: [.currency], in: Period(from: .first, to: day))
      return try totals(query).compactMap { total in
        guard let currency = total.currency, currency != .usd,
          total.amount != 0 || total.usd != 0
        else { return nil }
        return Posting(
          .cash, total.subFund, Money(minorUnits: total.amount, currency), usd: total.usd)
      }.sorted { ($0.subFund, $0.amount.currency.code) < ($1.subFund, $1.amount.currency.code) }
    }
    let sql = """
      SELECT account, sub_fund, currency, donor, project, document, allotment, source,
        sum(amount) AS amount, sum(usd) AS usd
      FROM posting
      WHERE account = ? AND date <= ? AND currency <> 'USD' AND \(known("entry"))
      GROUP BY 1, 2, 3, 4, 5, 6, 7, 8 HAVING sum(amount) <> 0 OR sum(usd) <> 0
      ORDER BY 1, 2, 3, 4, 5, 6, 7, 8
      """
    return try rows(sql, [account.number, day.description]).map { try posting($0) }
  }

  /// Every posting that moves a balance of a document, in the order of recording.
  func postings(on document: EntryNumber) throws -> [DatedPosting] {
    let sql = """
      SELECT posting.*, \(living("posting.entry")) AND own.reverses IS NULL AS alive
      FROM posting JOIN entry AS own ON own.seq = posting.entry
      WHERE document = ? AND \(known("posting.entry")) AND \(dated("posting"))
      ORDER BY entry, line
      """
    return try rows(sql, [document]).map { row in
      DatedPosting(
        entry: row["entry"], date: try CalendarDate(row["date"] as String),
        posting: try posting(row), isAlive: row["alive"] == 1)
    }
  }
}
