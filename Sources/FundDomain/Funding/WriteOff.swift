/// A pledge, or a part of it, that will not be paid.
public struct WriteOff: Hashable, Sendable {
  /// Why it will not.
  public enum Reason: String, CaseIterable, Sendable {
    case donorWithdrew = "donor-withdrew"
    case lapsed, superseded, exchange, reduced
  }

  public var pledge: EntryNumber
  public var amount: Money
  /// What of it had been counted as income, at the value recorded, in US cents.
  public var carried: Int64
  public var reason: Reason
  public var paper: String?
}

/// A pledge is raised: a later act on it.
public struct PledgeIncrease: Hashable, Sendable {
  public var pledge: EntryNumber
  public var amount: Money
  public var usd: Int64
  public var rate: EntryNumber?
  public var due: CalendarDate
  public var paper: String
}

extension WriteOff {
  static func read(_ form: Form, _ journal: Journal) throws -> Draft {
    let standing = try journal.books.pledge(try form.required("pledge"), source: journal.source)
    guard let reason = try form.word("reason", Reason.self) else {
      throw LedgerError(
        rule: "field-missing", "the reason is missing",
        hint: "it is one of \(Reason.allCases.map(\.rawValue).joined(separator: ", "))",
        field: "reason")
    }
    let amount =
      try form.text("amount") == nil
      ? standing.outstanding : form.money("amount").positive()
    return try draft(of: amount, reason, standing, form, journal)
  }

  static func draft(
    of amount: Money, _ reason: Reason, _ standing: PledgeStanding, _ form: Form,
    _ journal: Journal
  ) throws -> Draft {
    let date = try journal.day(form)
    try journal.requireUsable(standing, on: date)
    try standing.requireCurrency(amount)
    guard standing.outstanding.minorUnits > 0 else {
      throw LedgerError(
        rule: "write-off-exceeds-pledge", "nothing is outstanding on \(standing.number)",
        hint: "cpcjf show \(standing.number) lists what was paid and written off")
    }
    let counted = min(amount.minorUnits, standing.receivable)
    let writeOff = WriteOff(
      pledge: standing.entry, amount: amount,
      carried: proportion(of: standing.receivableUSD, counted, in: standing.receivable),
      reason: reason, paper: try form.text("document"))
    return Draft(
      document: .writeOff(writeOff), date: date,
      check: {
        guard amount.minorUnits > standing.outstanding.minorUnits else { return }
        throw LedgerError(
          rule: "write-off-exceeds-pledge",
          "\(amount) is more than the \(standing.outstanding) outstanding on \(standing.number)",
          field: "amount")
      },
      post: { _ in
        writeOff.postings(
          counted, of: standing, try journal.books.postings(on: standing.entry), on: date)
      })
  }

  /// The posting rule, oldest part first, at the value recorded: what this biennium counted as
  /// income is income not had, what an earlier one counted is written off.
  private func postings(
    _ counted: Int64, of standing: PledgeStanding, _ postings: [DatedPosting],
    on date: CalendarDate
  ) -> [Posting] {
    let moves = postings.filter {
      $0.isAlive && $0.posting.account == .pledgesReceivable && $0.posting.amount.minorUnits != 0
    }
    let layers = moves.filter { $0.posting.amount.minorUnits > 0 }
      .map { Instalment(due: $0.date, amount: $0.posting.amount.minorUnits) }
    let taken = moves.reduce(0) { $0 + min($1.posting.amount.minorUnits, 0) }
    let parts = first(counted, of: remaining(layers, after: -taken))
    var done: Int64 = 0
    var given: Int64 = 0
    return parts.flatMap { part in
      done += part.amount
      let upTo = proportion(of: standing.receivableUSD, done, in: standing.receivable)
      let isOwn = !standing.isOpening && Biennium(of: part.due) == Biennium(of: date)
      let loss = Posting(
        isOwn ? .contributions : .writeOffs, standing.pledge.subFund,
        Money(minorUnits: part.amount, amount.currency), usd: upTo - given,
        donor: standing.pledge.donor, document: standing.entry)
      given = upTo
      var receivable = loss.mirrored
      receivable.account = .pledgesReceivable
      return [loss, receivable]
    }
  }

  func record(_ entry: EntryNumber) -> Fact {
    var record = Fact("write_off", of: entry)
    record.set("pledge", pledge)
    record.set("currency", amount.currency.code)
    record.set("amount", amount.minorUnits)
    record.set("carried", carried)
    record.set("reason", reason.rawValue)
    record.set("paper", paper)
    return record
  }
}

extension PledgeIncrease {
  /// A pledge's change: raised, or reduced.
  static func read(_ form: Form, _ journal: Journal) throws -> Draft {
    let standing = try journal.books.pledge(try form.required("pledge"), source: journal.source)
    let amount = try form.money("amount")
    guard amount.minorUnits >= 0 else {
      return try WriteOff.draft(of: -amount, .reduced, standing, form, journal)
    }
    let date = try journal.day(form)
    try journal.requireUsable(standing, on: date)
    try standing.requireCurrency(amount)
    let worth = try journal.value(amount.positive(), on: date)
    let due = try form.date("due") ?? .end(of: date.year)
    guard due >= date else {
      throw LedgerError(
        rule: "instalment-before-pledge", "\(due) lies before \(date)", field: "due")
    }
    let increase = PledgeIncrease(
      pledge: standing.entry, amount: amount, usd: worth.usd, rate: worth.rate, due: due,
      paper: try form.required("document"))
    return Draft(
      document: .pledgeIncrease(increase), date: date, actsOn: standing.number,
      warnings: worth.warnings,
      post: { _ in
        guard let policy = try journal.policy(of: standing) else { return [] }
        return try journal.count(
          standing.pledge, entry: standing.entry,
          [Instalment(due: due, amount: amount.minorUnits)], on: date, policy: policy)
      })
  }

  func record(_ entry: EntryNumber) -> Fact {
    var record = Fact("pledge_increase", of: entry)
    record.set("pledge", pledge)
    record.set(amount, usd: usd, rate: rate)
    record.set("due", due)
    record.set("paper", paper)
    return record
  }
}

extension PledgeStanding {
  func requireCurrency(_ amount: Money) throws(LedgerError) {
    guard amount.currency == pledge.amount.currency else {
      throw LedgerError(
        rule: "currency-differs",
        "\(number) is in \(pledge.amount.currency), not in \(amount.currency)",
        field: "currency")
    }
  }
}
