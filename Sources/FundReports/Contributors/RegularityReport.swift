public import FundDomain
import Plain

/// Who gave in which year, and how regularly: years in a row, the bienniums of those since the
/// first gift, first-time and lapsed donors (resolution 56/123, paragraph 17: adequate and regular
/// contributions).
public struct RegularityReport: Report {
  /// A donor's gifts by the year in which they came.
  public struct Row: Sendable {
    public let donor: Donor
    /// US cents, in cash and in kind, of each year since the beginning.
    let years: [Int: Int64]
    /// It gave before the ledger began.
    let gaveEarlier: Bool
    public let regularity: Regularity
  }

  /// The years that are shown, oldest first.
  public let years: [Int]
  public let period: Period
  public let rows: [Row]
  public let foot: ReportFoot

  /// Donors that gave by the end of a period, with what they gave in its years.
  ///
  /// - Throws: `does-not-foot` when a year's gifts are not what the books say was received in it.
  public init(_ books: any Books, in period: Period) throws {
    let books = books.asAt(period.to)
    self.period = period
    foot = try ReportFoot(books, asAt: period.to)
    let upToEnd = Period(from: .first, to: period.to)
    var years: [EntryNumber: [Int: Int64]] = [:]
    var given: [EntryNumber: Set<Int>] = [:]
    var earlier: Set<EntryNumber> = []
    for gifts in try books.gifts(upToEnd) {
      if gifts.kind == .opening {
        earlier.insert(gifts.donor)
      } else {
        years[gifts.donor, default: [:]][gifts.year, default: 0] += gifts.usd
        if gifts.count > 0 { given[gifts.donor, default: []].insert(gifts.year) }
      }
    }
    for donor in earlier where years[donor] == nil { years[donor] = [:] }
    try Self.require(years, asIn: books, upToEnd)
    let donors = try byID(books.donors(on: period.to), \.id)
    rows = try years.map { id, years in
      try Row(
        donor: donors[id] ?? books.donor(id), years: years, gaveEarlier: earlier.contains(id),
        regularity: Regularity(
          years, given: given[id] ?? [], gaveEarlier: earlier.contains(id), upTo: period.to))
    }.filter { $0.regularity.standing != nil }.sorted { $0.donor.code < $1.donor.code }
    let first = years.values.flatMap(\.keys).min() ?? period.to.year
    self.years = Array(min(max(first, period.from.year), period.to.year)...period.to.year)
  }

  private static func require(
    _ years: [EntryNumber: [Int: Int64]], asIn books: any Books, _ period: Period
  ) throws {
    var given: [Int: Int64] = [:]
    for own in years.values { given.merge(own) { $0 + $1 } }
    let query = TotalsQuery(
      [.cash, .expenditureInKind], by: [.year], in: period, ofContributions: true)
    for total in try books.totals(query) { given[total.year ?? 0, default: 0] -= total.usd }
    if let (year, cents) = given.first(where: { $0.value != 0 }) {
      throw LedgerError.doesNotFoot(
        "\(dollars(cents)) of \(year) is given by no donor")
    }
  }
}

/// How regularly someone gave, up to a day. A year or biennium counts in which a gift came, and more
/// than was taken back.
public struct Regularity: Sendable {
  /// How a donor stands in the biennium of the day.
  public enum Standing: String, CaseIterable, Sendable {
    /// Gave in it, and never before.
    case firstTime = "first-time"
    /// Gave in it and in the one before.
    case continuing
    /// Gave in it and earlier, but not in the one before.
    case returned
    /// Gave earlier, and not in it.
    case lapsed

    var title: String { self == .firstTime ? "First time" : rawValue.capitalizedFirst }
  }

  /// Nil of who never gave.
  public let standing: Standing?
  /// The years with a gift, oldest first.
  public let years: [Int]
  /// The most years in a row, and those up to the day's; a year that is not over ends no row.
  public let longestStreak, currentStreak: Int
  /// The bienniums with a gift, and all since the first of them.
  public let bienniumsGiven, bienniums: Int
  /// How much the bienniums since the first differ: their standard deviation as tenths of a per
  /// cent of their mean; nil where nothing was given.
  public let variation: Int64?
  /// Given in the biennium of the day, and in the one before, in US cents.
  public let thisBiennium, lastBiennium: Int64

  /// - Parameters:
  ///   - cents: what came less what was taken back, by year.
  ///   - years: those in which a gift came.
  init(
    _ cents: [Int: Int64], given years: Set<Int>, gaveEarlier: Bool, upTo day: CalendarDate
  ) {
    let given = cents.filter { $0.value > 0 && years.contains($0.key) }.keys.sorted()
    self.years = given
    let streaks = Self.streaks(given)
    longestStreak = streaks.map(\.count).max() ?? 0
    let reach = day == .end(of: day.year) ? day.year : day.year - 1
    currentStreak = streaks.last.map { $0.last >= reach ? $0.count : 0 } ?? 0
    var sums: [Int: Int64] = [:]
    for (year, cents) in cents { sums[year - year % 2, default: 0] += cents }
    let gave = Set(years.map { $0 - $0 % 2 }).filter { sums[$0] ?? 0 > 0 }
    let this = Biennium(of: day).firstYear
    let since = gave.min().map { Array(stride(from: $0, through: this, by: 2)) } ?? []
    bienniums = since.count
    bienniumsGiven = since.count { gave.contains($0) }
    variation = Self.variation(since.map { sums[$0] ?? 0 })
    thisBiennium = sums[this] ?? 0
    lastBiennium = sums[this - 2] ?? 0
    let before = gaveEarlier || since.dropLast().contains { gave.contains($0) }
    switch (gave.contains(this), gave.contains(this - 2)) {
    case (true, true): standing = .continuing
    case (true, false): standing = before ? .returned : .firstTime
    // Nobody lapsed whose only gift was taken back, or turned out to be another's.
    default: standing = before && (gaveEarlier || cents.values.reduce(0, +) > 0) ? .lapsed : nil
    }
  }

  var yearsGiven: Int { years.count }
  var firstYear: Int? { years.first }
  var lastYear: Int? { years.last }

  private static func streaks(_ years: [Int]) -> [(last: Int, count: Int)] {
    var streaks: [(last: Int, count: Int)] = []
    for year in years {
      if let streak = streaks.last, streak.last == year - 1 {
        streaks[streaks.count - 1] = (year, streak.count + 1)
      } else {
        streaks.append((year, 1))
      }
    }
    return streaks
  }

  private static func variation(_ amounts: [Int64]) -> Int64? {
    let sum = amounts.reduce(Int128(0)) { $0 + Int128($1) }
    guard sum > 0 else { return nil }
    // Dollars are exact enough for a per cent, and their squares are far from 128 bits.
    let whole = sum / 100
    guard whole > 0 else { return nil }
    let squares = amounts.reduce(Int128(0)) { $0 + Int128($1 / 100) * Int128($1 / 100) }
    let spread = max(Int128(amounts.count) * squares - whole * whole, 0)
    return Int64(root(spread * 1_000_000) / whole)
  }

  /// The whole part of a square root, by Newton's method.
  private static func root(_ number: Int128) -> Int128 {
    guard number > 1 else { return number }
    var guess = Int128(1) << ((128 - number.leadingZeroBitCount + 1) / 2)
    while true {
      let next = (guess + number / guess) / 2
      if next >= guess { return guess }
      guess = next
    }
  }
}
