import FundDomain

/// The lines of the Fund's statement: each with the accounts it adds up and the sign it shows.
public enum StatementLine: String, CaseIterable, Sendable {
  case openingBalance = "opening-balance"
  case contributions
  case contributionsInKind = "contributions-in-kind"
  case interest
  case programmeSupportIncome = "programme-support-income"
  case otherIncome = "other-income"
  case totalIncome = "total-income"
  case totalResources = "total-resources"
  case expenditure
  case expenditureInKind = "expenditure-in-kind"
  case programmeSupport = "programme-support"
  case totalExpenditure = "total-expenditure"
  case refunds, exchange, savings, transfers
  case writeOffs = "write-offs"
  case priorPeriod = "prior-period"
  case adjustments
  case totalAdjustments = "total-adjustments"
  case closingBalance = "closing-balance"
  case contributionsCollected = "contributions-collected"

  /// The parts of the statement, in their order.
  public enum Section: String, CaseIterable, Sendable {
    case income = "I. Income"
    case expenditure = "II. Expenditure"
    case adjustments = "III. Other adjustments"
    case closing = "I - II + III"
    case memorandum = "Memorandum"
  }

  public var section: Section {
    switch self {
    case .openingBalance, .contributions, .contributionsInKind, .interest,
      .programmeSupportIncome, .otherIncome, .totalIncome, .totalResources:
      .income
    case .expenditure, .expenditureInKind, .programmeSupport, .totalExpenditure: .expenditure
    case .refunds, .exchange, .savings, .transfers, .writeOffs, .priorPeriod, .adjustments,
      .totalAdjustments:
      .adjustments
    case .closingBalance: .closing
    case .contributionsCollected: .memorandum
    }
  }

  public var title: String {
    switch self {
    case .openingBalance: "Opening balance"
    case .contributions: "Voluntary contributions"
    case .contributionsInKind: "Contributions in kind"
    case .interest: "Interest"
    case .programmeSupportIncome: "Programme support income"
    case .otherIncome: "Other income"
    case .totalIncome: "Total income"
    case .totalResources: "Total I: resources"
    case .expenditure: "Expenditure"
    case .expenditureInKind: "Expenditure in kind"
    case .programmeSupport: "Programme support costs"
    case .totalExpenditure: "Total II: expenditure"
    case .refunds: "Refunds to donors"
    case .exchange: "Exchange differences"
    case .savings: "Savings on prior-period obligations"
    case .transfers: "Transfers between sub-funds"
    case .writeOffs: "Pledges written off"
    case .priorPeriod: "Prior-period adjustments"
    case .adjustments: "Other adjustments"
    case .totalAdjustments: "Total III: adjustments"
    case .closingBalance: "Closing balance"
    case .contributionsCollected: "Contributions collected in cash"
    }
  }

  /// The accounts whose movements the line shows; empty for balances and totals.
  var accounts: [Account] {
    switch self {
    case .contributions: [.contributions]
    case .contributionsInKind: [.incomeInKind]
    case .interest: [.interest]
    case .programmeSupportIncome: [.programmeSupportIncome]
    case .otherIncome: [.otherIncome]
    case .expenditure: StatementLine.spending
    case .expenditureInKind: [.expenditureInKind]
    case .programmeSupport: [.programmeSupport]
    case .refunds: [.refunds]
    case .exchange: [.exchange]
    case .savings: [.savings]
    case .transfers: [.transfers]
    case .writeOffs: [.writeOffs]
    case .priorPeriod: [.priorPeriod]
    case .adjustments: [.otherAdjustments]
    default: []
    }
  }

  /// Expenditure by object class: all but goods in kind and programme support.
  static let spending = Account.allCases.filter {
    $0.section == .expenditure && $0 != .expenditureInKind && $0 != .programmeSupport
  }

  /// Expenditure is shown as its debits; everything else as what it adds to the balance.
  var sign: Int64 { section == .expenditure ? 1 : -1 }

  /// The lines that a total adds up.
  var parts: [StatementLine] {
    switch self {
    case .totalIncome:
      [.contributions, .contributionsInKind, .interest, .programmeSupportIncome, .otherIncome]
    case .totalResources: [.openingBalance, .totalIncome]
    case .totalExpenditure: [.expenditure, .expenditureInKind, .programmeSupport]
    case .totalAdjustments:
      [.refunds, .exchange, .savings, .transfers, .writeOffs, .priorPeriod, .adjustments]
    default: []
    }
  }
}
