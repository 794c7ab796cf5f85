extension Allotment {
  /// An allotment from a contribution, from a sub-fund's pool, or from a pledge: then from what was
  /// collected of it, oldest first, in an allotment for each contribution.
  static func read(_ form: Form, _ journal: Journal) throws -> Draft {
    let date = try journal.day(form)
    let amount = try form.dollars("amount").positive()
    let project = try journal.project(form, on: date)
    let allotment = Allotment(
      project: project.id, subFund: 0, amount: amount.minorUnits, usd: amount.minorUnits,
      support: 0, paper: try form.text("document"))
    switch try journal.money(form) {
    case .pool(let subFund):
      return try allotment.draft(from: nil, in: subFund, to: project, on: date, journal)
    case .contribution(let standing):
      var allotment = allotment
      allotment.named = standing.entry
      return try allotment.draft(from: standing, to: project, on: date, journal)
    case .pledge(let pledge):
      try journal.requireUsable(pledge, on: date)
      var asked = allotment
      asked.named = pledge.entry
      let subFund = try journal.books.subFund(pledge.pledge.subFund, on: date)
      // What is not kept apart is the pool's.
      guard pledge.pledge.earmark != nil || subFund.isTraced else {
        var draft = try asked.draft(from: nil, in: subFund, to: project, on: date, journal)
        let check = draft.check
        draft.check = { [asked] in
          try journal.requireCollected(asked.usd, of: pledge, on: date)
          try check?()
        }
        return draft
      }
      var draft = Draft(document: .allotment(asked), date: date)
      draft.parts = { [asked] in try asked.parts(of: pledge, to: project, on: date, journal) }
      return draft
    }
  }

  private func draft(
    from money: ContributionStanding, to project: Project, on date: CalendarDate,
    _ journal: Journal
  ) throws -> Draft {
    try money.requireMoney(on: date, field: "from")
    let subFund = try journal.books.subFund(money.subFund, on: date)
    return try draft(from: money, in: subFund, to: project, on: date, journal)
  }

  private func draft(
    from money: ContributionStanding?, in subFund: SubFund, to project: Project,
    on date: CalendarDate, _ journal: Journal
  ) throws -> Draft {
    var allotment = self
    allotment.subFund = subFund.id
    allotment.money = money?.isEarmarked == true ? money?.entry : nil
    allotment.support = Self.supportRate(project, of: money, in: subFund)
    let source = allotment.money == nil ? nil : money
    var draft = Draft(document: .allotment(allotment), date: date)
    let excess = try subFund.isSupport ? journal.excess(of: usd, in: subFund, on: date) : nil
    draft.warnings = [excess].compactMap { $0 }
    draft.check = { [allotment] in
      try journal.requireFits(
        source, in: subFund, project, allotment.usd, allotment.paper, on: date)
      try journal.requireAllottable(allotment.usd, of: source, in: subFund, on: date)
    }
    draft.post = { [allotment] entry in
      allotment.issue(allotment.usd, entry: entry, donor: source?.donor)
    }
    return draft
  }

  /// Allotments from what was collected of a pledge, oldest first.
  private func parts(
    of pledge: PledgeStanding, to project: Project, on date: CalendarDate, _ journal: Journal
  ) throws -> [Draft] {
    let given = try journal.books.contributions(toPledge: pledge.entry).filter { $0.date <= date }
    var rest = usd
    var drafts: [Draft] = []
    for money in given where rest > 0 {
      let available = try journal.available(money, of: money.subFund, on: date)
      let part = min(rest, max(available, 0))
      guard part > 0 else { continue }
      var allotment = self
      allotment.usd = part
      drafts.append(try allotment.draft(from: money, to: project, on: date, journal))
      rest -= part
    }
    let uncommitted = try journal.uncommitted(pledge.pledge.subFund, on: date).now.uncommitted
    guard rest == 0, usd <= uncommitted else {
      throw LedgerError(
        rule: "allotment-exceeds-money",
        "\(Money.usd(usd)) is more than the \(Money.usd(min(usd - rest, uncommitted))) collected of "
          + "\(pledge.number) and not yet allotted", field: "amount")
    }
    return drafts
  }

  /// The posting rule: authority issued, to be obligated.
  func issue(_ cents: Int64, entry: EntryNumber, donor: EntryNumber?) -> [Posting] {
    let unobligated = Posting(
      .budgetUnobligated, subFund, .usd(cents), usd: cents, donor: donor, project: project,
      document: entry, source: money, allotment: entry)
    var issued = unobligated.mirrored
    issued.account = .budgetIssued
    return [unobligated, issued]
  }

  /// The agreement's rate, else the project's, else 13 per cent; none on PSC's own money, and on
  /// GP unless stated.
  private static func supportRate(
    _ project: Project, of money: ContributionStanding?, in subFund: SubFund
  ) -> Millionths {
    if subFund.isSupport { return 0 }
    let agreed = money?.isEarmarked == true ? money?.supportRate : nil
    return agreed ?? project.supportRate ?? (subFund.code == "GP" ? 0 : 130_000)
  }
}

extension Journal {
  /// The project in the field `project`, as it is on a day.
  func project(_ form: Form, on date: CalendarDate) throws -> Project {
    let name = try form.required("project")
    do { return try books.project(try books.project(name).id, on: date) } catch let error
      as LedgerError
    { throw error.at("project") }
  }

  /// Rule 3: no more is allotted than is available. What PSC has of its own is budgeted against the
  /// income that it expects, and may be passed; what is kept apart in it may not.
  ///
  /// - Throws: `allotment-exceeds-money` with the figures.
  func requireAllottable(
    _ usd: Int64, of money: ContributionStanding?, in subFund: SubFund, on date: CalendarDate
  ) throws {
    if subFund.isSupport {
      try requireLeft(usd, of: money, on: date)
    } else {
      try requireAvailable(usd, of: money, in: subFund, on: date)
    }
  }

  /// Rule 3: no more than is available.
  ///
  /// - Throws: `allotment-exceeds-money` with the figures.
  func requireAvailable(
    _ usd: Int64, of money: ContributionStanding?, in subFund: SubFund, on date: CalendarDate
  ) throws {
    let available = try available(money, of: subFund.id, on: date)
    guard usd > available else { return }
    let sums = try uncommitted(subFund.id, on: date)
    var said = "\(subFund.code) has \(Money.usd(sums.now.uncommitted)) uncommitted"
    if let money {
      let left = try min(
        books.left(of: money.entry, upTo: .last), books.left(of: money.entry, upTo: date))
      said = "\(Money.usd(left)) is left of \(money.number), and " + said
    } else {
      said += ", its pool \(Money.usd(min(sums.now.pool, sums.then.pool)))"
    }
    throw LedgerError(
      rule: "allotment-exceeds-money",
      "\(Money.usd(usd)) is more than the \(Money.usd(max(available, 0))) available: \(said)",
      field: "amount")
  }

  /// No more than is left of money that is kept apart, on a day and in the books as they stand.
  ///
  /// - Throws: `allotment-exceeds-money` with the figures.
  private func requireLeft(
    _ usd: Int64, of money: ContributionStanding?, on date: CalendarDate
  ) throws {
    guard let money else { return }
    let left = try min(
      books.left(of: money.entry, upTo: .last), books.left(of: money.entry, upTo: date))
    guard usd > left else { return }
    throw LedgerError(
      rule: "allotment-exceeds-money",
      "\(Money.usd(usd)) is more than the \(Money.usd(max(left, 0))) that is left of "
        + "\(money.number) on \(date)", field: "amount")
  }

  /// No more is allotted in the name of a pledge to a pool than was collected of it.
  ///
  /// - Throws: `allotment-exceeds-money` with the figures.
  fileprivate func requireCollected(
    _ usd: Int64, of pledge: PledgeStanding, on date: CalendarDate
  ) throws {
    let collected = try books.contributions(toPledge: pledge.entry).filter { $0.date <= date }
      .reduce(0) { $0 + $1.usd }
    let left = try collected - books.allotted(naming: pledge.entry)
    guard usd > left else { return }
    throw LedgerError(
      rule: "allotment-exceeds-money",
      "\(Money.usd(usd)) is more than the \(Money.usd(max(left, 0))) collected of \(pledge.number) "
        + "and not yet allotted", hint: "name the sub-fund to draw on what others gave to its pool",
      field: "amount")
  }

  /// PSC is budgeted against the support that it expects to earn: more than it has is a warning.
  fileprivate func excess(of usd: Int64, in subFund: SubFund, on date: CalendarDate) throws
    -> String?
  {
    let available = try available(nil, of: subFund.id, on: date)
    guard usd > available else { return nil }
    return "\(Money.usd(usd)) is more than the \(Money.usd(available)) that \(subFund.code) has"
  }
}

extension SubFund {
  /// The sub-fund that programme support is earned in.
  public var isSupport: Bool { code == "PSC" }
}

extension Form {
  /// An amount of US dollars.
  ///
  /// - Throws: `not-in-dollars`.
  func dollars(_ field: String) throws(LedgerError) -> Money {
    let money = try money(field)
    guard money.currency == .usd else {
      throw LedgerError(
        rule: "not-in-dollars",
        "authority to spend is given in US dollars, not in \(money.currency)",
        field: "currency")
    }
    return money
  }
}
