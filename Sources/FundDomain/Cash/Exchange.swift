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
      document: .exchange(exchange), date: date, warnings: gone.warnings + come.warnings,
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
  /// - Throws: `exchange-off-fixed-rate`, and what `value` does.
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
    return try outliving(sold, on: date)
  }
}

extension Form {
  /// An amount with its currency, above zero.
  fileprivate func ownMoney(_ field: String) throws(LedgerError) -> Money {
    let text = try required(field)
    return try reading(field) { () throws(LedgerError) in try Money(text).positive() }
  }
}
