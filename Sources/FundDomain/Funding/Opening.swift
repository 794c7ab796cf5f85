/// What the Fund had before its ledger began: cash of a sub-fund, and where it is known whose and
/// what for. A sub-fund may open below zero (programme support costs did).
public struct Opening: Hashable, Sendable {
  public var subFund: EntryNumber
  public var amount: Money
  public var usd: Int64
  public var rate: EntryNumber?
  public var donor: EntryNumber?
  public var earmark: Earmark?
}
