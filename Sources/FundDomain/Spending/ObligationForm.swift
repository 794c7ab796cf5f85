extension Obligation {
  static func read(_ form: Form, _ journal: Journal) throws -> Draft {
    let date = try journal.day(form)
    let spending = try journal.spending(form, on: date)
    let obligation = Obligation(
      project: spending.project.id, amount: spending.amount, usd: spending.worth.usd,
      rate: spending.worth.rate, objectClass: try form.objectClass(),
      payee: try form.text("payee"), allotment: spending.allotment)
    return Draft(
      document: .obligation(obligation), date: date, warnings: spending.worth.warnings,
      post: { entry in
        let parts = try journal.split(spending, charged: [], on: date)
        return try journal.charge(
          obligation.amount, against: .obligations, class: obligation.objectClass.account,
          to: parts, of: entry)
      })
  }
}

extension ObligationChange {
  static func read(_ form: Form, _ journal: Journal) throws -> Draft {
    let date = try journal.day(form)
    let standing = try journal.books.spending(
      try form.required("number"), source: journal.source)
    try standing.requireUsable(on: date, field: "number")
    guard standing.isObligation else { throw standing.noObligation("number") }
    let amount = try form.money("amount")
    try standing.requireCurrency(amount)
    guard amount.minorUnits != 0 else {
      throw LedgerError(rule: "amount-not-positive", "a change of nothing", field: "amount")
    }
    // What is not to be paid outlives its currency, and can still be taken off.
    let worth =
      try amount.minorUnits < 0
      ? journal.outliving(amount, on: date) : journal.value(amount, on: date)
    let change = ObligationChange(
      obligation: standing.entry, amount: amount, usd: worth.usd, rate: worth.rate)
    return Draft(
      document: .obligationChange(change), date: date, actsOn: standing.number,
      warnings: worth.warnings,
      check: {
        guard -amount.minorUnits > standing.unliquidated.minorUnits else { return }
        throw LedgerError(
          rule: "reduction-exceeds-obligation",
          "\(-amount) is more than the \(standing.unliquidated) unliquidated on \(standing.number)",
          field: "amount")
      },
      post: { _ in
        amount.minorUnits > 0
          ? try standing.increase(amount, worth, on: date, journal)
          : try standing.reduce(-amount.minorUnits, on: date, journal)
      })
  }
}

extension SpendingStanding {
  /// The posting rule of an increase: a charge as of a new obligation, to the allotment that the
  /// obligation names, where it names one.
  fileprivate func increase(
    _ amount: Money, _ worth: Valued, on date: CalendarDate, _ journal: Journal
  ) throws -> [Posting] {
    let spending = Spending(
      project: try journal.books.project(project, on: date), amount: amount, worth: worth,
      allotment: named)
    let parts = try journal.split(spending, charged: charges(now: date), on: date)
    return try journal.charge(
      amount, against: .obligations, class: objectClass.account, to: parts, of: entry)
  }

  /// The posting rule of a reduction, the allotment charged last first: the obligation leaves at
  /// the value recorded, what it charged comes back.
  fileprivate func reduce(_ units: Int64, on date: CalendarDate, _ journal: Journal) throws
    -> [Posting]
  {
    var rest = units
    var lines: [Posting] = []
    for charge in charges(now: date).reversed() {
      let part = min(charge.unliquidated, rest)
      guard part > 0 else { continue }
      rest -= part
      let allotment = try journal.books.allotment(charge.allotment, on: date)
      let carried = proportion(of: charge.unliquidatedUSD, part, in: charge.unliquidated)
      let back = try journal.giveBack(
        part, of: charge, on: allotment, class: objectClass.account, currency, document: entry)
      lines.append(
        allotment.line(.obligations, Money(minorUnits: part, currency), carried, of: entry))
      if back.usd != carried {
        lines.append(
          allotment.line(
            .exchange, Money(minorUnits: 0, currency), back.usd - carried, of: entry))
      }
      lines += back.lines
    }
    return lines
  }

  /// A document that was reversed, or is later than what acts on it, cannot be acted on.
  func requireUsable(on date: CalendarDate, field: String) throws(LedgerError) {
    guard !isReversed else {
      throw LedgerError(rule: "document-reversed", "\(number) was reversed", field: field)
    }
    guard date >= self.date else { throw .datedBefore(date, number, of: self.date) }
  }

  func requireCurrency(_ amount: Money) throws(LedgerError) {
    guard amount.currency == currency else {
      throw LedgerError(
        rule: "currency-differs", "\(number) is in \(currency), not in \(amount.currency)",
        field: "currency")
    }
  }

  func noObligation(_ field: String) -> LedgerError {
    LedgerError(
      rule: "unknown-document", "\(number) is a direct disbursement, no obligation", field: field)
  }
}

/// What obligations and direct disbursements have in common.
struct Spending {
  let project: Project
  let amount: Money
  let worth: Valued
  /// The allotment that was named, and that alone is charged.
  let allotment: EntryNumber?
}

extension Journal {
  func spending(_ form: Form, on date: CalendarDate) throws -> Spending {
    let project = try project(form, on: date)
    let amount = try form.money("amount").positive()
    let named = try form.text("allotment").map {
      try books.allotment($0, source: source, on: date)
    }
    if let named {
      try named.requireUsable(on: date)
      guard named.allotment.project == project.id else {
        throw LedgerError(
          rule: "allotment-of-another-project",
          "\(named.number) is an allotment to another project than \(project.code)",
          field: "allotment")
      }
    }
    return Spending(
      project: project, amount: amount, worth: try value(amount, on: date),
      allotment: named?.entry)
  }

  /// The allotments that may be charged, in the order in which they are: the one named, or enough
  /// of the project's, with what of each may be left for rounding.
  func allotments(_ spending: Spending, on date: CalendarDate) throws -> [AllotmentStanding] {
    if let named = spending.allotment { return [try books.allotment(named, on: date)] }
    let unit = spending.amount.leastUnit(worth: spending.worth.usd)
    var found: [AllotmentStanding] = []
    var rest = spending.worth.usd
    try books.openAllotments(of: spending.project.id, upTo: date) { allotment in
      found.append(allotment)
      rest -= max(0, allotment.fits(on: Charge(allotment: allotment.entry)) - unit)
      return rest <= 0
    }
    return found
  }
}

extension Form {
  /// What money is spent on; the document cannot do without.
  func objectClass() throws(LedgerError) -> ObjectClass {
    guard let word = try word("class", ObjectClass.self) else {
      throw LedgerError(
        rule: "field-missing", "the class is missing",
        hint: "it is one of \(ObjectClass.allCases.map(\.rawValue).joined(separator: ", "))",
        field: "class")
    }
    return word
  }
}
