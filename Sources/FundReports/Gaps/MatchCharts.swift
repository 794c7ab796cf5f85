extension MatchReport {
  /// What is idle, and whether there is a project to allot it to.
  public var charts: [Chart] {
    let largestFirst = idle.sorted { ($1.left, $0.key) < ($0.left, $1.key) }
    let bars = Chart(
      .stackedBars, "What is idle, by what could be allotted of it",
      series: ["Could be allotted", "No project to allot it to"],
      items: largestFirst.map { money in
        Chart.Item(
          money.isPool ? money.title : money.key,
          [money.couldUse, money.left - money.couldUse])
      })
    return drawn(bars)
  }
}
