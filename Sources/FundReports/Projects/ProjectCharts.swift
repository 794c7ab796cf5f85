extension ProjectList {
  /// What each group of projects needs, has and has spent.
  public var charts: [Chart] {
    guard let grouping else { return [] }
    let bars = Chart(
      .bars, "Budget, funded and spent by \(grouping.rawValue)",
      series: ["Budget", "Funded", "Spent"],
      items: groups.map { group in
        let sum = group.items.reduce(into: Money()) { $0 += $1.money }
        return Chart.Item(group.title, [sum.budget, sum.funded, sum.spent])
      })
    return drawn(bars)
  }
}
