/// A currency of ISO 4217, living or ended, with the number of its decimals.
public struct Currency: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Three letters, first to last, a byte each: amounts are computed without looking at a table.
  private let letters: UInt32
  private let decimals: UInt8

  public static let usd = Currency(Array("USD".utf8), decimals: 2)!

  private init?(_ bytes: [UInt8], decimals: UInt8) {
    guard bytes.count == 3, bytes.allSatisfy({ (65...90).contains($0) }) else { return nil }
    letters = bytes.reduce(0) { $0 << 8 | UInt32($1) }
    self.decimals = decimals
  }

  /// Reads a code: `EUR`, also `eur`.
  ///
  /// - Throws: `unknown-currency`, with the nearest codes.
  public init(_ text: some StringProtocol) throws(LedgerError) {
    let code = text.utf8.count == 3 ? text.uppercased() : String(text)
    if code == "USD" {
      self = .usd
      return
    }
    guard let entry = CurrencyEntry.byCode[code] else {
      throw LedgerError(
        rule: "unknown-currency", "there is no currency '\(text)' in ISO 4217",
        hint: didYouMean(nearest(to: code, among: CurrencyEntry.codes)), field: "currency")
    }
    self = entry.currency
  }

  /// The three letters of ISO 4217.
  public var code: String {
    String(unsafeUninitializedCapacity: 3) { bytes in
      for place in 0..<3 { bytes[place] = UInt8(letters >> (16 - 8 * UInt32(place)) & 255) }
      return 3
    }
  }

  /// How many decimals an amount has: none for yen, two for dollars, three for Kuwaiti dinars.
  public var exponent: Int { Int(decimals) }

  public var description: String { code }

  public static func < (left: Currency, right: Currency) -> Bool { left.letters < right.letters }

  /// Every currency, in the order of the codes.
  public static var all: [Currency] { CurrencyEntry.all.map(\.currency) }

  public var name: String { entry.name }

  /// The first day of a currency that began in the Fund's years.
  public var began: CalendarDate? { entry.began }

  /// The last day of its use as a unit of account.
  public var ended: CalendarDate? { entry.ended }

  /// The currency that took its place.
  public var successor: Currency? { entry.successor.flatMap { CurrencyEntry.byCode[$0]?.currency } }

  /// Units of it per unit of its successor, fixed for ever.
  public var fixedRate: FixedRate? { entry.fixedRate }

  private var entry: CurrencyEntry { CurrencyEntry.byCode[code]! }

  /// What the table says of a currency.
  private struct CurrencyEntry {
    let currency: Currency
    let name: String
    let began: CalendarDate?
    let ended: CalendarDate?
    let successor: String?
    let fixedRate: FixedRate?

    static let all: [CurrencyEntry] = TableRow.rows(of: currencyTable).map { row in
      CurrencyEntry(
        currency: Currency(Array(row[0].utf8), decimals: UInt8(row[1])!)!, name: row[2],
        began: row.date(3), ended: row.date(4), successor: row.text(5),
        fixedRate: row.text(6).flatMap { FixedRate($0) })
    }
    static let byCode = Dictionary(uniqueKeysWithValues: all.map { ($0.currency.code, $0) })
    static var codes: [String] { all.map(\.currency.code) }
  }
}

/// Units of a currency that ended per unit of its successor, exact as the regulation says.
public struct FixedRate: Hashable, Sendable, CustomStringConvertible {
  /// The figure without its point: 195583 for 1.95583.
  public let digits: Int64
  public let decimals: Int

  init?(_ text: String) {
    guard let number = PlainDecimal(text) else { return nil }
    digits = number.digits
    decimals = number.decimals
  }

  public var description: String { decimalText(digits, exponent: decimals) }
}
