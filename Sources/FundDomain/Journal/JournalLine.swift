/// A line of the journal: a posting with the entry that made it, and the names of all that it
/// names. A document that posts nothing is a line without a posting.
public struct JournalLine: Sendable {
  public var entry: EntryNumber
  public var number: DocumentNumber
  public var kind: String
  public var date: CalendarDate
  public var memo: String?
  public var reference: String?
  /// The document that its entry reverses.
  public var reverses: DocumentNumber?
  public var posting: Posting?
  /// Codes.
  public var subFund: String?
  public var donor: String?
  public var project: String?
  /// Numbers; what bears none is named by what it adds.
  public var document: String?
  public var source: String?
  public var allotment: String?

  public init(
    entry: EntryNumber, number: DocumentNumber, kind: String, date: CalendarDate, memo: String?,
    reference: String?, reverses: DocumentNumber?, posting: Posting?
  ) {
    self.entry = entry
    self.number = number
    self.kind = kind
    self.date = date
    self.memo = memo
    self.reference = reference
    self.reverses = reverses
    self.posting = posting
  }
}

/// Which lines of the journal are read.
public struct JournalFilter: Sendable {
  public var period: Period
  /// Only lines on these accounts; nil for all, with the documents that post nothing.
  public var accounts: [Account]?
  /// Only lines of these sub-funds; nil for all.
  public var subFunds: [EntryNumber]?

  public init(in period: Period, accounts: [Account]? = nil, subFunds: [EntryNumber]? = nil) {
    self.period = period
    self.accounts = accounts
    self.subFunds = subFunds
  }
}
