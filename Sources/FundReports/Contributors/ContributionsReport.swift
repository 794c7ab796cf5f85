public import FundDomain

/// The status of contributions: what each donor owed from before a period, what fell due in it,
/// what it paid and when, what it has paid in advance and what is outstanding.
///
/// Pledges are worth what they were on their day. Payments fill the oldest instalment first.
public struct ContributionsReport: Report {
  /// One donor's pledges and gifts.
  public struct Row: Sendable {
    public let donor: Donor
    public var dues: Dues
    public var receipts = Receipts()

    public var standing: Standing {
      switch (dues.outstanding, dues.paid + dues.paidBefore) {
      case (0, _) where dues.writtenOff != 0: .writtenOff
      case (0, _) where dues.arrears + dues.due != 0: .paidInFull
      case (0, _) where dues.paid != 0: .paidInAdvance
      case (0, _): receipts.collected + receipts.inKind != 0 ? .gave : .nothingDue
      case (_, 0): .notPaid
      default: .paidInPart
      }
    }
  }

  /// How a donor stands at the end of the period.
  public enum Standing: String, CaseIterable, Sendable {
    case paidInFull = "paid-in-full"
    case paidInAdvance = "paid-in-advance"
    case paidInPart = "paid-in-part"
    case notPaid = "not-paid"
    /// Owes nothing, because what it did not pay was written off.
    case writtenOff = "written-off"
    /// Gave though nothing was due.
    case gave
    case nothingDue = "nothing-due"

    var title: String {
      switch self {
      case .paidInFull: "Paid in full"
      case .paidInAdvance: "Nothing due yet, paid in advance"
      case .paidInPart: "Paid in part"
      case .notPaid: "Not paid"
      case .writtenOff: "Written off, whole or in part"
      case .gave: "Nothing due, gave all the same"
      case .nothingDue: "Nothing due yet"
      }
    }
  }

  public let period: Period
  public let rows: [Row]
  /// The Members of the United Nations on the last day that owed nothing and gave nothing.
  let silentMembers: Int
  public let foot: ReportFoot

  /// - Throws: `does-not-foot` when a row's parts do not add up to what is outstanding, or the
  ///   receipts not to what was collected.
  public init(_ books: any Books, in period: Period) throws {
    let books = books.asAt(period.to)
    self.period = period
    foot = try ReportFoot(books, asAt: period.to)
    let donors = try byID(books.donors(on: period.to), \.id)
    var rows: [EntryNumber: Row] = [:]
    func change(_ id: EntryNumber, _ act: (inout Row) -> Void) throws {
      var row = try rows[id] ?? Row(donor: donors[id] ?? books.donor(id), dues: Dues())
      act(&row)
      rows[id] = row
    }
    for (donor, dues) in try Dues.ofDonors(books, in: period) {
      try change(donor) { $0.dues = dues }
    }
    for gifts in try books.gifts(period) where gifts.kind != .opening {
      try change(gifts.donor) { $0.receipts.add(gifts) }
    }
    self.rows = rows.values.filter { !$0.isNothing }.sorted { $0.place < $1.place }
    let members = Country.members(in: Period(from: period.to, to: period.to))
    let heard = Set(self.rows.compactMap(\.donor.country))
    silentMembers = members.count { !heard.contains($0) }
    try requireFoots(books, rows.values.map(\.dues))
  }

  func total(_ measure: (Row) -> Int64, of kind: (Donor) -> Bool = { _ in true }) -> Int64 {
    rows.reduce(0) { kind($1.donor) ? $0 + measure($1) : $0 }
  }

  private func requireFoots(_ books: any Books, _ dues: [Dues]) throws {
    for row in rows where !row.dues.foots {
      throw LedgerError.doesNotFoot(
        "\(row.donor.code): arrears, what fell due and what was paid make "
          + "\(dollars(row.dues.owed)), outstanding is \(dollars(row.dues.outstanding))")
    }
    let promised = try books.pledged(Period(from: .first, to: period.to), by: nil)
      .reduce(0) { $0 + $1.usd }
    let accounted = dues.reduce(0) { $0 + $1.settled + $1.outstanding + $1.later }
    guard accounted == promised else {
      throw LedgerError.doesNotFoot(
        "what was paid, written off and is open of pledges is \(dollars(accounted)), pledged was "
          + dollars(promised))
    }
    let cash = TotalsQuery([.cash], in: period, ofContributions: true)
    let collected = try books.totals(cash).reduce(0) { $0 + $1.usd }
    guard total({ $0.receipts.collected }) == collected else {
      throw LedgerError.doesNotFoot(
        "donors gave \(dollars(total { $0.receipts.collected })), the statement says "
          + dollars(collected))
    }
  }
}

extension ContributionsReport.Row {
  /// States first, each group by the codes.
  fileprivate var place: (Int, String) { (donor.kind == .state ? 0 : 1, donor.code) }

  /// Its pledges were settled before, and it gave nothing.
  fileprivate var isNothing: Bool {
    var dues = dues
    dues.settled = 0
    return dues == ContributionsReport.Dues() && receipts.collected == 0 && receipts.inKind == 0
  }

  /// What payments of pledges were worth on their days beyond what the pledges were: exchange
  /// differences, and what was paid over or on pledges that bind nobody yet.
  var difference: Int64 { receipts.onPledges - dues.paid }
}
