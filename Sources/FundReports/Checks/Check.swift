public import FundDomain

/// A question that is asked of the books: what is wrong, or wants somebody's eye.
public struct Check: Sendable {
  /// How much a finding weighs.
  public enum Kind: String, CaseIterable, Sendable {
    /// What must not be.
    case basic
    /// What a careful book-keeper leaves no gap in.
    case strict
    /// What wants to be looked at, and is no fault.
    case advisory
  }

  /// Its name, in kebab-case, which says what is found; it never changes once published.
  public let name: String
  public let kind: Kind
  /// What a finding means, in one sentence.
  public let sentence: String
  let find: @Sendable (Inspection) throws -> [Finding]

  /// Something that a check found.
  public struct Finding: Sendable {
    /// The number of the document or the code of the thing.
    public let key: String
    /// One sentence with the figures; it follows on the key.
    public let message: String

    init(_ key: String, _ message: String) {
      self.key = key
      self.message = message
    }
  }

  init(
    _ name: String, _ kind: Kind, _ sentence: String,
    find: @escaping @Sendable (Inspection) throws -> [Finding]
  ) {
    self.name = name
    self.kind = kind
    self.sentence = sentence
    self.find = find
  }
}

extension Check {
  /// Every check, in the order of their kinds.
  public static let all: [Check] = {
    let checks = ofBooks + ofPledges + ofMoney + ofProjects + ofSpending + ofRates
    return Kind.allCases.flatMap { kind in checks.filter { $0.kind == kind } }
  }()

  /// What is asked where none is named: all that are not strict, or all.
  public static func usual(strictToo: Bool) -> [Check] {
    all.filter { strictToo || $0.kind != .strict }
  }

  /// The check of a name.
  ///
  /// - Throws: `unknown-check`, with the nearest.
  public static func named(_ name: String) throws(LedgerError) -> Check {
    guard let check = all.first(where: { $0.name == name }) else {
      throw LedgerError(
        rule: "unknown-check", "there is no check '\(name)'",
        hint: didYouMean(nearest(to: name, among: all.map(\.name)))
          ?? "cpcjf check --list shows them")
    }
    return check
  }
}
