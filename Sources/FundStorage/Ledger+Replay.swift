public import FundDomain
import GRDB
import Glibc

extension Ledger {
  /// Makes a ledger of another one's entries: at a path where nothing is, or in one that holds no
  /// entry. It is verified before it is kept, and takes its name when it is whole.
  ///
  /// - Parameters:
  ///   - keep: whether it stays; every check is made all the same.
  ///   - body: hands over the entries, and answers the head that they must lead to.
  /// - Returns: the head of what was recorded.
  /// - Throws: `ledger-not-empty`, `head-differs`, and what `Replay` throws.
  public static func replay(
    into path: String, keep: Bool, _ body: (Replay) throws -> ChainHead
  ) throws -> ChainHead {
    var status = stat()
    if stat(path, &status) == 0 {
      let isBlank = status.st_size == 0 && status.st_mode & S_IFMT == S_IFREG
      let ledger = try isBlank && keep ? Ledger(creating: path) : Ledger(opening: path)
      return try ledger.replay(keep: keep, body)
    }
    let partial = "\(path).partial-\(getpid())"
    defer { unlink(partial) }
    let head = try Ledger(creating: partial).replay(keep: keep, body)
    guard keep else { return head }
    guard isOnDisk(partial), link(partial, path) == 0, isOnDisk(folder(of: path)) else {
      throw LedgerError(
        rule: "ledger-not-creatable",
        "\(path) cannot be made: \(String(cString: strerror(errno)))")
    }
    return head
  }

  private func replay(keep: Bool, _ body: (Replay) throws -> ChainHead) throws -> ChainHead {
    try requireWritable()
    do {
      return try queue.inDatabase { database in
        var head = ChainHead(entries: 0, hash: "")
        try Ledger.widen(database)
        try database.inTransaction(.immediate) {
          try requireSameFile()
          let standing = try SQLiteBooks(database).head
          guard standing.entries == 0 else {
            throw LedgerError(
              rule: "ledger-not-empty",
              "\(path) holds \(standing.entries) entries; a whole ledger comes into an empty one",
              hint: "name a file that is not there yet with --ledger FILE")
          }
          let replay = Replay(database)
          let wanted = try body(replay)
          guard replay.head == wanted else {
            throw LedgerError(
              rule: "head-differs",
              "the file says \(wanted.entries) entries with the head \(wanted.hash), and holds "
                + "\(replay.head.entries) with the head \(replay.head.hash)",
              hint: "is the file whole?")
          }
          try replay.finish { try verification($0) }
          head = replay.head
          return keep ? .commit : .rollback
        }
        return head
      }
    } catch { throw Ledger.explained(error, path) }
  }
}
