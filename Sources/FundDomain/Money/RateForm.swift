extension Rate {
  static func read(_ form: Form, _ journal: Journal) throws -> Draft {
    let code = try form.required("currency")
    let currency = try reading("currency") { () throws(LedgerError) in try Currency(code) }
    guard currency != .usd else {
      throw LedgerError(
        rule: "rate-of-dollar", "rates are units per US dollar; the dollar has none",
        field: "currency")
    }
    guard let effective = try form.date("effective") else {
      throw LedgerError(
        rule: "field-missing", "the day from which the rate holds is missing", field: "effective")
    }
    let rate = Rate(
      currency: currency, effective: effective,
      rate: try form.rate(), source: try form.text("source"))
    var draft = Draft(document: .rate(rate), date: journal.today, name: "\(code) \(effective)")
    draft.check = { try journal.requireOpen(effective, field: "effective") }
    // Published lists carry a currency on for a month or two.
    if let ended = currency.ended, effective.dayNumber > ended.dayNumber + 60 {
      draft.warnings = [
        "\(currency) ended on \(ended): nothing is recorded at its rate of \(effective)"
      ]
    }
    if let known = try journal.books.rate(of: currency, effective: effective) {
      guard known.rate == rate.rate else {
        throw LedgerError(
          rule: "rate-contradicts",
          "\(currency) from \(effective) is already \(known.rate) per US dollar, not \(rate.rate)",
          hint: "one of the two sources is wrong", field: "units-per-usd")
      }
      draft.standing = KnownDocument(entry: 0, name: draft.name, fingerprint: nil)
    }
    return draft
  }
}

extension Form {
  /// Units of a currency per US dollar.
  func rate() throws(LedgerError) -> ExchangeRate {
    try ExchangeRate(try required("units-per-usd"))
  }
}

/// An amount in US cents at the rate of its day, with that rate's entry and what to warn of.
struct Valued {
  let usd: Int64
  let rate: EntryNumber?
  let warnings: [String]
}

extension Journal {
  /// Rates older than this many days still count, with a warning.
  public static let staleRateDays = 45

  /// The worth of an amount on a day.
  ///
  /// - Throws: `currency-ended` (rule 9) naming the successor and its fixed rate,
  ///   `currency-not-begun`, `rate-missing` naming the nearest known.
  func value(_ money: Money, on date: CalendarDate) throws -> Valued {
    try requireLiving(money.currency, on: date)
    let inForce = try books.rate(of: money.currency, on: date)
    let dollars = try inForce.rate.dollars(for: money)
    let age = date.dayNumber - inForce.effective.dayNumber
    let isStale = inForce.entry != nil && age > Journal.staleRateDays
    let warning =
      "the rate of \(money.currency) in force on \(date) is \(age) days old, from \(inForce.effective)"
    return Valued(
      usd: dollars.minorUnits, rate: inForce.entry, warnings: isStale ? [warning] : [])
  }

  private func requireLiving(_ currency: Currency, on date: CalendarDate) throws(LedgerError) {
    if let ended = currency.ended, currency.hasEnded(by: date) {
      var message = "\(currency) ended on \(ended), before \(date)"
      var hint = "record the amount in the currency of the day"
      if let successor = currency.successor {
        message += "; \(successor) took its place"
        if let fixed = currency.fixedRate {
          message += " at \(fixed) \(currency) for 1 \(successor)"
        }
        hint =
          "record the amount in \(successor); what is still held in \(currency) is exchanged for it"
      }
      throw LedgerError(rule: "currency-ended", message, hint: hint, field: "currency")
    }
    if let began = currency.began, date < began {
      throw LedgerError(
        rule: "currency-not-begun", "\(currency) began on \(began), after \(date)",
        field: "currency")
    }
  }
}
