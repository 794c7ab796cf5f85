import FundDomain

/// An amount for people: `1,234.56`, and `(1,234.56)` below zero.
///
/// - Parameters:
///   - minorUnits: the amount in the smallest unit.
///   - exponent: how many of its digits are decimals, zero or more.
public func grouped(_ minorUnits: Int64, exponent: Int) -> String {
  let plain = decimalText(minorUnits, exponent: exponent).drop { $0 == "-" }
  let whole = plain.prefix { $0 != "." }
  var text = ""
  for (index, digit) in whole.enumerated() {
    if index > 0, (whole.count - index).isMultiple(of: 3) { text += "," }
    text.append(digit)
  }
  text += plain.dropFirst(whole.count)
  return minorUnits < 0 ? "(\(text))" : text
}
