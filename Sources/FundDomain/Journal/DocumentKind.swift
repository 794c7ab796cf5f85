/// The kinds of documents that people fill in a form for: each with its fields, which are the
/// columns of its import, and its reader.
public enum DocumentKind: String, CaseIterable, Sendable {
  case fund, donors, programmes, mandates
  case subFunds = "sub-funds"
  case projects, rates, treaties, requests
  case coFunding = "co-funding"
  case donorChanges = "donor-changes"
  case projectChanges = "project-changes"
  case programmeChanges = "programme-changes"
  case mandateChanges = "mandate-changes"
  case subFundChanges = "sub-fund-changes"
  case openings, pledges, commitments, contributions, refunds, adjustments, reversals
  case allotments, obligations, disbursements, recoveries
  case interest
  case otherIncome = "other-income"
  case charges, transfers, exchanges, revaluations
  case writeOffs = "write-offs"
  case pledgeChanges = "pledge-changes"
  case earmarkChanges = "earmark-changes"
  case giverChanges = "giver-changes"
  case allotmentChanges = "allotment-changes"
  case obligationChanges = "obligation-changes"
  case closings, reopenings

  func read(_ form: Form, _ journal: Journal) throws -> Draft {
    switch self {
    case .fund: try Fund.read(form, journal)
    case .donors: try Donor.read(form, journal)
    case .programmes: try Programme.read(form, journal)
    case .mandates: try Mandate.read(form, journal)
    case .subFunds: try SubFund.read(form, journal)
    case .projects: try Project.read(form, journal)
    case .rates: try Rate.read(form, journal)
    case .treaties: try TreatyAct.read(form, journal)
    case .requests: try AssistanceRequest.read(form, journal)
    case .coFunding: try CoFunding.read(form, journal)
    case .donorChanges: try Donor.change(form, journal)
    case .projectChanges: try Project.change(form, journal)
    case .programmeChanges: try Programme.change(form, journal)
    case .mandateChanges: try Mandate.change(form, journal)
    case .subFundChanges: try SubFund.change(form, journal)
    case .openings: try Opening.read(form, journal)
    case .pledges: try Pledge.read(form, journal)
    case .commitments: try Commitment.read(form, journal)
    case .contributions: try Contribution.read(form, journal)
    case .refunds: try Refund.read(form, journal)
    case .adjustments: try Adjustment.read(form, journal)
    case .reversals: try Reversal.read(form, journal)
    case .allotments: try Allotment.read(form, journal)
    case .obligations: try Obligation.read(form, journal)
    case .disbursements: try Disbursement.read(form, journal)
    case .recoveries: try Recovery.read(form, journal)
    case .interest: try CashAct.read(.interest, form, journal)
    case .otherIncome: try CashAct.read(.otherIncome, form, journal)
    case .charges: try CashAct.read(.charge, form, journal)
    case .transfers: try Transfer.read(form, journal)
    case .exchanges: try Exchange.read(form, journal)
    case .revaluations: try Revaluation.read(form, journal)
    case .writeOffs: try WriteOff.read(form, journal)
    case .pledgeChanges: try PledgeIncrease.read(form, journal)
    case .earmarkChanges: try EarmarkChange.read(form, journal)
    case .giverChanges: try DonorChange.read(form, journal)
    case .allotmentChanges: try AllotmentChange.read(form, journal)
    case .obligationChanges: try ObligationChange.read(form, journal)
    case .closings: try Closing.read(form, journal)
    case .reopenings: try Reopening.read(form, journal)
    }
  }

  /// The columns of the kind's import, in the order of its template; empty where it has none.
  public var columns: [String] {
    switch self {
    case .donors: ["code", "name", "kind", "country", "aliases", "memo"]
    case .projects:
      [
        "code", "title", "themes", "countries", "scope", "programme", "start", "end", "budget",
        "status", "support-rate", "gender", "requested-by", "requested-on", "partners",
        "aliases", "mandates", "requests", "markers", "memo",
      ]
    case .pledges:
      [
        "donor", "amount", "currency", "on", "announced", "due", "earmark", "sub-fund",
        "document", "condition", "use-by", "support-rate", "reference", "memo",
      ]
    case .contributions:
      [
        "donor", "amount", "currency", "on", "pledge", "settles", "earmark", "sub-fund", "kind",
        "channel", "support-rate", "reference", "memo",
      ]
    case .refunds:
      ["donor", "amount", "currency", "on", "contribution", "sub-fund", "reference", "memo"]
    case .allotments: ["project", "amount", "currency", "on", "from", "reference", "memo"]
    case .obligations:
      ["project", "amount", "currency", "on", "class", "payee", "reference", "memo"]
    case .disbursements:
      [
        "obligation", "project", "amount", "currency", "on", "class", "payee", "reference",
        "memo",
      ]
    case .mandates: ["code", "title", "memo"]
    case .requests: ["state", "themes", "on", "document", "reference", "memo"]
    case .coFunding:
      ["project", "fund", "amount", "currency", "on", "document", "reference", "memo"]
    case .rates: ["currency", "effective", "units-per-usd", "source"]
    case .treaties:
      [
        "instrument", "participant", "signature_date", "signature_note", "consent_date",
        "consent_type", "source",
      ]
    default: []
    }
  }

  /// The columns that a document cannot do without.
  public var required: [String] {
    switch self {
    case .donors: ["code", "name", "kind"]
    case .projects: ["code", "title", "themes"]
    case .pledges, .contributions, .refunds: ["donor", "amount", "currency", "on"]
    case .allotments: ["project", "amount", "currency", "on", "from"]
    case .obligations: ["project", "amount", "currency", "on", "class"]
    case .disbursements: ["amount", "currency", "on"]
    case .mandates: ["code", "title"]
    case .requests: ["state", "themes", "on", "document"]
    case .coFunding: ["project", "fund", "amount", "currency", "on"]
    case .rates: ["currency", "effective", "units-per-usd"]
    case .treaties: ["instrument", "participant"]
    default: []
    }
  }

  /// A line of example for the import's template, in the order of its columns.
  public var example: [String] {
    switch self {
    case .donors: ["NOR", "Norway", "state", "NOR", "Kingdom of Norway;Norge", ""]
    case .projects:
      [
        "EGY/R31", "Juvenile justice in Egypt", "juvenile-justice=60;victims=40", "EGY", "", "",
        "2003-06-01", "2009-04-30", "2003=97026;2004=200000", "ongoing", "13", "1", "EGY",
        "2002-11-04", "Ministry of Social Affairs", "EGYR31", "", "", "children=2", "",
      ]
    case .pledges:
      [
        "NOR", "1000000", "NOK", "2002-03-01", "", "2002-06-30=500000;2003-06-30=500000",
        "theme:corruption", "", "Exchange of letters 1 March 2002", "", "2004-12-31", "7",
        "NOR-2002-1", "",
      ]
    case .contributions:
      [
        "NOR", "500000", "NOK", "2002-06-28", "NOR-2002-1", "", "", "", "cash", "", "",
        "BANK-88213", "",
      ]
    case .refunds: ["NOR", "2500", "NOK", "2003-11-30", "BANK-88213", "", "RFD-1", ""]
    case .allotments: ["EGY/R31", "90000", "USD", "2002-07-01", "BANK-88213", "ALT-1", ""]
    case .obligations:
      [
        "EGY/R31", "25000", "USD", "2002-07-15", "consultants", "A. Expert", "CONTRACT-17", "",
      ]
    case .disbursements:
      ["CONTRACT-17", "", "12500", "USD", "2002-09-30", "", "A. Expert", "VOUCHER-203", ""]
    case .mandates: ["56/123/OP7", "Juvenile justice", "A/RES/56/123, paragraph 7"]
    case .requests:
      ["EGY", "juvenile-justice;victims", "2002-11-04", "Note verbale 14", "REQ-EGY-1", ""]
    case .coFunding:
      ["EGY/R31", "UNDP", "50000", "USD", "2003-09-01", "Agreement of 1 September 2003", "", ""]
    case .rates: ["EUR", "2002-01-01", "1.133", "UN Treasury"]
    case .treaties:
      ["UNTOC", "ARM", "2001-11-15", "", "2003-07-01", "ratification", "treaties.un.org"]
    default: []
    }
  }
}
