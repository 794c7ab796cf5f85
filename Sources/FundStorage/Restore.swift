public import FundDomain
import GRDB
import Glibc

extension Ledger {
  /// Puts a copy of a backup at a ledger's path: copied, verified and on the disk before it takes
  /// the name. A ledger that is there is replaced only where that is asked for, and is kept beside
  /// it; whoever waits to write in it is told.
  ///
  /// - Returns: the newest entry of what stands there now and its hash, and where what stood
  ///   there before is kept.
  /// - Throws: `restore-over-ledger`, `restore-failed`, and what `backup` throws.
  public static func restore(
    _ backup: String, to path: String, replacing: Bool
  ) throws -> (head: ChainHead, kept: String?) {
    let source = try Ledger(opening: backup)
    var status = stat()
    guard stat(path, &status) == 0 else { return (try source.backup(to: path), nil) }
    guard replacing else {
      throw LedgerError(
        rule: "restore-over-ledger", "\(path) is there already",
        hint: "--replace puts the backup in its place and keeps it beside, under another name")
    }
    let copy = "\(path).restoring-\(getpid())"
    defer { unlink(copy) }
    let head = try source.backup(to: copy)
    chmod(copy, status.st_mode & 0o777)
    _ = chown(copy, status.st_uid, status.st_gid)
    return (head, try whileNobodyWrites(in: path) { try put(copy, inPlaceOf: path) })
  }

  /// Does something while no entry can be recorded at a path. What cannot be opened, for that it
  /// is damaged, takes no entry either.
  private static func whileNobodyWrites<Result>(
    in path: String, _ body: () throws -> Result
  ) throws -> Result {
    let ledger: Ledger
    do { ledger = try Ledger(opening: path) } catch let error as LedgerError {
      guard error.rule != "ledger-busy" else { throw error }
      return try body()
    }
    var result: Result?
    do {
      try ledger.queue.inDatabase { database in
        try database.inTransaction(.immediate) {
          result = try body()
          return .rollback
        }
      }
    } catch { throw explained(error, path) }
    return result!
  }

  /// - Returns: where what stood at the path is kept.
  private static func put(_ copy: String, inPlaceOf path: String) throws -> String {
    var number = 1
    while link(path, "\(path).replaced-\(number)") != 0 {
      guard errno == EEXIST else { throw notReplaced(path) }
      number += 1
    }
    let kept = "\(path).replaced-\(number)"
    // What SQLite would take for unfinished work of the new file is the old one's.
    for ending in ["-journal", "-wal", "-shm"] {
      guard rename(path + ending, kept + ending) == 0 || errno == ENOENT else {
        throw notReplaced(path)
      }
    }
    guard rename(copy, path) == 0, isOnDisk(folder(of: path)) else { throw notReplaced(path) }
    return kept
  }

  private static func notReplaced(_ path: String) -> LedgerError {
    LedgerError(
      rule: "restore-failed",
      "\(path) cannot be replaced: \(String(cString: strerror(errno)))",
      hint: "is its folder writable?")
  }
}
