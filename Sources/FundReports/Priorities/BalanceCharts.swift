extension BalanceReport {
  /// What each priority was given, allotted and cost, biennium by biennium.
  public var charts: [Chart] {
    func chart(_ title: String, _ measure: (ThemeAmounts) -> Int64) -> Chart? {
      Chart(
        .stackedBars, "\(title), by biennium and priority", series: Side.allCases.map(\.title),
        items: parts.map { part in
          Chart.Item("\(part.biennium)", part.lines.map { measure($0.amounts) })
        })
    }
    return drawn(
      chart("Contributions") { $0.contributions }, chart("Allotted") { $0.allotted },
      chart("Expenditure") { $0.expenditure })
  }
}
