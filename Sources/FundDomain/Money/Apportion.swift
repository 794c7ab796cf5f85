/// Splits a whole over weights by the largest remainder, ties to the first: the parts always add
/// up to the whole. Weights that add up to nothing leave all of it with the first.
public func apportion(_ total: Int64, over weights: [Int64]) -> [Int64] {
  precondition(!weights.isEmpty && weights.allSatisfy { $0 >= 0 })
  if weights.count == 1 { return [total] }
  let whole = weights.reduce(Int128(0)) { $0 + Int128($1) }
  guard whole > 0 else { return [total] + Array(repeating: 0, count: weights.count - 1) }
  let size = Int128(total.magnitude)
  var parts: [Int128] = []
  var remainders: [(remainder: Int128, place: Int)] = []
  for (place, weight) in weights.enumerated() {
    let (quotient, remainder) = (size * Int128(weight)).quotientAndRemainder(dividingBy: whole)
    parts.append(quotient)
    remainders.append((remainder, place))
  }
  let rest = Int(size - parts.reduce(0, +))
  remainders.sort { ($1.remainder, $0.place) < ($0.remainder, $1.place) }
  for place in remainders.prefix(rest).map(\.place) { parts[place] += 1 }
  return parts.map { Int64(total < 0 ? -$0 : $0) }
}

/// A share of a classification, in millionths; the shares of one classification are 1,000,000.
public typealias Millionths = Int64

/// Reads what people write as `juvenile-justice=60;corruption=40` (per cent): names with shares.
///
/// One name alone needs no share; several without any share have equal ones, the first taking
/// what is left over. Shares are exact to four decimals of a per cent.
///
/// - Throws: `share-unreadable`, `shares-not-whole` (they do not add up to 100 per cent),
///   `named-twice`.
public func readShares(
  _ items: [String], of what: String
) throws(LedgerError) -> [(name: String, share: Millionths)] {
  var names: [String] = []
  var given: [Millionths?] = []
  for item in items {
    let halves = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = trimmed(halves[0])
    guard !names.contains(name) else {
      throw LedgerError(rule: "named-twice", "\(name) stands twice among the \(what)")
    }
    names.append(name)
    given.append(halves.count == 2 ? try readShare(trimmed(halves[1]), of: name) : nil)
  }
  guard given.contains(where: { $0 != nil }) else {
    let parts = apportion(1_000_000, over: names.map { _ in 1 })
    return names.isEmpty ? [] : Array(zip(names, parts)).map { ($0.0, $0.1) }
  }
  let shares = given.compactMap { $0 }
  let sum = shares.reduce(0, +)
  guard shares.count == names.count, sum == 1_000_000 else {
    throw LedgerError(
      rule: "shares-not-whole",
      "the shares of the \(what) add up to \(perCent(sum)) per cent, not to 100",
      hint: "give every one its share, or none of them")
  }
  return Array(zip(names, shares)).map { ($0.0, $0.1) }
}

private func readShare(_ text: String, of name: String) throws(LedgerError) -> Millionths {
  guard let number = PlainDecimal(text), number.decimals <= 4, let share = number.scaled(to: 4),
    (1...1_000_000).contains(share)
  else {
    throw LedgerError(
      rule: "share-unreadable",
      "'\(text)' is not a share of \(name): a per cent above 0 up to 100, four decimals at most")
  }
  return share
}

/// Millionths as a per cent without needless zeros: `60`, `33.3333`.
public func perCent(_ share: Millionths) -> String {
  var text = decimalText(share, exponent: 4)
  while text.hasSuffix("0") { text.removeLast() }
  return text.hasSuffix(".") ? String(text.dropLast()) : text
}
