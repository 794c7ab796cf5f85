public import FundDomain

/// A donor's statement: for each earmark what was pledged, collected and refunded, to which
/// projects it was allotted, what was spent of it and what is unspent.
///
/// Money that is kept apart is traced to every posting of it. Money in a sub-fund's pool has no
/// such trace: it shares in what became of the pool pro rata, and the statement says so.
public struct DonorReport: Report {
  public let donor: Donor
  public let period: Period
  public let gifts: [Gift]
  public let goods: [Goods]
  public let foot: ReportFoot

  /// - Throws: `does-not-foot` when a gift's parts do not add up to it.
  public init(_ books: any Books, of donor: Donor, in period: Period) throws {
    let books = books.asAt(period.to)
    self.donor = try books.donor(donor.id, on: period.to)
    self.period = period
    foot = try ReportFoot(books, asAt: period.to)
    var gifts: [Gift.Purpose: Gift] = [:]
    let subFunds = byID(try books.subFunds(on: period.to), \.id)
    func gift(_ fund: EntryNumber, _ earmark: Earmark?, isKeptApart: Bool) throws -> Gift {
      guard let subFund = subFunds[fund] else {
        throw LedgerError(rule: "unknown-sub_fund", "entry \(fund) adds no sub-fund")
      }
      let purpose = Gift.Purpose(
        subFund: fund, earmark: isKeptApart ? earmark : nil, isKeptApart: isKeptApart)
      return gifts[purpose] ?? Gift(purpose, subFund)
    }
    for total in try books.pledged(period, by: donor.id) {
      let isKeptApart = total.earmark != nil || subFunds[total.subFund]?.isTraced == true
      var own = try gift(total.subFund, total.earmark, isKeptApart: isKeptApart)
      own.add(pledged: total)
      gifts[own.purpose] = own
    }
    var goods: [Goods] = []
    let given = try books.contributions(of: donor.id).filter { $0.date <= period.to }
    let traces = try Traces(of: given, books, in: period)
    for standing in given {
      if standing.kind == .inKind {
        goods += try Goods.given(standing, books, in: period)
        continue
      }
      let isKeptApart = traces.isKeptApart(standing)
      var own = try gift(standing.subFund, standing.earmark, isKeptApart: isKeptApart)
      try own.add(standing, traces, books, in: period)
      gifts[own.purpose] = own
      // It may have been the pool's before its donor gave it an earmark.
      if isKeptApart, !own.subFund.isTraced {
        let pool = try gift(standing.subFund, nil, isKeptApart: false)
        gifts[pool.purpose] = pool
      }
    }
    self.goods = goods
    self.gifts = try gifts.values.map { gift in
      var gift = gift
      if !gift.purpose.isKeptApart {
        try gift.share(of: donor.id, books, in: period)
      }
      try gift.requireFoots(donor)
      return gift
    }.sorted { $0.place < $1.place }
      .filter { !$0.isNothing }
  }
}

extension DonorReport {
  /// What a donor gave for one purpose to one sub-fund, in US cents.
  public struct Gift: Sendable {
    /// Money of one earmark that is kept apart, or a sub-fund's pool.
    struct Purpose: Hashable, Sendable {
      let subFund: EntryNumber
      let earmark: Earmark?
      let isKeptApart: Bool
    }

    /// The same in a currency of the donor's own, in its minor units.
    struct Original: Sendable {
      var pledged: Int64 = 0
      var collected: Int64 = 0
      var refunded: Int64 = 0
    }

    let purpose: Purpose
    let subFund: SubFund
    /// The donor's part of the pool, in millionths; nil where the money is traced.
    var share: Millionths?
    var pledged: Int64 = 0
    /// Unspent when the period began.
    var opening: Int64 = 0
    var collected: Int64 = 0
    var refunded: Int64 = 0
    /// Whatever else moved what is unspent.
    var other: Int64 = 0
    /// What is not allotted at the end of the period.
    var left: Int64 = 0
    var uses: [EntryNumber?: Use] = [:]
    var originals: [Currency: Original] = [:]
    /// The projects of its uses.
    var projects: [EntryNumber: Project] = [:]

    init(_ purpose: Purpose, _ subFund: SubFund) {
      self.purpose = purpose
      self.subFund = subFund
    }
  }

  /// What a project had of a gift; of none, what was spent without a project.
  public struct Use: Sendable {
    var allotted: Int64 = 0
    /// Support cost apart.
    var expenditure: Int64 = 0
    var support: Int64 = 0
    /// At the end of the period.
    var unobligated: Int64 = 0

    var isNothing: Bool { allotted == 0 && expenditure == 0 && support == 0 && unobligated == 0 }
  }
}

extension DonorReport.Gift {
  var expenditure: Int64 { uses.values.reduce(0) { $0 + $1.expenditure } }
  var support: Int64 { uses.values.reduce(0) { $0 + $1.support } }
  var allotted: Int64 { uses.values.reduce(0) { $0 + $1.allotted } }
  /// What is left of the contributions, and unobligated of the allotments from them.
  var unspent: Int64 { left + uses.values.reduce(0) { $0 + $1.unobligated } }

  /// `SP theme:corruption`.
  var key: String { subFund.code + (purpose.earmark.map { " \($0)" } ?? "") }

  var title: String { subFund.title + (purpose.earmark.map { ": \($0)" } ?? "") }

  /// Sub-funds in their order, earmarks by name, pools last.
  fileprivate var place: (EntryNumber, Int, String) {
    (purpose.subFund, purpose.isKeptApart ? 0 : 1, key)
  }

  fileprivate var isNothing: Bool {
    [pledged, opening, collected, refunded, other, left].allSatisfy { $0 == 0 }
      && uses.values.allSatisfy(\.isNothing)
  }

  fileprivate mutating func add(pledged total: Total) {
    pledged += total.usd
    if let currency = total.currency {
      originals[currency, default: Original()].pledged += total.amount
    }
  }

  fileprivate func requireFoots(_ donor: Donor) throws {
    let end = opening + collected - refunded + other - expenditure - support
    guard end == unspent else {
      throw LedgerError.doesNotFoot(
        "\(donor.code)'s \(key): what came less what was spent is \(dollars(end)), unspent is "
          + dollars(unspent))
    }
  }
}
