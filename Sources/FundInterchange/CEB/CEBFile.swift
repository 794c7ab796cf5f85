public import FundDomain
import Plain

/// Revenue as the United Nations System Chief Executives Board asks for it: by calendar year,
/// contributor and revenue instrument, in US dollars, as CSV.
///
/// It is income as the sub-fund's policy counts it, less what went back to donors. Programme
/// support that projects pay is revenue of the Office itself; interest and other income come from
/// outside the system; none of them has a contributor. All of it is the statement's total income
/// with its refunds.
public struct CEBFile: StreamedExport {
  /// The columns, named as the CEB's own tables are.
  public static let columns = [
    "amount", "_currency", "entity", "calendar_year", "rev_type", "donor", "contrib_type",
  ]

  private let rows: [(key: Key, usd: Int64)]

  private struct Key: Hashable, Comparable {
    let year: Int
    let instrument: String
    let type: String
    let donor: String

    private var order: (Int, String, String, String) { (year, type, donor, instrument) }

    static func < (left: Key, right: Key) -> Bool { left.order < right.order }
  }

  /// - Throws: `does-not-foot` where the rows do not add up to the statement's.
  public init(_ books: any Books, in period: Period) throws {
    let subFunds = byID(try books.subFunds(on: period.to), \.id).mapValues(\.code)
    let contributors = try CEBContributors(books, on: period.to)
    var sums: [Key: Int64] = [:]
    let gifts = TotalsQuery(
      [.contributions, .incomeInKind, .refunds], by: [.donor, .earmark, .year], in: period)
    for total in try books.totals(gifts) {
      let donor = try contributors.donor(total.donor)
      let codes = EarmarkCodes(
        of: total.earmark, in: subFunds[total.subFund] ?? "",
        isInKind: total.account == .incomeInKind,
        isLocal: contributors.isLocal(total.earmark, from: donor))
      let key = Key(
        year: total.year ?? 0, instrument: donor?.cebInstrument(codes) ?? codes.instrument,
        type: donor?.cebType ?? "C09", donor: donor?.name ?? "")
      sums[key, default: 0] -= total.usd
    }
    let others = TotalsQuery(
      [.programmeSupportIncome, .interest, .otherIncome], by: [.year], in: period)
    for total in try books.totals(others) {
      let instrument = total.account == .programmeSupportIncome ? "R04A" : "R04C"
      let key = Key(year: total.year ?? 0, instrument: instrument, type: "C09", donor: "")
      sums[key, default: 0] -= total.usd
    }
    rows = sums.filter { $0.value != 0 }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    try requireFooting(books, in: period)
  }

  public func write(to write: (String) throws -> Void) throws {
    try write(csvLine(Self.columns))
    for (key, usd) in rows {
      let fields = [
        Money.usd(usd).decimal, "USD", "UNODC", String(key.year), key.instrument, key.donor,
        key.type,
      ]
      try write(csvLine(fields))
    }
  }

  /// The rows are sums by donor and earmark; the statement's are sums by account.
  private func requireFooting(_ books: any Books, in period: Period) throws {
    let accounts: [Account] =
      Account.allCases.filter { $0.section == .income } + [.refunds]
    let total = try books.totals(TotalsQuery(accounts, in: period)).reduce(0) { $0 - $1.usd }
    let sum = rows.reduce(0) { $0 + $1.usd }
    guard sum == total else {
      throw LedgerError.doesNotFoot(
        "the rows add up to \(Money.usd(sum)), income less refunds to \(Money.usd(total))")
    }
  }
}
