import FundDomain

/// What reported money is worth in dollars: at the ledger's own rate of its day, never at an
/// equivalent that others give.
struct ReferenceWorth {
  private let books: any Books
  /// The latest day on which a currency is known to have no rate: before it there is none either.
  private var without: [Currency: CalendarDate] = [:]

  init(_ books: any Books) { self.books = books }

  /// US cents, or nil where the ledger has no rate of that day.
  mutating func cents(_ flow: ReportedFlow) throws -> Int64? {
    let (currency, day) = (flow.amount.currency, flow.valueDate)
    if let latest = without[currency], day <= latest { return nil }
    do {
      return try books.rate(of: currency, on: day).rate.dollars(for: flow.amount).minorUnits
    } catch let error as LedgerError {
      switch error.rule {
      case "rate-missing": without[currency] = max(day, without[currency] ?? day)
      case "amount-too-small": return 0
      case "amount-out-of-range": break
      default: throw error
      }
      return nil
    }
  }
}
