extension AllotmentChange {
  static func read(_ form: Form, _ journal: Journal) throws -> Draft {
    let date = try journal.day(form)
    let amount = try form.dollars("amount")
    let standing = try journal.books.allotment(
      try form.required("number"), source: journal.source, on: date)
    try standing.requireUsable(on: date)
    guard amount.minorUnits != 0 else {
      throw LedgerError(rule: "amount-not-positive", "a change of nothing", field: "amount")
    }
    let change = AllotmentChange(
      allotment: standing.entry, amount: amount.minorUnits, paper: try form.text("document"))
    return Draft(
      document: .allotmentChange(change), date: date, actsOn: standing.number,
      check: { try standing.requireChange(change, journal, on: date) },
      post: { _ in
        standing.allotment.issue(change.amount, entry: standing.entry, donor: standing.donor)
      })
  }
}

extension AllotmentStanding {
  /// An allotment that was reversed, or is later than what acts on it, cannot be acted on.
  func requireUsable(on date: CalendarDate) throws(LedgerError) {
    guard !isReversed else {
      throw LedgerError(rule: "document-reversed", "\(number) was reversed", field: "allotment")
    }
    guard date >= self.date else { throw .datedBefore(date, number, of: self.date) }
  }

  /// An increase is drawn from the same money as the allotment; no more is returned than is left.
  fileprivate func requireChange(
    _ change: AllotmentChange, _ journal: Journal, on date: CalendarDate
  ) throws {
    if change.amount < 0 {
      guard -change.amount <= left else {
        throw LedgerError(
          rule: "return-exceeds-allotment",
          "\(Money.usd(-change.amount)) is more than the \(Money.usd(left)) unobligated on \(number)",
          hint: "reduce an obligation first", field: "amount")
      }
      return
    }
    let subFund = try journal.books.subFund(allotment.subFund, on: date)
    let money = try allotment.money.map { try journal.books.contribution($0) }
    let project = try journal.books.project(allotment.project, on: date)
    try journal.requireFits(
      money, in: subFund, project, change.amount, change.paper ?? allotment.paper, on: date)
    try journal.requireAllottable(change.amount, of: money, in: subFund, on: date)
  }
}
