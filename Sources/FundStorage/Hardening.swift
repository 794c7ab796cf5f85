import CSQLite
import FundDomain
import GRDB

extension Ledger {
  /// Sets every switch that the promises of the store rest on, and reads each back.
  ///
  /// - Throws: `unsafe-storage` naming the switch that does not hold.
  static func harden(_ database: Database, writable: Bool) throws {
    let connection = UnsafeMutableRawPointer(database.sqliteConnection!)
    try require("DEFENSIVE", Int(cpcjf_defensive(connection)), 1)
    try require("TRUSTED_SCHEMA", Int(cpcjf_trusted_schema_off(connection)), 0)
    try require("LOAD_EXTENSION", Int(cpcjf_load_extension_off(connection)), 0)
    for (name, value) in switches {
      try database.execute(sql: "PRAGMA \(name) = \(value)")
      try require(name, try Int.fetchOne(database, sql: "PRAGMA \(name)"), value)
    }
    guard writable else { return }
    let mode = try String.fetchOne(database, sql: "PRAGMA journal_mode")
    guard mode == "delete" else {
      throw LedgerError(
        rule: "unsafe-storage",
        "the file's journal mode is \(mode ?? "unknown"): a power cut could lose entries",
        hint: "PRAGMA journal_mode = delete, run in sqlite3 by nobody else at work, cures it")
    }
  }

  private static let switches: [(String, Int)] = [
    ("synchronous", 3), ("foreign_keys", 1), ("recursive_triggers", 1), ("trusted_schema", 0),
    ("cell_size_check", 1), ("mmap_size", 0), ("temp_store", 2),
  ]

  private static func require(_ name: String, _ value: Int?, _ wanted: Int) throws {
    // SQLite built without memory mapping answers nothing for mmap_size.
    guard value == wanted || (name == "mmap_size" && value == nil) else {
      throw LedgerError(
        rule: "unsafe-storage",
        "SQLite's \(name) reads \(value.map(String.init) ?? "nothing") where \(wanted) is needed")
    }
  }

  /// SQLite's errors in the ledger's words; any other error as it is.
  static func explained(_ error: any Error, _ path: String) -> any Error {
    guard let error = error as? DatabaseError else { return error }
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      return LedgerError(
        rule: "ledger-busy", "\(path) is busy: another program has been writing for 30 seconds",
        hint: "try again")
    case .SQLITE_NOTADB:
      return LedgerError(rule: "not-a-ledger", "\(path) is not a ledger: it is no SQLite file")
    case .SQLITE_CORRUPT:
      return LedgerError(
        rule: "ledger-damaged", "\(path) is damaged: \(error.message ?? "malformed")",
        hint: "keep the file as it is, run cpcjf verify, and restore a backup")
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
      return LedgerError(
        rule: "ledger-read-only", "\(path) may be read but not written by this user",
        hint: "ask its owner, or work on a copy")
    case .SQLITE_CANTOPEN:
      return LedgerError(
        rule: "ledger-not-openable", "\(path) cannot be opened; is its folder writable?")
    case .SQLITE_FULL:
      return LedgerError(
        rule: "ledger-input-output", "\(path) cannot grow: the disk is full; nothing was recorded",
        hint: "make room, and give the command again")
    case .SQLITE_IOERR:
      // The commit may have been made, and what failed be the tidying up after it.
      return LedgerError(
        rule: "ledger-input-output",
        "reading or writing \(path) failed: \(error.message ?? "disk error")",
        hint: "was something to be recorded? Look whether it stands before you give it again")
    case .SQLITE_CONSTRAINT:
      return LedgerError(
        rule: "schema-refused",
        "the ledger's own guards refused the entry: \(error.message ?? "a constraint")",
        hint: "this should have been refused earlier and more clearly: please report it")
    case .SQLITE_ERROR where error.message == "integer overflow":
      return LedgerError(
        rule: "sum-too-large", "what is added up in \(path) is more than 64 bits hold",
        hint: "cpcjf list contributions shows what is so large")
    default:
      // A reader of the message is helped by neither the statement nor its arguments.
      return LedgerError(
        rule: "storage-failed",
        "SQLite answered \(error.resultCode.rawValue) on \(path): \(error.message ?? "no more")",
        hint: "please report it")
    }
  }
}
