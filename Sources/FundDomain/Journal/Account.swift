/// The chart of accounts. The type of an account is its section in the statement.
///
/// The numbers are the accounts' own in the tables and never change.
public enum Account: String, CaseIterable, Sendable {
  case cash = "assets:cash"
  case pledgesReceivable = "assets:pledges-receivable"
  case interFund = "assets:inter-fund"
  case obligations = "liabilities:obligations"
  case deferredIncome = "liabilities:deferred-income"
  case opening = "fund-balances:opening"
  case contributions = "income:contributions"
  case incomeInKind = "income:in-kind"
  case interest = "income:interest"
  case programmeSupportIncome = "income:programme-support"
  case otherIncome = "income:other"
  case staff = "expenditure:staff"
  case consultants = "expenditure:consultants"
  case travel = "expenditure:travel"
  case contractualServices = "expenditure:contractual-services"
  case operatingExpenses = "expenditure:operating-expenses"
  case supplies = "expenditure:supplies"
  case equipment = "expenditure:equipment"
  case grantsAndFellowships = "expenditure:grants-and-fellowships"
  case training = "expenditure:training"
  case bankCharges = "expenditure:bank-charges"
  case expenditureInKind = "expenditure:in-kind"
  case programmeSupport = "expenditure:programme-support"
  case refunds = "adjustments:refunds"
  case exchange = "adjustments:exchange"
  case savings = "adjustments:savings"
  case transfers = "adjustments:transfers"
  case writeOffs = "adjustments:write-offs"
  case priorPeriod = "adjustments:prior-period"
  case otherAdjustments = "adjustments:other"
  case conversion = "clearing:conversion"
  case budgetIssued = "budget:issued"
  case budgetUnobligated = "budget:unobligated"
  case budgetSpent = "budget:spent"

  /// The section of the statement that an account belongs to.
  public enum Section: String, CaseIterable, Sendable {
    case assets, liabilities
    case fundBalances = "fund-balances"
    case income, expenditure, adjustments, clearing, budget
  }

  public var section: Section {
    Section(rawValue: String(rawValue.prefix { $0 != ":" }))!
  }

  /// The account's number: its hundreds are its section.
  public var number: Int64 { Account.numbers[self]! }

  /// The account with a number, or nil.
  public init?(number: Int64) {
    guard let account = Account.byNumber[number] else { return nil }
    self = account
  }

  /// Reads an account's name.
  ///
  /// - Throws: `unknown-account`, with the nearest.
  public init(_ text: some StringProtocol) throws(LedgerError) {
    guard let account = Account(rawValue: trimmed(text)) else {
      throw LedgerError(
        rule: "unknown-account", "there is no account \(text) in the chart",
        hint: didYouMean(nearest(to: String(text), among: Account.allCases.map(\.rawValue))))
    }
    self = account
  }

  private static let numbers: [Account: Int64] = {
    let order: [Section] = [
      .assets, .liabilities, .fundBalances, .income, .expenditure, .adjustments, .clearing,
      .budget,
    ]
    var next = Dictionary(
      uniqueKeysWithValues: order.enumerated().map { ($1, Int64($0 + 1) * 100) })
    var numbers: [Account: Int64] = [:]
    for account in allCases {
      next[account.section]! += 1
      numbers[account] = next[account.section]!
    }
    return numbers
  }()

  private static let byNumber = Dictionary(
    uniqueKeysWithValues: numbers.map { ($0.value, $0.key) })
}
