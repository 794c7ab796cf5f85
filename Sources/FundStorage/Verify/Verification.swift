public import FundDomain
import GRDB
import Schema

/// What `verify` found: nothing, or which invariants do not hold and where.
public struct Verification: Sendable {
  /// One thing that is not as it must be.
  public struct Finding: Hashable, Sendable {
    /// The id of the `Invariant` that does not hold.
    public let invariant: String
    public let message: String
  }

  public internal(set) var findings: [Finding] = []
  public internal(set) var head = ChainHead(entries: 0, hash: String(repeating: "0", count: 64))

  /// Nothing was found.
  public var isOK: Bool { findings.isEmpty }

  /// More findings of one invariant than anybody reads are not collected.
  static let most = 100

  private var counts: [String: Int] = [:]

  func isFull(of invariant: String) -> Bool { counts[invariant, default: 0] >= Self.most }

  mutating func find(_ invariant: String, _ message: String) {
    precondition(Invariant.named(invariant) != nil)
    guard !isFull(of: invariant) else { return }
    counts[invariant, default: 0] += 1
    findings.append(Finding(invariant: invariant, message: message))
  }
}

extension Ledger {
  /// Checks the file, the schema, the chain and every entry, each by its own means, and names
  /// what is wrong.
  ///
  /// - Parameters:
  ///   - checkpoint: what the ledger must extend (E3).
  ///   - progress: told how many of how many entries were hashed, now and then.
  public func verify(
    since checkpoint: Checkpoint? = nil,
    progress: (_ done: EntryNumber, _ all: EntryNumber) -> Void = { _, _ in }
  ) throws -> Verification {
    try queue.inDatabase { database in
      var verification = Verification()
      try Ledger.widen(database)
      try database.inTransaction(.deferred) {
        verification = try self.verification(database, progress)
        if let checkpoint {
          try attempt(&verification) { try checkpoint.check(database, &$0) }
        }
        return .commit
      }
      return verification
    }
  }

  /// What is wrong with the ledger as it stands in a transaction.
  func verification(
    _ database: Database, _ progress: (EntryNumber, EntryNumber) -> Void = { _, _ in }
  ) throws -> Verification {
    var verification = Verification()
    try attempt(&verification) { try FileCheck.run(database, &$0) }
    try attempt(&verification) { try EntryCheck.run(database, &$0) }
    try attempt(&verification) { try ChainCheck.run(database, &$0, progress) }
    return verification
  }

  /// A file may be too damaged to be read: that too is a finding.
  private func attempt(
    _ verification: inout Verification, _ check: (inout Verification) throws -> Void
  ) rethrows {
    do { try check(&verification) } catch let error as DatabaseError {
      verification.find("S1", "the file cannot be read: \(error.message ?? "unknown")")
    }
  }
}

/// The file itself: SQLite's own checks, the schema, the reference tables.
enum FileCheck {
  static func run(_ database: Database, _ verification: inout Verification) throws {
    for message in try String.fetchAll(database, sql: "PRAGMA integrity_check")
    where message != "ok" {
      verification.find("S1", "SQLite's integrity check: \(message)")
    }
    for row in try Row.fetchAll(database, sql: "PRAGMA foreign_key_check") {
      let names = Array(row.databaseValues).map(text)
      verification.find("S1", "a row of \(names[0]) names a row of \(names[2]) that is not there")
    }
    try checkSchema(database, &verification)
    for (table, rows) in Reference.tables {
      let kept = try Row.fetchAll(database, sql: "SELECT * FROM \(table)")
      let found = Set(kept.map { Array($0.databaseValues) })
      for row in rows where !found.contains(row) {
        verification.find("S1", "the table \(table) does not hold \(row[0])")
      }
      if found.count > rows.count {
        verification.find(
          "S1", "the table \(table) holds \(found.count - rows.count) rows too many")
      }
    }
  }

  private static func statement(_ row: Row) -> (name: String, sql: String) {
    (text(row["name"]), text(row["sql"]))
  }

  /// A value as text, whatever a damaged file holds.
  private static func text(_ value: DatabaseValue) -> String {
    String.fromDatabaseValue(value) ?? "\(value)"
  }

  /// The schema must be, statement for statement, the one that the migrations make.
  private static func checkSchema(
    _ database: Database, _ verification: inout Verification
  ) throws {
    let sql = "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL"
    let fresh = try DatabaseQueue()
    let wanted = try fresh.inDatabase { database in
      for migration in Schema.migrations { try database.execute(sql: migration.sql) }
      return try Row.fetchAll(database, sql: sql).map {
        Self.statement($0)
      }
    }
    let found = Dictionary(
      try Row.fetchAll(database, sql: sql).map { Self.statement($0) },
      uniquingKeysWith: { first, _ in first })
    let known = Dictionary(uniqueKeysWithValues: wanted)
    for (name, sql) in known.sorted(by: { $0.key < $1.key }) where found[name] != sql {
      verification.find(
        "S1", "the schema's \(name) is \(found[name] == nil ? "missing" : "not as it was made")")
    }
    for name in found.keys.sorted() where known[name] == nil {
      verification.find("S1", "the schema holds \(name), which no version of it makes")
    }
  }
}
