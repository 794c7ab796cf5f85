import FundDomain

extension DonorReport.Gift {
  /// Gives a donor its part of what became of a pool: by its share of all that was given to it by
  /// the end of the period, net of what went back.
  mutating func share(
    of donor: EntryNumber, _ books: any Books, in period: Period
  ) throws {
    let pool = try Pool(purpose.subFund, books, upTo: period.to)
    share = pool.share(of: donor)
    for (project, use) in try pool.uses(books, in: period) {
      uses[project] = DonorReport.Use(
        allotted: pool.part(use.allotted, of: donor),
        expenditure: pool.part(use.expenditure, of: donor),
        support: pool.part(use.support, of: donor),
        unobligated: pool.part(use.unobligated, of: donor))
      if let project { projects[project] = try books.project(project, on: period.to) }
    }
    left = pool.part(pool.left, of: donor)
    if let before = period.before {
      let earlier = try Pool(purpose.subFund, books, upTo: before.to)
      opening =
        earlier.part(earlier.left, of: donor)
        + earlier.unobligated.values.reduce(0) { $0 + earlier.part($1, of: donor) }
    }
    other = unspent - opening - collected + refunded + expenditure + support
  }
}

/// The pool of a sub-fund on a day: what was given to it, by whom, and what is left.
private struct Pool {
  private let subFund: EntryNumber
  /// What each donor gave, net of refunds and of what it has taken elsewhere; under nil what there
  /// was before the ledger.
  private var given: [EntryNumber?: Int64] = [:]
  /// Neither spent nor allotted, at the value recorded.
  private(set) var left: Int64 = 0
  /// Of its allotments, by project.
  private(set) var unobligated: [EntryNumber?: Int64] = [:]

  init(_ subFund: EntryNumber, _ books: any Books, upTo day: CalendarDate) throws {
    self.subFund = subFund
    let query = TotalsQuery(
      Position.accounts, by: [.donor, .isKeptApart, .act, .project],
      in: Period(from: .first, to: day), subFund: subFund)
    for total in try books.totals(query) {
      switch total.account {
      case .cash, .interFund, .obligations, .deferredIncome: left += total.usd
      case .budgetUnobligated: left -= total.usd
      default: break
      }
      guard total.isKeptApart != true else {
        left -= Position.left(total.account, total.usd)
        continue
      }
      switch (total.account, total.act) {
      case (.budgetUnobligated, _): unobligated[total.project, default: 0] += total.usd
      case (.refunds, _): given[total.donor, default: 0] -= total.usd
      case (.cash, "contribution"), (.cash, "opening"): given[total.donor, default: 0] += total.usd
      case (.cash, "earmark_change"), (.cash, "donor_change"), (.cash, "transfer"):
        if total.donor != nil { given[total.donor, default: 0] += total.usd }
      default: break
      }
    }
  }

  /// Every part of a pool is shared out in one order, so that the donors' parts add up to it.
  private var donors: [EntryNumber?] {
    given.keys.sorted { ($0 ?? .max) < ($1 ?? .max) }
  }

  private func weight(_ donor: EntryNumber?) -> Int64 { max(given[donor] ?? 0, 0) }

  /// A donor's part of some of the pool's money.
  func part(_ cents: Int64, of donor: EntryNumber) -> Int64 {
    guard weight(donor) > 0, let place = donors.firstIndex(of: donor) else { return 0 }
    return apportion(cents, over: donors.map(weight))[place]
  }

  func share(of donor: EntryNumber) -> Millionths { part(1_000_000, of: donor) }

  /// What projects had of the pool in a period, and have left of its allotments.
  func uses(
    _ books: any Books, in period: Period
  ) throws -> [EntryNumber?: DonorReport.Use] {
    let accounts = StatementLine.spending + [.programmeSupport, .budgetIssued]
    let query = TotalsQuery(
      accounts, by: [.project, .isKeptApart], in: period, subFund: subFund)
    var uses = unobligated.mapValues { DonorReport.Use(unobligated: $0) }
    for total in try books.totals(query) where total.isKeptApart == false {
      var use = uses[total.project] ?? DonorReport.Use()
      switch total.account {
      case .budgetIssued: use.allotted -= total.usd
      case .programmeSupport: use.support += total.usd
      default: use.expenditure += total.usd
      }
      uses[total.project] = use
    }
    return uses
  }
}
