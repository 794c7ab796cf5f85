import FundDomain

extension SynergiesReport {
  /// What the Fund and other funds give to each project.
  public var charts: [Chart] {
    let bars = Chart(
      .stackedBars, "What is given to projects, by fund",
      series: ["Ours"] + funds.map(\.name),
      items: rows.map { row in
        Chart.Item(
          row.project.code,
          [row.ours]
            + funds.map { fund in
              row.funds.filter { $0.fund == fund.name }.reduce(0) { $0 + $1.usd }
            })
      })
    return drawn(bars)
  }
}
