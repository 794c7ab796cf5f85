/// Money or goods received from a donor, against a pledge or without one.
public struct Contribution: Hashable, Sendable {
  /// What a contribution is in.
  public enum Kind: String, CaseIterable, Sendable {
    case cash
    case inKind = "in-kind"
    /// Confiscated proceeds of crime (article 30(2)(c) of the Convention invites them).
    case confiscatedProceeds = "confiscated-proceeds"
  }

  public var donor: EntryNumber
  public var subFund: EntryNumber
  public var amount: Money
  /// Its worth on its day, in US cents, and the entry of the rate that says so.
  public var usd: Int64
  public var rate: EntryNumber?
  public var pledge: EntryNumber?
  /// What it pays of its pledge, in minor units of the pledge's currency.
  public var applied: Int64?
  public var kind: Kind
  /// Through whom it was paid, where not by the donor itself.
  public var channel: String?
  /// Its own earmark; one with a pledge has the pledge's.
  public var earmark: Earmark?
  public var supportRate: Millionths?
  /// The first year of the later biennium that it is for: income only then.
  public var forBiennium: Int?
}

/// How a contribution stands: what was given, and what of it went back to the donor.
public struct ContributionStanding: Sendable {
  public let entry: EntryNumber
  public let number: DocumentNumber
  public let date: CalendarDate
  /// Nil of an earmarked opening that is nobody's in particular.
  public let donor: EntryNumber?
  public let subFund: EntryNumber
  /// The pledge that it names.
  public let pledge: EntryNumber?
  public let amount: Money
  /// At its own rate, in US cents.
  public let usd: Int64
  public let kind: Contribution.Kind
  /// Kept apart from its sub-fund's pool: it has an earmark, or its sub-fund is traced.
  public let isEarmarked: Bool
  public let earmark: Earmark?
  /// The programme support rate that the agreement says, its pledge's or its own.
  public let supportRate: Millionths?
  public let isReversed: Bool
  public let refunded: Int64
  public let refundedUSD: Int64

  public init(
    entry: EntryNumber, number: DocumentNumber, date: CalendarDate, donor: EntryNumber?,
    subFund: EntryNumber, pledge: EntryNumber?, amount: Money, usd: Int64, kind: Contribution.Kind,
    isEarmarked: Bool,
    earmark: Earmark?, supportRate: Millionths?, isReversed: Bool, refunded: Int64,
    refundedUSD: Int64
  ) {
    self.entry = entry
    self.number = number
    self.date = date
    self.donor = donor
    self.subFund = subFund
    self.pledge = pledge
    self.amount = amount
    self.usd = usd
    self.kind = kind
    self.isEarmarked = isEarmarked
    self.earmark = earmark
    self.supportRate = supportRate
    self.isReversed = isReversed
    self.refunded = refunded
    self.refundedUSD = refundedUSD
  }

  /// What has not gone back, in minor units of its currency.
  public var left: Int64 { amount.minorUnits - refunded }
}
