/// What the Fund had before its ledger began: cash of a sub-fund, and where it is known whose and
/// what for; an open pledge; an allotment not yet spent; an unliquidated obligation. Later
/// documents name it as they would one of the ledger's own.
public struct Opening: Hashable, Sendable {
  /// What is opened.
  public enum Item: Hashable, Sendable {
    /// A sub-fund may open below zero (programme support costs did).
    case cash(donor: EntryNumber?, earmark: Earmark?)
    case pledge(Pledge)
    case allotment(Allotment)
    case obligation(Obligation)
  }

  /// The words for it.
  public enum Kind: String, CaseIterable, Sendable {
    case cash, pledge, allotment, obligation
  }

  public var subFund: EntryNumber
  public var amount: Money
  public var usd: Int64
  public var rate: EntryNumber?
  public var item: Item
}

extension Opening {
  func facts(_ entry: EntryNumber) -> [Fact] {
    var record = Fact("opening", of: entry)
    record.set("item", kind.rawValue)
    record.set("sub_fund", subFund)
    record.set(amount, usd: usd, rate: rate)
    switch item {
    case .cash(let donor, let earmark):
      record.set("donor", donor)
      record.set("earmark", earmark?.description)
      return [record]
    case .pledge(let pledge): return [record] + pledge.facts(entry)
    case .allotment(let allotment): return [record, allotment.record(entry)]
    case .obligation(let obligation): return [record, obligation.record(entry)]
    }
  }

  private var kind: Kind {
    switch item {
    case .cash: .cash
    case .pledge: .pledge
    case .allotment: .allotment
    case .obligation: .obligation
    }
  }
}
