/// An amount for people: `1,234.56`, and `(1,234.56)` below zero.
///
/// - Parameters:
///   - minorUnits: the amount in the smallest unit.
///   - exponent: how many of its digits are decimals, zero or more.
public func grouped(_ minorUnits: Int64, exponent: Int) -> String {
  let (whole, decimals) = digits(of: minorUnits, exponent: exponent)
  var text = ""
  for (index, digit) in whole.enumerated() {
    if index > 0, (whole.count - index).isMultiple(of: 3) { text += "," }
    text.append(digit)
  }
  if !decimals.isEmpty { text += "." + decimals }
  return minorUnits < 0 ? "(\(text))" : text
}

/// An amount for programs: `-1234.56`, and `-1234` where the exponent is 0.
///
/// - Parameters:
///   - minorUnits: the amount in the smallest unit.
///   - exponent: how many of its digits are decimals, zero or more.
public func decimal(_ minorUnits: Int64, exponent: Int) -> String {
  let (whole, decimals) = digits(of: minorUnits, exponent: exponent)
  return (minorUnits < 0 ? "-" : "") + whole + (decimals.isEmpty ? "" : "." + decimals)
}

/// The digits on both sides of the point, without a sign.
private func digits(of minorUnits: Int64, exponent: Int) -> (whole: String, decimals: String) {
  precondition(exponent >= 0, "an exponent is zero or more")
  let all = String(minorUnits.magnitude)
  let padding = String(repeating: "0", count: max(0, exponent + 1 - all.count))
  let padded = padding + all
  return (String(padded.dropLast(exponent)), String(padded.suffix(exponent)))
}
