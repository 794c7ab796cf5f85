extension Pledge {
  static func read(_ form: Form, _ journal: Journal) throws -> Draft {
    let date = try journal.day(form)
    let amount = try form.money("amount").positive()
    let earmark = try journal.earmark(form)
    let subFund = try journal.subFund(form, earmark: earmark)
    let worth = try journal.value(amount, on: date)
    let condition = try form.text("condition")
    let announced = try form.isYes("announced")
    let useBy = try form.date("use-by")
    if let useBy, useBy < date {
      throw LedgerError(
        rule: "use-by-before-pledge", "it is to be used by \(useBy), before it is pledged, \(date)",
        field: "use-by")
    }
    let pledge = Pledge(
      donor: try journal.donor(form).id, subFund: subFund.id, amount: amount, usd: worth.usd,
      rate: worth.rate, instalments: try form.instalments(of: amount, from: date),
      announced: announced || condition != nil, earmark: earmark, condition: condition,
      useBy: useBy, supportRate: try form.perCent("support-rate"),
      paper: try form.text("document"))
    let isUnproven = !pledge.announced && pledge.paper == nil
    let unproven =
      "no document is named that commits it: an exchange of letters, note verbale or agreement"
    return Draft(
      document: .pledge(pledge), date: date,
      warnings: worth.warnings + subFund.warnings(of: earmark) + (isUnproven ? [unproven] : []),
      post: { entry in
        if pledge.announced { return [] }
        return try journal.count(
          pledge, entry: entry, pledge.schedule(from: date), on: date,
          policy: journal.policy(of: pledge.subFund, on: date))
      })
  }
}

extension Commitment {
  static func read(_ form: Form, _ journal: Journal) throws -> Draft {
    let date = try journal.day(form)
    let standing = try journal.books.pledge(try form.required("pledge"), source: journal.source)
    guard standing.committedOn == nil else {
      throw LedgerError(
        rule: "pledge-already-committed",
        "\(standing.number) was committed on \(standing.committedOn!)", field: "pledge")
    }
    try journal.requireUsable(standing, on: date)
    let commitment = Commitment(pledge: standing.entry, paper: try form.required("document"))
    return Draft(
      document: .commitment(commitment), date: date, actsOn: standing.number,
      post: { _ in
        try journal.count(
          standing.pledge, entry: standing.entry, standing.uncounted, on: date,
          policy: journal.policy(of: standing.pledge.subFund, on: date))
      })
  }
}

extension Journal {
  /// The posting rule of a committed pledge: what its sub-fund's policy counts now and is still
  /// unpaid is a receivable and income, at the rate of the day. A promise outlives its currency:
  /// then it is worth what the successor is, at the fixed rate.
  func count(
    _ pledge: Pledge, entry: EntryNumber, _ unpaid: [Instalment], on date: CalendarDate,
    policy: RecognitionPolicy
  ) throws -> [Posting] {
    let counted =
      switch policy {
      case .onCommitment: unpaid
      case .whenDue: unpaid.filter { Biennium(of: $0.due) <= Biennium(of: date) }
      case .onReceipt: [Instalment]()
      }
    let units = counted.reduce(0) { $0 + $1.amount }
    guard units > 0 else { return [] }
    let amount = Money(minorUnits: units, pledge.amount.currency)
    let usd = try worth(amount, on: date)
    let receivable = Posting(
      .pledgesReceivable, pledge.subFund, amount, usd: usd, donor: pledge.donor, document: entry)
    var income = receivable.mirrored
    income.account = .contributions
    return [receivable, income]
  }

  /// The policy that a pledge committed on a day keeps: its sub-fund's, in the version of that day.
  func policy(of subFund: EntryNumber, on date: CalendarDate) throws -> RecognitionPolicy {
    try books.subFund(subFund, on: date).policy(on: date)
  }

  /// The policy that a pledge keeps, as it was known when it was committed; none while it is
  /// announced.
  func policy(of standing: PledgeStanding) throws -> RecognitionPolicy? {
    guard let day = standing.committedOn, let entry = standing.committedBy else { return nil }
    if standing.isOpening { return .onCommitment }
    return try books.subFund(standing.pledge.subFund, on: day, knownAt: entry).policy(on: day)
  }

  /// A pledge that was reversed, or is later than what acts on it, cannot be acted on (rule 5).
  func requireUsable(_ standing: PledgeStanding, on date: CalendarDate) throws(LedgerError) {
    guard !standing.isReversed else {
      throw LedgerError(
        rule: "document-reversed", "\(standing.number) was reversed", field: "pledge")
    }
    guard date >= standing.date else {
      throw .datedBefore(date, standing.number, of: standing.date)
    }
  }
}

extension LedgerError {
  /// Rules 5 and 10: nothing is dated before the document that it acts on.
  static func datedBefore(
    _ date: CalendarDate, _ number: some CustomStringConvertible, of its: CalendarDate
  ) -> LedgerError {
    LedgerError(
      rule: "dated-before-its-document", "\(date) lies before \(number), which is of \(its)",
      field: "on")
  }
}

extension Form {
  /// Rule 7: instalments add up to the pledge, and none is due before it.
  fileprivate func instalments(
    of amount: Money, from date: CalendarDate
  ) throws(LedgerError) -> [Instalment] {
    var instalments: [Instalment] = []
    for item in try list("due") {
      let halves = item.split(separator: "=", maxSplits: 1)
      guard halves.count == 2 else {
        throw LedgerError(
          rule: "instalment-unreadable", "'\(item)' is no instalment: write DATE=AMOUNT",
          field: "due")
      }
      instalments.append(
        try reading("due") { () throws(LedgerError) in
          let due = try CalendarDate(trimmed(halves[0]))
          let part = try Money(decimal: trimmed(halves[1]), amount.currency).positive()
          return Instalment(due: due, amount: part.minorUnits)
        })
    }
    if let early = instalments.first(where: { $0.due < date }) {
      throw LedgerError(
        rule: "instalment-before-pledge", "an instalment is due on \(early.due), before \(date)",
        field: "due")
    }
    let sum = instalments.reduce(Int128(0)) { $0 + Int128($1.amount) }
    guard instalments.isEmpty || sum == Int128(amount.minorUnits) else {
      let text = Money(minorUnits: Int64(clamping: sum), amount.currency)
      throw LedgerError(
        rule: "instalments-not-whole",
        "the instalments add up to \(text), the pledge is \(amount)", field: "due")
    }
    return instalments
  }
}
