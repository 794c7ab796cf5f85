/// The rate of exchange that holds on a day, and since when.
public struct RateInForce: Sendable {
  /// The entry of the rate; nil for US dollars.
  public let entry: EntryNumber?
  public let rate: ExchangeRate
  public let effective: CalendarDate

  public init(entry: EntryNumber?, rate: ExchangeRate, effective: CalendarDate) {
    self.entry = entry
    self.rate = rate
    self.effective = effective
  }
}
