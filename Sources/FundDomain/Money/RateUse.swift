/// A rate that documents of a day are valued at.
public struct RateUse: Sendable {
  public let currency: Currency
  public let effective: CalendarDate
  /// The day of the documents, how many they are, and the first of them.
  public let day: CalendarDate
  public let documents: Int
  public let first: EntryNumber

  public init(
    currency: Currency, effective: CalendarDate, day: CalendarDate, documents: Int,
    first: EntryNumber
  ) {
    self.currency = currency
    self.effective = effective
    self.day = day
    self.documents = documents
    self.first = first
  }

  /// How old the rate was, in days.
  public var age: Int { day.days(since: effective) }
}
