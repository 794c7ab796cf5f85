import FoundationEssentials
import FundDomain
import GRDB

/// One link of the chain: an entry with every row that its hash is taken over.
struct ChainLink {
  let sequence: EntryNumber
  let stamp: Fact
  let own: Fact
  /// What its document says, in the order in which it is hashed.
  let said: [Fact]
  let postings: [Fact]
  /// The hash that is kept with it; of a damaged row it may be anything.
  let hash: [UInt8]

  var facts: [Fact] { [own] + said + postings }

  /// What the hash is taken over, after the hash before it.
  var bytes: [UInt8] { ([stamp] + facts).canonicalBytes }
}

/// The links of the chain in their order, read side by side from all tables.
///
/// A damaged row may hold anything: only facts are read, which take what there is.
final class ChainRows {
  private let entries: RowCursor
  private let batches: RowStream
  private let postings: RowStream
  private let tables: [String: RowStream]
  private var batch: Int64 = 0
  private var stamp = Fact("batch")

  init(_ database: Database) throws {
    batches = try RowStream(database, "batch", order: "id", key: "id")
    postings = try RowStream(database, "posting", order: "entry, line", key: "entry")
    var tables: [String: RowStream] = [:]
    for table in FactTables.all {
      tables[table] = try RowStream(
        database, table, order: FactTables.order(of: table), key: "entry")
    }
    self.tables = tables
    entries = try Row.fetchCursor(database, sql: "SELECT * FROM entry ORDER BY seq")
  }

  func next() throws -> ChainLink? {
    guard let row = try entries.next() else { return nil }
    let own = Fact("entry", row)
    let sequence = own.integer("seq") ?? 0
    if own.integer("batch") ?? 0 != batch {
      batch = own.integer("batch") ?? 0
      stamp = try batches.facts(of: batch).first.map(Self.stamp) ?? Fact("batch")
    }
    var said: [Fact] = []
    for table in FactTables.byKind[own.text("kind") ?? ""] ?? [] {
      said += try tables[table]!.facts(of: sequence)
    }
    return ChainLink(
      sequence: sequence, stamp: stamp, own: own, said: said,
      postings: try postings.facts(of: sequence),
      hash: Data.fromDatabaseValue(row["hash"] as DatabaseValue).map(Array.init) ?? [])
  }

  /// Rows that no entry asked for, by the entry that they name.
  func strays() throws -> [(table: String, entry: EntryNumber)] {
    try (Array(tables.values) + [postings]).flatMap { stream in
      try stream.strays().map { (stream.table, $0.integer("entry") ?? 0) }
    }
  }

  private static func stamp(_ batch: Fact) -> Fact {
    Entry.stamp(
      of: Batch(
        act: batch.text("command") ?? "", recorder: batch.text("recorder") ?? "",
        recordedAt: batch.text("recorded_at") ?? "", source: ""))
  }
}

extension [Fact] {
  /// The facts in the form that is hashed.
  var canonicalBytes: [UInt8] {
    var form = CanonicalForm()
    for fact in self { form.append(fact) }
    return form.bytes
  }
}

extension SQLiteBooks {
  func sealedEntries(_ each: (SealedEntry) throws -> Void) throws {
    let rows = try ChainRows(database)
    while let link = try rows.next(), link.sequence <= knownAt ?? .max {
      try each(
        SealedEntry(stamp: link.stamp, facts: link.facts, hash: hexadecimal(link.hash)))
    }
  }
}

/// The rows of a table in the order of their entries, taken as the entries go by.
final class RowStream {
  let table: String
  private let key: String
  private let cursor: RowCursor
  private var waiting: Fact?
  private var passed: [Fact] = []

  init(_ database: Database, _ table: String, order: String, key: String) throws {
    self.table = table
    self.key = key
    cursor = try Row.fetchCursor(database, sql: "SELECT * FROM \(table) ORDER BY \(order)")
    waiting = try cursor.next().map { Fact(table, $0) }
  }

  func facts(of entry: EntryNumber) throws -> [Fact] {
    var facts: [Fact] = []
    while let fact = waiting, let at = fact.integer(key), at <= entry {
      if at == entry { facts.append(fact) } else if passed.count < 10 { passed.append(fact) }
      waiting = try cursor.next().map { Fact(table, $0) }
    }
    return facts
  }

  /// What no entry asked for.
  func strays() throws -> [Fact] {
    if let waiting { passed.append(waiting) }
    return passed
  }
}
