extension DonorReport {
  /// What of each gift was collected, and what became of it.
  public var charts: [Chart] {
    let bars = Chart(
      .bars, "Collected, spent and unspent, by gift",
      series: ["Collected", "Spent, with support cost", "Unspent"],
      items: gifts.map { gift in
        Chart.Item(gift.title, [gift.collected, gift.expenditure + gift.support, gift.unspent])
      })
    return drawn(bars)
  }
}
