import FundDomain

extension GenderReport {
  /// How much money each score has, the unmarked beside it.
  public var charts: [Chart] {
    let bars = Chart(
      .bars, "Allotted and spent by marker", series: ["Allotted", "Spent"],
      items: rows.map { row in
        Chart.Item(
          row.score?.title ?? "Not assessed", [row.amounts.allotted, row.amounts.spent])
      })
    return drawn(bars)
  }
}
