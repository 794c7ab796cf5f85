extension CalendarDate {
  /// The day so many days later, or earlier; at most the last, and at least the first, that the
  /// ledger knows.
  public func adding(days: Int) -> CalendarDate {
    let target = dayNumber + days
    guard target > CalendarDate.first.dayNumber else { return .first }
    guard target < CalendarDate.last.dayNumber else { return .last }
    // No year has more than 366 days, so that this is never too late, and early by a year at most.
    var year = 1900 + (target - CalendarDate.first.dayNumber) / 366
    while CalendarDate.end(of: year).dayNumber < target { year += 1 }
    var rest = target - CalendarDate.start(of: year).dayNumber
    var month = 1
    while rest >= CalendarDate.days(inMonth: month, of: year) {
      rest -= CalendarDate.days(inMonth: month, of: year)
      month += 1
    }
    return CalendarDate(year: year, month: month, day: rest + 1) ?? .last
  }

  /// The same day so many months later, or earlier; where that month is shorter, its last day.
  public func adding(months: Int) -> CalendarDate {
    let target = year * 12 + month - 1 + months
    guard target >= 1900 * 12 else { return .first }
    guard target < 2200 * 12 else { return .last }
    let (year, month) = (target / 12, target % 12 + 1)
    let day = min(day, CalendarDate.days(inMonth: month, of: year))
    return CalendarDate(year: year, month: month, day: day) ?? .last
  }

  /// How many days it is after another day; below zero where it is before.
  public func days(since other: CalendarDate) -> Int { dayNumber - other.dayNumber }
}
