extension Opening {
  static func read(_ form: Form, _ journal: Journal) throws -> Draft {
    let date = try journal.day(form)
    let amount = try form.money("amount")
    guard amount.minorUnits != 0 else {
      throw LedgerError(rule: "amount-not-positive", "an opening of nothing", field: "amount")
    }
    let worth = try journal.value(amount, on: date)
    let earmark = try journal.earmark(form)
    let subFund = try journal.subFund(form, earmark: earmark)
    let donor = try form.text("donor") == nil ? nil : try journal.donor(form).id
    guard amount.minorUnits > 0 || (donor == nil && earmark == nil) else {
      throw LedgerError(
        rule: "amount-not-positive", "a donor's opening money is above zero, not \(amount)",
        field: "amount")
    }
    if let start = try journal.books.fund.start, date >= start {
      throw LedgerError(
        rule: "opening-after-start",
        "an opening balance is what there was before \(start), the Fund's start; \(date) is not",
        hint: "date it \(start.previous)", field: "on")
    }
    if let closing = try journal.books.latestClosing {
      throw LedgerError(
        rule: "opening-after-closing",
        "\(closing.number) stands on the opening balances: none can be added",
        hint: "cpcjf reopen \(Biennium(of: closing.through)) first", field: "on")
    }
    let opening = Opening(
      subFund: subFund.id, amount: amount, usd: worth.usd, rate: worth.rate, donor: donor,
      earmark: earmark)
    return Draft(
      document: .opening(opening), date: date, warnings: worth.warnings,
      post: { entry in
        let isKeptApart = earmark != nil || (donor != nil && subFund.isTraced)
        let cash = Posting(
          .cash, subFund.id, amount, usd: worth.usd, donor: donor,
          source: isKeptApart ? entry : nil)
        var balance = cash.mirrored
        balance.account = .opening
        return [cash, balance]
      })
  }
}
