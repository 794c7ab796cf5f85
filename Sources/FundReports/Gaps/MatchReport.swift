public import FundDomain

/// Money that is not allotted, and the projects that lack money: which of them each may be used
/// for, and which money each project may be given.
public struct MatchReport: Report {
  /// What is idle: one donor's money of one sub-fund and earmark, or a sub-fund's pool.
  public struct Idle: Sendable {
    /// `NOR SP theme:corruption`; of a pool its sub-fund's code.
    public let key: String
    public let title: String
    let donor: Donor?
    let subFund: SubFund
    public let earmark: Earmark?
    let isPool: Bool
    /// The contributions with something left, and the first of them that was recorded.
    let count: Int
    let oldest: String?
    /// US cents.
    public let left: Int64
    public var fits: [Fit] = []

    /// What could be allotted of it now.
    var couldUse: Int64 { min(left, fits.reduce(0) { $0 + $1.most }) }
  }

  /// A project that some money may be used for.
  public struct Fit: Sendable {
    public let project: Project
    /// The most that may be allotted to it from that money, in US cents.
    public let most: Int64
  }

  /// A project that may still be given money.
  public struct Wanting: Sendable {
    public let project: Project
    /// What may still be allotted within its budget, in US cents.
    public let wanted: Int64
    /// What its budget lacks beside what is allotted and what is earmarked to it by name.
    public let gap: Int64
    /// The keys of the money that fits it.
    public var money: [String] = []
  }

  /// The most bound money first: by how few projects fit it, then pools; what fits none stands last.
  public let idle: [Idle]
  /// In the order of the codes.
  public let wanting: [Wanting]
  let notes: [String]
  public let foot: ReportFoot

  /// - Throws: `does-not-foot` when what is idle is not what the books have of it.
  public init(_ books: any Books, asAt: CalendarDate) throws {
    let books = books.asAt(asAt)
    foot = try ReportFoot(books, asAt: asAt)
    let needs = try Needs(books, asAt: asAt)
    notes = needs.footnotes
    let programmes = try byID(books.programmes(on: asAt), \.id).mapValues(\.code)
    let wanting = needs.all.filter { $0.wanted > 0 }
    var matched = Dictionary(
      uniqueKeysWithValues: wanting.map {
        (
          $0.project.code,
          Wanting(project: $0.project, wanted: $0.wanted, gap: $0.money.gap)
        )
      })
    // Of many donors few earmarks differ: each is held against the projects once.
    var known: [String: [(Needs.Need, room: Int64)]] = [:]
    var idle: [Idle] = []
    for var money in try Self.idle(books, asAt: asAt) {
      let purpose = money.earmark?.description ?? (money.mayServeAll ? "" : "-")
      let fitting =
        try known[purpose]
        ?? (money.earmark == nil && !money.mayServeAll
          ? [] : Self.fitting(money.earmark, wanting, programmes, books))
      known[purpose] = fitting
      money.fits = fitting.map { need, room in
        Fit(project: need.project, most: min(money.left, need.wanted, room))
      }.filter { $0.most > 0 }.sorted { ($1.most, $0.project.code) < ($0.most, $1.project.code) }
      for fit in money.fits { matched[fit.project.code]?.money.append(money.key) }
      idle.append(money)
    }
    self.idle = idle.sorted { $0.place < $1.place }
    self.wanting = matched.values.sorted { $0.project.code < $1.project.code }
  }

  private static func fitting(
    _ earmark: Earmark?, _ wanting: [Needs.Need], _ programmes: [EntryNumber: String],
    _ books: any Books
  ) throws -> [(Needs.Need, room: Int64)] {
    guard let earmark else { return wanting.map { ($0, .max) } }
    return try wanting.compactMap { need in
      let programme = need.project.programme.flatMap { programmes[$0] }
      guard earmark.share(of: need.project, programme: programme) > 0 else { return nil }
      return (need, try books.room(on: need.project, for: earmark) ?? .max)
    }
  }

  private static func idle(_ books: any Books, asAt day: CalendarDate) throws -> [Idle] {
    let subFunds = try books.subFunds(on: day)
    let funds = byID(subFunds, \.id)
    let donors = try byID(books.donors(on: day), \.id)
    let kept = try books.idleMoney(upTo: day)
    try require(kept, books, day)
    var idle = kept.filter { $0.usd > 0 }.compactMap { money -> Idle? in
      guard let fund = funds[money.subFund] else { return nil }
      let donor = money.donor.flatMap { donors[$0] }
      let words = [donor?.code ?? "-", fund.code, money.earmark?.description ?? "-"]
      return Idle(
        key: words.joined(separator: " "), title: donor?.name ?? "No donor named", donor: donor,
        subFund: fund, earmark: money.earmark, isPool: false, count: money.count,
        oldest: money.oldest.description, left: money.usd)
    }
    for fund in subFunds where !fund.isSupport {
      let sums = try books.uncommitted(in: fund.id, upTo: day)
      let pool = min(sums.pool, sums.uncommitted)
      guard pool > 0 else { continue }
      idle.append(
        Idle(
          key: fund.code, title: "Pool: \(fund.title)", donor: nil, subFund: fund, earmark: nil,
          isPool: true, count: 0, oldest: nil, left: pool))
    }
    return idle
  }

  /// What is left of contributions is what the accounts of money that is kept apart say.
  private static func require(
    _ kept: [IdleMoney], _ books: any Books, _ day: CalendarDate
  ) throws {
    let query = TotalsQuery(
      [.cash, .deferredIncome, .budgetIssued, .refunds], by: [.isKeptApart],
      in: Period(from: .first, to: day))
    let known = try books.totals(query).filter { $0.isKeptApart == true }
      .reduce(0) { $0 + Position.left($1.account, $1.usd) }
    let left = kept.reduce(0) { $0 + $1.usd }
    guard left == known else {
      throw LedgerError.doesNotFoot(
        "\(dollars(left)) is left of the contributions that are kept apart, the accounts say "
          + dollars(known))
    }
  }
}

extension MatchReport.Idle {
  /// A pool may be used for any project; the Convention account's only by its donors' documents.
  fileprivate var mayServeAll: Bool { isPool && subFund.code != "CA" }

  fileprivate var place: (Int, Int, String) { (fits.isEmpty ? 2 : isPool ? 1 : 0, fits.count, key) }
}
