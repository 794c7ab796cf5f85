extension ExchangeRate {
  /// The most digits that a crossed rate has: what is left over is below a millionth of a cent in
  /// ten thousand dollars, and a published rate has five or six.
  public static let crossedDigits = 12

  /// Units of a currency per US dollar, from two rates for one of the same third currency: units of
  /// the currency, and dollars.
  ///
  /// The quotient is computed exactly and rounded half to even to twelve significant digits, of
  /// which no more than twelve stand after the point; zeros at its end are left out.
  ///
  /// - Throws: `rate-out-of-range` where it has more digits before the point, or none at all.
  public static func crossing(
    _ units: ExchangeRate, dollars: ExchangeRate
  ) throws(LedgerError) -> ExchangeRate {
    let most = power(crossedDigits)
    var decimals = crossedDigits
    if units.digits < most, dollars.digits < most {
      // units / 10^a ÷ (dollars / 10^b) = units × 10^b / (dollars × 10^a)
      let numerator = units.digits.widened * power(dollars.decimals)
      let denominator = dollars.digits.widened * power(units.decimals)
      var whole = numerator / denominator
      while whole > 0 {
        whole /= 10
        decimals -= 1
      }
      if decimals >= 0 {
        var digits = halfEven(numerator * power(decimals), denominator)
        while decimals > 0, digits % 10 == 0 {
          digits /= 10
          decimals -= 1
        }
        if digits > 0 { return ExchangeRate(digits: Int64(digits), decimals: decimals) }
      }
    }
    throw LedgerError(
      rule: "rate-out-of-range", "\(units) for \(dollars) US dollars is no rate that can be kept",
      field: "units-per-usd")
  }
}

extension Int64 {
  fileprivate var widened: Int128 { Int128(self) }
}

extension Currency {
  public static let eur = Currency.all.first { $0.code == "EUR" }!

  /// The first day on which its rate to the euro was fixed for ever; nil where it never was.
  ///
  /// The currencies of 1999 and the drachma of 2001 went on as units of the euro until the end of
  /// 2001; every later one ended on the day before.
  public var fixedFrom: CalendarDate? {
    guard let ended, successor == .eur, let fixedRate, fixedRate.description != "1" else {
      return nil
    }
    guard ended == .end(of: 2001) else { return ended.next }
    return .start(of: code == "GRD" ? 2001 : 1999)
  }

  /// The currencies that were units of the euro on a day.
  public static func fixedToEuro(on day: CalendarDate) -> [Currency] {
    euroUnits.filter { currency in
      guard let from = currency.fixedFrom, let ended = currency.ended else { return false }
      return from <= day && day <= ended
    }
  }

  private static let euroUnits = all.filter { $0.fixedFrom != nil }
}

extension FixedRate {
  /// Units of the currency per US dollar, where so many dollars are paid for one of its successor.
  public func crossed(dollars: ExchangeRate) throws(LedgerError) -> ExchangeRate {
    try .crossing(ExchangeRate(digits: digits, decimals: decimals), dollars: dollars)
  }
}
