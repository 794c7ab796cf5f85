import FundDomain
import Plain

/// What was contributed in each year of a period, by the kind of its donor and by its sub-fund.
struct ContributionsByYear: Sendable {
  /// US cents.
  private var byKind: [Int: [DonorKind: Int64]] = [:]
  private var bySubFund: [Int: [EntryNumber: Int64]] = [:]
  private let subFunds: [SubFund]

  init(_ books: any Books, in period: Period) throws {
    subFunds = try books.subFunds(on: period.to)
    let kinds = try byID(books.donors(on: period.to), \.id).mapValues(\.kind)
    let query = TotalsQuery([.contributions], by: [.donor, .year], in: period)
    for total in try books.totals(query) {
      guard let year = total.year else { continue }
      bySubFund[year, default: [:]][total.subFund, default: 0] -= total.usd
      if let kind = total.donor.flatMap({ kinds[$0] }) {
        byKind[year, default: [:]][kind, default: 0] -= total.usd
      }
    }
  }

  var charts: [Chart] {
    let years = bySubFund.keys.sorted()
    let ofKind = Chart(
      .stackedBars, "Contributions by year and kind of donor",
      series: DonorKind.allCases.map(\.title) + ["Without a donor"],
      items: years.map { year in
        let figures = DonorKind.allCases.map { byKind[year]?[$0] ?? 0 }
        let whole = bySubFund[year]?.values.reduce(0, +) ?? 0
        return Chart.Item("\(year)", figures + [whole - figures.reduce(0, +)])
      })
    let ofSubFund = Chart(
      .stackedBars, "Contributions by year and sub-fund", series: subFunds.map(\.title),
      items: years.map { year in
        Chart.Item("\(year)", subFunds.map { bySubFund[year]?[$0.id] ?? 0 })
      })
    return drawn(ofKind, ofSubFund)
  }
}

extension Breakdown {
  /// By year, what each was made of; by donor, the shares of the whole; else each row's income
  /// beside its expenditure.
  public var charts: [Chart] {
    let by = dimension.title.lowercased()
    let measure = (basis ?? .income).measure
    let counted = basis.map { $0.rawValue.capitalizedFirst } ?? "Contributions"
    switch dimension {
    case .year: return contributionsByYear?.charts ?? []
    case .donor, .donorKind, .donorRegion, .donorCountry:
      let shares = Chart(
        .shares, "Shares in the contributions, by \(by)", series: [counted],
        items: rows.map { Chart.Item($0.title, [$0.cents[measure] ?? 0]) })
      return drawn(shares)
    case .subFund, .theme, .instrument, .region, .country, .programme:
      let bars = Chart(
        .bars, "\(counted) and expenditure by \(by)", series: [counted, "Expenditure"],
        items: rows.map { row in
          Chart.Item(
            row.title, [row.cents[measure] ?? 0, row.cents[.expenditure] ?? 0])
        })
      return drawn(bars)
    }
  }
}
