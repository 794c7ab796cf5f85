import FundDomain
import Glibc

/// The machine's clock, in UTC; nothing below the command line looks at it.
enum Clock {
  /// Today in UTC.
  ///
  /// - Throws: `clock-unusable` when the machine's clock is outside the ledger's calendar.
  static func today() throws -> CalendarDate {
    let parts = now(seconds: time(nil))
    guard
      let date = CalendarDate(
        year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    else {
      throw LedgerError(
        rule: "clock-unusable", "the machine's clock says a day that no ledger knows",
        hint: "set the clock")
    }
    return date
  }

  /// The instant, ISO 8601 with microseconds.
  static func now() -> String {
    var instant = timespec()
    clock_gettime(CLOCK_REALTIME, &instant)
    let parts = now(seconds: instant.tv_sec)
    func digits(_ value: Int, _ count: Int) -> String {
      let text = String(value)
      return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
    }
    return digits(Int(parts.tm_year) + 1900, 4) + "-" + digits(Int(parts.tm_mon) + 1, 2) + "-"
      + digits(Int(parts.tm_mday), 2) + "T" + digits(Int(parts.tm_hour), 2) + ":"
      + digits(Int(parts.tm_min), 2) + ":" + digits(Int(parts.tm_sec), 2) + "."
      + digits(Int(instant.tv_nsec) / 1000, 6) + "Z"
  }

  private static func now(seconds: time_t) -> tm {
    var seconds = seconds
    var parts = tm()
    gmtime_r(&seconds, &parts)
    return parts
  }
}
