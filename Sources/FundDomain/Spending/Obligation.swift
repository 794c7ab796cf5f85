/// What money is spent on: the classes of section II of the statement.
public enum ObjectClass: String, CaseIterable, Sendable {
  case staff, consultants, travel
  case contractualServices = "contractual-services"
  case operatingExpenses = "operating-expenses"
  case supplies, equipment
  case grantsAndFellowships = "grants-and-fellowships"
  case training

  /// The account of its expenditure.
  public var account: Account { Account(rawValue: "expenditure:\(rawValue)")! }
}

/// A legal commitment to pay for a project: a contract, a grant agreement, a travel authorization.
public struct Obligation: Hashable, Sendable {
  public var project: EntryNumber
  public var amount: Money
  /// Its worth on its day, in US cents, and the entry of the rate that says so.
  public var usd: Int64
  public var rate: EntryNumber?
  public var objectClass: ObjectClass
  public var payee: String?
  /// The allotment that was named; nil where the project's were charged in their order.
  public var allotment: EntryNumber?
}

/// An obligation is increased, reduced or cancelled: a later act on it.
public struct ObligationChange: Hashable, Sendable {
  public var obligation: EntryNumber
  /// In its currency; below zero for a reduction.
  public var amount: Money
  public var usd: Int64
  public var rate: EntryNumber?
}

/// A payment, against an obligation or direct.
public struct Disbursement: Hashable, Sendable {
  /// What it is paid on.
  public enum Basis: Hashable, Sendable {
    /// An obligation, with how much of it is settled, in its currency's minor units.
    case obligation(EntryNumber, settles: Int64)
    case direct(ObjectClass, allotment: EntryNumber?)
  }

  public var project: EntryNumber
  public var amount: Money
  public var usd: Int64
  public var rate: EntryNumber?
  public var basis: Basis
  public var payee: String?
}

/// Money that a partner gives back of what an obligation or a direct disbursement paid.
public struct Recovery: Hashable, Sendable {
  /// The obligation or direct disbursement.
  public var document: EntryNumber
  public var amount: Money
  public var usd: Int64
  public var rate: EntryNumber?
}

/// How an obligation or a direct disbursement stands: what it said, and its postings.
public struct SpendingStanding: Sendable {
  public let entry: EntryNumber
  public let number: DocumentNumber
  public let date: CalendarDate
  public let project: EntryNumber
  public let currency: Currency
  public let objectClass: ObjectClass
  /// An obligation, not a direct disbursement.
  public let isObligation: Bool
  public let isReversed: Bool
  /// The allotment that it named, and that its increases are charged to.
  public let named: EntryNumber?
  public let postings: [DatedPosting]

  public init(
    entry: EntryNumber, number: DocumentNumber, date: CalendarDate, project: EntryNumber,
    currency: Currency, objectClass: ObjectClass, isObligation: Bool, isReversed: Bool,
    named: EntryNumber?, postings: [DatedPosting]
  ) {
    self.entry = entry
    self.number = number
    self.date = date
    self.project = project
    self.currency = currency
    self.objectClass = objectClass
    self.isObligation = isObligation
    self.isReversed = isReversed
    self.named = named
    self.postings = postings
  }

  /// What it has charged to each allotment.
  func charges(now date: CalendarDate) -> [Charge] { postings.charges(in: currency, now: date) }

  /// What is not yet paid of an obligation.
  package var unliquidated: Money {
    let units = postings.filter { $0.posting.account == .obligations }
      .reduce(0) { $0 - $1.posting.amount.minorUnits }
    return Money(minorUnits: units, currency)
  }
}
