import FundDomain

extension Check {
  static let ofRates = [
    Check(
      "rate-without-source", .basic, "A rate of exchange does not say where it was published."
    ) { look in
      let rates = try look.books.rates(of: nil, in: look.upToDay).filter { $0.source == nil }
      return Dictionary(grouping: rates) { $0.currency }.sorted { $0.key < $1.key }.map {
        Finding(
          $0.key.code,
          "\($0.value.count) rate\($0.value.count == 1 ? " has" : "s have") no source, the first "
            + "from \($0.value[0].effective)")
      }
    },
    Check(
      "currency-out-of-date", .strict,
      "A document is in a currency that had ended or not begun, or cash of one that ended is held."
    ) { try $0.currenciesOutOfDate() },
    Check(
      "rate-stale", .advisory,
      "A document is valued at a rate that was more than \(Journal.staleRateDays) days old."
    ) { try $0.staleRates() },
    Check(
      "currency-book-off", .advisory,
      "Nothing is left of a currency, but dollars stand in its place: a revaluation clears them."
    ) { look in
      let accounts: [Account] = [.cash, .pledgesReceivable, .obligations]
      return try accounts.flatMap { try look.books.foreignBalances(of: $0, upTo: look.day) }
        .filter { $0.amount.minorUnits == 0 && $0.usd != 0 }
        .map { balance in
          let key = try balance.document.map { try look.books.name(of: $0) }
          return Finding(
            try key ?? look.subFund(balance.subFund),
            "\(balance.account.rawValue) is \(balance.amount) and \(Money.usd(balance.usd))")
        }
    },
  ]
}

extension Inspection {
  /// One finding for each rate, with the oldest use of it.
  fileprivate func staleRates() throws -> [Check.Finding] {
    struct Key: Hashable {
      let currency: Currency
      let effective: CalendarDate
    }
    let stale = try rateUses().filter { $0.age > Journal.staleRateDays }
    return try Dictionary(grouping: stale) { Key(currency: $0.currency, effective: $0.effective) }
      .sorted { ($0.key.currency, $0.key.effective) < ($1.key.currency, $1.key.effective) }
      .map { key, uses in
        let others = uses.reduce(0) { $0 + $1.documents } - 1
        return Check.Finding(
          key.currency.code,
          "the rate from \(key.effective) was up to \(uses.map(\.age).max() ?? 0) days old for "
            + "\(try books.name(of: uses[0].first))" + (others > 0 ? " and \(others) more" : ""))
      }
  }

  fileprivate func currenciesOutOfDate() throws -> [Check.Finding] {
    let used = try rateUses().compactMap { use -> Check.Finding? in
      let currency = use.currency
      let isEnded = currency.ended.map { use.day > $0 } ?? false
      let isEarly = currency.began.map { use.day < $0 } ?? false
      guard isEnded || isEarly else { return nil }
      let life = isEnded ? "ended on \(currency.ended!)" : "began on \(currency.began!)"
      return Check.Finding(
        try books.name(of: use.first), "it is of \(use.day) and in \(currency), which \(life)")
    }
    let cash = try books.totals(TotalsQuery([.cash], by: [.currency], in: upToDay))
    let held = try cash.compactMap { total -> Check.Finding? in
      guard let currency = total.currency, let ended = currency.ended, ended < day,
        total.amount != 0
      else { return nil }
      return Check.Finding(
        try subFund(total.subFund),
        "it holds \(Money(minorUnits: total.amount, currency)), which ended on \(ended)")
    }
    return used + held
  }
}
