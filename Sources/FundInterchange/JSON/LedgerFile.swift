public import FundDomain
import Plain

/// A whole ledger as `LedgerExport` writes it, read entry by entry. Keys may stand in any order;
/// one that is not known is refused.
public struct LedgerFile {
  static let schema = "cpcjf/1"
  static let name = "ledger"

  /// An entry may be so many bytes: one that never ends is not waited for.
  private static let mostBytes = 64 << 20

  private let reader: JSONReader

  /// - Parameter descriptor: of an open file or pipe, which is not closed.
  /// - Throws: a `FileFault` for what is no text.
  public init(descriptor: Int32) throws { reader = try JSONReader(descriptor: descriptor) }

  /// Gives every entry in the order of the file.
  ///
  /// - Returns: the head that the file says its entries lead to.
  /// - Throws: a `FileFault`, also for an entry that the closure refuses.
  public func entries(_ each: (SealedEntry) throws -> Void) throws -> ChainHead {
    var head: (entries: Int64?, hash: String?)
    var missing: Set = ["schema", "export", "entries", "head", "chain"]
    try reader.object { key in
      missing.remove(key)
      switch key {
      case "schema": try require(Self.schema, key)
      case "export": try require(Self.name, key)
      case "entries": head.entries = try reader.integer()
      case "head": head.hash = try reader.string()
      case "chain": try reader.array { try entry(each) }
      default: throw unknown(key)
      }
    }
    try reader.end()
    guard let entries = head.entries, let hash = head.hash, missing.isEmpty else {
      throw reader.fault(
        "json-key-missing", "the file lacks \(missing.sorted().joined(separator: ", "))",
        hint: "cpcjf export json writes what is read here")
    }
    return ChainHead(entries: entries, hash: hash)
  }

  private func require(_ wanted: String, _ key: String) throws {
    let found = try reader.string()
    guard found == wanted else {
      throw reader.fault(
        "not-a-ledger-export", "\(key) is '\(found.prefix(64))', and not '\(wanted)'",
        hint: "cpcjf export json writes what is read here")
    }
  }

  private func unknown(_ key: String) -> FileFault {
    reader.fault("json-key-unknown", "the key '\(key.prefix(64))' is not known here")
  }

  private func entry(_ each: (SealedEntry) throws -> Void) throws {
    let begin = reader.place
    var stamp: Fact?
    var hash: String?
    var facts: [Fact] = []
    var line: Int?
    try reader.object { key in
      line = line ?? reader.line
      try requireEnd(of: begin)
      switch key {
      case "hash": hash = try reader.string()
      case "batch": stamp = try row(of: "batch", begun: begin)
      case "entry": facts.append(try row(of: "entry", begun: begin))
      default:
        let table = try table(key)
        try reader.array { facts.append(try row(of: table, begun: begin)) }
      }
    }
    guard let stamp, let hash else {
      throw reader.fault("json-key-missing", "the entry lacks its batch or hash")
    }
    do { try each(SealedEntry(stamp: stamp, facts: facts, hash: hash)) } catch let error
      as LedgerError
    {
      throw FileFault(
        line: line ?? reader.line, column: 1, rule: error.rule, message: error.message,
        hint: error.hint)
    }
  }

  private func table(_ key: String) throws -> String {
    let name = columnName(of: key)
    // What is written back as another key would be two tables' name.
    guard !name.isEmpty, name.camelCase == key else { throw unknown(key) }
    return name
  }

  /// That an entry is not longer by now than one may be.
  private func requireEnd(of begin: Int) throws {
    guard reader.place - begin <= Self.mostBytes else {
      throw reader.fault("json-too-large", "the entry has more than 64 MiB")
    }
  }

  private func row(of table: String, begun: Int) throws -> Fact {
    var fact = Fact(table)
    try reader.object { key in
      try requireEnd(of: begun)
      fact.set(try self.table(key), try reader.scalar())
    }
    return fact
  }
}
