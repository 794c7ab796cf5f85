extension Contribution {
  /// The posting rule of a contribution without a pledge: cash against income, or against
  /// deferred income for a later biennium; goods against their use, without cash.
  func postings(
    entry: EntryNumber, in subFund: SubFund, project: EntryNumber?
  ) -> [Posting] {
    var debit = Posting(
      .cash, subFund.id, amount, usd: usd, donor: donor, document: entry,
      source: source(entry, in: subFund))
    var credit = debit.mirrored
    if forBiennium == nil { credit.source = nil }
    switch (kind, forBiennium) {
    case (.inKind, _):
      debit.account = .expenditureInKind
      credit.account = .incomeInKind
      (debit.project, credit.project, debit.source) = (project, project, nil)
    case (_, .some(let year)): (credit.account, credit.biennium) = (.deferredIncome, year)
    case (_, nil): credit.account = .contributions
    }
    return [debit, credit]
  }

  /// The posting rule of a contribution that pays a pledge.
  ///
  /// What was counted as income leaves the receivable at the value recorded, in proportion, the
  /// last payment taking all that is left; what was not is income now, or deferred where its
  /// instalment belongs to a later biennium. The difference is exchange. Another currency than
  /// the pledge's passes through `clearing:conversion`.
  func postings(
    entry: EntryNumber, on date: CalendarDate, paying standing: PledgeStanding,
    counted policy: RecognitionPolicy?, in subFund: SubFund
  ) -> [Posting] {
    let currency = standing.pledge.amount.currency
    let applied = applied ?? 0
    let counted = min(applied, standing.receivable)
    let carried = proportion(of: standing.receivableUSD, counted, in: standing.receivable)
    let fresh = first(applied - counted, of: standing.uncounted)
    let excess = amount.currency == currency ? amount.minorUnits - applied : 0
    // Dollars pledged are paid as so many dollars, whatever the cash was worth.
    let parts = [counted] + fresh.map(\.amount) + [excess]
    let dollars = currency == .usd ? parts : cumulative(usd, over: parts)

    let money = standing.pledge.earmark == nil ? source(entry, in: subFund) : entry
    var lines: [Posting] = []
    var worth: Int64 = 0
    func post(
      _ account: Account, _ units: Int64, _ cents: Int64, _ document: EntryNumber,
      for later: Biennium? = nil
    ) {
      guard units != 0 else { return }
      worth += cents
      lines.append(
        Posting(
          account, subFund.id, Money(minorUnits: -units, currency), usd: -cents, donor: donor,
          document: document, source: later == nil ? nil : money, biennium: later?.firstYear))
    }
    post(.pledgesReceivable, counted, carried, standing.entry)
    for (part, cents) in zip(fresh, dollars.dropFirst()) {
      let biennium = Biennium(of: part.due)
      if policy == .whenDue, biennium > Biennium(of: date) {
        post(.deferredIncome, part.amount, cents, entry, for: biennium)
      } else {
        post(.contributions, part.amount, cents, standing.entry)
      }
    }
    post(.contributions, excess, dollars[dollars.count - 1], entry)

    let cash = Posting(
      .cash, subFund.id, amount, usd: usd, donor: donor, document: entry, source: money)
    return [cash] + lines
      + difference(
        units: amount.currency == currency ? amount.minorUnits : applied, worth: worth,
        currency, of: standing, in: subFund)
  }

  /// What joins the cash to what it pays: nothing in one currency but the exchange difference,
  /// two lines of clearing in two.
  private func difference(
    units: Int64, worth: Int64, _ currency: Currency, of standing: PledgeStanding,
    in subFund: SubFund
  ) -> [Posting] {
    func line(_ account: Account, _ units: Int64, _ currency: Currency, _ cents: Int64) -> Posting {
      Posting(
        account, subFund.id, Money(minorUnits: units, currency), usd: cents, donor: donor,
        document: standing.entry)
    }
    if amount.currency == currency {
      return usd == worth ? [] : [line(.exchange, 0, currency, worth - usd)]
    }
    let through = amount.currency == .usd ? usd : worth
    var lines = [
      line(.conversion, -amount.minorUnits, amount.currency, -through),
      line(.conversion, units, currency, through),
    ]
    if usd != through { lines.append(line(.exchange, 0, amount.currency, through - usd)) }
    if worth != through { lines.append(line(.exchange, 0, currency, worth - through)) }
    return lines
  }

  /// The money that it is: kept apart where it has an earmark or its sub-fund is traced.
  private func source(_ entry: EntryNumber, in subFund: SubFund) -> EntryNumber? {
    kind != .inKind && (earmark != nil || subFund.isTraced) ? entry : nil
  }
}

extension SubFund {
  /// Whether each contribution to it is kept apart, earmarked or not; the others are pools.
  public var isTraced: Bool { code == "SP" }
}

/// A whole in parts in proportion to `weights`, rounded on the running total: the last takes what
/// is left.
func cumulative(_ total: Int64, over weights: [Int64]) -> [Int64] {
  let whole = weights.reduce(0, +)
  var seen: Int64 = 0
  var given: Int64 = 0
  return weights.map { weight in
    seen += weight
    let upTo = seen == whole ? total : proportion(of: total, seen, in: whole)
    defer { given = upTo }
    return upTo - given
  }
}
