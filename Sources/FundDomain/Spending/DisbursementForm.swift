extension Disbursement {
  static func read(_ form: Form, _ journal: Journal) throws -> Draft {
    let date = try journal.day(form)
    guard let name = try form.text("obligation") else {
      return try direct(form, on: date, journal)
    }
    let standing = try journal.books.spending(name, source: journal.source)
    guard standing.isObligation else { throw standing.noObligation("obligation") }
    try standing.requireUsable(on: date, field: "obligation")
    if try form.text("project") != nil {
      guard try journal.project(form, on: date).id == standing.project else {
        throw LedgerError(
          rule: "obligation-of-another-project",
          "\(standing.number) is an obligation of another project", field: "project")
      }
    }
    let amount = try form.money("amount").positive()
    let worth = try journal.value(amount, on: date)
    let settles = try journal.settled(by: amount, worth, of: standing, form, on: date)
    let disbursement = Disbursement(
      project: standing.project, amount: amount, usd: worth.usd, rate: worth.rate,
      basis: .obligation(standing.entry, settles: settles), payee: try form.text("payee"))
    return Draft(
      document: .disbursement(disbursement), date: date, warnings: worth.warnings,
      check: {
        guard settles > standing.unliquidated.minorUnits else { return }
        throw LedgerError(
          rule: "disbursement-exceeds-obligation",
          "\(Money(minorUnits: settles, standing.currency)) is more than the "
            + "\(standing.unliquidated) unliquidated on \(standing.number)",
          hint: "cpcjf change obligation \(standing.number) --amount … increases it",
          field: "amount")
      },
      post: { _ in try disbursement.pay(settles, of: standing, on: date, journal) })
  }

  private static func direct(
    _ form: Form, on date: CalendarDate, _ journal: Journal
  ) throws -> Draft {
    let spending = try journal.spending(form, on: date)
    let objectClass = try form.objectClass()
    let disbursement = Disbursement(
      project: spending.project.id, amount: spending.amount, usd: spending.worth.usd,
      rate: spending.worth.rate, basis: .direct(objectClass, allotment: spending.allotment),
      payee: try form.text("payee"))
    return Draft(
      document: .disbursement(disbursement), date: date, warnings: spending.worth.warnings,
      post: { entry in
        let parts = try journal.split(spending, charged: [], on: date)
        return try journal.charge(
          disbursement.amount, against: .cash, class: objectClass.account, to: parts, of: entry)
      })
  }

  /// The posting rule of a payment on an obligation, the allotment charged first first: it leaves
  /// at the value recorded, the cash at the day's; the difference is exchange.
  private func pay(
    _ settles: Int64, of standing: SpendingStanding, on date: CalendarDate, _ journal: Journal
  ) throws -> [Posting] {
    var rest = settles
    var parts: [(charge: Charge, units: Int64)] = []
    for charge in standing.charges(now: date) {
      let part = min(charge.unliquidated, rest)
      rest -= part
      if part > 0 { parts.append((charge, part)) }
    }
    let cents = apportion(usd, over: parts.map(\.units))
    let units = apportion(amount.minorUnits, over: parts.map(\.units))
    var lines: [Posting] = []
    for (place, part) in parts.enumerated() {
      let allotment = try journal.books.allotment(part.charge.allotment, on: date)
      let settled = Money(minorUnits: part.units, standing.currency)
      let paid = Money(minorUnits: units[place], amount.currency)
      let carried = proportion(
        of: part.charge.unliquidatedUSD, part.units, in: part.charge.unliquidated)
      lines.append(allotment.line(.obligations, settled, carried, of: standing.entry))
      lines.append(allotment.cash(-paid, -cents[place], of: standing.entry))
      lines += bridge(settled, carried, met: paid, cents[place]) {
        allotment.line($0, $1, $2, of: standing.entry)
      }
    }
    return lines
  }
}

extension Journal {
  /// How much of an obligation a payment settles: what it is, what is said, or by the day's rates.
  fileprivate func settled(
    by amount: Money, _ worth: Valued, of standing: SpendingStanding, _ form: Form,
    on date: CalendarDate
  ) throws -> Int64 {
    let currency = standing.currency
    if let text = try form.text("settles") {
      let settles = try reading("settles") { () throws(LedgerError) in
        text.contains(" ") ? try Money(text) : try Money(decimal: text, currency)
      }
      guard settles.currency == currency, settles.minorUnits > 0,
        amount.currency != currency || settles == amount
      else {
        throw LedgerError(
          rule: "settles-other-currency",
          "\(standing.number) is in \(currency): \(settles) cannot be what \(amount) settles",
          field: "settles")
      }
      return settles.minorUnits
    }
    if amount.currency == currency { return amount.minorUnits }
    let settles = try settled(by: amount, worth, of: standing, on: date)
    guard settles > 0 else {
      throw LedgerError(
        rule: "amount-too-small",
        "\(amount) pays less than half of the least unit of \(currency)", field: "amount")
    }
    return settles
  }

  /// How much of an obligation an amount of another currency settles by the day's rates; what is
  /// in a currency that ended, in its successor at the fixed rate.
  private func settled(
    by amount: Money, _ worth: Valued, of standing: SpendingStanding, on date: CalendarDate
  ) throws -> Int64 {
    let currency = standing.currency
    if currency.hasEnded(by: date),
      let units = currency.units(settledBy: amount, of: standing.unliquidated.minorUnits)
    {
      return units
    }
    let rate = try books.rate(of: currency, on: date).rate
    let units = Int128(worth.usd) * Int128(rate.digits) * power(currency.exponent)
    return Int64(clamping: halfEven(units, power(rate.decimals) * 100))
  }
}

/// Debits of one amount met by credits of another: in one currency the exchange difference, in two
/// also two lines of clearing that are worth nothing together.
func bridge(
  _ debit: Money, _ debitUSD: Int64, met credit: Money, _ creditUSD: Int64,
  line: (Account, Money, Int64) -> Posting
) -> [Posting] {
  func nothing(of currency: Currency) -> Money { Money(minorUnits: 0, currency) }
  guard debit.currency != credit.currency else {
    return debitUSD == creditUSD
      ? [] : [line(.exchange, nothing(of: debit.currency), creditUSD - debitUSD)]
  }
  let through = debit.currency == .usd ? debitUSD : creditUSD
  var lines = [line(.conversion, -debit, -through), line(.conversion, credit, through)]
  if debitUSD != through {
    lines.append(line(.exchange, nothing(of: debit.currency), through - debitUSD))
  }
  if creditUSD != through {
    lines.append(line(.exchange, nothing(of: credit.currency), creditUSD - through))
  }
  return lines
}

extension Recovery {
  static func read(_ form: Form, _ journal: Journal) throws -> Draft {
    let date = try journal.day(form)
    let standing = try journal.books.spending(try form.required("of"), source: journal.source)
    try standing.requireUsable(on: date, field: "of")
    let amount = try form.money("amount").positive()
    try standing.requireCurrency(amount)
    let worth = try journal.value(amount, on: date)
    let recovery = Recovery(
      document: standing.entry, amount: amount, usd: worth.usd, rate: worth.rate)
    return Draft(
      document: .recovery(recovery), date: date, warnings: worth.warnings,
      check: {
        let paid = standing.charges(now: date).reduce(0) { $0 + max($1.paid, 0) }
        guard amount.minorUnits > paid else { return }
        throw LedgerError(
          rule: "recovery-exceeds-payment",
          "\(amount) is more than the \(Money(minorUnits: paid, standing.currency)) paid on "
            + "\(standing.number) and not given back", field: "amount")
      },
      post: { _ in try recovery.postings(from: standing, on: date, journal) })
  }

  /// The posting rule, the allotment charged last first: cash at the day's rate, and what was paid
  /// comes back as of a reduction.
  private func postings(
    from standing: SpendingStanding, on date: CalendarDate, _ journal: Journal
  ) throws -> [Posting] {
    var rest = amount.minorUnits
    var parts: [(charge: Charge, units: Int64)] = []
    for charge in standing.charges(now: date).reversed() {
      let part = min(max(charge.paid, 0), rest)
      rest -= part
      if part > 0 { parts.append((charge, part)) }
    }
    let cents = apportion(usd, over: parts.map(\.units))
    var lines: [Posting] = []
    for (part, cents) in zip(parts, cents) {
      let allotment = try journal.books.allotment(part.charge.allotment, on: date)
      let back = try journal.giveBack(
        part.units, of: part.charge, on: allotment, class: standing.objectClass.account,
        standing.currency, document: standing.entry)
      lines.append(
        allotment.cash(
          Money(minorUnits: part.units, standing.currency), cents, of: standing.entry))
      if back.usd != cents {
        lines.append(
          allotment.line(
            .exchange, Money(minorUnits: 0, standing.currency), back.usd - cents,
            of: standing.entry))
      }
      lines += back.lines
    }
    return lines
  }
}
