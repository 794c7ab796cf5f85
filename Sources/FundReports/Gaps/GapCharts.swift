extension GapReport {
  /// Where nothing covers what projects need, and how each theme's needs are covered.
  public var charts: [Chart] {
    let themes = themes.map { (title: $0.theme.title, cells: $0.cells, cover: sum($0.cells)) }
    let lacking = themes.filter { $0.cover.uncovered != 0 }
    let heat = Chart(
      .heat, "Uncovered, by theme and region", series: regions.map(\.title),
      items: lacking.map { theme in
        Chart.Item(
          theme.title,
          regions.map { region in sum(theme.cells.filter { $0.region == region }).uncovered })
      })
    let covers = Chart(
      .stackedBars, "How the budgets are covered, by theme",
      series: ["Covered by cash", "Covered by pledges", "Uncovered"],
      items: themes.filter { $0.cover.budget != 0 }.map {
        Chart.Item($0.title, [$0.cover.cash, $0.cover.pledges, $0.cover.uncovered])
      })
    return drawn(heat, covers)
  }
}
