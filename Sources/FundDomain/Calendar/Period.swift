/// Two calendar years, the first even: 2002-2003. The Fund's budget and statement period.
public struct Biennium: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let firstYear: Int

  /// The biennium in which a day lies.
  public init(of date: CalendarDate) { firstYear = date.year - date.year % 2 }

  /// Reads `2002-2003`.
  ///
  /// - Throws: `biennium-odd` when the first year is odd, `period-unreadable`.
  public init(_ text: some StringProtocol) throws(LedgerError) {
    let bytes = Array(text.utf8.prefix(10))
    guard bytes.count == 9, bytes[4] == 45, let first = number(bytes[0..<4]),
      let second = number(bytes[5..<9]), second == first + 1, (1900...2198).contains(first)
    else {
      let year = bytes.count == 4 ? number(bytes[...]) : nil
      let meant = year.flatMap { CalendarDate(year: $0, month: 1, day: 1) }.map(Biennium.init(of:))
      throw LedgerError(
        rule: "period-unreadable", "'\(text)' is not a biennium",
        hint: meant.map { "did you mean \($0)?" } ?? "write two years, the first even: 2002-2003",
        field: "period")
    }
    guard first % 2 == 0 else {
      throw LedgerError(
        rule: "biennium-odd", "\(text) is not a biennium: bienniums begin with an even year",
        hint: "did you mean \(first - 1)-\(first) or \(first + 1)-\(first + 2)?", field: "period")
    }
    firstYear = first
  }

  /// Its days, from the first of January to the last of December of the second year.
  public var period: Period {
    Period(from: .start(of: firstYear), to: .end(of: firstYear + 1))
  }

  /// The biennium before, or nil before 1900.
  public var previous: Biennium? {
    firstYear > 1900 ? Biennium(of: .start(of: firstYear - 2)) : nil
  }

  public var description: String { "\(firstYear)-\(firstYear + 1)" }

  public static func < (left: Biennium, right: Biennium) -> Bool {
    left.firstYear < right.firstYear
  }
}

/// A span of days, both ends included.
public struct Period: Hashable, Sendable, CustomStringConvertible {
  public let from: CalendarDate
  public let to: CalendarDate

  public init(from: CalendarDate, to: CalendarDate) {
    precondition(from <= to)
    self.from = from
    self.to = to
  }

  /// Every day before it, or nil where there is none.
  public var before: Period? { from > .first ? Period(from: .first, to: from.previous) : nil }

  /// Every day that the ledger knows.
  public static let always = Period(from: .first, to: .last)

  /// Reads `2002-2003`, `2002`, `2002-06`, `2002-01-01..2003-06-30`, and, where today is given,
  /// `last biennium` and `this biennium`.
  ///
  /// - Throws: `period-unreadable`, `biennium-odd`, `date-unreadable`, `period-backwards`.
  public init(_ text: some StringProtocol, today: CalendarDate? = nil) throws(LedgerError) {
    let words = trimmed(text)
    if let today, ["this biennium", "last biennium"].contains(words) {
      let this = Biennium(of: today)
      self = (words == "this biennium" ? this : this.previous ?? this).period
    } else if let dots = words.firstRange(of: "..") {
      let from = try CalendarDate(words[..<dots.lowerBound])
      let to = try CalendarDate(words[dots.upperBound...])
      guard from <= to else {
        throw LedgerError(
          rule: "period-backwards", "the period \(words) ends before it begins", field: "period")
      }
      self.init(from: from, to: to)
    } else {
      self = try Period(words: words)
    }
  }

  private init(words: String) throws(LedgerError) {
    let bytes = Array(words.utf8)
    switch bytes.count {
    case 4:
      guard let year = number(bytes[...]), (1900...2199).contains(year) else {
        throw .periodUnreadable(words)
      }
      self.init(from: .start(of: year), to: .end(of: year))
    case 7 where bytes[4] == 45:
      guard let year = number(bytes[0..<4]), let month = number(bytes[5...]),
        let from = CalendarDate(year: year, month: month, day: 1),
        let to = CalendarDate(
          year: year, month: month, day: CalendarDate.days(inMonth: month, of: year))
      else { throw .periodUnreadable(words) }
      self.init(from: from, to: to)
    case 9 where bytes[4] == 45: self = try Biennium(words).period
    case 10 where bytes[4] == 45 && bytes[7] == 45:
      let day = try CalendarDate(words)
      self.init(from: day, to: day)
    default: throw .periodUnreadable(words)
    }
  }

  /// The years that the period touches.
  public var years: ClosedRange<Int> { from.year...to.year }

  /// The biennium, where the period is exactly one.
  public var biennium: Biennium? {
    let biennium = Biennium(of: from)
    return biennium.period == self ? biennium : nil
  }

  /// The period of the same length right before: for a biennium, the biennium before.
  public var previous: Period? {
    if let biennium { return biennium.previous?.period }
    guard from > .first else { return nil }
    if from == .start(of: from.year), to == .end(of: to.year) {
      let length = to.year - from.year + 1
      guard from.year - length >= 1900 else { return nil }
      return Period(from: .start(of: from.year - length), to: from.previous)
    }
    return nil
  }

  /// Whether a day lies in it.
  public func contains(_ date: CalendarDate) -> Bool { from <= date && date <= to }

  /// As it was written where a short form says it: `2002-2003`, `2002`, else `D..D`.
  public var description: String {
    if let biennium { return biennium.description }
    if from == .start(of: from.year), to == .end(of: from.year) { return "\(from.year)" }
    return "\(from)..\(to)"
  }
}

/// A text without the blanks around it.
public func trimmed(_ text: some StringProtocol) -> String {
  let whole = String(text)
  // Most text begins and ends with a letter or digit: then there is nothing to take away.
  if let first = whole.utf8.first, let last = whole.utf8.last, 0x21..<0x7F ~= first,
    0x21..<0x7F ~= last
  {
    return whole
  }
  var view = Substring(whole)
  while let first = view.unicodeScalars.first, first.properties.isWhitespace {
    view.unicodeScalars.removeFirst()
  }
  while let last = view.unicodeScalars.last, last.properties.isWhitespace {
    view.unicodeScalars.removeLast()
  }
  return String(view)
}

extension LedgerError {
  static func periodUnreadable(_ text: String) -> LedgerError {
    LedgerError(
      rule: "period-unreadable", "'\(text)' is not a period",
      hint: "write 2002-2003, 2002, 2002-06 or 2002-01-01..2003-06-30", field: "period")
  }
}
