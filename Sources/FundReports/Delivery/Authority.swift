import FundDomain

/// The authority to spend that projects have in a period, and what became of it, in US cents with
/// programme support.
struct Authority: Sendable {
  /// Unobligated when the period began.
  var before: Int64 = 0
  /// Allotted in it, less what was returned.
  var allotted: Int64 = 0
  /// Obligated and paid directly in it, less what was reduced or came back.
  var obligated: Int64 = 0
  /// Paid in it, less what partners gave back, at the rates of the days; no programme support.
  var disbursed: Int64 = 0

  /// What could be spent in the period.
  var available: Int64 { before + allotted }
  /// At the end of it.
  var unobligated: Int64 { available - obligated }
  /// What was obligated of what could be, in tenths of a per cent.
  var rate: Int64? { available > 0 ? Percentage.tenths(of: obligated, in: available) : nil }

  static func += (left: inout Authority, right: Authority) {
    left.before += right.before
    left.allotted += right.allotted
    left.obligated += right.obligated
    left.disbursed += right.disbursed
  }
}

/// The authority of every project: sums by project, sub-fund and year, which is where money is
/// shared out.
struct Authorities {
  private struct Place: Hashable {
    let subFund: EntryNumber
    let year: Int?
    let isBefore: Bool
  }

  private var places: [EntryNumber: [Place: Authority]] = [:]

  /// - Throws: `does-not-foot` when what is unobligated is not what the books say.
  init(_ books: any Books, in period: Period) throws {
    if let before = period.before {
      try add(books, [.budgetIssued, .budgetSpent], in: before, isBefore: true) {
        $0.before -= $1.usd
      }
    }
    try add(books, [.budgetIssued], in: period) { $0.allotted -= $1.usd }
    try add(books, [.budgetSpent], in: period) { $0.obligated += $1.usd }
    try add(books, [.cash], in: period) { $0.disbursed -= $1.usd }
    let unobligated = places.values.flatMap(\.values).reduce(0) { $0 + $1.unobligated }
    let query = TotalsQuery([.budgetUnobligated], in: Period(from: .first, to: period.to))
    let known = try books.totals(query).reduce(0) { $0 + $1.usd }
    guard unobligated == known else {
      throw LedgerError.doesNotFoot(
        "what was allotted less what was obligated leaves \(dollars(unobligated)), unobligated is "
          + dollars(known))
    }
  }

  private mutating func add(
    _ books: any Books, _ accounts: [Account], in period: Period, isBefore: Bool = false,
    _ act: (inout Authority, Total) -> Void
  ) throws {
    for total in try books.totals(TotalsQuery(accounts, by: [.project, .year], in: period)) {
      guard let project = total.project else { continue }
      let place = Place(subFund: total.subFund, year: total.year, isBefore: isBefore)
      act(&places[project, default: [:]][place, default: Authority()], total)
    }
  }

  /// What a project has in each sub-fund.
  func bySubFund(_ project: EntryNumber) -> [EntryNumber: Authority] {
    (places[project] ?? [:]).reduce(into: [:]) {
      $0[$1.key.subFund, default: Authority()] += $1.value
    }
  }

  /// A project's authority over the rows that it has shares in; the parts add up to it.
  func split(_ project: EntryNumber, over weights: [Int64]) -> [Authority] {
    var parts = weights.map { _ in Authority() }
    for own in (places[project] ?? [:]).values {
      let split = [own.before, own.allotted, own.obligated, own.disbursed].map {
        apportion($0, over: weights)
      }
      for place in parts.indices {
        parts[place] += Authority(
          before: split[0][place], allotted: split[1][place], obligated: split[2][place],
          disbursed: split[3][place])
      }
    }
    return parts
  }
}
