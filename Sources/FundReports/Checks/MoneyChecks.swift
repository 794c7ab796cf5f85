import FundDomain

extension Check {
  static let ofMoney = [
    Check(
      "money-overdrawn", .basic,
      "More was taken from a contribution that is kept apart than it brought."
    ) { look in
      try look.unspent().filter { $0.value.unallotted < 0 }.sorted { $0.key < $1.key }.map {
        Finding(
          try look.books.name(of: $0.key),
          "\(Money.usd(-$0.value.unallotted)) more was taken from it than it brought")
      }
    },
    Check(
      "purpose-not-stated", .strict,
      "Money of SP or CA has no earmark: until its donor states one, it cannot be allotted."
    ) { look in
      try look.contributions().compactMap { money in
        guard money.earmark == nil, money.kind != .inKind, money.left > 0 else { return nil }
        let subFund = try look.subFund(money.subFund)
        guard money.isEarmarked || subFund == "CA" else { return nil }
        return Finding(
          "\(money.number)",
          "\(money.amount) of \(try look.donor(money.donor)) to \(subFund): purpose not stated")
      }
    },
    Check(
      "money-not-allotted", .advisory,
      "Money was received more than 6 months ago and is not allotted."
    ) { try $0.keptApartTooLong() + $0.pooledTooLong() },
    Check(
      "allotted-beyond-money", .advisory,
      "The obligations and allotments of a sub-fund are more than its money (only PSC is budgeted so)."
    ) { look in
      try look.subFunds().compactMap { subFund in
        let sums = try look.books.uncommitted(in: subFund.id, upTo: look.day)
        guard min(sums.uncommitted, sums.pool) < 0 else { return nil }
        return Finding(
          subFund.code,
          sums.uncommitted < 0
            ? "its obligations and allotments are \(Money.usd(-sums.uncommitted)) more than its money"
            : "its pool is \(Money.usd(-sums.pool)) below zero, at the cost of earmarked money")
      }
    },
    Check(
      "donor-share", .advisory,
      "One donor gave more than 40 per cent of the contributions of the biennium so far."
    ) { try $0.greatShares() },
  ]

  /// Money that has waited longer than this is idle.
  static let idleMonths = 6
}

extension Inspection {
  /// Contributions that are kept apart and old, with something left of them.
  fileprivate func keptApartTooLong() throws -> [Check.Finding] {
    let old = day.adding(months: -Check.idleMonths)
    let unspent = try unspent()
    return try contributions().compactMap { money in
      guard money.date < old, let cents = unspent[money.entry]?.unallotted, cents > 0
      else { return nil }
      return Check.Finding(
        "\(money.number)",
        "\(Money.usd(cents)) of \(try donor(money.donor)), received on \(money.date), is not "
          + "allotted")
    }
  }

  /// What a sub-fund's pool has beyond all that it took in since: allotments use the oldest first.
  /// What a better rate alone would add to it was not received, and does not count.
  fileprivate func pooledTooLong() throws -> [Check.Finding] {
    let recent = Period(from: day.adding(months: -Check.idleMonths), to: day)
    let gifts = try books.totals(
      TotalsQuery([.cash], by: [.isKeptApart], in: recent, ofContributions: true))
    let income = try books.totals(
      TotalsQuery([.interest, .otherIncome], by: [.isKeptApart], in: recent))
    let taken = (gifts + income).filter { $0.isKeptApart == false }
    let recorded = try recordedPools()
    return try subFunds().compactMap { subFund in
      // Programme support is budgeted against what it expects to earn, not out of receipts.
      guard !subFund.isSupport else { return nil }
      let sums = try books.uncommitted(in: subFund.id, upTo: day)
      let received = taken.filter { $0.subFund == subFund.id }
        .reduce(0) { $0 + ($1.account == .cash ? $1.usd : -$1.usd) }
      let pool = min(sums.pool, sums.uncommitted, recorded[subFund.id] ?? 0)
      let idle = pool - max(received, 0)
      guard idle > 0 else { return nil }
      return Check.Finding(
        subFund.code,
        "\(Money.usd(idle)) of its pool, received before \(recent.from), is not allotted")
    }
  }

  /// The pool of each sub-fund at the dollars that were recorded.
  private func recordedPools() throws -> [EntryNumber: Int64] {
    try books.totals(TotalsQuery(Position.accounts, by: [.isKeptApart], in: upToDay))
      .reduce(into: [:]) { pools, total in
        var cents =
          switch total.account {
          case .cash, .obligations, .interFund, .deferredIncome: total.usd
          case .budgetUnobligated: -total.usd
          default: Int64(0)
          }
        if total.isKeptApart == true { cents -= Position.left(total.account, total.usd) }
        pools[total.subFund, default: 0] += cents
      }
  }

  fileprivate func greatShares() throws -> [Check.Finding] {
    let biennium = Biennium(of: day)
    let period = Period(from: biennium.period.from, to: day)
    var gifts: [EntryNumber: Int64] = [:]
    for total in try books.totals(TotalsQuery([.contributions], by: [.donor], in: period)) {
      if let donor = total.donor { gifts[donor, default: 0] -= total.usd }
    }
    let whole = gifts.values.reduce(0, +)
    guard whole > 0 else { return [] }
    // 40 per cent, compared without dividing.
    return try gifts.filter { Int128($0.value) * 5 > Int128(whole) * 2 }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map {
        let tenths = Percentage.tenths(of: $0.value, in: whole)
        return Check.Finding(
          try donor($0.key),
          "\(decimalText(tenths, exponent: 1)) per cent of the \(Money.usd(whole)) contributed in "
            + "\(biennium) so far")
      }
  }
}
