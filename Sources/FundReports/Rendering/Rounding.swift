/// Parts rounded to whole units so that they add up to the rounded total.
///
/// The total is rounded half to even; each part is rounded down, and those with the largest
/// remainders up, ties to the first. A part that is a whole number of units stays as it is.
///
/// - Parameters:
///   - parts: exact amounts, which add up to the total.
///   - total: their exact sum.
///   - unit: what to round to, in the same minor units, above zero.
/// - Returns: each part as a number of units.
public func roundedToFoot(parts: [Int64], total: Int64, unit: Int64) -> [Int64] {
  precondition(parts.reduce(0, &+) == total, "parts add up to their total")
  guard
    let rounded = rounded(parts: parts, reaching: rounded(total, unit: unit), unit: unit)
  else { preconditionFailure("parts add up to their total") }
  return rounded
}

/// An amount as a number of units, half to even.
func rounded(_ amount: Int64, unit: Int64) -> Int64 {
  let (units, rest) = floored(amount, unit: unit)
  let up = unit - rest
  if rest == up { return units.isMultiple(of: 2) ? units : units + 1 }
  return rest > up ? units + 1 : units
}

/// Parts rounded down or up, so that they add up to a number of units; nil where they cannot.
///
/// Sums wrap: those that fit come out right, whatever the order of the parts.
func rounded(parts: [Int64], reaching target: Int64, unit: Int64) -> [Int64]? {
  let floors = parts.map { floored($0, unit: unit) }
  var result = floors.map(\.units)
  let fractions = floors.indices.filter { floors[$0].rest > 0 }
  let missing = target &- result.reduce(0, &+)
  guard missing >= 0, missing <= fractions.count else { return nil }
  let largestFirst = fractions.sorted {
    (floors[$1].rest, $0) < (floors[$0].rest, $1)
  }
  for index in largestFirst.prefix(Int(missing)) { result[index] += 1 }
  return result
}

/// An amount as whole units, rounded down, and what remains, from zero to less than a unit.
private func floored(_ amount: Int64, unit: Int64) -> (units: Int64, rest: Int64) {
  precondition(unit > 0, "a unit is above zero")
  let (quotient, remainder) = amount.quotientAndRemainder(dividingBy: unit)
  return remainder < 0 ? (quotient - 1, remainder + unit) : (quotient, remainder)
}
