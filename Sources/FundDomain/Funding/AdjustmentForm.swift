extension Adjustment {
  static func read(_ form: Form, _ journal: Journal) throws -> Draft {
    let date = try journal.day(form)
    let amount = try form.money("amount").positive()
    let worth = try journal.value(amount, on: date)
    let subFund = try journal.books.subFund(try form.required("sub-fund"))
    let debit = try reading("debit") { () throws(LedgerError) in
      try Account(form.required("debit"))
    }
    let credit = try reading("credit") { () throws(LedgerError) in
      try Account(form.required("credit"))
    }
    try requireAdjustable(debit, credit)
    guard try form.text("memo") != nil else {
      throw LedgerError(
        rule: "field-missing", "an adjustment gives its reason", hint: "give --memo",
        field: "memo")
    }
    let adjustment = Adjustment(
      subFund: subFund.id, amount: amount, usd: worth.usd, rate: worth.rate, debit: debit,
      credit: credit, paper: try form.required("document"))
    return Draft(
      document: .adjustment(adjustment), date: date, warnings: worth.warnings,
      post: { _ in
        let line = Posting(debit, subFund.id, amount, usd: worth.usd)
        var other = line.mirrored
        other.account = credit
        return [line, other]
      })
  }

  /// One side is `adjustments:other`, and the other one of the balances that no document owns.
  private static func requireAdjustable(_ debit: Account, _ credit: Account) throws(LedgerError) {
    let other = debit == .otherAdjustments ? credit : debit
    let isOther = (debit == .otherAdjustments) != (credit == .otherAdjustments)
    let isFree =
      switch other.section {
      case .income: other != .programmeSupportIncome
      case .adjustments: other != .transfers
      default: other == .cash
      }
    guard isOther, isFree else {
      throw LedgerError(
        rule: "adjustment-account",
        "an adjustment stands between adjustments:other and cash, income or another adjustment; "
          + "\(debit.rawValue) and \(credit.rawValue) do not",
        hint: "what a document owns is corrected by reversing the document",
        field: debit == .otherAdjustments ? "credit" : "debit")
    }
  }
}
