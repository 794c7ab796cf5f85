/// An exact amount of one currency, counted in its smallest unit: cents for USD.
///
/// Arithmetic on two currencies is a programmer's error and traps; what people enter is
/// checked before it is computed with. Amounts stay within ±10^15 minor units.
public struct Money: Hashable, Sendable, CustomStringConvertible {
  /// Cents for USD, whole yen for JPY.
  public let minorUnits: Int64
  public let currency: Currency

  /// The largest amount that a document may state, in minor units.
  public static let largest: Int64 = 1_000_000_000_000_000

  public init(minorUnits: Int64, _ currency: Currency) {
    self.minorUnits = minorUnits
    self.currency = currency
  }

  /// US dollars, given in cents.
  public static func usd(_ cents: Int64) -> Money { Money(minorUnits: cents, .usd) }

  /// The amount as a plain decimal with its currency: `1234.56 USD`.
  public var description: String { "\(decimal) \(currency.code)" }

  /// The amount as a plain decimal, without its currency: `1234.56`, `-0.50`, `17` for yen.
  public var decimal: String { decimalText(minorUnits, exponent: currency.exponent) }

  public static func + (left: Money, right: Money) -> Money {
    precondition(left.currency == right.currency, "two currencies added")
    return Money(minorUnits: left.minorUnits + right.minorUnits, left.currency)
  }

  public static func - (left: Money, right: Money) -> Money { left + -right }

  public static prefix func - (money: Money) -> Money {
    Money(minorUnits: -money.minorUnits, money.currency)
  }
}

/// A whole number of minor units as a plain decimal with `exponent` decimals.
public func decimalText(_ minorUnits: Int64, exponent: Int) -> String {
  let sign = minorUnits < 0 ? "-" : ""
  var digits = String(minorUnits.magnitude)
  guard exponent > 0 else { return sign + digits }
  while digits.utf8.count <= exponent { digits = "0" + digits }
  return "\(sign)\(digits.dropLast(exponent)).\(digits.suffix(exponent))"
}
