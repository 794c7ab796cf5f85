/// A decimal number as other systems write it, read exactly: `.75`, `+5`, `100.000000000001`.
///
/// Up to eighteen digits before the point and eighteen after it; no exponent, no grouping.
public struct ExactNumber: Hashable, Sendable {
  /// Before the point, with the sign of the number.
  public let whole: Int64
  /// After the point, in units of 10^-18, with the sign of the number.
  public let fraction: Int64
  /// How many decimals were written.
  public let decimals: Int

  static let unit: Int64 = 1_000_000_000_000_000_000

  /// Reads a number; blanks around it do not count.
  public init?(_ text: some StringProtocol) {
    var bytes = trimmed(text).utf8[...]
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative || bytes.first == UInt8(ascii: "+") { bytes = bytes.dropFirst() }
    let halves = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard halves.count <= 2, halves.contains(where: { !$0.isEmpty }),
      let whole = Self.digits(halves[0].drop { $0 == UInt8(ascii: "0") }),
      let fraction = Self.digits(halves.count == 2 ? halves[1] : halves[0].suffix(0))
    else { return nil }
    decimals = halves.count == 2 ? halves[1].count : 0
    var scaled = fraction
    for _ in decimals..<18 { scaled *= 10 }
    self.whole = isNegative ? -whole : whole
    self.fraction = isNegative ? -scaled : scaled
  }

  /// The number in units of 10^-`exponent`, rounded half to even; nil where 64 bits do not hold it.
  public func rounded(to exponent: Int) -> Int64? {
    let all = Int128(whole) * Int128(Self.unit) + Int128(fraction)
    return Int64(exactly: halfEven(all, power(18 - exponent)))
  }

  private static func digits(_ bytes: Substring.UTF8View.SubSequence) -> Int64? {
    guard bytes.count <= 18 else { return nil }
    var number: Int64 = 0
    for byte in bytes {
      guard (48...57).contains(byte) else { return nil }
      number = number * 10 + Int64(byte - 48)
    }
    return number
  }
}

/// A sum of exact numbers, with as many decimals as the one that has the most.
public struct ExactSum: Hashable, Sendable, CustomStringConvertible {
  private var whole: Int128 = 0
  private var fraction: Int128 = 0
  private var decimals = 0

  public init() {}

  public mutating func add(_ number: ExactNumber) {
    whole += Int128(number.whole)
    fraction += Int128(number.fraction)
    decimals = max(decimals, number.decimals)
  }

  /// Takes an amount away.
  public mutating func subtract(_ money: Money) {
    let scale = Int128(ExactNumber.unit) / power(money.currency.exponent)
    fraction -= Int128(money.minorUnits) * scale
  }

  /// Nothing is left of it.
  public var isZero: Bool { parts == (0, 0) }

  /// Whole units and what is over, of one sign.
  private var parts: (Int128, Int128) {
    let unit = Int128(ExactNumber.unit)
    var (carried, rest) = fraction.quotientAndRemainder(dividingBy: unit)
    carried += whole
    if carried > 0, rest < 0 { (carried, rest) = (carried - 1, rest + unit) }
    if carried < 0, rest > 0 { (carried, rest) = (carried + 1, rest - unit) }
    return (carried, rest)
  }

  public var description: String {
    let (whole, rest) = parts
    var text = "\(whole < 0 || rest < 0 ? "-" : "")\(whole.magnitude)"
    guard decimals > 0 else { return text }
    let digits = String(rest.magnitude)
    let padded = String(repeating: "0", count: 18 - digits.utf8.count) + digits
    text += ".\(padded.prefix(decimals))"
    return text
  }
}
