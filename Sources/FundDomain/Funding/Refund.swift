/// Money that goes back to its donor, from a contribution that it names or from the donor's
/// contributions of a sub-fund and currency, oldest first.
public struct Refund: Hashable, Sendable {
  public var donor: EntryNumber
  public var subFund: EntryNumber
  public var amount: Money
  /// Its worth on its day, in US cents, and the entry of the rate that says so.
  public var usd: Int64
  public var rate: EntryNumber?
  /// The contribution that it was said to be of; nil where the oldest were drawn on.
  public var contribution: EntryNumber?
}
