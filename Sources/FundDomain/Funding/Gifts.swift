/// What the contributions of one donor brought in a calendar year, or what openings say that it
/// gave before the ledger; in US cents at the rates of receipt, refunds not deducted.
///
/// A gift stands in the year in which it came; one that was reversed within that year stands
/// nowhere, one reversed later is taken away in the later year.
public struct Gifts: Sendable {
  /// What they were, and what they were given for.
  public enum Kind: String, Sendable {
    /// Money that pays a pledge.
    case onPledge
    /// Money without a pledge.
    case unpledged
    /// Goods and services.
    case inKind
    /// What was left of earlier gifts when the ledger began.
    case opening
  }

  public let donor: EntryNumber
  public let year: Int
  public let kind: Kind
  public let usd: Int64
  /// How many contributions; what only stands in the place of one of another year is none.
  public let count: Int
  /// The days of the first and last of them; where there is none, of what moved.
  public let first, last: CalendarDate

  public init(
    donor: EntryNumber, year: Int, kind: Kind, usd: Int64, count: Int, first: CalendarDate,
    last: CalendarDate
  ) {
    self.donor = donor
    self.year = year
    self.kind = kind
    self.usd = usd
    self.count = count
    self.first = first
    self.last = last
  }
}

/// Money that was given for a purpose and is not allotted: what is left of one donor's
/// contributions that are kept apart, of one sub-fund and earmark.
public struct IdleMoney: Sendable {
  /// Nil of an opening that is nobody's in particular.
  public let donor: EntryNumber?
  public let subFund: EntryNumber
  /// Nil where the donor has stated no purpose.
  public let earmark: Earmark?
  /// US cents.
  public let usd: Int64
  /// How many contributions have something left.
  public let count: Int
  /// The first of them that was recorded.
  public let oldest: DocumentNumber

  public init(
    donor: EntryNumber?, subFund: EntryNumber, earmark: Earmark?, usd: Int64, count: Int,
    oldest: DocumentNumber
  ) {
    self.donor = donor
    self.subFund = subFund
    self.earmark = earmark
    self.usd = usd
    self.count = count
    self.oldest = oldest
  }
}
