import CSQLite
public import FundDomain
import GRDB
import Glibc
import Schema

/// A ledger in one SQLite file: the store behind `LedgerStore`.
///
/// Every commit is on the disk before it is answered: rollback journal, `synchronous` EXTRA, and
/// every write IMMEDIATE, so that nothing acknowledged is lost in a power cut and no writer is
/// refused because another was first.
public struct Ledger: LedgerStore {
  public let path: String
  let queue: DatabaseQueue
  let isWritable: Bool
  /// Which file it is, whatever name it will bear.
  private let file: FileIdentity

  /// Opens the ledger at a path.
  ///
  /// - Throws: `no-ledger`, `ledger-is-folder`, `not-a-ledger`, `ledger-newer`,
  ///   `ledger-of-another-build`, `ledger-busy`.
  public init(opening path: String) throws {
    try self.init(at: path, isNew: false)
    let version = try queue.inDatabase { database in
      let version = try Ledger.version(of: database, path)
      if version > 0 { try Ledger.requireOwnTables(database, path, version: version) }
      return version
    }
    guard version > 0 else {
      throw LedgerError(
        rule: "ledger-unfinished", "\(path) is empty: its making was interrupted",
        hint: "run cpcjf init again")
    }
    if version < Schema.newest { try migrate() }
  }

  /// Makes a new ledger: its tables and reference, nothing else yet.
  ///
  /// - Throws: `ledger-exists`, `ledger-not-creatable`.
  public init(creating path: String) throws {
    var status = stat()
    if stat(path, &status) == 0 {
      // A making that was interrupted left no entry, and may be finished.
      if status.st_size > 0, let begun = try? Ledger(opening: path),
        (try? begun.read { try $0.head.entries }) == 0
      {
        self = begun
        return
      }
      guard status.st_mode & S_IFMT == S_IFREG, status.st_size == 0 else {
        throw LedgerError(
          rule: "ledger-exists", "\(path) is there already",
          hint: "name another with --ledger FILE; a ledger is never written over")
      }
    } else {
      let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else {
        throw LedgerError(
          rule: "ledger-not-creatable",
          "\(path) cannot be made: \(String(cString: strerror(errno)))")
      }
      close(descriptor)
    }
    try self.init(at: path, isNew: true)
    try migrate()
  }

  private init(at path: String, isNew: Bool) throws {
    file = try Ledger.requireFile(path)
    self.path = path
    isWritable = access(path, W_OK) == 0
    var configuration = Configuration()
    configuration.readonly = !isWritable
    configuration.busyMode = .timeout(30)
    configuration.label = "cpcjf"
    let writable = isWritable
    configuration.prepareDatabase { database in try Ledger.harden(database, writable: writable) }
    do {
      queue = try DatabaseQueue(path: path, configuration: configuration)
    } catch { throw Ledger.explained(error, path) }
  }

  /// What was put in the place of this file takes what is recorded from now on.
  ///
  /// - Throws: `ledger-replaced`.
  func requireSameFile() throws {
    guard FileIdentity(path) == file else {
      throw LedgerError(
        rule: "ledger-replaced",
        "another file was put at \(path) in the meantime; nothing was recorded",
        hint: "look at what it holds, then try again")
    }
  }

  private static func requireFile(_ path: String) throws -> FileIdentity {
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw LedgerError(
        rule: "no-ledger", "there is no ledger at \(path)",
        hint: "cpcjf init makes one; --ledger FILE or $CPCJF_LEDGER names another")
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR:
      throw LedgerError(
        rule: "ledger-is-folder", "\(path) is a folder, not a ledger",
        hint: "name the file in it with --ledger FILE")
    default: throw LedgerError(rule: "not-a-ledger", "\(path) is not a regular file")
    }
    guard access(path, R_OK) == 0 else {
      throw LedgerError(rule: "ledger-not-readable", "\(path) may not be read by this user")
    }
    return FileIdentity(status)
  }

  /// The version of the schema, once the file is known to be a ledger.
  static func version(of database: Database, _ path: String) throws -> Int32 {
    do {
      let application = try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0
      let version = try Int32.fetchOne(database, sql: "PRAGMA user_version") ?? 0
      if version == 0, application == 0,
        try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") == 0
      {
        return 0
      }
      guard application == Schema.applicationID else {
        throw LedgerError(
          rule: "not-a-ledger", "\(path) is an SQLite file of another program, not a ledger")
      }
      guard version <= Schema.newest else {
        throw LedgerError(
          rule: "ledger-newer",
          "\(path) has version \(version); this program knows versions up to \(Schema.newest)",
          hint: "use the newer cpcjf that wrote it")
      }
      return version
    } catch { throw explained(error, path) }
  }
}

/// A file as the system knows it.
private struct FileIdentity: Equatable {
  let device: dev_t
  let number: ino_t

  init(_ status: stat) { (device, number) = (status.st_dev, status.st_ino) }

  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }
}
