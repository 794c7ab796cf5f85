extension ProjectsReport {
  /// What each group of projects needs and has, and what of it was obligated.
  public var charts: [Chart] {
    let bars = Chart(
      .bars, "Budget, funded and obligated, by \(grouping.rawValue)",
      series: ["Budget", "Funded", "Obligated"],
      items: groups.map { group in
        let sum = group.sum
        return Chart.Item(
          group.title, [sum.money.budget, sum.money.funded, sum.authority.obligated])
      })
    return drawn(bars)
  }
}
