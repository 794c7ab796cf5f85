/// A correction of balances that no other document expresses, within a sub-fund, with the paper
/// that justifies it. One side is `adjustments:other`, so that every one shows in section III.
public struct Adjustment: Hashable, Sendable {
  public var subFund: EntryNumber
  public var amount: Money
  public var usd: Int64
  public var rate: EntryNumber?
  public var debit: Account
  public var credit: Account
  public var paper: String
}
