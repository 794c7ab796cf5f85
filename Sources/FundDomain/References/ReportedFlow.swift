/// Money that an organisation reports: promised, committed, paid or spent, by whom and to whom.
///
/// It stands in the register of references, beside the Fund's books and never in them.
public struct ReportedFlow: Hashable, Sendable {
  public var type: FlowType
  public var date: CalendarDate
  /// The day at whose rate it is worth dollars.
  public var valueDate: CalendarDate
  public var amount: Money
  /// The amount as the source wrote it, where it was rounded or written otherwise.
  public var given: String?
  /// The currency is not said with the amount, but once for all of the activity.
  public var isByDefault: Bool
  public var provider: ReportedParty?
  public var receiver: ReportedParty?
  /// The publisher's own reference: no key, many bear the same.
  public var reference: String?
  public var note: String?
  /// How far its use is bound, as IATI codes it: `B02`, or with its vocabulary `2=1`.
  public var aidTypes: String?
  /// Of this money alone, where the publisher says it: else the activity's hold.
  public var sectors: ReportedShares?
  public var countries: ReportedShares?

  public init(
    type: FlowType, date: CalendarDate, valueDate: CalendarDate, amount: Money,
    given: String? = nil, isByDefault: Bool = false, provider: ReportedParty? = nil,
    receiver: ReportedParty? = nil, reference: String? = nil, note: String? = nil,
    aidTypes: String? = nil, sectors: ReportedShares? = nil, countries: ReportedShares? = nil
  ) {
    self.type = type
    self.date = date
    self.valueDate = valueDate
    self.amount = amount
    self.given = given
    self.isByDefault = isByDefault
    self.provider = provider
    self.receiver = receiver
    self.reference = reference
    self.note = note
    self.aidTypes = aidTypes
    self.sectors = sectors
    self.countries = countries
  }
}

/// What reported money does, numbered as IATI 2.03 numbers its transaction types.
public enum FlowType: Int64, CaseIterable, Sendable {
  case incomingFunds = 1
  case outgoingCommitment, disbursement, expenditure, interestPayment, loanRepayment
  case reimbursement, purchaseOfEquity, saleOfEquity, creditGuarantee
  case incomingCommitment, outgoingPledge, incomingPledge

  /// In IATI's own words.
  public var title: String {
    switch self {
    case .incomingFunds: "incoming funds"
    case .outgoingCommitment: "outgoing commitment"
    case .disbursement: "disbursement"
    case .expenditure: "expenditure"
    case .interestPayment: "interest payment"
    case .loanRepayment: "loan repayment"
    case .reimbursement: "reimbursement"
    case .purchaseOfEquity: "purchase of equity"
    case .saleOfEquity: "sale of equity"
    case .creditGuarantee: "credit guarantee"
    case .incomingCommitment: "incoming commitment"
    case .outgoingPledge: "outgoing pledge"
    case .incomingPledge: "incoming pledge"
    }
  }

  /// The publisher receives it, or is promised it.
  public var isIncoming: Bool {
    [.incomingFunds, .incomingCommitment, .incomingPledge].contains(self)
  }

  /// The publisher gives it to another, or promises to.
  public var isOutgoing: Bool {
    [.outgoingCommitment, .disbursement, .reimbursement, .outgoingPledge].contains(self)
  }

  /// How far the giving has come; nil for what is no giving.
  public var stage: Stage? {
    switch self {
    case .outgoingPledge, .incomingPledge: .pledged
    case .outgoingCommitment, .incomingCommitment: .committed
    case .disbursement, .reimbursement, .incomingFunds: .paid
    default: nil
    }
  }

  /// How far money has come from a giver to a receiver. The stages of one gift are never added.
  public enum Stage: String, CaseIterable, Sendable {
    case pledged, committed, paid
  }
}

/// An organisation as a publisher names it.
public struct ReportedParty: Hashable, Sendable {
  /// An identifier as `XM-DAC-41128`; often a private number, or a name typed into its place.
  public var reference: String?
  public var name: String?
  /// What it is, by IATI's list of organisation types: 10 is a government.
  public var kind: String?
  /// The activity of the organisation that the money comes from or goes to.
  public var activity: String?

  public init(
    reference: String? = nil, name: String? = nil, kind: String? = nil, activity: String? = nil
  ) {
    self.reference = reference
    self.name = name
    self.kind = kind
    self.activity = activity
  }

  /// Whether both name one organisation: by their references, else by their names.
  public func isSame(as other: ReportedParty) -> Bool {
    if let reference, let theirs = other.reference { return Self.isSame(reference, theirs) }
    guard let name, let theirs = other.name else { return false }
    return Self.isSame(name, theirs)
  }

  private static func isSame(_ left: String, _ right: String) -> Bool {
    left == right || nameKey(left) == nameKey(right)
  }
}

/// Where a flow stands in the register: the entry that reported it, and the line.
public struct FlowPlace: Hashable, Sendable {
  public let entry: EntryNumber
  public let line: Int64

  public init(entry: EntryNumber, line: Int64) {
    self.entry = entry
    self.line = line
  }
}
