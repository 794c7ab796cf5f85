extension DevelopmentReport {
  /// Whose the money is that was allotted, as shares of the whole.
  public var charts: [Chart] {
    let shares = Chart(
      .shares, "Shares in what was allotted, by economic group", series: ["Allotted"],
      items: (groups + [regional, withoutProject]).map {
        Chart.Item($0.title, [$0.amounts.allotted])
      })
    return drawn(shares)
  }
}
