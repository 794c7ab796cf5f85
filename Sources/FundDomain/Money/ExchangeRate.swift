/// Units of a currency per one US dollar: the UN operational rate of exchange, exact as published.
public struct ExchangeRate: Hashable, Sendable, CustomStringConvertible {
  /// The published figure without its point: 13662 for 13.662.
  public let digits: Int64
  /// How many of the digits stand after the point.
  public let decimals: Int

  /// One to one: the rate of the US dollar itself.
  public static let one = ExchangeRate(digits: 1, decimals: 0)

  public init(digits: Int64, decimals: Int) {
    precondition(digits > 0 && (0...12).contains(decimals))
    self.digits = digits
    self.decimals = decimals
  }

  /// Reads a published rate, a plain decimal above zero with at most 12 decimals.
  ///
  /// - Throws: `rate-unreadable`.
  public init(_ text: some StringProtocol) throws(LedgerError) {
    guard let number = PlainDecimal(text), number.digits > 0, number.decimals <= 12 else {
      throw LedgerError(
        rule: "rate-unreadable",
        "'\(text)' is not a rate: units per US dollar, above zero, at most 12 decimals",
        field: "units-per-usd")
    }
    self.init(digits: number.digits, decimals: number.decimals)
  }

  public var description: String { decimalText(digits, exponent: decimals) }

  /// Whether it is one to one, however many decimals it was written with.
  public var isOne: Bool { digits.description == "1" + String(repeating: "0", count: decimals) }

  /// The worth of an amount in US dollars, rounded half to even to the cent.
  ///
  /// - Throws: `amount-out-of-range` when that is beyond 10^15 cents; `amount-too-small` for an
  ///   amount worth less than half a cent.
  public func dollars(for money: Money) throws(LedgerError) -> Money {
    if money.currency == .usd { return money }
    // cents = minor / 10^exponent / (digits / 10^decimals) × 100
    let numerator = Int128(money.minorUnits) * power(decimals + 2)
    let cents = halfEven(numerator, Int128(digits) * power(money.currency.exponent))
    guard cents.magnitude <= Int128(Money.largest).magnitude else {
      throw LedgerError(
        rule: "amount-out-of-range", "\(money) is worth more than 10^15 cents at \(self)",
        field: "amount")
    }
    guard cents != 0 || money.minorUnits == 0 else {
      throw LedgerError(
        rule: "amount-too-small", "\(money) is worth less than half a US cent at \(self)",
        field: "amount")
    }
    return .usd(Int64(cents))
  }
}

/// 10 to the power of `exponent`.
func power(_ exponent: Int) -> Int128 {
  var result: Int128 = 1
  for _ in 0..<exponent { result *= 10 }
  return result
}

/// `numerator / denominator` to the nearest whole number, ties to the even one.
func halfEven(_ numerator: Int128, _ denominator: Int128) -> Int128 {
  precondition(denominator > 0)
  let (quotient, remainder) = numerator.magnitude.quotientAndRemainder(
    dividingBy: denominator.magnitude)
  let twice = remainder * 2
  let up = twice > denominator.magnitude || (twice == denominator.magnitude && quotient % 2 == 1)
  let rounded = Int128(quotient + (up ? 1 : 0))
  return numerator < 0 ? -rounded : rounded
}

/// `total × part / whole`, rounded half to even; both parts of one currency.
func proportion(of total: Int64, _ part: Int64, in whole: Int64) -> Int64 {
  whole == 0 ? 0 : Int64(halfEven(Int128(total) * Int128(part), Int128(whole)))
}
