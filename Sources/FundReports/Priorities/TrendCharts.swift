import FundDomain

extension TrendReport {
  /// The number of projects and their volume, year by year, and the theme beside the others.
  public var charts: [Chart] {
    let subject = theme?.title ?? "All themes"
    let number = Chart(
      .line, "\(subject): projects by year", in: .count(of: "projects"),
      series: ["Under way", "Begun"],
      items: rows.map { Chart.Item("\($0.year)", [Int64($0.underWay), Int64($0.started)]) })
    let volume = Chart(
      .line, "\(subject): volume by year", series: Self.columns.map(\.title),
      items: rows.map { row in Chart.Item("\(row.year)", Self.columns.map { $0.of(row) }) })
    return drawn(number, volume, byTheme)
  }

  /// What every theme cost. The one that is asked for begins each bar, and is never among others.
  private var byTheme: Chart? {
    let spent = Set(rows.flatMap(\.expenditure.keys))
    let codes = Theme.all.map(\.code)
    let others = (codes.filter(spent.contains) + spent.subtracting(codes).sorted())
      .filter { $0 != theme?.code }
    var table = ChartTable(
      series: others.map { (try? Theme($0).title) ?? ThemeMoney.titleWithoutTheme($0) },
      items: rows.map { row in
        Chart.Item("\(row.year)", others.map { row.expenditure[$0] ?? 0 })
      }
    ).atMost(series: theme == nil ? 8 : 7)
    if let theme {
      table.series.insert(theme.title, at: 0)
      for (place, row) in rows.enumerated() {
        table.items[place].figures.insert(row.amounts.expenditure, at: 0)
      }
    }
    return Chart(
      .stackedBars, "Expenditure by year and theme", series: table.series, items: table.items)
  }
}
