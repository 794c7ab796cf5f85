// What outlives its currency: promises, cash and gifts in one that ended.

extension Currency {
  /// Whether it was no unit of account any more on a day.
  func hasEnded(by date: CalendarDate) -> Bool { ended.map { date > $0 } ?? false }

  /// How much of what is open in a currency an amount of its successor settles, at the fixed rate:
  /// all of it within a cent of either currency, so that no rounding leaves anything open; in minor
  /// units. Nil where the amount is of no successor.
  func units(settledBy paid: Money, of open: Int64) -> Int64? {
    guard successor == paid.currency, let fixed = fixedRate else { return nil }
    let perOwn = power(fixed.decimals) * power(paid.currency.exponent)
    let perPaid = Int128(fixed.digits) * power(exponent)
    let units = halfEven(Int128(paid.minorUnits) * perPaid, perOwn)
    let wanted = halfEven(Int128(open) * perOwn, perPaid)
    let isWithinACent =
      (units - Int128(open)).magnitude <= 1 || (wanted - Int128(paid.minorUnits)).magnitude <= 1
    return open > 0 && isWithinACent ? open : Int64(clamping: units)
  }
}

extension Money {
  /// Its worth in US cents at a rate of its own currency, or at one of the successor's, into which
  /// it goes at the fixed rate.
  package func worth(at rate: ExchangeRate, of living: Currency) -> Int64 {
    var units = Int128(minorUnits) * power(rate.decimals + 2)
    var per = power(currency.exponent) * Int128(rate.digits)
    if living != currency, let fixed = currency.fixedRate {
      precondition(living == currency.successor, "a currency goes into its successor")
      units *= power(fixed.decimals)
      per *= Int128(fixed.digits)
    }
    return Int64(halfEven(units, per))
  }
}

extension Currency {
  /// The currency that amounts of this one are worth something in on a day: its successor's, once
  /// it has ended and gone into it at a fixed rate.
  func living(on date: CalendarDate) -> Currency {
    guard hasEnded(by: date), fixedRate != nil, let successor else { return self }
    return successor
  }
}

extension Books {
  /// The worth of a balance on a day, in US cents; what is in a currency that ended is worth what
  /// its successor is, at the fixed rate.
  public func worth(_ money: Money, on date: CalendarDate) throws -> Int64 {
    if money.currency == .usd { return money.minorUnits }
    let living = money.currency.living(on: date)
    return money.worth(at: try rate(of: living, on: date).rate, of: living)
  }
}

extension Journal {
  /// The worth of what may outlive its currency, with the rate that says so: the successor's.
  func outliving(_ money: Money, on date: CalendarDate) throws -> Valued {
    let living = money.currency.living(on: date)
    guard living != money.currency else { return try value(money, on: date) }
    return Valued(
      usd: try worth(money, on: date), rate: try books.rate(of: living, on: date).entry,
      warnings: [])
  }
}
