import FundDomain

/// The rules of IATI's standard ruleset that the Fund's data can break. All others hold by the way
/// in which the file is written.
enum IATIRules {
  /// The transaction date and the value date must not be in the future.
  static func requirePast(
    _ date: CalendarDate, _ name: String, _ context: IATIContext
  ) throws(LedgerError) {
    guard date > context.today else { return }
    throw LedgerError(
      rule: "iati-11.2.1",
      "\(name) is dated \(date), after \(context.today), the day of the newest entry: "
        + "IATI takes no transaction of the future",
      hint: "give --as-at \(context.today) or an earlier day")
  }

  /// An activity must have a planned or an actual start.
  static func requireStart(
    _ start: CalendarDate?, of name: String, hint: String
  ) throws(LedgerError) -> CalendarDate {
    if let start { return start }
    throw LedgerError(
      rule: "iati-6.11.1",
      "\(name) has neither a start nor money that would tell when it began: IATI asks for a start",
      hint: hint)
  }

  /// A planned start must not be after the planned end, nor an actual one after the actual end.
  static func requireOrder(
    _ start: IATILifeDate, _ end: IATILifeDate?, of code: String
  ) throws(LedgerError) {
    guard let end, start.isActual == end.isActual, start.day > end.day else { return }
    throw LedgerError(
      rule: start.isActual ? "iati-11.1.3" : "iati-11.1.2",
      "\(code) ends on \(end.day), before its \(start.basis ?? "start") of \(start.day)",
      hint: "cpcjf change project \(code) --start … says when it began")
  }
}
