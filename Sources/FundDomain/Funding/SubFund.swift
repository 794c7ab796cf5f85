/// A part of the Fund with its own balance; sub-funds form a tree.
///
/// Every ledger begins with general-purpose (GP), special-purpose (SP), the Convention account of
/// article 30(2)(c) (CA) and programme support costs (PSC).
public struct SubFund: Hashable, Sendable {
  /// The entry that added it.
  public var id: EntryNumber
  public var code: String
  public var title: String
  public var parent: EntryNumber?
  /// When its pledges count as income; nil for the defaults, which change with 2014.
  public var recognition: RecognitionPolicy?
  public var holdsFrom: CalendarDate?

  public init(
    id: EntryNumber = 0, code: String, title: String, parent: EntryNumber? = nil,
    recognition: RecognitionPolicy? = nil, holdsFrom: CalendarDate? = nil
  ) {
    self.id = id
    self.code = code
    self.title = title
    self.parent = parent
    self.recognition = recognition
    self.holdsFrom = holdsFrom
  }

  /// The sub-funds that every ledger begins with.
  public static let beginnings = [
    SubFund(code: "GP", title: "General-purpose funds"),
    SubFund(code: "SP", title: "Special-purpose funds"),
    SubFund(code: "CA", title: "Convention account"),
    SubFund(code: "PSC", title: "Programme support costs"),
  ]

  /// The policy under which a pledge committed on a day is counted.
  ///
  /// The defaults: on commitment from 2014 (IPSAS); before, when due for GP (UNSAS), on receipt
  /// for the others, as the Office did.
  public func policy(on date: CalendarDate) -> RecognitionPolicy {
    recognition ?? (date.year >= 2014 ? .onCommitment : code == "GP" ? .whenDue : .onReceipt)
  }
}

/// When a pledge counts as income: a policy of its sub-fund, with dates.
public enum RecognitionPolicy: String, CaseIterable, Sendable {
  /// All instalments, on the day of commitment.
  case onCommitment = "on-commitment"
  /// Each instalment in the biennium for which it was promised.
  case whenDue = "when-due"
  /// Nothing before it is paid.
  case onReceipt = "on-receipt"
}
