extension Journal {
  /// Rule 8: no reversal takes back what has been given out already: it leaves no sub-fund, source,
  /// allotment, obligation or pledge below zero.
  ///
  /// - Throws: `given-out-already` with what would be below zero, and the figures.
  func requireNothingBelowZero(
    after lines: [Posting], _ name: String, on date: CalendarDate
  ) throws {
    try requireUncommitted(lines, name, on: date)
    var sources: [EntryNumber: Int64] = [:]
    var allotments: [EntryNumber: Int64] = [:]
    for line in lines {
      if let source = line.source {
        sources[source, default: 0] += Position.left(line.account, line.usd)
      }
      if line.account == .budgetUnobligated, let allotment = line.allotment {
        allotments[allotment, default: 0] += line.usd
      }
    }
    for (source, cents) in sources.sorted(by: { $0.key < $1.key }) where cents < 0 {
      let left = try books.left(of: source, upTo: .last)
      try require(left, cents, name, "left of \(books.name(of: source))")
    }
    for (allotment, cents) in allotments.sorted(by: { $0.key < $1.key }) where cents < 0 {
      let standing = try books.allotment(allotment, on: date)
      try require(standing.unobligated, cents, name, "unobligated on \(standing.number)")
    }
    try requireBalances(lines, name, on: date)
  }

  /// A pledge that was raised is not lowered again below what has been paid of it. The increase is
  /// the last of its pledge: later acts go first.
  func requirePledged(without entry: RecordedEntry) throws {
    guard entry.kind == "pledge_increase", let number = entry.number else { return }
    let pledge = DocumentNumber(number.series, year: number.year, serial: number.serial)
    let standing = try books.pledge(pledge.description, source: source)
    let increases = standing.changes.compactMap { change in
      if case .increase(let instalment, _) = change { instalment.amount } else { nil }
    }
    guard let raised = increases.last, raised > standing.outstanding.minorUnits else { return }
    throw LedgerError(
      rule: "given-out-already",
      "\(entry.name) cannot be reversed: of \(pledge) "
        + "\(Money(minorUnits: standing.paid, standing.pledge.amount.currency)) is paid, and only "
        + "\(standing.outstanding) of what it was raised by is outstanding",
      hint: "reverse the payment first", field: "number")
  }

  /// What a sub-fund has uncommitted; PSC alone may be below zero.
  private func requireUncommitted(_ lines: [Posting], _ name: String, on date: CalendarDate) throws
  {
    var change: [EntryNumber: Int64] = [:]
    for line in lines {
      switch line.account {
      case .cash, .interFund, .obligations, .deferredIncome:
        change[line.subFund, default: 0] += line.usd
      case .budgetUnobligated: change[line.subFund, default: 0] -= line.usd
      default: break
      }
    }
    for (id, cents) in change.sorted(by: { $0.key < $1.key }) where cents < 0 {
      let subFund = try books.subFund(id, on: date)
      if subFund.isSupport { continue }
      let now = try uncommitted(id, on: date).now.uncommitted
      try require(now, cents, name, "uncommitted in \(subFund.code)")
    }
  }

  /// What is outstanding on pledges and unliquidated on obligations, in their currencies; and no
  /// less paid on an obligation than its partner has given back.
  private func requireBalances(_ lines: [Posting], _ name: String, on date: CalendarDate) throws {
    for document in Set(lines.compactMap(\.document)).sorted() {
      let own = lines.filter { $0.document == document }
      let receivable = own.filter { $0.account == .pledgesReceivable }
      if receivable.reduce(0, { $0 + $1.amount.minorUnits }) < 0 {
        let now = try books.postings(on: document).map(\.posting)
        let after = (now + own).filter { $0.account == .pledgesReceivable }
          .reduce(0) { $0 + $1.amount.minorUnits }
        guard after >= 0 else {
          throw LedgerError(
            rule: "given-out-already",
            "\(name) cannot be reversed: \(try books.name(of: document)) would have more paid than "
              + "is counted", field: "number")
        }
      }
      guard let liability = own.first(where: { $0.account == .obligations }) else { continue }
      let currency = liability.amount.currency
      let after =
        try books.postings(on: document)
        + own.map { DatedPosting(entry: 0, date: date, posting: $0) }
      for charge in after.charges(in: currency, now: date) {
        guard charge.unliquidated >= 0, charge.paid >= 0 else {
          throw LedgerError(
            rule: "given-out-already",
            "\(name) cannot be reversed: \(try books.name(of: document)) would have "
              + (charge.unliquidated < 0
                ? "more paid on it than it is" : "less paid on it than came back"),
            field: "number")
        }
      }
    }
  }

  private func require(
    _ now: Int64, _ change: Int64, _ name: String, _ what: @autoclosure () throws -> String
  ) throws {
    guard now + change < 0 else { return }
    throw LedgerError(
      rule: "given-out-already",
      "\(name) cannot be reversed: it would take \(Money.usd(-change)) from the "
        + "\(Money.usd(now)) \(try what())",
      hint: "return the allotment, or reverse what was spent, first", field: "number")
  }
}
