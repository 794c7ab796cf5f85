extension Contribution {
  static func read(_ form: Form, _ journal: Journal) throws -> Draft {
    let date = try journal.day(form)
    let amount = try form.money("amount").positive()
    let donor = try journal.donor(form)
    let worth = try journal.value(amount, on: date)
    let kind = try form.word("kind", Contribution.Kind.self) ?? .cash
    let later = try form.text("for").map { text throws(LedgerError) in
      try reading("for") { () throws(LedgerError) in try Biennium(text) }
    }
    let own = Biennium(of: date)
    if let later, later < own {
      throw LedgerError(
        rule: "for-earlier-biennium",
        "\(later) is earlier than \(own), the biennium of \(date)",
        hint: "leave it out: money counts in the biennium of its day", field: "for")
    }
    var contribution = Contribution(
      donor: donor.id, subFund: 0, amount: amount, usd: worth.usd, rate: worth.rate, kind: kind,
      channel: try form.text("channel"), supportRate: try form.perCent("support-rate"),
      forBiennium: later == own ? nil : later?.firstYear)
    guard let name = try form.text("pledge") else {
      guard try form.text("settles") == nil else {
        throw LedgerError(
          rule: "settles-without-pledge", "it says how much of a pledge it pays, and names none",
          hint: "name the pledge, or leave out what is settled", field: "settles")
      }
      contribution.earmark = try journal.earmark(form)
      let subFund = try journal.subFund(form, earmark: contribution.earmark)
      contribution.subFund = subFund.id
      let project = try journal.project(of: contribution)
      return Draft(
        document: .contribution(contribution), date: date,
        warnings: worth.warnings + subFund.warnings(of: contribution.earmark),
        post: { [contribution] entry in
          contribution.postings(entry: entry, in: subFund, project: project)
        })
    }
    let standing = try journal.books.pledge(name, source: journal.source)
    contribution.pledge = standing.entry
    contribution.subFund = standing.pledge.subFund
    let subFund = try journal.books.subFund(standing.pledge.subFund, on: date)
    let policy = try journal.policy(of: standing)
    try journal.requireFits(form, contribution, donor: donor, standing, on: date)
    let overpayment = try form.isYes("allow-overpayment")
    let settled = try form.settled(contribution, by: standing)
    contribution.applied = min(settled, standing.outstanding.minorUnits)
    return Draft(
      document: .contribution(contribution), date: date, warnings: worth.warnings,
      check: { [contribution] in
        try standing.requireOutstanding(
          settled, for: contribution, allowOverpayment: overpayment)
      },
      post: { [contribution] entry in
        contribution.postings(
          entry: entry, on: date, paying: standing, counted: policy, in: subFund)
      })
  }
}

extension Journal {
  /// What a contribution must have in common with the pledge that it pays (rule 2).
  fileprivate func requireFits(
    _ form: Form, _ contribution: Contribution, donor: Donor, _ standing: PledgeStanding,
    on date: CalendarDate
  ) throws {
    try requireUsable(standing, on: date)
    guard contribution.donor == standing.pledge.donor else {
      let owner = try books.donor(standing.pledge.donor)
      throw LedgerError(
        rule: "pledge-of-another-donor",
        "\(standing.number) is a pledge of \(owner.code), not of \(donor.code)", field: "pledge")
    }
    if let name = try form.text("sub-fund"), try books.subFund(name).id != standing.pledge.subFund {
      let owner = try books.subFund(standing.pledge.subFund, on: date)
      throw LedgerError(
        rule: "pledge-of-another-sub-fund",
        "\(standing.number) was pledged to \(owner.code), not to \(name)", field: "sub-fund")
    }
    if let own = try earmark(form), own != standing.pledge.earmark {
      throw LedgerError(
        rule: "earmark-of-pledge",
        "\(standing.number) has \(standing.pledge.earmark.map { "the earmark \($0)" } ?? "no earmark"), and so has what pays it",
        hint: "leave the earmark out", field: "earmark")
    }
    guard contribution.kind != .inKind else {
      throw LedgerError(
        rule: "in-kind-against-pledge", "goods do not pay \(standing.number), a pledge of money",
        field: "kind")
    }
    guard contribution.forBiennium == nil else {
      throw LedgerError(
        rule: "for-of-pledge", "the instalments of \(standing.number) say for when its money is",
        field: "for")
    }
  }

  /// The project that goods in kind are for, where their earmark names one.
  fileprivate func project(of contribution: Contribution) throws -> EntryNumber? {
    guard contribution.kind == .inKind,
      let codes = contribution.earmark?.values(of: .project), codes.count == 1
    else { return nil }
    return try books.project(codes[0]).id
  }
}

extension Form {
  /// How much of the pledge a contribution pays, in minor units of the pledge's currency.
  ///
  /// A currency that ended is settled in its successor at the fixed rate, where a cent either way
  /// closes the pledge; any other currency must say what it settles.
  ///
  /// - Throws: `currency-differs-from-pledge`.
  fileprivate func settled(
    _ contribution: Contribution, by standing: PledgeStanding
  ) throws(LedgerError) -> Int64 {
    let pledged = standing.pledge.amount.currency
    let paid = contribution.amount
    if let text = try text("settles") {
      let settles = try reading("settles") { () throws(LedgerError) in
        text.contains(" ") ? try Money(text) : try Money(decimal: text, pledged)
      }
      guard settles.currency == pledged, settles.minorUnits > 0,
        paid.currency != pledged || settles == paid
      else {
        throw LedgerError(
          rule: "settles-other-currency",
          "\(standing.number) was pledged in \(pledged): \(settles) cannot be what \(paid) settles",
          field: "settles")
      }
      return settles.minorUnits
    }
    if paid.currency == pledged { return paid.minorUnits }
    guard let units = pledged.units(settledBy: paid, of: standing.outstanding.minorUnits) else {
      throw LedgerError(
        rule: "currency-differs-from-pledge",
        "\(standing.number) was pledged in \(pledged), and \(paid) does not say what it settles",
        hint: "give --settles \"AMOUNT \(pledged)\": the part of the pledge that it pays",
        field: "settles")
    }
    return units
  }
}

extension PledgeStanding {
  /// Rule 2: a contribution over what is outstanding on its pledge is refused, unless the excess
  /// is said to be income without a pledge.
  ///
  /// - Throws: `contribution-exceeds-pledge` with what is outstanding.
  func requireOutstanding(
    _ settled: Int64, for contribution: Contribution, allowOverpayment: Bool
  ) throws(LedgerError) {
    guard settled > outstanding.minorUnits else { return }
    let sameCurrency = contribution.amount.currency == pledge.amount.currency
    guard allowOverpayment, sameCurrency else {
      throw LedgerError(
        rule: "contribution-exceeds-pledge",
        "\(Money(minorUnits: settled, pledge.amount.currency)) is more than the \(outstanding) outstanding on \(number)",
        hint: sameCurrency
          ? "record the excess without a pledge, or give --allow-overpayment"
          : "record the excess without a pledge", field: "amount")
    }
  }
}

extension ContributionStanding {
  /// What was reversed, was goods, or came later than a day, is no money to act on that day.
  ///
  /// - Throws: `document-reversed`, `allotment-of-goods`, `dated-before-its-document`.
  func requireMoney(on date: CalendarDate, field: String) throws(LedgerError) {
    guard !isReversed else {
      throw LedgerError(rule: "document-reversed", "\(number) was reversed", field: field)
    }
    guard kind != .inKind else {
      throw LedgerError(
        rule: "allotment-of-goods", "\(number) was goods: there is no money of it", field: field)
    }
    guard date >= self.date else { throw .datedBefore(date, number, of: self.date) }
  }
}
