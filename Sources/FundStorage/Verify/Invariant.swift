/// What holds of every ledger. Its id is what an error of the schema and a finding of `verify`
/// bear; domain.md's rules and reliability.md's section 2 are where they come from. Decision 60
/// says which of those are not in force.
public struct Invariant: Hashable, Sendable {
  /// Where it is kept, each by means of its own. `types`: no value says otherwise. `schema`: a
  /// constraint or trigger refuses, whoever writes. `domain`: a rule refuses before anything is
  /// written, in words. `store`: how the file is opened, written and copied. `verify`: computed
  /// again from what the file holds.
  public enum Keeper: String, CaseIterable, Sendable { case types, schema, domain, store, verify }

  public let id: String
  public let sentence: String
  public let keepers: Set<Keeper>

  private init(_ id: String, _ sentence: String, _ keepers: Set<Keeper>) {
    (self.id, self.sentence, self.keepers) = (id, sentence, keepers)
  }

  /// Whether it is about money: such a one is kept by two of schema, domain and verify at least.
  public var isOfMoney: Bool {
    ["J", "F"].contains(id.prefix(1)) && id != "F10" || ["M2", "M4", "E1", "E5"].contains(id)
  }

  /// Where it is kept, in words.
  public var keeping: String {
    Keeper.allCases.filter(keepers.contains).map(\.rawValue).joined(separator: ", ")
  }

  public static func named(_ id: String) -> Invariant? { all.first { $0.id == id } }

  public static let all: [Invariant] = [
    Invariant(
      "M1", "an amount is a whole number of the least units of its currency", [.types, .schema]),
    Invariant(
      "M2", "no amount is more than 10^15 units, and no sum overflows unseen",
      [.schema, .domain, .verify]),
    Invariant("M3", "what is written of an amount reads as the same amount", [.types]),
    Invariant(
      "M4", "a document is worth its amount at the rate that it names", [.domain, .verify]),
    Invariant("M5", "a day is a day of the calendar, without a time zone", [.types, .schema]),
    Invariant(
      "M6", "the clock of recording does not run backwards", [.schema, .domain, .verify]),
    Invariant(
      "M7", "text is UTF-8 without characters that are not seen, at most 4,096 bytes",
      [.domain, .verify]),
    Invariant(
      "M8", "two donors, projects or sub-funds do not bear names that read alike", [.domain]),
    Invariant("J1", "an entry has the lines that it counts", [.schema, .domain, .verify]),
    Invariant(
      "J2", "an entry adds up to zero in each currency in every sub-fund",
      [.schema, .domain, .verify]),
    Invariant(
      "J3", "an entry adds up to zero in US dollars in every sub-fund",
      [.schema, .domain, .verify]),
    Invariant("J4", "a line moves units or dollars", [.schema, .verify]),
    Invariant("J5", "no entry is seen that its batch did not seal", [.schema, .domain, .verify]),
    Invariant(
      "J6", "entries, batches, documents and acts on them are numbered without a gap",
      [.schema, .domain, .verify]),
    Invariant("J7", "the ledger only grows", [.schema, .verify]),
    Invariant(
      "J8", "a reversal mirrors, once, an earlier entry that is none",
      [.schema, .domain, .verify]),
    Invariant(
      "J9", "what is recorded in the place of a reversed document says so", [.schema, .domain]),
    Invariant(
      "J10", "nothing is dated in a biennium once it is closed", [.schema, .domain, .verify]),
    Invariant("J11", "a closing seals what the postings add up to", [.domain, .verify]),
    Invariant("J12", "all accounts together are zero", [.schema, .verify]),
    Invariant("J13", "kept totals are what the postings add up to", [.domain, .verify]),
    Invariant("F1", "no more is paid and written off than was pledged", [.domain, .verify]),
    Invariant("F4", "no more is allotted of a gift than is left of it", [.domain, .verify]),
    Invariant(
      "F5",
      "no more is spent on an allotment than was issued, nor paid on an obligation than it is",
      [.domain, .verify]),
    Invariant("F8", "no more of a gift goes back than was given", [.domain, .verify]),
    Invariant(
      "F10", "a report's parts add up to its total, and it names the entry that it knows last",
      [.domain]),
    Invariant(
      "E1", "each entry's hash covers all its rows and the hash before", [.schema, .verify]),
    Invariant("E2", "an entry hashes to the same in every version of the program", [.store]),
    Invariant("E3", "the ledger extends the checkpoint that it is compared with", [.verify]),
    Invariant("E4", "a file is imported whole or not at all", [.domain]),
    Invariant(
      "E5", "a reference of a source names one living document", [.schema, .domain, .verify]),
    Invariant("E6", "a ledger exported and imported has the same entries and hashes", [.store]),
    Invariant("S1", "the file is whole and its schema is as it was made", [.store, .verify]),
    Invariant("S2", "SQLite's switches for safety hold on every connection", [.store]),
    Invariant("S3", "what was answered is on the disk", [.store]),
    Invariant("S4", "after a crash the ledger holds all that was answered", [.store]),
    Invariant("S5", "a failed write ends the program, with nothing half recorded", [.store]),
    Invariant("S6", "a backup is verified and on the disk before it has its name", [.store]),
    Invariant("S7", "the file is opened by SQLite alone", [.store]),
    Invariant(
      "T1", "a participant signs, and is bound by, an instrument once",
      [.schema, .domain, .verify]),
  ]
}
