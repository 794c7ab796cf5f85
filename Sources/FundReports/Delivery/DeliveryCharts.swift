extension DeliveryReport {
  /// What could be obligated, and how much of it was.
  public var charts: [Chart] {
    let bars = Chart(
      .stackedBars, "What could be obligated, by \(grouping.title.lowercased())",
      series: ["Obligated", "Unobligated"],
      items: rows.map { row in
        Chart.Item(
          grouping == .project ? row.key : row.title,
          [row.authority.obligated, row.authority.unobligated])
      })
    return drawn(bars)
  }
}
