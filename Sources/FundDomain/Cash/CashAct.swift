/// Money that comes or goes without a donor or project: interest, other income, a bank charge.
public struct CashAct: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    case interest
    case otherIncome = "other_income"
    case charge
  }

  public var kind: Kind
  public var subFund: EntryNumber
  public var amount: Money
  public var usd: Int64
  public var rate: EntryNumber?
  /// The contribution whose own money it is, where the agreement says so.
  public var contribution: EntryNumber?
}

extension CashAct {
  static func read(_ kind: Kind, _ form: Form, _ journal: Journal) throws -> Draft {
    let date = try journal.day(form)
    let amount = try form.money("amount").positive()
    let worth = try journal.value(amount, on: date)
    let money = try journal.contribution(form, on: date)
    let named = try form.text("sub-fund")
    guard money != nil || kind != .interest || named != nil else {
      throw LedgerError(
        rule: "field-missing", "whose interest it is, is missing",
        hint: "name the --sub-fund that earned it, or the --contribution", field: "sub-fund")
    }
    let subFund =
      if let money {
        try journal.books.subFund(money.subFund, on: date)
      } else {
        try journal.subFund(form, earmark: nil)
      }
    try journal.requireOf(subFund, money, form)
    let act = CashAct(
      kind: kind, subFund: subFund.id, amount: amount, usd: worth.usd, rate: worth.rate,
      contribution: money?.entry)
    return Draft(
      document: .cashAct(act), date: date, warnings: worth.warnings,
      post: { entry in
        var cash = Posting(
          .cash, act.subFund, kind == .charge ? -amount : amount,
          usd: kind == .charge ? -worth.usd : worth.usd, donor: money?.donor, document: entry,
          source: money.flatMap { $0.isEarmarked ? $0.entry : nil })
        var other = cash.mirrored
        other.account =
          switch kind {
          case .interest: .interest
          case .otherIncome: .otherIncome
          case .charge: .bankCharges
          }
        if kind == .charge { swap(&cash, &other) }
        return [cash, other]
      })
  }

  func record(_ entry: EntryNumber) -> Fact {
    var record = Fact("cash_act", of: entry)
    record.set("sub_fund", subFund)
    record.set(amount, usd: usd, rate: rate)
    record.set("contribution", contribution)
    return record
  }
}

extension Journal {
  /// The contribution in the field `contribution`, if any, received by a day.
  func contribution(_ form: Form, on date: CalendarDate) throws -> ContributionStanding? {
    guard let name = try form.text("contribution") else { return nil }
    let money = try books.contribution(name, source: source)
    try money.requireMoney(on: date, field: "contribution")
    return money
  }

  /// A sub-fund that is named beside a contribution is the contribution's.
  fileprivate func requireOf(
    _ subFund: SubFund, _ money: ContributionStanding?, _ form: Form
  ) throws {
    guard let money, let name = try form.text("sub-fund"),
      try books.subFund(name).id != subFund.id
    else { return }
    throw LedgerError(
      rule: "contribution-of-another-sub-fund", "\(money.number) was not given to \(name)",
      field: "sub-fund")
  }
}
