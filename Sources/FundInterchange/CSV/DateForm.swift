import FundDomain

/// How the dates of a file are written.
public enum DateForm: Hashable, Sendable {
  /// `2002-06-30`, and nothing else.
  case iso
  /// `2002-06-30`, or `30.6.2002`: points stand after the day and the month wherever they are used.
  case byForm
  /// Days, months and years in an order, with what stands between them.
  case pattern([Part])

  /// A piece of a pattern.
  public enum Part: Hashable, Sendable {
    /// One digit or two; two where no mark ends it.
    case day, month
    /// `Jan` or `January`, in English.
    case monthName
    /// Four digits: a year of two may be of either century.
    case year
    case mark(UInt8)
  }

  /// Reads a pattern: `DD.MM.YYYY`, `M/D/YYYY`, `YYYYMMDD`, `D MMM YYYY`.
  ///
  /// - Returns: nil where it does not name a day, a month and a year once each.
  public init?(pattern: String) {
    var parts: [Part] = []
    var rest = Array(pattern.utf8)[...]
    let names: [(String, Part)] = [
      ("YYYY", .year), ("MMMM", .monthName), ("MMM", .monthName), ("MM", .month), ("M", .month),
      ("DD", .day), ("D", .day),
    ]
    while let first = rest.first {
      if let (name, part) = names.first(where: { rest.starts(with: $0.0.utf8) }) {
        parts.append(part)
        rest = rest.dropFirst(name.utf8.count)
      } else if [32, 44, 45, 46, 47].contains(first) {
        parts.append(.mark(first))
        rest = rest.dropFirst()
      } else {
        return nil
      }
    }
    let months = parts.filter { $0 == .month || $0 == .monthName }.count
    guard months == 1, [.day, .year].allSatisfy({ part in parts.count { $0 == part } == 1 }) else {
      return nil
    }
    self = .pattern(parts)
  }

  /// A date as ISO 8601 writes it; one in another form than these is left to who reads it.
  ///
  /// - Throws: `date-unreadable` where it is not in the form that the file says;
  ///   `date-ambiguous` for `03/04/2003`, which is of March or of April.
  func iso(_ text: String) throws(LedgerError) -> String {
    switch self {
    case .iso: return text
    case .byForm:
      if let date = DateForm.dotted.read(text) { return date.description }
      guard text.utf8.contains(UInt8(ascii: "/")) else { return text }
      throw LedgerError(
        rule: "date-ambiguous", "'\(text)' may begin with the day or with the month",
        hint: "say which in a mapping file: date = \"DD/MM/YYYY\" or \"MM/DD/YYYY\"")
    case .pattern(let parts):
      if let date = read(text) { return date.description }
      throw LedgerError(
        rule: "date-unreadable",
        "'\(text)' is not a date of the form \(parts.map(\.text).joined())")
    }
  }

  private static let dotted = DateForm.pattern(
    [.day, .mark(46), .month, .mark(46), .year])

  /// The day that a text names in this pattern; nil where it names none.
  func read(_ text: String) -> CalendarDate? {
    guard case .pattern(let parts) = self else { return nil }
    var rest = Array(text.utf8)[...]
    var (year, month, day) = (0, 0, 0)
    for (place, part) in parts.enumerated() {
      let isMarked = place + 1 == parts.count || parts[place + 1].isMark
      switch part {
      case .mark(let byte):
        guard rest.popFirst() == byte else { return nil }
      case .year:
        guard let number = digits(&rest, 4...4) else { return nil }
        year = number
      case .month:
        guard let number = digits(&rest, isMarked ? 1...2 : 2...2) else { return nil }
        month = number
      case .day:
        guard let number = digits(&rest, isMarked ? 1...2 : 2...2) else { return nil }
        day = number
      case .monthName:
        guard let number = monthName(&rest) else { return nil }
        month = number
      }
    }
    return rest.isEmpty ? CalendarDate(year: year, month: month, day: day) : nil
  }
}

extension DateForm.Part {
  fileprivate var isMark: Bool {
    if case .mark = self { true } else { false }
  }

  fileprivate var text: String {
    switch self {
    case .day: "DD"
    case .month: "MM"
    case .monthName: "MMM"
    case .year: "YYYY"
    case .mark(let byte): String(UnicodeScalar(byte))
    }
  }
}

private func digits(_ bytes: inout ArraySlice<UInt8>, _ counts: ClosedRange<Int>) -> Int? {
  let run = bytes.prefix(counts.upperBound).prefix { (48...57).contains($0) }
  guard counts.contains(run.count) else { return nil }
  bytes = bytes.dropFirst(run.count)
  return run.reduce(0) { $0 * 10 + Int($1 - 48) }
}

private func monthName(_ bytes: inout ArraySlice<UInt8>) -> Int? {
  let names = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
  let word = bytes.prefix { (65...90).contains($0 & 0xDF) }.map { $0 | 0x20 }
  guard
    let month = names.firstIndex(where: { name in
      Array(name.utf8) == word || Array(name.utf8.prefix(3)) == word
    })
  else { return nil }
  bytes = bytes.dropFirst(word.count)
  return month + 1
}
