/// A day of the Gregorian calendar from 1900-01-01 to 2199-12-31, without a time zone.
public struct CalendarDate: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// year × 10000 + month × 100 + day: dates compare as these numbers do.
  private let packed: Int32

  public var year: Int { Int(packed) / 10000 }
  public var month: Int { Int(packed) / 100 % 100 }
  public var day: Int { Int(packed) % 100 }

  public static let first = CalendarDate(packed: 1900_01_01)
  public static let last = CalendarDate(packed: 2199_12_31)

  private init(packed: Int32) { self.packed = packed }

  /// The day, or nil where the calendar has none such.
  public init?(year: Int, month: Int, day: Int) {
    guard (1900...2199).contains(year), (1...12).contains(month), day >= 1,
      day <= CalendarDate.days(inMonth: month, of: year)
    else { return nil }
    packed = Int32(year * 10000 + month * 100 + day)
  }

  /// Reads an ISO 8601 date, `2002-06-30`, and nothing else.
  ///
  /// - Throws: `date-unreadable`.
  public init(_ text: some StringProtocol) throws(LedgerError) {
    let bytes = Array(text.utf8.prefix(11))
    guard bytes.count == 10, bytes[4] == 45, bytes[7] == 45,
      let year = number(bytes[0..<4]), let month = number(bytes[5..<7]),
      let day = number(bytes[8..<10])
    else { throw .dateUnreadable(String(text), "dates are written 2002-06-30") }
    guard let date = CalendarDate(year: year, month: month, day: day) else {
      throw .dateUnreadable(
        String(text),
        (1900...2199).contains(year)
          ? "the calendar has no such day" : "the ledger knows 1900 to 2199")
    }
    self = date
  }

  public var description: String {
    String(unsafeUninitializedCapacity: 10) { bytes in
      var rest = Int(packed)
      for place in [9, 8, 6, 5, 3, 2, 1, 0] {
        bytes[place] = UInt8(48 + rest % 10)
        rest /= 10
      }
      (bytes[4], bytes[7]) = (45, 45)
      return 10
    }
  }

  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    left.packed < right.packed
  }

  /// The last day of a year.
  public static func end(of year: Int) -> CalendarDate {
    CalendarDate(packed: Int32(year * 10000 + 1231))
  }

  /// The first day of a year.
  public static func start(of year: Int) -> CalendarDate {
    CalendarDate(packed: Int32(year * 10000 + 101))
  }

  /// The day after, or itself on the last day that the ledger knows.
  public var next: CalendarDate {
    if day < CalendarDate.days(inMonth: month, of: year) {
      return CalendarDate(packed: packed + 1)
    }
    if month < 12 { return CalendarDate(packed: Int32(year * 10000 + (month + 1) * 100 + 1)) }
    return year < 2199 ? .start(of: year + 1) : self
  }

  /// The day before, or itself on the first day that the ledger knows.
  public var previous: CalendarDate {
    if day > 1 { return CalendarDate(packed: packed - 1) }
    if month > 1 {
      let before = CalendarDate.days(inMonth: month - 1, of: year)
      return CalendarDate(packed: Int32(year * 10000 + (month - 1) * 100 + before))
    }
    return year > 1900 ? .end(of: year - 1) : self
  }

  /// The day so many days later, or the last that the ledger knows.
  public func adding(days: Int) -> CalendarDate {
    (0..<days).reduce(self) { day, _ in day.next }
  }

  /// Whole days since 1900-03-01, a count in which months have their true lengths.
  public var dayNumber: Int {
    let shifted = month < 3 ? (year - 1, month + 9) : (year, month - 3)
    let (y, m) = (shifted.0 - 1900, shifted.1)
    return y * 365 + y / 4 - y / 100 + (y + 300) / 400 + (m * 153 + 2) / 5 + day - 1
  }

  static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

/// ASCII digits as a number, or nil.
func number(_ bytes: ArraySlice<UInt8>) -> Int? {
  guard !bytes.isEmpty, bytes.count <= 9 else { return nil }
  var result = 0
  for byte in bytes {
    guard (48...57).contains(byte) else { return nil }
    result = result * 10 + Int(byte - 48)
  }
  return result
}

extension LedgerError {
  static func dateUnreadable(_ text: String, _ why: String) -> LedgerError {
    LedgerError(rule: "date-unreadable", "'\(text)' is not a date: \(why)", field: "on")
  }
}
