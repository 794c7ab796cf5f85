/// Authority to spend on a project, drawn from named money: a contribution that is kept apart, or
/// a sub-fund's pool.
public struct Allotment: Hashable, Sendable {
  public var project: EntryNumber
  public var subFund: EntryNumber
  /// What was asked for, in US cents; with a pledge, of all its contributions together.
  public var amount: Int64
  /// What this allotment is of it, in US cents.
  public var usd: Int64
  /// The contribution that it draws on; nil for the sub-fund's pool.
  public var money: EntryNumber?
  /// The contribution, opening or pledge that was named; nil where a sub-fund was.
  public var named: EntryNumber?
  /// The programme support rate of what is spent on it.
  public var support: Millionths
  /// The donor's document that lets it pass the earmark.
  public var paper: String?

  public init(
    project: EntryNumber, subFund: EntryNumber, amount: Int64, usd: Int64,
    money: EntryNumber? = nil, named: EntryNumber? = nil, support: Millionths,
    paper: String? = nil
  ) {
    self.project = project
    self.subFund = subFund
    self.amount = amount
    self.usd = usd
    self.money = money
    self.named = named
    self.support = support
    self.paper = paper
  }
}

/// An allotment is increased, or a part of it is returned: a later act on it.
public struct AllotmentChange: Hashable, Sendable {
  public var allotment: EntryNumber
  /// In US cents; below zero for a return.
  public var amount: Int64
  public var paper: String?
}

/// How an allotment stands.
public struct AllotmentStanding: Sendable {
  public let entry: EntryNumber
  public let number: DocumentNumber
  public let date: CalendarDate
  public let allotment: Allotment
  /// Whose money it is, where it is kept apart.
  public let donor: EntryNumber?
  public let isReversed: Bool
  /// What is left to obligate, in US cents, in the books as they stand.
  public let unobligated: Int64
  /// The least of that and of what was left on the day that was asked for.
  public let left: Int64

  public init(
    entry: EntryNumber, number: DocumentNumber, date: CalendarDate, allotment: Allotment,
    donor: EntryNumber?, isReversed: Bool, unobligated: Int64, left: Int64
  ) {
    self.entry = entry
    self.number = number
    self.date = date
    self.allotment = allotment
    self.donor = donor
    self.isReversed = isReversed
    self.unobligated = unobligated
    self.left = left
  }

  /// A line on an account that spends this allotment's money.
  func line(
    _ account: Account, _ amount: Money, _ usd: Int64, of document: EntryNumber
  ) -> Posting {
    Posting(
      account, allotment.subFund, amount, usd: usd, donor: donor, project: allotment.project,
      document: document, source: allotment.money, allotment: entry)
  }

  /// A line in US dollars.
  func line(_ account: Account, _ cents: Int64, of document: EntryNumber) -> Posting {
    line(account, .usd(cents), cents, of: document)
  }

  /// A line of cash: what was spent of a source is its allotments, so that its cash names none.
  func cash(_ amount: Money, _ usd: Int64, of document: EntryNumber) -> Posting {
    var line = line(.cash, amount, usd, of: document)
    line.source = nil
    return line
  }
}
