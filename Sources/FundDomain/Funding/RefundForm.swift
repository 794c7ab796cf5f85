extension Refund {
  static func read(_ form: Form, _ journal: Journal) throws -> Draft {
    let date = try journal.day(form)
    let amount = try form.money("amount").positive()
    let worth = try journal.value(amount, on: date)
    var refund = Refund(donor: 0, subFund: 0, amount: amount, usd: worth.usd, rate: worth.rate)
    let given: [ContributionStanding]
    if let name = try form.text("contribution") {
      let standing = try journal.books.contribution(name, source: journal.source)
      try journal.requireRefundable(standing, amount, form, on: date)
      refund.contribution = standing.entry
      (refund.donor, refund.subFund) = (standing.donor, standing.subFund)
      given = [standing]
    } else {
      refund.donor = try journal.donor(form).id
      refund.subFund = try journal.subFund(form, earmark: nil).id
      given = try journal.books.contributions(
        of: refund.donor, in: refund.subFund, currency: amount.currency
      ).filter { $0.date <= date }
    }
    return Draft(
      document: .refund(refund), date: date, warnings: worth.warnings,
      check: { [refund] in try journal.requireLeft(given, for: refund) },
      post: { [refund] _ in refund.postings(drawnFrom: given) })
  }

  /// The posting rule: what was given leaves at each contribution's own rate, the cash at the
  /// day's, and the difference is exchange. A pledge that was paid with it stays paid.
  func postings(drawnFrom given: [ContributionStanding]) -> [Posting] {
    var rest = amount.minorUnits
    let parts = given.map { standing in
      let part = min(rest, max(standing.left, 0))
      rest -= part
      return part
    }
    let dollars = cumulative(usd, over: parts)
    var lines: [Posting] = []
    for ((standing, part), cents) in zip(zip(given, parts), dollars) where part > 0 {
      let before = standing.refunded + part
      let atOwnRate =
        proportion(of: standing.usd, before, in: standing.amount.minorUnits) - standing.refundedUSD
      func line(_ account: Account, _ units: Int64, _ cents: Int64) -> Posting {
        Posting(
          account, subFund, Money(minorUnits: units, amount.currency), usd: cents, donor: donor,
          document: standing.entry, source: standing.isEarmarked ? standing.entry : nil)
      }
      lines.append(line(.refunds, part, atOwnRate))
      var cash = line(.cash, -part, -cents)
      cash.document = nil
      lines.append(cash)
      if atOwnRate != cents { lines.append(line(.exchange, 0, cents - atOwnRate)) }
    }
    return lines
  }
}

extension Journal {
  fileprivate func requireRefundable(
    _ standing: ContributionStanding, _ amount: Money, _ form: Form, on date: CalendarDate
  ) throws {
    guard !standing.isReversed else {
      throw LedgerError(
        rule: "document-reversed", "\(standing.number) was reversed", field: "contribution")
    }
    guard standing.kind != .inKind else {
      throw LedgerError(
        rule: "refund-of-goods", "\(standing.number) was goods: there is no money to give back",
        field: "contribution")
    }
    guard date >= standing.date else {
      throw LedgerError.datedBefore(date, standing.number, of: standing.date)
    }
    guard standing.amount.currency == amount.currency else {
      throw LedgerError(
        rule: "refund-currency",
        "\(standing.number) was given in \(standing.amount.currency), not in \(amount.currency)",
        field: "currency")
    }
    if try form.text("donor") != nil {
      let donor = try donor(form)
      guard donor.id == standing.donor else {
        throw LedgerError(
          rule: "contribution-of-another-donor",
          "\(standing.number) was not given by \(donor.code)", field: "contribution")
      }
    }
    if let name = try form.text("sub-fund"), try books.subFund(name).id != standing.subFund {
      throw LedgerError(
        rule: "contribution-of-another-sub-fund",
        "\(standing.number) was not given to \(name)", field: "sub-fund")
    }
  }

  /// Rule 4: no more goes back than was given and has not gone back.
  ///
  /// - Throws: `refund-exceeds-contribution` with what is left.
  fileprivate func requireLeft(_ given: [ContributionStanding], for refund: Refund) throws {
    let left = given.reduce(0) { $0 + max($1.left, 0) }
    guard refund.amount.minorUnits > left else { return }
    let donor = try books.donor(refund.donor).code
    let money = Money(minorUnits: left, refund.amount.currency)
    let whence =
      refund.contribution == nil
      ? "of what \(donor) gave to \(try books.subFund(refund.subFund, on: .last).code) by then"
      : "of \(given[0].number)"
    throw LedgerError(
      rule: "refund-exceeds-contribution",
      "\(refund.amount) is more than the \(money) left \(whence)",
      field: "amount")
  }
}
