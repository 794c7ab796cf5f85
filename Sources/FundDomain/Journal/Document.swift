/// What people enter: each document says one thing, and its posting rule turns it into an entry.
public enum Document: Hashable, Sendable {
  case fund(Fund)
  case donor(Donor)
  case programme(Programme)
  case mandate(Mandate)
  case subFund(SubFund)
  case project(Project)
  case rate(Rate)
  case treatyAct(TreatyAct)
  case request(AssistanceRequest)
  case coFunding(CoFunding)
  case opening(Opening)
  case pledge(Pledge)
  case commitment(Commitment)
  case contribution(Contribution)
  case refund(Refund)
  case adjustment(Adjustment)
  case allotment(Allotment)
  case allotmentChange(AllotmentChange)
  case obligation(Obligation)
  case obligationChange(ObligationChange)
  case disbursement(Disbursement)
  case recovery(Recovery)
  case cashAct(CashAct)
  case transfer(Transfer)
  case exchange(Exchange)
  case revaluation(Revaluation)
  case writeOff(WriteOff)
  case pledgeIncrease(PledgeIncrease)
  case earmarkChange(EarmarkChange)
  case donorChange(DonorChange)
  case closing(Closing)
  case reopening(Reopening)
  case fallingDue(FallingDue)
  case deferredIncome(DeferredIncome)
  case activityReport(ActivityReport)
  case reversal(reason: String)

  /// The document's kind: the name of its table, and half of its key with the source.
  public var kind: String {
    switch self {
    case .fund: "fund"
    case .donor: "donor"
    case .programme: "programme"
    case .mandate: "mandate"
    case .subFund: "sub_fund"
    case .project: "project"
    case .rate: "rate"
    case .treatyAct: "treaty_act"
    case .request: "request"
    case .coFunding: "co_funding"
    case .opening: "opening"
    case .pledge: "pledge"
    case .commitment: "commitment"
    case .contribution: "contribution"
    case .refund: "refund"
    case .adjustment: "adjustment"
    case .allotment: "allotment"
    case .allotmentChange: "allotment_change"
    case .obligation: "obligation"
    case .obligationChange: "obligation_change"
    case .disbursement: "disbursement"
    case .recovery: "recovery"
    case .cashAct(let act): act.kind.rawValue
    case .transfer: "transfer"
    case .exchange: "exchange"
    case .revaluation: "revaluation"
    case .writeOff: "write_off"
    case .pledgeIncrease: "pledge_increase"
    case .earmarkChange: "earmark_change"
    case .donorChange: "donor_change"
    case .closing: "closing"
    case .reopening: "reopening"
    case .fallingDue: "falling_due"
    case .deferredIncome: "deferred_income"
    case .activityReport: "activity_report"
    case .reversal: "reversal"
    }
  }

  /// The series of its number; master data has none, nor what others report.
  public var series: Series? {
    switch self {
    case .fund, .donor, .programme, .mandate, .subFund, .project, .rate, .treatyAct,
      .activityReport:
      nil
    case .request: .request
    case .coFunding: .coFunding
    case .opening: .opening
    case .pledge, .commitment: .pledge
    case .contribution: .contribution
    case .refund: .refund
    case .adjustment: .adjustment
    case .allotment, .allotmentChange: .allotment
    case .obligation, .obligationChange: .obligation
    case .disbursement: .disbursement
    case .recovery: .recovery
    case .cashAct(let act):
      switch act.kind {
      case .interest: .interest
      case .otherIncome: .otherIncome
      case .charge: .charge
      }
    case .transfer: .transfer
    case .exchange: .exchange
    case .revaluation: .revaluation
    case .writeOff: .writeOff
    case .pledgeIncrease: .pledge
    // It acts on a contribution or a pledge, and takes that one's number.
    case .earmarkChange, .donorChange: .contribution
    case .closing, .reopening: .closing
    case .fallingDue: .pledge
    case .deferredIncome: .deferredIncome
    case .reversal: .reversal
    }
  }
}

/// The Fund that a ledger keeps; a ledger holds one.
public struct Fund: Hashable, Sendable {
  public var title: String
  /// The first day of the Fund: nothing is dated before it but what opens it.
  public var start: CalendarDate?
  /// Stands at the foot of every report.
  public var note: String?

  public init(title: String, start: CalendarDate? = nil, note: String? = nil) {
    self.title = title
    self.start = start
    self.note = note
  }
}

/// A published rate of exchange, in force from a day until the next one of its currency.
public struct Rate: Hashable, Sendable {
  public var currency: Currency
  public var effective: CalendarDate
  public var rate: ExchangeRate
  public var source: String?

  public init(
    currency: Currency, effective: CalendarDate, rate: ExchangeRate, source: String? = nil
  ) {
    self.currency = currency
    self.effective = effective
    self.rate = rate
    self.source = source
  }
}
