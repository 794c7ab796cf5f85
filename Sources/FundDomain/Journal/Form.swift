/// What a person filled in: values by field name. The flags of a command and the columns of an
/// import bear the same names, and both are read here.
public struct Form {
  private let value: (String) -> String?

  /// A form whose values are looked up by field name; nil and blank text are the same.
  public init(_ value: @escaping (String) -> String?) { self.value = value }

  public init(_ values: [String: String]) { self.init { values[$0] } }

  /// The same form with one more field filled in.
  func with(_ field: String, _ text: String) -> Form {
    Form { [value] in $0 == field ? text : value($0) }
  }

  /// The text of a field, without the blanks around it.
  ///
  /// - Throws: `text-unclean` for characters that are not seen, `text-too-long` over 4,096 bytes.
  public func text(_ field: String) throws(LedgerError) -> String? {
    guard let given = value(field) else { return nil }
    let text = trimmed(given)
    guard !text.isEmpty else { return nil }
    guard text.utf8.count <= 4096 else {
      throw LedgerError(
        rule: "text-too-long", "the \(field) has \(text.utf8.count) bytes; 4,096 are the most",
        field: field)
    }
    if let scalar = uncleanScalar(in: text) {
      let isDamaged = scalar == "\u{FFFD}"
      throw LedgerError(
        rule: "text-unclean",
        "the \(field) holds the character U+\(hexadecimal(scalar.value)), which "
          + (isDamaged ? "stands for bytes that were no UTF-8" : "does not print"),
        hint: isDamaged
          ? "write it as UTF-8" : "take it out: it is often pasted along without being seen",
        field: field)
    }
    return text
  }

  /// The text of a field that the document cannot do without.
  ///
  /// - Throws: `field-missing`.
  public func required(_ field: String) throws(LedgerError) -> String {
    guard let text = try text(field) else {
      throw LedgerError(rule: "field-missing", "the \(field) is missing", field: field)
    }
    return text
  }

  /// The day in a field, or nil where it is blank.
  ///
  /// - Throws: `date-unreadable`, pointing at the field.
  public func date(_ field: String) throws(LedgerError) -> CalendarDate? {
    guard let text = try text(field) else { return nil }
    return try reading(field) { () throws(LedgerError) in try CalendarDate(text) }
  }

  /// An amount: with its currency in the field, or beside it in the field `currency`.
  public func money(_ field: String) throws(LedgerError) -> Money {
    let amount = try required(field)
    guard let code = try text("currency") else {
      return try reading(field) { () throws(LedgerError) in try Money(amount) }
    }
    let currency = try reading("currency") { () throws(LedgerError) in try Currency(code) }
    return try reading(field) { () throws(LedgerError) in try Money(decimal: amount, currency) }
  }

  /// `yes` or `no`; nothing is no.
  public func isYes(_ field: String) throws(LedgerError) -> Bool {
    switch try text(field)?.lowercased() {
    case nil, "no", "false", "0": return false
    case "yes", "true", "1": return true
    default:
      throw LedgerError(
        rule: "yes-or-no", "the \(field) is yes or no, not '\(try text(field) ?? "")'",
        field: field)
    }
  }

  /// A per cent as millionths: `13`, `7.5`.
  public func perCent(_ field: String) throws(LedgerError) -> Millionths? {
    guard let text = try text(field) else { return nil }
    guard let number = PlainDecimal(text), number.decimals <= 4, let rate = number.scaled(to: 4),
      (0...1_000_000).contains(rate)
    else {
      throw LedgerError(
        rule: "per-cent-unreadable", "'\(text)' is not a per cent between 0 and 100", field: field)
    }
    return rate
  }

  /// One of the words that a field may hold.
  ///
  /// - Throws: `unknown-word`, with the nearest.
  public func word<Word: RawRepresentable & CaseIterable>(
    _ field: String, _ type: Word.Type
  ) throws(LedgerError) -> Word? where Word.RawValue == String {
    guard let text = try text(field) else { return nil }
    if let word = Word(rawValue: text.lowercased()) { return word }
    let words = type.allCases.map(\.rawValue)
    throw LedgerError(
      rule: "unknown-word", "'\(text)' is no \(field)",
      hint: didYouMean(nearest(to: text, among: words))
        ?? "it is one of \(words.joined(separator: ", "))", field: field)
  }

  /// The items of a list, separated by semicolons.
  public func list(_ field: String) throws(LedgerError) -> [String] {
    (try text(field) ?? "").split(separator: ";").map { trimmed($0) }.filter { !$0.isEmpty }
  }

  /// A year: four digits.
  func year(_ text: String, field: String) throws(LedgerError) -> Int {
    let bytes = Array(text.utf8.prefix(5))
    guard bytes.count == 4, let year = number(bytes[...]), (1900...2199).contains(year) else {
      throw LedgerError(rule: "year-unreadable", "'\(text)' is not a year", field: field)
    }
    return year
  }
}

private func hexadecimal(_ value: UInt32) -> String {
  let digits = String(value, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
}
