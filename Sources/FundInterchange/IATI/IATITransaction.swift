import FundDomain

/// A transaction as the file has it, before anybody judges it.
struct IATITransaction {
  var line = 0
  var type: String?
  var date, dateText: String?
  var value, currency, valueDate: String?
  /// The value stands twice, or holds elements: nobody can say which figure is meant.
  var isValueUnclear = false
  var reference, note: String?
  var provider, receiver: ReportedParty?
  var aidTypes: [String] = []
  var places = IATIPlaces()
  var sectors = IATISectors()

  /// The type as a number of version 2.
  var typeKey: String { type.map { IATICodes.types[$0] ?? $0 } ?? "none" }

  /// The flow that it is, as far as it can be read.
  ///
  /// - Throws: what it is set aside for.
  func flow(currency default: String?, _ number: ExactNumber?) throws(LedgerError) -> ReportedFlow {
    guard let type else {
      throw LedgerError(rule: "type-missing", "the transaction has no type")
    }
    guard let code = Int64(typeKey), let kind = FlowType(rawValue: code) else {
      throw LedgerError(rule: "type-unknown", "'\(type)' is no type of transaction")
    }
    guard let day = IATICodes.date(date) ?? IATICodes.date(dateText) else {
      let given = date ?? dateText.map { trimmed($0) } ?? ""
      throw given.isEmpty
        ? LedgerError(rule: "date-missing", "the transaction has no date")
        : LedgerError(rule: "date-unreadable", "'\(given)' is not the date of a transaction")
    }
    let amount = try money(currency: currency ?? `default`, number)
    let text = trimmed(value ?? "")
    return ReportedFlow(
      type: kind, date: day, valueDate: IATICodes.date(valueDate) ?? day, amount: amount,
      given: text == amount.decimal ? nil : tidied(text, most: 64),
      isByDefault: currency == nil, provider: provider, receiver: receiver, reference: reference,
      note: note, aidTypes: aidTypes.isEmpty ? nil : aidTypes.joined(separator: ";"),
      sectors: sectors.shares, countries: places.shares)
  }

  private func money(currency: String?, _ number: ExactNumber?) throws(LedgerError) -> Money {
    guard let value, !trimmed(value).isEmpty else {
      throw LedgerError(rule: "value-missing", "the transaction has no value")
    }
    guard !isValueUnclear, let number else {
      let shown = tidied(value, most: 64) ?? ""
      throw LedgerError(
        rule: isValueUnclear ? "value-unclear" : "value-unreadable",
        isValueUnclear
          ? "the value '\(shown)' stands twice or has elements in it" : "'\(shown)' is not a number"
      )
    }
    guard let currency else {
      throw LedgerError(
        rule: "currency-missing", "neither the transaction nor its activity names a currency")
    }
    return try ReportedFlow.money(number, trimmed(value), currency)
  }
}

extension ReportedFlow {
  /// A number as an amount of a currency, rounded half to even to its smallest unit.
  static func money(
    _ number: ExactNumber, _ text: String, _ currency: String
  ) throws(LedgerError) -> Money {
    let unit = try Currency(currency)
    guard let minor = number.rounded(to: unit.exponent), minor.magnitude <= Money.largest else {
      throw LedgerError(
        rule: "amount-out-of-range", "\(text) \(unit) is beyond 10^15 minor units")
    }
    return Money(minorUnits: minor, unit)
  }
}

/// The sectors that an activity or a transaction names: those of the OECD DAC count.
struct IATISectors {
  private var purposes: [(code: String, perCent: String?)] = []
  private var categories: [(code: String, perCent: String?)] = []

  mutating func add(_ code: String?, vocabulary: String?, perCent: String?) {
    guard let code = code.flatMap({ tidied($0, most: 32) }) else { return }
    if IATICodes.isPurpose(vocabulary) { purposes.append((plain(code), perCent.map(plain))) }
    if IATICodes.isCategory(vocabulary) { categories.append((plain(code), perCent.map(plain))) }
  }

  var shares: ReportedShares? { ReportedShares(purposes.isEmpty ? categories : purposes) }
}

/// The countries and regions that an activity or a transaction names. A region is written
/// `region:298`.
struct IATIPlaces {
  private var countries: [(code: String, perCent: String?)] = []
  private var regions: [(code: String, perCent: String?)] = []

  mutating func add(country code: String?, perCent: String?) {
    guard let code = code.flatMap({ tidied($0, most: 32) }) else { return }
    // Some write the numbers of regions into the place of countries.
    if code.utf8.allSatisfy({ (48...57).contains($0) }) {
      add(region: code, vocabulary: nil, perCent: perCent)
    } else {
      countries.append((plain(code).uppercased(), perCent.map(plain)))
    }
  }

  mutating func add(region code: String?, vocabulary: String?, perCent: String?) {
    guard vocabulary == nil || vocabulary == "1",
      let code = code.flatMap({ tidied($0, most: 32) })
    else { return }
    regions.append(("region:\(plain(code))", perCent.map(plain)))
  }

  /// Countries and regions are one whole; where they are not, countries may be one by themselves.
  var shares: ReportedShares? {
    guard let all = ReportedShares(countries + regions) else { return nil }
    if !all.isWhole, !regions.isEmpty, let own = ReportedShares(countries), own.isWhole {
      return own
    }
    return all
  }
}

/// A code without what parts codes from one another and from their shares.
private func plain(_ text: String) -> String {
  let text = tidied(text, most: 32) ?? ""
  return text.utf8.contains { $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: "=") }
    ? text.filter { $0 != ";" && $0 != "=" } : text
}
