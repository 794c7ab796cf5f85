/// Cash of one currency sold for cash of another, within a sub-fund.
public struct Exchange: Hashable, Sendable {
  public var subFund: EntryNumber
  public var bought: Money
  public var boughtUSD: Int64
  public var rate: EntryNumber?
  public var sold: Money
  public var soldUSD: Int64
  public var soldRate: EntryNumber?
}

extension Exchange {
  static func read(_ form: Form, _ journal: Journal) throws -> Draft {
    let date = try journal.day(form)
    let sold = try form.ownMoney("sold")
    let bought = try form.ownMoney("bought")
    guard sold.currency != bought.currency else {
      throw LedgerError(
        rule: "exchange-of-one-currency", "\(sold) and \(bought) are of one currency",
        field: "bought")
    }
    let come = try journal.value(bought, on: date)
    let gone = try journal.value(sold, for: bought, on: date)
    let subFund = try journal.subFund(form, earmark: nil)
    let exchange = Exchange(
      subFund: subFund.id, bought: bought, boughtUSD: come.usd, rate: come.rate,
      sold: sold, soldUSD: gone.usd, soldRate: gone.rate)
    return Draft(
      document: .exchange(exchange), date: date,
      warnings: gone.warnings + come.warnings
        + (try journal.lacks(sold, in: subFund, on: date).map { [$0] } ?? []),
      post: { _ in
        func line(_ account: Account, _ amount: Money, _ cents: Int64) -> Posting {
          Posting(account, subFund.id, amount, usd: cents)
        }
        return [line(.cash, bought, come.usd), line(.cash, -sold, -gone.usd)]
          + bridge(bought, come.usd, met: sold, gone.usd, line: line)
      })
  }

  func record(_ entry: EntryNumber) -> Fact {
    var record = Fact("exchange", of: entry)
    record.set("sub_fund", subFund)
    record.set(bought, usd: boughtUSD, rate: rate)
    record.set("sold_currency", sold.currency.code)
    record.set("sold", sold.minorUnits)
    record.set("sold_usd", soldUSD)
    record.set("sold_rate", soldRate)
    return record
  }
}

extension Journal {
  /// The worth of what is sold. A currency that ended is exchanged for its successor alone, at the
  /// fixed rate.
  ///
  /// - Throws: `exchange-off-fixed-rate`, `amount-too-small`, and what `value` does.
  fileprivate func value(
    _ sold: Money, for bought: Money, on date: CalendarDate
  ) throws -> Valued {
    let currency = sold.currency
    guard currency.hasEnded(by: date), let fixed = currency.fixedRate,
      let units = currency.units(settledBy: bought, of: sold.minorUnits)
    else { return try value(sold, on: date) }
    guard units == sold.minorUnits else {
      throw LedgerError(
        rule: "exchange-off-fixed-rate",
        "\(bought) is \(Money(minorUnits: units, currency)), not \(sold), at the fixed rate of "
          + "\(fixed) \(currency) for 1 \(bought.currency)", field: "bought")
    }
    let worth = try outliving(sold, on: date)
    guard worth.usd != 0 else {
      throw LedgerError(
        rule: "amount-too-small", "\(sold) is worth less than half a US cent", field: "sold")
    }
    return worth
  }
}

extension Journal {
  /// The warning that a sub-fund holds less of a currency than it sells, on the day or in the books
  /// as they stand.
  fileprivate func lacks(
    _ sold: Money, in subFund: SubFund, on date: CalendarDate
  ) throws -> String? {
    func held(upTo day: CalendarDate) throws -> Int64 {
      let query = TotalsQuery(
        [.cash], by: [.currency], in: Period(from: .first, to: day), subFund: subFund.id)
      return try books.totals(query).filter { $0.currency == sold.currency }
        .reduce(0) { $0 + $1.amount }
    }
    let held = try min(held(upTo: date), held(upTo: .last))
    guard sold.minorUnits > held else { return nil }
    return "\(sold) is more than the \(Money(minorUnits: held, sold.currency)) that "
      + "\(subFund.code) holds: what it lacks is cash below zero"
  }
}

extension Form {
  /// An amount with its currency, above zero.
  fileprivate func ownMoney(_ field: String) throws(LedgerError) -> Money {
    let text = try required(field)
    return try reading(field) { () throws(LedgerError) in try Money(text).positive() }
  }
}
