/// What a sub-fund has and has given out, day by day: what rule 3 asks of it.
public struct Position: Sendable {
  private struct Sums {
    /// Cash less unliquidated obligations, in minor units of each currency.
    var units: [Currency: Int64] = [:]
    /// Claims on other sub-funds, less deferred income and unobligated allotments, in US cents.
    var claims: Int64 = 0
    /// What is left of the contributions that are kept apart, in US cents.
    var kept: Int64 = 0

    mutating func add(_ other: Sums, times sign: Int64 = 1) {
      units.merge(other.units.mapValues { $0 * sign }) { $0 + $1 }
      claims += other.claims * sign
      kept += other.kept * sign
    }
  }

  /// All of it, and what each day added.
  private var whole = Sums()
  private var days: [CalendarDate: Sums] = [:]
  /// The last day on which anything was posted.
  fileprivate var newest = CalendarDate.first

  /// The accounts whose postings make it up.
  public static let accounts: [Account] = [
    .cash, .obligations, .interFund, .deferredIncome, .budgetUnobligated, .budgetIssued, .refunds,
  ]

  public init() {}

  /// Adds what was posted on a day.
  public mutating func add(
    _ account: Account, _ amount: Money, usd: Int64, isKeptApart: Bool, on date: CalendarDate
  ) {
    var sums = Sums()
    switch account {
    case .cash, .obligations: sums.units = [amount.currency: amount.minorUnits]
    case .interFund, .deferredIncome: sums.claims = usd
    case .budgetUnobligated: sums.claims = -usd
    default: break
    }
    if isKeptApart { sums.kept = Self.left(account, usd) }
    add(sums, on: date)
  }

  private mutating func add(_ sums: Sums, on date: CalendarDate) {
    whole.add(sums)
    days[date, default: Sums()].add(sums)
    newest = max(newest, date)
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
  public func sums(
    upTo date: CalendarDate, worth: (Money) throws -> Int64
  ) rethrows -> (uncommitted: Int64, pool: Int64) {
    var sums = whole
    // Most acts are later than nearly all that stands: what is later than they is taken off.
    if newest > date {
      for (day, later) in days where day > date { sums.add(later, times: -1) }
    }
    var uncommitted = sums.claims
    for (currency, amount) in sums.units where amount != 0 {
      uncommitted += try worth(Money(minorUnits: amount, currency))
    }
    return (uncommitted, uncommitted - sums.kept)
  }
}

extension Journal {
  /// What a sub-fund has uncommitted on a day and in the books as they stand: cash and claims,
  /// less unliquidated obligations, unobligated allotments and deferred income, other currencies
  /// at the rate of the day; and the part of it that is its pool's.
  func uncommitted(
    _ subFund: EntryNumber, on date: CalendarDate
  ) throws -> (now: (uncommitted: Int64, pool: Int64), then: (uncommitted: Int64, pool: Int64)) {
    try uncommitted(books.position(of: subFund), on: date)
  }

  private func uncommitted(
    _ position: Position, on date: CalendarDate
  ) throws -> (now: (uncommitted: Int64, pool: Int64), then: (uncommitted: Int64, pool: Int64)) {
    let worth: (Money) throws -> Int64 = { try self.worth($0, on: date) }
    return (
      try position.sums(upTo: .last, worth: worth), try position.sums(upTo: date, worth: worth)
    )
  }

  /// The worth of a balance on a day, in US cents.
  func worth(_ money: Money, on date: CalendarDate) throws -> Int64 {
    try books.worth(money, on: date)
  }

  /// What may be used of some money on a day (rule 3): the least of what is left of it and of what
  /// its sub-fund has uncommitted, on that day and in the books as they stand.
  package func available(
    _ money: ContributionStanding?, of subFund: EntryNumber, on date: CalendarDate
  ) throws -> Int64 {
    try available(money, in: books.position(of: subFund), on: date)
  }

  /// The same where the sub-fund stands as a position says, and what is left of the money is known.
  func available(
    _ money: ContributionStanding?, left known: (now: Int64, then: Int64)? = nil,
    in position: Position, on date: CalendarDate
  ) throws -> Int64 {
    let sums = try uncommitted(position, on: date)
    guard let money, money.isEarmarked else {
      return min(sums.now.pool, sums.then.pool, sums.now.uncommitted)
    }
    let left = try known?.now ?? books.left(of: money.entry, upTo: .last)
    let then =
      try position.newest > date
      ? known?.then ?? books.left(of: money.entry, upTo: date) : left
    return min(left, then, sums.now.uncommitted)
  }
}

extension Books {
  /// What a sub-fund has uncommitted at the end of a day, and the part of it that is its pool's, in
  /// US cents.
  public func uncommitted(
    in subFund: EntryNumber, upTo day: CalendarDate
  ) throws -> (uncommitted: Int64, pool: Int64) {
    let closing = try latestClosing
    let isOpen = closing.map { $0.through <= day } ?? true
    return try position(of: subFund, after: isOpen ? closing : nil)
      .sums(upTo: day) { try worth($0, on: day) }
  }
}
