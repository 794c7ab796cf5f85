public import FundDomain
import GRDB

extension Ledger {
  public func read<Result>(
    knownAt entry: EntryNumber?, _ body: (any Books) throws -> Result
  ) throws -> Result {
    do {
      return try queue.inDatabase { database in
        var result: Result?
        try database.inTransaction(.deferred) {
          result = try body(SQLiteBooks(database, knownAt: entry))
          return .commit
        }
        return result!
      }
    } catch { throw Ledger.explained(error, path) }
  }

  public func write<Result>(
    _ batch: Batch, keep: Bool, _ body: (any OpenBooks) throws -> Result
  ) throws -> Result {
    try requireWritable()
    do {
      return try queue.inDatabase { database in
        var result: Result?
        try Ledger.widen(database)
        try database.inTransaction(.immediate) {
          try requireSameFile()
          let books = try OpenSQLiteBooks(database, batch: batch)
          result = try body(books)
          let isSealed = try books.seal()
          return keep && isSealed ? .commit : .rollback
        }
        return result!
      }
    } catch { throw Ledger.explained(error, path) }
  }

  /// - Throws: `ledger-read-only`.
  func requireWritable() throws {
    guard isWritable else {
      throw LedgerError(
        rule: "ledger-read-only", "\(path) may be read but not written by this user",
        hint: "ask its owner, or work on a copy")
    }
  }

  /// Lets an import and `verify` keep up to 64 MiB of the file's pages at hand, as they need them.
  static func widen(_ database: Database) throws {
    try database.execute(sql: "PRAGMA cache_size = -65536")
  }
}
