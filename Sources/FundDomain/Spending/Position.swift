/// What a sub-fund has and has given out, day by day: what rule 3 asks of it.
public struct Position: Sendable {
  private struct Day {
    /// Cash less unliquidated obligations, in minor units of each currency.
    var units: [Currency: Int64] = [:]
    /// Claims on other sub-funds, less deferred income and unobligated allotments, in US cents.
    var claims: Int64 = 0
    /// What is left of the contributions that are kept apart, in US cents.
    var kept: Int64 = 0
  }

  private var days: [CalendarDate: Day] = [:]

  /// The accounts whose postings make it up.
  public static let accounts: [Account] = [
    .cash, .obligations, .interFund, .deferredIncome, .budgetUnobligated, .budgetIssued, .refunds,
  ]

  public init() {}

  /// Adds what was posted on a day.
  public mutating func add(
    _ account: Account, _ amount: Money, usd: Int64, isKeptApart: Bool, on date: CalendarDate
  ) {
    var day = days[date] ?? Day()
    switch account {
    case .cash, .obligations: day.units[amount.currency, default: 0] += amount.minorUnits
    case .interFund, .deferredIncome: day.claims += usd
    case .budgetUnobligated: day.claims -= usd
    default: break
    }
    if isKeptApart { day.kept += Self.left(account, usd) }
    days[date] = day
  }

  /// Adds what was left, on a day, of contributions that are kept apart, in US cents.
  public mutating func keepApart(_ cents: Int64, on date: CalendarDate) {
    days[date, default: Day()].kept += cents
  }

  /// What a posting of a source adds to what is left of it: its cash and interest, less refunds,
  /// transfers, allotments issued and what is deferred.
  public static func left(_ account: Account, _ usd: Int64) -> Int64 {
    switch account {
    case .cash, .deferredIncome, .budgetIssued: usd
    case .refunds: -usd
    default: 0
    }
  }

  /// Uncommitted money, and the part of it that is the pool's, up to a day; other currencies as
  /// `worth` says.
  func sums(
    upTo date: CalendarDate, worth: (Money) throws -> Int64
  ) rethrows -> (uncommitted: Int64, pool: Int64) {
    var units: [Currency: Int64] = [:]
    var uncommitted: Int64 = 0
    var kept: Int64 = 0
    for (day, sums) in days where day <= date {
      units.merge(sums.units) { $0 + $1 }
      uncommitted += sums.claims
      kept += sums.kept
    }
    for (currency, amount) in units where amount != 0 {
      uncommitted += try worth(Money(minorUnits: amount, currency))
    }
    return (uncommitted, uncommitted - kept)
  }
}

extension Journal {
  /// What a sub-fund has uncommitted on a day and in the books as they stand: cash and claims,
  /// less unliquidated obligations, unobligated allotments and deferred income, other currencies
  /// at the rate of the day; and the part of it that is its pool's.
  func uncommitted(
    _ subFund: EntryNumber, on date: CalendarDate
  ) throws -> (now: (uncommitted: Int64, pool: Int64), then: (uncommitted: Int64, pool: Int64)) {
    let position = try books.position(of: subFund)
    let worth: (Money) throws -> Int64 = { try self.worth($0, on: date) }
    return (
      try position.sums(upTo: .last, worth: worth), try position.sums(upTo: date, worth: worth)
    )
  }

  /// The worth of a balance on a day, in US cents; what is in a currency that ended is worth what
  /// its successor is, at the fixed rate.
  func worth(_ money: Money, on date: CalendarDate) throws -> Int64 {
    let currency = money.currency
    if currency == .usd { return money.minorUnits }
    var units = Int128(money.minorUnits)
    var per = power(currency.exponent)
    var living = currency
    if let ended = currency.ended, date > ended, let successor = currency.successor,
      let fixed = currency.fixedRate
    {
      units *= power(fixed.decimals)
      per *= Int128(fixed.digits)
      living = successor
    }
    let rate = try books.rate(of: living, on: date).rate
    return Int64(halfEven(units * power(rate.decimals + 2), per * Int128(rate.digits)))
  }

  /// What may be used of some money on a day (rule 3): the least of what is left of it and of what
  /// its sub-fund has uncommitted, on that day and in the books as they stand.
  func available(
    _ money: ContributionStanding?, of subFund: EntryNumber, on date: CalendarDate
  ) throws -> Int64 {
    let sums = try uncommitted(subFund, on: date)
    guard let money, money.isEarmarked else {
      return min(sums.now.pool, sums.then.pool, sums.now.uncommitted)
    }
    return min(
      try books.left(of: money.entry, upTo: .last), try books.left(of: money.entry, upTo: date),
      sums.now.uncommitted)
  }
}
