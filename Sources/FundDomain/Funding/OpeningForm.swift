extension Opening {
  static func read(_ form: Form, _ journal: Journal) throws -> Draft {
    let date = try journal.day(form)
    try journal.requireBeginning(date)
    var draft =
      switch try form.word("item", Kind.self) ?? .cash {
      case .cash: try cash(form, on: date, journal)
      case .pledge: try pledge(form, on: date, journal)
      case .allotment: try allotment(form, on: date, journal)
      case .obligation: try obligation(form, on: date, journal)
      }
    draft.date = date
    return draft
  }

  private static func cash(
    _ form: Form, on date: CalendarDate, _ journal: Journal
  ) throws -> Draft {
    let amount = try form.money("amount")
    guard amount.minorUnits != 0 else {
      throw LedgerError(rule: "amount-not-positive", "an opening of nothing", field: "amount")
    }
    let worth = try journal.value(amount, on: date)
    let earmark = try journal.earmark(form)
    let subFund = try journal.subFund(form, earmark: earmark)
    let donor = try form.text("donor") == nil ? nil : try journal.donor(form).id
    guard amount.minorUnits > 0 || (donor == nil && earmark == nil) else {
      throw LedgerError(
        rule: "amount-not-positive", "a donor's opening money is above zero, not \(amount)",
        field: "amount")
    }
    let isKeptApart = earmark != nil || (donor != nil && subFund.isTraced)
    var draft = draft(
      .cash(donor: donor, earmark: earmark), amount, worth, in: subFund, on: date
    ) { entry in
      Posting(
        .cash, subFund.id, amount, usd: worth.usd, donor: donor,
        source: isKeptApart ? entry : nil)
    }
    draft.warnings += subFund.warnings(of: earmark)
    return draft
  }

  /// A pledge that was committed and not yet paid: all of it was counted before.
  private static func pledge(
    _ form: Form, on date: CalendarDate, _ journal: Journal
  ) throws -> Draft {
    guard case .pledge(var pledge) = try Pledge.read(form, journal).document else {
      preconditionFailure("a pledge's form is read as a pledge")
    }
    guard !pledge.announced else {
      throw LedgerError(
        rule: "opening-not-committed", "what is not committed opens no balance",
        hint: "record it as a pledge, on the ledger's first day", field: "announced")
    }
    pledge.condition = nil
    let worth = try journal.value(pledge.amount, on: date)
    let subFund = try journal.books.subFund(pledge.subFund, on: date)
    return draft(.pledge(pledge), pledge.amount, worth, in: subFund, on: date) {
      [pledge] entry in
      Posting(
        .pledgesReceivable, pledge.subFund, pledge.amount, usd: pledge.usd, donor: pledge.donor,
        document: entry)
    }
  }

  /// What was allotted and not yet spent.
  private static func allotment(
    _ form: Form, on date: CalendarDate, _ journal: Journal
  ) throws -> Draft {
    var draft = try Allotment.read(form, journal)
    guard case .allotment(let allotment) = draft.document, draft.parts == nil else {
      throw LedgerError(
        rule: "unknown-document", "an opening allotment draws on an opening or a sub-fund's pool",
        field: "from")
    }
    draft.document = .opening(
      Opening(
        subFund: allotment.subFund, amount: .usd(allotment.usd), usd: allotment.usd, rate: nil,
        item: .allotment(allotment)))
    return draft
  }

  /// What was obligated and not yet paid: its expenditure and its programme support were borne
  /// before, its authority is spent.
  private static func obligation(
    _ form: Form, on date: CalendarDate, _ journal: Journal
  ) throws -> Draft {
    let spending = try journal.spending(form, on: date)
    guard let named = spending.allotment else {
      throw LedgerError(
        rule: "field-missing", "the allotment that it was charged to is missing",
        field: "allotment")
    }
    let amount = spending.amount
    let worth = spending.worth
    let standing = try journal.books.allotment(named, on: date)
    let obligation = Obligation(
      project: spending.project.id, amount: amount, usd: worth.usd, rate: worth.rate,
      objectClass: try form.objectClass(), payee: try form.text("payee"), allotment: named)
    let subFund = try journal.books.subFund(standing.allotment.subFund, on: date)
    var draft = draft(.obligation(obligation), amount, worth, in: subFund, on: date) { entry in
      standing.line(.obligations, -amount, -worth.usd, of: entry)
    }
    let borne = worth.usd + support(on: worth.usd, at: standing.allotment.support)
    draft.post = { [post = draft.post] entry in
      try post(entry) + [
        standing.line(.budgetIssued, -borne, of: entry),
        standing.line(.budgetSpent, borne, of: entry),
      ]
    }
    return draft
  }

  /// An opening with one balance, which stands against `fund-balances:opening`.
  private static func draft(
    _ item: Item, _ amount: Money, _ worth: Valued, in subFund: SubFund, on date: CalendarDate,
    balance: @escaping (EntryNumber) -> Posting
  ) -> Draft {
    let opening = Opening(
      subFund: subFund.id, amount: amount, usd: worth.usd, rate: worth.rate, item: item)
    return Draft(
      document: .opening(opening), date: date, warnings: worth.warnings,
      post: { entry in
        let balance = balance(entry)
        var other = balance.mirrored
        other.account = .opening
        if case .pledge = item { other.document = nil }
        return [balance, other]
      })
  }
}

extension Journal {
  /// An opening lies before the Fund's start, and is recorded before any biennium is closed.
  fileprivate func requireBeginning(_ date: CalendarDate) throws {
    if let start = try books.fund.start, date >= start {
      throw LedgerError(
        rule: "opening-after-start",
        "an opening balance is what there was before \(start), the Fund's start; \(date) is not",
        hint: "date it \(start.previous)", field: "on")
    }
    if let closing = try books.latestClosing {
      throw LedgerError(
        rule: "opening-after-closing",
        "\(closing.number) stands on the opening balances: none can be added",
        hint: "cpcjf reopen \(Biennium(of: closing.through)) first", field: "on")
    }
  }
}
