import FoundationEssentials
public import FundDomain
import GRDB

/// Entries of another ledger, recorded again as they were sealed: each must lead to the hash that
/// it bears. One batch after the other is sealed as it was.
public final class Replay {
  private let database: Database
  private let writer: FactWriter
  private var columns: [String: [(name: String, isText: Bool)]] = [:]
  private var hash = [UInt8](repeating: 0, count: 32)
  private var last: EntryNumber = 0
  private var batch: (id: Int64, stamp: Fact, first: EntryNumber)?

  init(_ database: Database) {
    self.database = database
    writer = FactWriter(database)
  }

  /// The last entry that was recorded, and its hash.
  var head: ChainHead { ChainHead(entries: last, hash: hexadecimal(hash)) }

  /// Records the next entry; its facts may come in any order of tables and columns.
  ///
  /// - Throws: `entry-out-of-place`, `entry-hash-differs`, `entry-refused`, `row-unknown`.
  public func append(_ entry: SealedEntry) throws {
    let facts = try arranged(entry.facts)
    let own = facts[0]
    let name = "entry \(own.integer("seq").map { "\($0)" } ?? "without a number")"
    guard own.integer("seq") == last + 1, let id = own.integer("batch") else {
      throw LedgerError(
        rule: "entry-out-of-place", "\(name) stands where entry \(last + 1) belongs",
        hint: "is the file whole, and each entry in it once?")
    }
    let stamp = try ordered(entry.stamp)
    if id != batch?.id {
      try explaining(name) { try seal() }
      batch = (id, stamp, last + 1)
    }
    guard stamp == batch?.stamp else {
      throw LedgerError(
        rule: "entry-out-of-place",
        "\(name) says otherwise than those before it who recorded "
          + "batch \(id), and when")
    }
    let links = chained(hash, ([stamp] + facts).canonicalBytes)
    guard hexadecimal(links) == entry.hash else {
      throw LedgerError(
        rule: "entry-hash-differs",
        "\(name) leads to the hash \(hexadecimal(links)), and bears \(entry.hash)",
        hint: "it, or one before it, is not what was exported")
    }
    try explaining(name) {
      try writer.insert(own, hash: links)
      for fact in facts.dropFirst() { try writer.insert(fact) }
    }
    (last, hash) = (last + 1, links)
  }

  /// Seals the last batch, adds up what is derived, and looks at all of it.
  ///
  /// - Throws: `entry-refused`, `sum-too-large`, `entries-do-not-verify`.
  func finish(_ verify: (Database) throws -> Verification) throws {
    try explaining("entry \(last)") { try seal() }
    try explaining("entry \(last)") {
      try Turnover.requireRoom(database)
      for (table, columns, sums) in [
        (
          "daily_total", "account, sub_fund, date, currency, kept, gift, amount, usd",
          DailyTotals.recomputed
        ),
        (
          "closing_total", "closing, account, sub_fund, currency, kept, amount, usd",
          ClosingTotals.recomputed
        ),
        ("unobligated", "allotment, project, pool, date, usd", Unobligated.recomputed),
      ] { try database.execute(sql: "INSERT INTO \(table) (\(columns)) \(sums)") }
    }
    if let finding = try verify(database).findings.first {
      throw LedgerError(
        rule: "entries-do-not-verify", "\(finding.invariant): \(finding.message)",
        hint: "the ledger that was exported is damaged, or the file is not what was exported")
    }
  }

  private func seal() throws {
    guard let batch else { return }
    var fact = Fact("batch")
    fact.set("id", batch.id)
    fact.set("first_entry", batch.first)
    fact.set("last_entry", last)
    for field in batch.stamp.fields { fact.set(field.name, field.value) }
    try writer.insert(fact, hash: hash)
  }

  /// The facts in the order in which they are hashed: the entry, what its document says, postings.
  private func arranged(_ facts: [Fact]) throws -> [Fact] {
    let byTable = Dictionary(grouping: facts, by: \.table)
    guard let own = byTable["entry"], own.count == 1, let kind = own[0].text("kind"),
      let tables = FactTables.byKind[kind]
    else {
      throw LedgerError(
        rule: "row-unknown", "entry \(last + 1) is of no kind that a ledger knows")
    }
    let all = ["entry"] + tables + ["posting"]
    if let other = byTable.keys.filter({ !all.contains($0) }).min() {
      throw LedgerError(
        rule: "row-unknown", "entry \(last + 1), a \(kind), has a row of \(other), which it cannot")
    }
    guard byTable[tables[0]]?.count == 1 else {
      throw LedgerError(
        rule: "row-unknown", "entry \(last + 1), a \(kind), lacks its row of \(tables[0])")
    }
    return try all.flatMap { try (byTable[$0] ?? []).map(ordered) }
  }

  /// A fact with its fields in the order of its table's columns.
  private func ordered(_ fact: Fact) throws -> Fact {
    let known = try columns(of: fact.table)
    var ordered = Fact(fact.table)
    for (column, isText) in known {
      guard let value = fact[column] else { continue }
      if case .text = value, !isText { throw misfit(fact, column, "a whole number") }
      if case .integer = value, isText { throw misfit(fact, column, "text") }
      ordered.set(column, value)
    }
    guard ordered.fields.count == fact.fields.count else {
      let other = fact.fields.first { field in !known.contains { $0.name == field.name } }
      throw LedgerError(
        rule: "row-unknown",
        "entry \(last + 1) has a row of \(fact.table) with \(other?.name ?? "a column twice")")
    }
    return ordered
  }

  private func misfit(_ fact: Fact, _ column: String, _ wanted: String) -> LedgerError {
    LedgerError(
      rule: "row-unknown",
      "\(column) of \(fact.table) is not \(wanted), in entry \(last + 1)")
  }

  private func columns(of table: String) throws -> [(name: String, isText: Bool)] {
    if let known = columns[table] { return known }
    let found = try database.columns(in: table)
      .filter { !["hash", "id", "first_entry", "last_entry"].contains($0.name) }
      .map { (name: $0.name, isText: $0.type == "TEXT") }
    // The stamp has three columns of the batch, in its own order.
    let order = Entry.stamp(of: Batch(act: "", recorder: "", recordedAt: "", source: "")).fields
    columns[table] = table == "batch" ? order.map { ($0.name, true) } : found
    return columns[table]!
  }

  /// What the ledger's own guards refuse, said of the entry.
  private func explaining(_ name: String, _ body: () throws -> Void) throws {
    do { try body() } catch let error as DatabaseError
      where [.SQLITE_CONSTRAINT, .SQLITE_TOOBIG, .SQLITE_MISMATCH].contains(error.resultCode)
      || error.message == "integer overflow"
    {
      throw LedgerError(
        rule: "entry-refused",
        "\(name) is refused by the ledger's own guards: \(error.message ?? "a constraint")",
        hint: "the file is not what was exported")
    }
  }
}
