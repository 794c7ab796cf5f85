public import FundDomain
import GRDB
import Glibc

extension Ledger {
  /// Copies the ledger, while others may be writing, by SQLite's own backup: the copy is verified
  /// and on the disk before it takes its name.
  ///
  /// - Returns: the newest entry of the copy and its hash.
  /// - Throws: `backup-exists`, `backup-not-creatable`, `backup-damaged`.
  public func backup(to target: String) throws -> ChainHead {
    guard access(target, F_OK) != 0 else {
      throw LedgerError(
        rule: "backup-exists", "\(target) is there already",
        hint: "name another file; a backup is never written over")
    }
    let partial = "\(target).partial-\(getpid())"
    defer { unlink(partial) }
    let descriptor = open(partial, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw LedgerError(
        rule: "backup-not-creatable",
        "\(target) cannot be made: \(String(cString: strerror(errno)))")
    }
    close(descriptor)
    let head: ChainHead
    do {
      let copy = try DatabaseQueue(path: partial)
      try queue.backup(to: copy)
      try copy.close()
      let verification = try Ledger(opening: partial).verify()
      guard verification.isOK else {
        throw LedgerError(
          rule: "backup-damaged",
          "the copy does not verify: \(verification.findings[0].message)",
          hint: "run cpcjf verify on \(path)")
      }
      head = verification.head
    } catch { throw Ledger.explained(error, path) }
    guard isOnDisk(partial), link(partial, target) == 0, isOnDisk(folder(of: target)) else {
      throw LedgerError(
        rule: "backup-not-creatable",
        "\(target) cannot be written: \(String(cString: strerror(errno)))")
    }
    return head
  }
}

/// Asks the system to put a file or folder on the disk.
func isOnDisk(_ path: String) -> Bool {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { return false }
  defer { close(descriptor) }
  return fsync(descriptor) == 0
}

func folder(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}
