extension Closing {
  /// The closing of a biennium that is over.
  static func read(_ form: Form, _ journal: Journal) throws -> Draft {
    let biennium = try form.biennium()
    let end = biennium.period.to
    try journal.requireClosable(biennium)
    var draft = Draft(
      document: .closing(
        Closing(
          biennium: biennium, balances: try journal.balances(upTo: end),
          items: try journal.books.openItems(upTo: end))),
      date: end)
    draft.isConsequence = true
    // One that was closed before and opened again keeps its number.
    let number = DocumentNumber(.closing, year: end.year, serial: 1)
    if (try? journal.books.entry(number)) != nil { draft.actsOn = number }
    return draft
  }
}

extension Journal {
  /// Closes a biennium: revalues on its last day, seals what stands then, and begins the next one
  /// with the instalments and the deferred income that belong there.
  ///
  /// - Throws: `biennium-closed`, `biennium-not-over`, `earlier-biennium-open`.
  /// - Returns: the closing, and what was recorded with it.
  public mutating func close(_ form: Form) throws -> (closing: Outcome, others: [Outcome]) {
    let biennium = try form.biennium()
    try requireClosable(biennium)
    var others: [Outcome] = []
    let bare = Form([:])
    if let revaluation = try Revaluation.draft(on: biennium.period.to, self) {
      others.append(try append(revaluation, bare))
    }
    let closing = try append(try Closing.read(form, self), form)
    for draft in try beginnings(after: biennium) { others.append(try append(draft, bare)) }
    return (closing, others)
  }

  fileprivate func requireClosable(_ biennium: Biennium) throws {
    let through = try books.latestClosing?.through
    if let through, biennium.period.to <= through {
      throw LedgerError(
        rule: "biennium-closed", "\(biennium) is closed", hint: "cpcjf reopen opens the latest",
        field: "period")
    }
    guard biennium.period.to < today else {
      throw LedgerError(
        rule: "biennium-not-over", "\(biennium) is not over before \(biennium.period.to.next)",
        field: "period")
    }
    guard let first = try books.firstDocument(after: through) else { return }
    let earlier = Biennium(of: first)
    guard earlier >= biennium else {
      throw LedgerError(
        rule: "earlier-biennium-open",
        "\(earlier) has entries, the first of \(first), and is not closed",
        hint: "cpcjf close \(earlier)", field: "period")
    }
  }

  /// Every account's balance at the end of a day, by sub-fund, donor, project and currency.
  fileprivate func balances(upTo day: CalendarDate) throws -> [Closing.Balance] {
    let query = TotalsQuery(
      Account.allCases, by: [.donor, .project, .currency],
      in: Period(from: .first, to: day))
    return try books.totals(query)
      .map {
        Closing.Balance(
          account: $0.account, subFund: $0.subFund, donor: $0.donor, project: $0.project,
          amount: Money(minorUnits: $0.amount, $0.currency ?? .usd), usd: $0.usd)
      }
      .filter { $0.amount.minorUnits != 0 || $0.usd != 0 }
      .sorted(by: <)
  }

  /// The first entries of the biennium that follows: what was promised for it, and what had been
  /// received for it.
  private func beginnings(after biennium: Biennium) throws -> [Draft] {
    let start = biennium.period.to.next
    let next = Biennium(of: start)
    var drafts: [Draft] = []
    try books.pledges(of: nil, upTo: biennium.period.to, asAt: .last) { standing in
      guard try policy(of: standing) == .whenDue else { return }
      let due = standing.uncounted.filter { Biennium(of: $0.due) <= next }
      guard !due.isEmpty else { return }
      let lines = try count(
        standing.pledge, entry: standing.entry, due, on: start, policy: .whenDue)
      drafts.append(
        Draft(
          document: .fallingDue(FallingDue(pledge: standing.entry, biennium: next)), date: start,
          actsOn: standing.number, isConsequence: true, post: { _ in lines }))
    }
    let items = try books.openItems(upTo: start).filter {
      $0.kind == .deferred && ($0.biennium ?? 0) <= next.firstYear
    }
    for document in Set(items.map(\.document)).sorted() {
      let lines = try books.postings(on: document).map(\.posting)
        .released(upTo: next)
      if lines.isEmpty { continue }
      drafts.append(
        Draft(
          document: .deferredIncome(DeferredIncome(contribution: document, biennium: next)),
          date: start, isConsequence: true, post: { _ in lines }))
    }
    return drafts
  }
}

extension [Posting] {
  /// What is deferred still, added up for each biennium, source and giver.
  var deferred: [Posting] {
    var sums: [Posting] = []
    for line in self where line.account == .deferredIncome {
      if let place = sums.firstIndex(where: {
        $0.biennium == line.biennium && $0.source == line.source && $0.donor == line.donor
      }) {
        sums[place].amount = sums[place].amount + line.amount
        sums[place].usd += line.usd
      } else {
        sums.append(line)
      }
    }
    return sums.filter { $0.amount.minorUnits != 0 || $0.usd != 0 }
  }

  /// What is deferred up to a biennium, as that biennium's income.
  fileprivate func released(upTo biennium: Biennium) -> [Posting] {
    deferred.filter { ($0.biennium ?? 0) <= biennium.firstYear }.flatMap { sum in
      var income = sum
      (income.account, income.source, income.biennium) = (.contributions, nil, nil)
      return [sum.mirrored, income]
    }
  }
}

extension Closing.Balance {
  fileprivate static func < (left: Closing.Balance, right: Closing.Balance) -> Bool {
    (
      left.account.number, left.subFund, left.donor ?? 0, left.project ?? 0, left.amount.currency
    ) < (
      right.account.number, right.subFund, right.donor ?? 0, right.project ?? 0,
      right.amount.currency
    )
  }
}

extension Reopening {
  /// Only the latest closing is voided: what follows stands on it.
  static func read(_ form: Form, _ journal: Journal) throws -> Draft {
    let biennium = try form.biennium()
    guard let latest = try journal.books.latestClosing, latest.through >= biennium.period.to else {
      throw LedgerError(rule: "biennium-open", "\(biennium) is not closed", field: "period")
    }
    guard latest.through == biennium.period.to else {
      throw LedgerError(
        rule: "later-biennium-closed",
        "\(biennium) was closed before \(Biennium(of: latest.through)): only the latest is reopened",
        hint: "cpcjf reopen \(Biennium(of: latest.through)) first", field: "period")
    }
    let reopening = Reopening(closing: latest.entry, reason: try form.required("reason"))
    return Draft(
      document: .reopening(reopening), date: journal.today, actsOn: latest.number,
      isConsequence: true)
  }
}

extension Form {
  fileprivate func biennium() throws(LedgerError) -> Biennium {
    let text = try required("period")
    return try reading("period") { () throws(LedgerError) in try Biennium(text) }
  }
}
