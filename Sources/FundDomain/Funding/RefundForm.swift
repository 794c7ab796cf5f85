extension Refund {
  static func read(_ form: Form, _ journal: Journal) throws -> Draft {
    let date = try journal.day(form)
    let amount = try form.money("amount").positive()
    let worth = try journal.value(amount, on: date)
    var refund = Refund(donor: 0, subFund: 0, amount: amount, usd: worth.usd, rate: worth.rate)
    let named = try form.text("contribution").map {
      try journal.books.contribution($0, source: journal.source)
    }
    if let named {
      try journal.requireRefundable(named, amount, form, on: date)
      refund.contribution = named.entry
      (refund.donor, refund.subFund) = (named.donor ?? 0, named.subFund)
    } else {
      refund.donor = try journal.donor(form).id
      refund.subFund = try journal.subFund(form, earmark: nil).id
    }
    return Draft(
      document: .refund(refund), date: date, warnings: worth.warnings,
      post: { [refund] _ in
        refund.postings(drawnFrom: try journal.refundable(refund, of: named, on: date))
      })
  }

  /// The posting rule: what was given leaves at each contribution's own rate, the cash at the
  /// day's, and the difference is exchange. What was given in a currency that ended goes back in
  /// its successor, through `clearing:conversion`. A pledge that was paid with it stays paid.
  private func postings(drawnFrom parts: [(of: ContributionStanding, units: Int64)]) -> [Posting] {
    let dollars = cumulative(usd, over: parts.map(\.units))
    var lines: [Posting] = []
    for ((standing, part), cents) in zip(parts, dollars) {
      let atOwnRate = standing.worth(ofRefund: part)
      func line(_ account: Account, _ amount: Money, _ cents: Int64) -> Posting {
        Posting(
          account, subFund, amount, usd: cents, donor: donor, document: standing.entry,
          source: standing.isEarmarked ? standing.entry : nil)
      }
      let given = Money(minorUnits: part, standing.amount.currency)
      let paid =
        given.currency == amount.currency ? given : amount
      lines.append(line(.refunds, given, atOwnRate))
      var cash = line(.cash, -paid, -cents)
      (cash.document, cash.source) = (nil, nil)
      lines.append(cash)
      lines += bridge(given, atOwnRate, met: paid, cents, line: line)
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
    guard standing.donor != nil else {
      throw LedgerError(
        rule: "refund-without-donor",
        "\(standing.number) opened money of no donor in particular: nobody can have it back",
        hint:
          "cpcjf change contribution \(standing.number) --donor … --document … says whose it was",
        field: "contribution")
    }
    guard date >= standing.date else {
      throw LedgerError.datedBefore(date, standing.number, of: standing.date)
    }
    guard let units = standing.units(ofRefund: amount, on: date) else {
      throw LedgerError(
        rule: "refund-currency",
        "\(standing.number) was given in \(standing.amount.currency), not in \(amount.currency)",
        field: "currency")
    }
    guard units > 0 else {
      throw LedgerError(
        rule: "amount-too-small",
        "\(amount) is less than half of the least unit of \(standing.amount.currency)",
        field: "amount")
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

  /// How much goes back of the contribution named, or of the donor's, oldest first (rule 4): no
  /// more than was given, has not gone back and is not allotted.
  ///
  /// - Throws: `refund-exceeds-contribution` with what is left.
  fileprivate func refundable(
    _ refund: Refund, of named: ContributionStanding?, on date: CalendarDate
  ) throws -> [(of: ContributionStanding, units: Int64)] {
    let amount = Money(
      minorUnits: named?.units(ofRefund: refund.amount, on: date) ?? refund.amount.minorUnits,
      named?.amount.currency ?? refund.amount.currency)
    var rest = amount.minorUnits
    var position = try books.position(of: refund.subFund)
    var parts: [(of: ContributionStanding, units: Int64)] = []
    func take(
      _ standing: ContributionStanding, _ left: (now: Int64, then: Int64)?
    ) throws -> Bool {
      let available = try available(standing, left: left, in: position, on: date)
      let part = min(rest, standing.units(worth: available))
      if part > 0 { parts.append((standing, part)) }
      rest -= part
      position.refund(part, of: standing, on: date)
      return rest == 0
    }
    if let named {
      _ = try take(named, nil)
    } else {
      try books.contributions(
        of: refund.donor, in: refund.subFund, currency: refund.amount.currency, upTo: date,
        untilLast: take)
    }
    guard rest > 0 else { return parts }
    let donor = try books.donor(refund.donor).code
    let whence =
      try named.map { "of \($0.number)" }
      ?? "of what \(donor) gave to \(books.subFund(refund.subFund, on: .last).code) by then"
    throw LedgerError(
      rule: "refund-exceeds-contribution",
      "\(amount) is more than the "
        + "\(Money(minorUnits: amount.minorUnits - rest, amount.currency)) left \(whence)",
      hint: "money that is allotted goes back once the allotment is returned",
      field: "amount")
  }
}

extension Position {
  /// What goes back of a contribution on a day is there no longer for the next.
  fileprivate mutating func refund(
    _ units: Int64, of standing: ContributionStanding, on date: CalendarDate
  ) {
    let money = Money(minorUnits: units, standing.amount.currency)
    add(.cash, -money, usd: 0, isKeptApart: false, on: date)
    add(
      .refunds, money, usd: standing.worth(ofRefund: units), isKeptApart: standing.isEarmarked,
      on: date)
  }
}

extension ContributionStanding {
  /// How much of the contribution a refund gives back, in minor units of its currency: in that
  /// currency, or once it has ended in its successor. Nil in any other.
  fileprivate func units(ofRefund refund: Money, on date: CalendarDate) -> Int64? {
    if refund.currency == amount.currency { return refund.minorUnits }
    return amount.currency.hasEnded(by: date)
      ? amount.currency.units(settledBy: refund, of: left) : nil
  }

  /// What a further refund of some units is worth at the contribution's own rate, in US cents.
  fileprivate func worth(ofRefund units: Int64) -> Int64 {
    proportion(of: usd, refunded + units, in: amount.minorUnits) - refundedUSD
  }

  /// The most units that may go back where no more than some US cents are available.
  fileprivate func units(worth available: Int64) -> Int64 {
    guard left > 0, available >= 0 else { return 0 }
    if worth(ofRefund: left) <= available { return left }
    // What rounds down to the last cent goes too.
    let halves = 2 * Int128(available + refundedUSD) + 1
    let whole = halves * Int128(amount.minorUnits) / (2 * Int128(usd))
    var units = min(left, Int64(whole) - refunded + 1)
    while units > 0, worth(ofRefund: units) > available { units -= 1 }
    return max(units, 0)
  }
}
