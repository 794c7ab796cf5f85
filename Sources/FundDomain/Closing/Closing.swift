/// The closing of a biennium: what every balance was at its end, sealed. It posts nothing; no entry
/// may be dated in the biennium from then on, and later reports begin with it.
public struct Closing: Hashable, Sendable {
  public var biennium: Biennium
  public var balances: [Balance]
  public var items: [Item]

  /// What stood on an account at the end, since the beginning.
  public struct Balance: Hashable, Sendable {
    public var account: Account
    public var subFund: EntryNumber
    public var donor: EntryNumber?
    public var project: EntryNumber?
    public var amount: Money
    /// US cents, debit positive.
    public var usd: Int64
  }

  /// Something that was open at the end and is carried on.
  public struct Item: Hashable, Sendable {
    public enum Kind: String, CaseIterable, Sendable {
      /// What was outstanding on a pledge; its dollars are what was counted as income.
      case pledge
      /// What was left of a contribution that is kept apart, in US dollars.
      case contribution
      /// What was unobligated on an allotment, in US dollars.
      case allotment
      /// What was unliquidated on an obligation, on one allotment.
      case obligation
      /// What of a contribution was deferred to a later biennium.
      case deferred
    }

    public var kind: Kind
    public var document: EntryNumber
    public var allotment: EntryNumber?
    public var subFund: EntryNumber
    public var amount: Money
    /// US cents.
    public var usd: Int64
    /// The biennium that deferred income belongs to: its first year.
    public var biennium: Int?

    public init(
      _ kind: Kind, document: EntryNumber, allotment: EntryNumber? = nil, subFund: EntryNumber,
      amount: Money, usd: Int64, biennium: Int? = nil
    ) {
      self.kind = kind
      self.document = document
      self.allotment = allotment
      self.subFund = subFund
      self.amount = amount
      self.usd = usd
      self.biennium = biennium
    }
  }
}

/// A closed biennium is open again: its closing is void.
public struct Reopening: Hashable, Sendable {
  public var closing: EntryNumber
  public var reason: String
}

/// What a new biennium counts of a pledge: the instalments for which it was promised.
public struct FallingDue: Hashable, Sendable {
  public var pledge: EntryNumber
  public var biennium: Biennium
}

/// What was received for a biennium before it began becomes its income.
public struct DeferredIncome: Hashable, Sendable {
  public var contribution: EntryNumber
  public var biennium: Biennium
}

/// A closing that stands, with its number and the last day that it closed.
public struct ClosingStanding: Sendable {
  public let entry: EntryNumber
  public let number: DocumentNumber
  public let through: CalendarDate

  public init(entry: EntryNumber, number: DocumentNumber, through: CalendarDate) {
    self.entry = entry
    self.number = number
    self.through = through
  }
}

extension Closing {
  func facts(_ entry: EntryNumber) -> [Fact] {
    var record = Fact("closing", of: entry)
    record.set("through", biennium.period.to)
    return [record]
      + balances.enumerated().map { line, balance in balance.record(entry, line + 1) }
      + items.enumerated().map { line, item in item.record(entry, line + 1) }
  }
}

extension Closing.Balance {
  fileprivate func record(_ entry: EntryNumber, _ line: Int) -> Fact {
    var record = Fact("closing_balance", of: entry, line: line)
    record.set("account", account.number)
    record.set("sub_fund", subFund)
    record.set("donor", donor)
    record.set("project", project)
    record.set("currency", amount.currency.code)
    record.set("amount", amount.minorUnits)
    record.set("usd", usd)
    return record
  }
}

extension Closing.Item {
  fileprivate func record(_ entry: EntryNumber, _ line: Int) -> Fact {
    var record = Fact("closing_item", of: entry, line: line)
    record.set("item", kind.rawValue)
    record.set("document", document)
    record.set("allotment", allotment)
    record.set("sub_fund", subFund)
    record.set("currency", amount.currency.code)
    record.set("amount", amount.minorUnits)
    record.set("usd", usd)
    record.set("biennium", biennium)
    return record
  }
}

extension Reopening {
  func record(_ entry: EntryNumber) -> Fact {
    var record = Fact("reopening", of: entry)
    record.set("closing", closing)
    record.set("reason", reason)
    return record
  }
}

extension FallingDue {
  func record(_ entry: EntryNumber) -> Fact {
    var record = Fact("falling_due", of: entry)
    record.set("pledge", pledge)
    record.set("biennium", biennium.firstYear)
    return record
  }
}

extension DeferredIncome {
  func record(_ entry: EntryNumber) -> Fact {
    var record = Fact("deferred_income", of: entry)
    record.set("contribution", contribution)
    record.set("biennium", biennium.firstYear)
    return record
  }
}
