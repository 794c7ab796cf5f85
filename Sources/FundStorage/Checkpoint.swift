import Crypto
import FoundationEssentials
public import FundDomain
import GRDB

/// How far the ledger had come at an instant, signed: kept apart from the ledger, it proves later
/// that the file of that day extends the file of this one. The chain alone cannot tell that its
/// end was cut off, that an older copy was put back, or that all of it was written anew.
///
/// As text it is seven lines, of which the signature covers the first six, each with its line
/// feed: any program that knows Ed25519 can check it.
public struct Checkpoint: Hashable, Sendable {
  /// The hash of the ledger's first entry, which no other ledger has.
  public let ledger: String
  /// The newest entry and its hash.
  public let head: ChainHead
  /// When it was signed, UTC.
  public let time: String
  /// The public key of who signed, as SubjectPublicKeyInfo in base 64.
  public let signer: String
  /// Ed25519, in base 64.
  public let signature: String

  private static let title = "cpcjf-checkpoint"
  private static let names = [title, "ledger", "entries", "head", "time", "signer", "signature"]

  /// The lines that are signed.
  private static func statement(
    _ ledger: String, _ head: ChainHead, _ time: String, _ signer: String
  ) -> String {
    zip(names, ["1", ledger, "\(head.entries)", head.hash, time, signer])
      .map { "\($0): \($1)\n" }.joined()
  }

  public var text: String {
    Self.statement(ledger, head, time, signer) + "signature: \(signature)\n"
  }

  init(ledger: String, head: ChainHead, time: String, signedBy key: SigningKey) throws {
    self.ledger = ledger
    self.head = head
    self.time = time
    signer = key.publicKey
    signature = try key.signature(of: Self.statement(ledger, head, time, signer))
  }

  /// Reads a checkpoint's text.
  ///
  /// - Throws: `not-a-checkpoint`; `checkpoint-forged` where the signature is of something else.
  public init(reading text: String) throws(LedgerError) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.last == "\r" ? $0.dropLast() : $0 }
    var values: [String] = []
    for (name, line) in zip(Self.names, lines) where line.hasPrefix("\(name): ") {
      values.append(String(line.dropFirst(name.utf8.count + 2)))
    }
    guard values.count == Self.names.count, values[0] == "1", let entries = Int64(values[2]),
      lines.dropFirst(values.count).allSatisfy(\.isEmpty)
    else {
      throw LedgerError(
        rule: "not-a-checkpoint", "this is not what cpcjf checkpoint writes",
        hint: "it is \(Self.names.count) lines of text, \(Self.names.joined(separator: ", "))")
    }
    (ledger, time, signer, signature) = (values[1], values[4], values[5], values[6])
    head = ChainHead(entries: entries, hash: values[3])
    let statement = Self.statement(ledger, head, time, signer)
    guard SigningKey.isSigned(statement, signature, by: signer) else {
      throw LedgerError(
        rule: "checkpoint-forged",
        "the checkpoint's signature is not of what it says: it was altered after it was signed",
        hint: "use the checkpoint as it was written; a report's foot bears the same head")
    }
  }
}

extension Checkpoint {
  /// E3: the ledger, whose chain was computed again, holds what was signed.
  func check(_ database: Database, _ verification: inout Verification) throws {
    func hash(of entry: EntryNumber) throws -> String? {
      let sql = "SELECT hash FROM entry WHERE seq = ?"
      return try Data.fetchOne(database, sql: sql, arguments: [entry]).map { hexadecimal($0) }
    }
    let signed = "entry \(head.entries), which was signed on \(time.prefix(10)),"
    if try hash(of: 1) != ledger {
      verification.find("E3", "the checkpoint is of another ledger: the first entry is not its own")
    } else if verification.head.entries < head.entries {
      verification.find(
        "E3",
        "\(signed) is not there, the last is \(verification.head.entries): the ledger was cut off, "
          + "or is an older copy")
    } else if try hash(of: head.entries) != head.hash {
      verification.find(
        "E3", "\(signed) is another now: the ledger was written anew since")
    }
  }
}

extension Ledger {
  /// Signs how far the ledger has come.
  ///
  /// - Parameter time: the instant, ISO 8601 UTC.
  /// - Throws: `checkpoint-of-nothing`.
  public func checkpoint(signedBy key: SigningKey, at time: String) throws -> Checkpoint {
    try read(knownAt: nil) { books in
      let head = try books.head
      guard head.entries > 0 else {
        throw LedgerError(
          rule: "checkpoint-of-nothing", "\(path) holds no entry yet", hint: "run cpcjf init")
      }
      let first = try books.known(at: 1).head.hash
      return try Checkpoint(ledger: first, head: head, time: time, signedBy: key)
    }
  }
}
