/// An entry as a ledger keeps it: every row that its hash is taken over, and the hash.
public struct SealedEntry: Sendable {
  /// The batch's part in it: when it was recorded, by whom, by which act.
  public let stamp: Fact
  /// Its own row, what its document says, its postings.
  public let facts: [Fact]
  /// SHA-256 over the hash of the entry before it and all of these, in hexadecimal.
  public let hash: String

  public init(stamp: Fact, facts: [Fact], hash: String) {
    self.stamp = stamp
    self.facts = facts
    self.hash = hash
  }
}
