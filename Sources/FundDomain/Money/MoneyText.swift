extension Money {
  /// Reads an amount as people type it: `250000 USD`, `USD 250,000.00`, `-17.5 EUR`.
  ///
  /// - Throws: `amount-unreadable`, `amount-decimals`, `amount-out-of-range`,
  ///   `unknown-currency`.
  public init(_ text: some StringProtocol) throws(LedgerError) {
    let words = text.split(separator: " ", omittingEmptySubsequences: true)
    guard words.count == 2 else {
      throw .amountUnreadable(String(text), "an amount is a number and a currency")
    }
    let numberFirst = words[1].utf8.count == 3 && words[1].utf8.allSatisfy(isLetter)
    let currency = try Currency(numberFirst ? words[1] : words[0])
    let number = String(numberFirst ? words[0] : words[1])
    try self.init(decimal: ungrouped(number), currency)
  }

  /// Reads a plain decimal with a point, as CSV and JSON hold it: `-1234.56`.
  ///
  /// The only grammar is `-?digits(.digits)?`: no sign but `-`, no exponent, no grouping. Fewer
  /// decimals than the currency has are filled with zeros; more are refused.
  public init(decimal text: some StringProtocol, _ currency: Currency) throws(LedgerError) {
    guard let number = PlainDecimal(text) else {
      throw .amountUnreadable(
        String(text), "only digits, one point and a leading minus count",
        hint: "write a plain decimal, without separators: 250000 or 250000.00")
    }
    guard number.decimals <= currency.exponent else {
      throw LedgerError(
        rule: "amount-decimals",
        "\(text) has \(number.decimals) decimals; \(currency.code) has \(currency.exponent)",
        hint: "round the amount as its document does", field: "amount")
    }
    guard let minor = number.scaled(to: currency.exponent), minor.magnitude <= Money.largest
    else {
      throw LedgerError(
        rule: "amount-out-of-range",
        "\(text) \(currency.code) is beyond 10^15 minor units, the largest amount a document takes",
        field: "amount")
    }
    self.init(minorUnits: minor, currency)
  }

  /// The amount, where it is above zero.
  ///
  /// - Throws: `amount-not-positive`.
  public func positive() throws(LedgerError) -> Money {
    guard minorUnits > 0 else {
      throw LedgerError(
        rule: "amount-not-positive", "the amount \(self) is not above zero",
        hint: "what goes back to a donor is a refund; what was wrong is reversed",
        field: "amount")
    }
    return self
  }
}

/// A decimal number read exactly: whole `digits`, of which `decimals` stand after the point.
struct PlainDecimal {
  let digits: Int64
  let decimals: Int

  init?(_ text: some StringProtocol) {
    var digits: Int64 = 0
    var decimals = 0
    var seen = 0
    var point = false
    var negative = false
    for (place, byte) in text.utf8.enumerated() {
      switch byte {
      case 45 where place == 0: negative = true
      case 46 where !point && seen > 0: point = true
      case 48...57:
        let (tens, overTens) = digits.multipliedReportingOverflow(by: 10)
        let (sum, overSum) = tens.addingReportingOverflow(Int64(byte - 48))
        guard !overTens, !overSum, decimals < 18 else { return nil }
        digits = sum
        seen += 1
        if point { decimals += 1 }
      default: return nil
      }
    }
    guard seen > 0, !point || decimals > 0 else { return nil }
    self.digits = negative ? -digits : digits
    self.decimals = decimals
  }

  /// The same number as whole units of 10^-`exponent`, or nil where that overflows.
  func scaled(to exponent: Int) -> Int64? {
    var result = digits
    for _ in decimals..<max(exponent, decimals) {
      let (tens, over) = result.multipliedReportingOverflow(by: 10)
      if over { return nil }
      result = tens
    }
    return result
  }
}

private func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte & 0xDF) }

/// Takes the commas out of a number grouped in threes (`250,000.00`); any other comma is refused.
private func ungrouped(_ text: String) throws(LedgerError) -> String {
  guard text.utf8.contains(44) else { return text }
  let halves = text.split(separator: ".", omittingEmptySubsequences: false)
  let groups = halves[0].split(separator: ",", omittingEmptySubsequences: false)
  let first = groups[0].drop { $0 == "-" }
  guard (1...3).contains(first.utf8.count), groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }),
    halves.count < 2 || !halves[1].utf8.contains(44)
  else {
    throw .amountUnreadable(text, "commas stand between groups of three digits")
  }
  return groups.joined() + (halves.count > 1 ? "." + halves.dropFirst().joined(separator: ".") : "")
}

extension LedgerError {
  static func amountUnreadable(
    _ text: String, _ why: String,
    hint: String = "write it like \"250000 USD\" or \"USD 250,000.00\""
  ) -> LedgerError {
    LedgerError(
      rule: "amount-unreadable", "'\(text)' is not an amount: \(why)", hint: hint,
      field: "amount")
  }
}
