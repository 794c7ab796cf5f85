import FundDomain

extension PledgesReport {
  /// What donors have committed themselves to, the largest first, and how much of it they have
  /// paid.
  public var charts: [Chart] {
    var sums: [String: Chart.Item] = [:]
    for row in rows where row.isCommitted {
      let worth = row.worth
      let parts = [
        worth.collected, worth.writtenOff, worth.overdue, worth.outstanding - worth.overdue,
      ]
      let sum = sums[row.donor.code]?.figures ?? parts.map { _ in 0 }
      sums[row.donor.code] = Chart.Item(row.donor.name, zip(sum, parts).map(+))
    }
    let largestFirst = sums.sorted {
      ($1.value.total, $0.key) < ($0.value.total, $1.key)
    }
    let bars = Chart(
      .stackedBars, "Committed pledges against what is collected, by donor",
      series: ["Collected", "Written off", "Overdue", "Not yet due"],
      items: largestFirst.map(\.value))
    return drawn(bars)
  }
}
