public import FundDomain

/// The Fund's statement for a period: income, expenditure, other adjustments and what they leave,
/// for each sub-fund and in the whole, with the period before beside it.
public struct Statement: Report {
  public let period: Period
  public let subFunds: [SubFund]
  public let figures: Figures
  public let previous: Figures?
  let themes: ThemeLines
  let previousThemes: ThemeLines?
  let continuity: Continuity
  let reconciliation: Reconciliation
  public let foot: ReportFoot

  /// Computes the statement from the books.
  ///
  /// - Throws: `does-not-foot` when the closing balance is not assets less liabilities, the opening
  ///   balance not the closing balance before, the themes not the expenditure, or contributions
  ///   not what was collected of them: such a statement is not printed.
  public init(_ books: any Books, for period: Period) throws {
    let books = books.asAt(period.to)
    self.period = period
    subFunds = try books.subFunds(on: period.to)
    foot = try ReportFoot(books, asAt: period.to)
    let tree = SubFundTree(subFunds)
    let before = period.previous
    var running = try Movements(books, (before ?? period).before)
    previous = try before.map { before in
      let flows = try Movements(books, before)
      defer { running = running + flows }
      return try Figures(opening: running, flows, books, before, tree)
    }
    figures = try Figures(opening: running, try Movements(books, period), books, period, tree)
    themes = try ThemeLines(books, for: period, tree)
    try themes.requireFoots(figures, subFunds)
    previousThemes = try before.map { try ThemeLines(books, for: $0, tree) }
    continuity = try Continuity(books, figures, for: period, previous: previous, tree)
    reconciliation = try Reconciliation(books, figures, for: period, tree)
  }
}

/// The movements of the statement's accounts over some days, by account and sub-fund.
struct Movements: Sendable {
  struct Key: Hashable {
    let account: Account
    let subFund: EntryNumber
  }

  var cents: [Key: Int64] = [:]

  static let accounts = Account.allCases.filter {
    [.income, .expenditure, .adjustments].contains($0.section)
  }

  /// Nothing moves over no days.
  init(_ books: any Books, _ period: Period?) throws {
    guard let period else { return }
    for total in try books.totals(TotalsQuery(Self.accounts, in: period)) {
      cents[Key(account: total.account, subFund: total.subFund), default: 0] += total.usd
    }
  }

  static func + (left: Movements, right: Movements) -> Movements {
    var sum = left
    sum.cents.merge(right.cents) { $0 + $1 }
    return sum
  }
}

/// Every line of the statement, in US cents, by sub-fund and in the whole.
public struct Figures: Sendable {
  private var values: [StatementLine: [EntryNumber: Int64]] = [:]
  private let tree: SubFundTree

  /// A line of a sub-fund with its parts.
  public func value(_ line: StatementLine, of subFund: EntryNumber) -> Int64 {
    values[line]?[subFund] ?? 0
  }

  /// A line of the whole Fund: the plain sum of its sub-funds.
  public func total(_ line: StatementLine) -> Int64 {
    tree.roots.reduce(0) { $0 + value(line, of: $1) }
  }

  /// The figures of a period alone.
  init(_ books: any Books, for period: Period) throws {
    try self.init(
      opening: Movements(books, period.before), Movements(books, period), books, period,
      SubFundTree(books.subFunds(on: period.to)))
  }

  init(
    opening: Movements, _ flows: Movements, _ books: any Books, _ period: Period,
    _ tree: SubFundTree
  ) throws {
    self.tree = tree
    var own: [StatementLine: [EntryNumber: Int64]] = [:]
    for (key, cents) in opening.cents {
      own[.openingBalance, default: [:]][key.subFund, default: 0] -= cents
    }
    let upToEnd = Period(from: .first, to: period.to)
    for total in try books.totals(TotalsQuery([.opening], in: upToEnd)) {
      own[.openingBalance, default: [:]][total.subFund, default: 0] -= total.usd
    }
    for line in StatementLine.allCases {
      for (key, cents) in flows.cents where line.accounts.contains(key.account) {
        own[line, default: [:]][key.subFund, default: 0] += line.sign * cents
      }
    }
    let cash = TotalsQuery([.cash], in: period, ofContributions: true)
    for total in try books.totals(cash) {
      own[.contributionsCollected, default: [:]][total.subFund, default: 0] += total.usd
    }
    values = own.mapValues(tree.consolidated)
    for subFund in tree.all { addUp(subFund) }
    try requireFoots(books, upToEnd)
  }

  private mutating func addUp(_ subFund: EntryNumber) {
    for line in StatementLine.allCases where !line.parts.isEmpty {
      values[line, default: [:]][subFund] = line.parts.reduce(0) { $0 + value($1, of: subFund) }
    }
    values[.closingBalance, default: [:]][subFund] =
      value(.totalResources, of: subFund) - value(.totalExpenditure, of: subFund)
      + value(.totalAdjustments, of: subFund)
  }

  /// Closing must be what the sub-fund has: assets less liabilities, at the end.
  private func requireFoots(_ books: any Books, _ upToEnd: Period) throws {
    let standing = Account.allCases.filter {
      [.assets, .liabilities, .clearing].contains($0.section)
    }
    var net: [EntryNumber: Int64] = [:]
    for total in try books.totals(TotalsQuery(standing, in: upToEnd)) {
      net[total.subFund, default: 0] += total.usd
    }
    net = tree.consolidated(net)
    for subFund in tree.all where (net[subFund] ?? 0) != value(.closingBalance, of: subFund) {
      throw LedgerError.doesNotFoot(
        "the statement at \(upToEnd.to) does not foot: sub-fund \(subFund) closes at "
          + "\(dollars(value(.closingBalance, of: subFund))), but has \(dollars(net[subFund] ?? 0))"
      )
    }
  }
}

/// Sub-funds form a tree: what a parent shows is its own with its parts'.
struct SubFundTree: Sendable {
  let all: [EntryNumber]
  let roots: [EntryNumber]
  private let parents: [EntryNumber: EntryNumber]

  init(_ subFunds: [SubFund]) {
    all = subFunds.map(\.id)
    roots = subFunds.filter { $0.parent == nil }.map(\.id)
    parents = Dictionary(
      uniqueKeysWithValues: subFunds.compactMap { fund in fund.parent.map { (fund.id, $0) } })
  }

  /// A sub-fund with its parts, and theirs.
  func parts(of subFund: EntryNumber) -> [EntryNumber] {
    [subFund] + all.filter { parents[$0] == subFund }.flatMap(parts)
  }

  func consolidated(_ own: [EntryNumber: Int64]) -> [EntryNumber: Int64] {
    var sums = own
    for (fund, cents) in own {
      var at = fund
      while let parent = parents[at] {
        sums[parent, default: 0] += cents
        at = parent
      }
    }
    return sums
  }
}
