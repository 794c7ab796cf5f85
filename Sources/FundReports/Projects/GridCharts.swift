extension GridReport {
  /// What each year's budget is, and what was allotted to it.
  public var charts: [Chart] {
    let bars = Chart(
      .bars, "Budget and allotments by year", series: ["Budget", "Allotted"],
      items: years.map { year in
        Chart.Item(
          "\(year)", [budget[year] ?? 0, (allotted[year] ?? [:]).values.reduce(0, +)])
      })
    return drawn(bars)
  }
}
