import FundDomain

extension DonorReport.Gift {
  /// Adds a contribution: what came of it and went back by its own postings, and, where it is kept
  /// apart, what became of it.
  mutating func add(
    _ standing: ContributionStanding, _ traces: Traces, _ books: any Books, in period: Period
  ) throws {
    let received = received(standing, traces, in: period)
    collected += received.collected.usd
    refunded += received.refunded.usd
    let currency = standing.amount.currency
    originals[currency, default: Original()].collected += received.collected.amount
    originals[currency, default: Original()].refunded += received.refunded.amount
    guard purpose.isKeptApart else { return }
    let before = traces.before(standing)
    let moves = traces.moves(standing)
    try moves.requireBudget(of: standing)
    opening += before.left + before.unobligated
    left += before.left + moves.left
    other += moves.other(than: received.collected.usd)
    for project in before.projects.union(moves.projects) {
      var use = uses[project] ?? DonorReport.Use()
      use.allotted -= moves.sum([.budgetIssued], project)
      use.expenditure += moves.sum(StatementLine.spending, project)
      use.support += moves.sum([.programmeSupport], project)
      use.unobligated +=
        before.sum([.budgetUnobligated], project) + moves.sum([.budgetUnobligated], project)
      uses[project] = use
      if let project, projects[project] == nil {
        projects[project] = try books.project(project, on: period.to)
      }
    }
    try traces.require(before.left + moves.left, of: standing)
  }

  /// What came of a contribution and went back in a period, in its currency and in US cents. An
  /// opening names no document: it came whole, on its day.
  private func received(
    _ standing: ContributionStanding, _ traces: Traces, in period: Period
  ) -> (collected: Amount, refunded: Amount) {
    let received = traces.received(standing)
    func sum(_ account: Account) -> Amount {
      received.filter { $0.account == account }.reduce(into: Amount()) {
        $0.amount += $1.amount
        $0.usd += $1.usd
      }
    }
    var collected = sum(.cash)
    if standing.number.series == .opening, !standing.isReversed, period.contains(standing.date) {
      collected = Amount(amount: standing.amount.minorUnits, usd: standing.usd)
    }
    return (collected, sum(.refunds))
  }

  private struct Amount {
    var amount: Int64 = 0
    var usd: Int64 = 0
  }
}

/// What the postings of a donor's contributions add up to: asked of all of them at once, whatever
/// their number. Of the days before the period only the balances that they led to are.
struct Traces {
  private var received: [EntryNumber?: [Total]] = [:]
  private var before: [EntryNumber?: [Total]] = [:]
  private var moves: [EntryNumber?: [Total]] = [:]
  private var left: [EntryNumber?: Int64] = [:]

  init(of given: [ContributionStanding], _ books: any Books, in period: Period) throws {
    let upTo = Period(from: .first, to: period.to)
    let balances: [Account] = [.cash, .deferredIncome, .budgetIssued, .refunds]
    let sources = given.filter { $0.isEarmarked && $0.kind != .inKind }.map(\.entry)
    func sums(
      _ accounts: [Account], _ by: Set<TotalsQuery.Dimension>, _ period: Period
    ) throws -> [Total] {
      try books.totals(
        TotalsQuery(accounts, by: by.union([.source]), in: period, of: .sources(sources)))
    }
    received = Dictionary(
      grouping: try books.totals(
        TotalsQuery(
          [.cash, .refunds], by: [.document, .currency], in: period,
          of: .documents(given.map(\.entry)))), by: \.document)
    if let earlier = period.before {
      before = Dictionary(
        grouping: try sums(balances, [], earlier) + sums([.budgetUnobligated], [.project], earlier),
        by: \.source)
    }
    let accounts = Account.allCases.filter {
      $0 != .expenditureInKind && $0 != .exchange && $0 != .obligations
    }
    moves = Dictionary(grouping: try sums(accounts, [.project, .act], period), by: \.source)
    for total in try sums(balances, [], upTo) {
      left[total.source, default: 0] += Position.left(total.account, total.usd)
    }
  }

  /// What came of a contribution and went back in the period, by its own postings.
  func received(_ standing: ContributionStanding) -> [Total] { received[standing.entry] ?? [] }

  fileprivate func before(_ standing: ContributionStanding) -> Moves {
    Moves(totals: before[standing.entry] ?? [])
  }

  fileprivate func moves(_ standing: ContributionStanding) -> Moves {
    Moves(totals: moves[standing.entry] ?? [])
  }

  /// Whether a contribution was kept apart by the end of the period: some are only when their donor
  /// gives them an earmark.
  func isKeptApart(_ standing: ContributionStanding) -> Bool {
    [before, moves].contains {
      $0[standing.entry]?.contains { $0.account == .cash } ?? false
    }
  }

  /// What is left of a contribution at the end is what its balances say.
  func require(_ parts: Int64, of standing: ContributionStanding) throws {
    let known = left[standing.entry] ?? 0
    guard known == parts else {
      throw LedgerError.doesNotFoot(
        "\(dollars(known)) is left of \(standing.number), its parts say \(dollars(parts))")
    }
  }
}

/// What the postings of one contribution's own money add up to in a period.
private struct Moves {
  let totals: [Total]

  var projects: Set<EntryNumber?> { Set(totals.map(\.project)) }

  func sum(_ accounts: [Account], where isIncluded: (Total) -> Bool = { _ in true }) -> Int64 {
    totals.filter { accounts.contains($0.account) && isIncluded($0) }.reduce(0) { $0 + $1.usd }
  }

  func sum(_ accounts: [Account], _ project: EntryNumber?) -> Int64 {
    sum(accounts) { $0.project == project }
  }

  var left: Int64 { totals.reduce(0) { $0 + Position.left($1.account, $1.usd) } }

  var unobligated: Int64 { sum([.budgetUnobligated]) }

  /// Savings on what earlier bienniums charged, and their corrections, as debits; interest, charges
  /// and other income of an earlier biennium have no authority that they spend.
  private var savings: Int64 {
    let cashActs: Set = ["interest", "charge", "other_income"]
    return sum([.savings, .priorPeriod]) { $0.act.map { !cashActs.contains($0) } ?? true }
  }

  /// Authority spent before the ledger, on obligations that it began with.
  private var spentBefore: Int64 { sum([.budgetSpent]) { $0.act == "opening" } }

  /// What moved what is unspent, but for what was collected, refunded and spent: interest, money
  /// moved to or from another sub-fund or purpose, what is deferred, savings.
  func other(than collected: Int64) -> Int64 {
    sum([.cash, .deferredIncome]) - collected + sum([.bankCharges]) - savings - spentBefore
  }

  /// The authority spent is what was charged: two sets of books that must agree.
  func requireBudget(of standing: ContributionStanding) throws {
    let charged =
      sum(StatementLine.spending + [.programmeSupport]) - sum([.bankCharges]) + savings
    let spent = sum([.budgetSpent]) - spentBefore
    guard charged == spent else {
      throw LedgerError.doesNotFoot(
        "\(dollars(charged)) was charged to \(standing.number), authority for \(dollars(spent)) "
          + "was spent")
    }
  }
}
