import FundDomain
import GRDB

extension SQLiteBooks {
  /// The lines come as the indexes hold them and are never collected: those of all accounts in the
  /// order of their entries' dates, those of some accounts from a cursor for each account and
  /// sub-fund, of which the earliest is always taken.
  func journal(_ filter: JournalFilter, each: (JournalLine) throws -> Void) throws {
    let days: StatementArguments = [filter.period.from.description, filter.period.to.description]
    var codes: [EntryNumber: String] = [:]
    guard let accounts = filter.accounts else {
      precondition(filter.subFunds == nil, "a sub-fund's lines are asked for by account")
      let sql =
        journalLines("entry LEFT JOIN posting ON posting.entry = entry.seq") + """
           WHERE entry.date BETWEEN ? AND ? AND entry.series IS NOT NULL
            AND \(known("entry.seq"))
          ORDER BY entry.date, entry.seq, posting.line
          """
      let cursor = try cursor(sql, days)
      while let row = try cursor.next() { try each(try line(row, &codes)) }
      return
    }
    let sql =
      journalLines("posting JOIN entry ON entry.seq = posting.entry") + """
         WHERE posting.account = ? AND posting.sub_fund = ? AND posting.date BETWEEN ? AND ?
          AND \(known("posting.entry"))
        ORDER BY posting.date, posting.entry, posting.line
        """
    let funds = try filter.subFunds ?? subFundIDs()
    var heads: [(cursor: RowCursor, row: Row)] = []
    for (account, fund) in accounts.flatMap({ account in funds.map { (account, $0) } }) {
      // Each cursor has a statement of its own: they are read side by side.
      let statement = try database.makeStatement(sql: sql)
      let cursor = try Row.fetchCursor(
        statement, arguments: [account.number, fund] + days)
      if let row = try cursor.next() { heads.append((cursor, row.copy())) }
    }
    while let place = heads.indices.min(by: { isEarlier(heads[$0].row, heads[$1].row) }) {
      try each(try line(heads[place].row, &codes))
      if let row = try heads[place].cursor.next() {
        heads[place].row = row.copy()
      } else {
        heads.remove(at: place)
      }
    }
  }

  private func isEarlier(_ left: Row, _ right: Row) -> Bool {
    func place(_ row: Row) -> (String, EntryNumber, Int64) {
      (row["date"], row["seq"], row["line"])
    }
    return place(left) < place(right)
  }

  private func journalLines(_ tables: String) -> String {
    func number(_ table: String, _ prefix: String) -> String {
      ["series", "year", "serial", "act"].map { "\(table).\($0) AS \(prefix)\($0)" }
        .joined(separator: ", ")
    }
    return """
      SELECT entry.seq, entry.kind, entry.date, entry.memo, entry.reference, posting.line,
        posting.account, posting.sub_fund, posting.currency, posting.amount, posting.usd,
        posting.donor, posting.project, posting.document, posting.source, posting.allotment,
        \(number("entry", "")), \(number("earlier", "earlier_")),
        \(number("moved", "document_")), \(number("money", "source_")),
        \(number("authority", "allotment_"))
      FROM \(tables)
      LEFT JOIN entry AS earlier ON earlier.seq = entry.reverses
      LEFT JOIN entry AS moved ON moved.seq = posting.document
      LEFT JOIN entry AS money ON money.seq = posting.source
      LEFT JOIN entry AS authority ON authority.seq = posting.allotment
      """
  }

  private func line(_ row: Row, _ codes: inout [EntryNumber: String]) throws -> JournalLine {
    var line = JournalLine(
      entry: row["seq"], number: try kept(number(row)), kind: row["kind"],
      date: try CalendarDate(row["date"] as String), memo: row["memo"],
      reference: row["reference"], reverses: number(row, prefix: "earlier_"),
      posting: row["line"] as Int64? == nil ? nil : try posting(row))
    func code(_ id: EntryNumber?) throws -> String? {
      guard let id else { return nil }
      if let known = codes[id] { return known }
      let name = try name(of: id)
      codes[id] = name
      return name
    }
    func called(_ prefix: String, _ entry: EntryNumber?) throws -> String? {
      try number(row, prefix: prefix)?.description ?? entry.map { try name(of: $0) }
    }
    line.subFund = try code(line.posting?.subFund)
    line.donor = try code(line.posting?.donor)
    line.project = try code(line.posting?.project)
    line.document = try called("document_", line.posting?.document)
    line.source = try called("source_", line.posting?.source)
    line.allotment = try called("allotment_", line.posting?.allotment)
    return line
  }
}
