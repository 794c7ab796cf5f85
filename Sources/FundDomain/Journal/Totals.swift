/// Which postings to add up, and by what: always by account and sub-fund, and by the dimensions
/// asked for.
public struct TotalsQuery: Sendable {
  /// What postings may be grouped by, besides account and sub-fund.
  public enum Dimension: String, CaseIterable, Sendable {
    case donor, project, currency, year
    /// The earmark of the money that a posting draws on, else of the contribution or pledge that
    /// it belongs to.
    case earmark
    /// The document whose balance is moved, the contribution that the money is, the allotment that
    /// is charged.
    case document, source, allotment
    /// Whether the money is a contribution's that is kept apart, and not its sub-fund's pool.
    case isKeptApart
    /// The kind of document that posted it; a reversal counts as what it reverses.
    case act
  }

  /// Whose postings alone are added up, each found by its index.
  public enum Scope: Hashable, Sendable {
    case everything
    /// Those of contributions that are kept apart.
    case sources([EntryNumber])
    /// Those that move the balances of documents.
    case documents([EntryNumber])
    /// Those that are charged to a project's allotments, and the allotments themselves.
    case allotments(ofProject: EntryNumber)
  }

  public var accounts: [Account]
  public var by: Set<Dimension>
  public var period: Period
  /// Only postings of documents that are contributions: what they brought in cash.
  public var ofContributions: Bool
  public var scope: Scope
  /// One sub-fund's own; nil for all.
  public var subFund: EntryNumber?

  public init(
    _ accounts: [Account], by: Set<Dimension> = [], in period: Period,
    ofContributions: Bool = false, of scope: Scope = .everything, subFund: EntryNumber? = nil
  ) {
    self.accounts = accounts
    self.by = by
    self.period = period
    self.ofContributions = ofContributions
    self.scope = scope
    self.subFund = subFund
  }
}

/// One group of a sum. A dimension that was not asked for is nil.
public struct Total: Sendable {
  public var account: Account
  public var subFund: EntryNumber
  public var donor: EntryNumber?
  public var project: EntryNumber?
  public var currency: Currency?
  public var year: Int?
  public var earmark: Earmark?
  public var isKeptApart: Bool?
  public var act: String?
  public var document: EntryNumber?
  public var source: EntryNumber?
  public var allotment: EntryNumber?
  /// Minor units, which mean something only where the currency is a dimension.
  public var amount: Int64
  /// US cents, debits positive.
  public var usd: Int64

  public init(
    account: Account, subFund: EntryNumber, donor: EntryNumber? = nil,
    project: EntryNumber? = nil, currency: Currency? = nil, year: Int? = nil,
    earmark: Earmark? = nil, amount: Int64 = 0, usd: Int64
  ) {
    self.account = account
    self.subFund = subFund
    self.donor = donor
    self.project = project
    self.currency = currency
    self.year = year
    self.earmark = earmark
    self.amount = amount
    self.usd = usd
  }
}

extension Total {
  /// What it is the sum of.
  public struct Key: Hashable, Sendable {
    let account: Account
    let subFund: EntryNumber
    let donor: EntryNumber?
    let project: EntryNumber?
    let currency: Currency?
    let year: Int?
    let earmark: Earmark?
    let isKeptApart: Bool?
    let act: String?
    let document: EntryNumber?
    let source: EntryNumber?
    let allotment: EntryNumber?
  }

  public var key: Key {
    Key(
      account: account, subFund: subFund, donor: donor, project: project, currency: currency,
      year: year, earmark: earmark, isKeptApart: isKeptApart, act: act,
      document: document, source: source, allotment: allotment)
  }

  /// The same sum of nothing.
  public var nothing: Total {
    var nothing = self
    (nothing.amount, nothing.usd) = (0, 0)
    return nothing
  }

  public var negative: Total {
    var negative = self
    (negative.amount, negative.usd) = (-amount, -usd)
    return negative
  }

  /// Adds another sum of the same.
  public static func += (left: inout Total, right: Total) {
    left.amount += right.amount
    left.usd += right.usd
  }
}

/// Which documents a list shows.
public struct DocumentFilter: Sendable {
  /// The kinds of documents, by their tables' names; empty for every entry.
  public var kinds: [String]
  public var period: Period
  public var donor: EntryNumber?
  /// Only what was allotted to a project, and spent on it.
  public var project: EntryNumber?
  public var entry: EntryNumber?
  /// Only what was recorded between two entries, both included.
  public var recorded: ClosedRange<EntryNumber>?

  public init(
    kinds: [String], in period: Period = .always, donor: EntryNumber? = nil,
    project: EntryNumber? = nil, entry: EntryNumber? = nil,
    recorded: ClosedRange<EntryNumber>? = nil
  ) {
    self.recorded = recorded
    self.kinds = kinds
    self.period = period
    self.donor = donor
    self.project = project
    self.entry = entry
  }
}

/// A document as a list shows it.
public struct DocumentLine: Sendable {
  public var entry: EntryNumber
  public var kind: String
  /// Its number; what bears none is named by what it adds.
  public var name: String
  public var date: CalendarDate
  public var donor: String?
  public var subFund: String?
  public var amount: Money?
  /// US cents.
  public var usd: Int64?
  public var rate: ExchangeRate?
  /// The document that it pays or draws on: a contribution's pledge, an allotment's contribution,
  /// a disbursement's obligation.
  public var basis: String?
  public var earmark: Earmark?
  public var project: String?
  public var payee: String?
  public var reference: String?
  public var memo: String?
  /// The number of the reversal that took it back.
  public var reversedBy: String?
  public var recorder: String
  public var recordedAt: String
  public var batch: Int64
  public var hash: String
  /// `announced` or `committed` for a pledge; what a contribution is in.
  public var detail: String?

  public init(
    entry: EntryNumber, kind: String, name: String, date: CalendarDate, recorder: String,
    recordedAt: String, batch: Int64, hash: String
  ) {
    self.entry = entry
    self.kind = kind
    self.name = name
    self.date = date
    self.recorder = recorder
    self.recordedAt = recordedAt
    self.batch = batch
    self.hash = hash
  }
}
