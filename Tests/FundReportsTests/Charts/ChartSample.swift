import FundReports
import Plain

/// A report of charts alone, one of every form.
struct ChartSample: Report {
  /// What every name in it is made with.
  var name: @Sendable (String) -> String = { $0 }

  var json: JSON { .null }

  var sheet: Sheet {
    Sheet(
      title: name("Every form of chart"), subtitle: [name("Invented figures")],
      headnote: name("United States dollars"),
      columns: [
        Sheet.Column(title: name("Theme"), kind: .text, id: "theme"),
        Sheet.Column(title: name("Given"), kind: .money, id: "given"),
      ],
      rows: [
        .heading(name("Themes")),
        Sheet.Row([.text(name("Corruption")), .money(-1_234_567, exponent: 2)], indent: 1),
        Sheet.Row([.text(name("Total")), .money(-1_234_567, exponent: 2)], style: .total),
      ], footnotes: [name("A note")], foot: [name("As at 2003-12-31")])
  }

  var charts: [Chart] { [bars, grouped, stacked, shares, heat, line, lines].compactMap { $0 } }

  private var bars: Chart? {
    Chart(
      .bars, name("Adjustments by year"), series: [name("Adjustments")],
      items: [
        Chart.Item(name("2001"), [-1_250_000]), Chart.Item(name("2002"), [0]),
        Chart.Item(name("2003"), [3_750_000]),
      ])
  }

  private var grouped: Chart? {
    Chart(
      .bars, name("Budget, funded and spent by theme"),
      series: [name("Budget"), name("Funded"), name("Spent")],
      items: [
        Chart.Item(name("Juvenile justice"), [123_456_700, 98_765_432, 55_500_001]),
        Chart.Item(name("Corruption"), [80_000_000, 0, 0]),
        Chart.Item(name("Smuggling of migrants"), [25_000_000, 30_000_000, 1]),
      ])
  }

  private var stacked: Chart? {
    Chart(
      .stackedBars, name("Contributions by year and kind"),
      series: (1...8).map { name("Kind \($0)") },
      items: [
        Chart.Item(name("2002"), (1...8).map { Int64($0) * 100_000_00 }),
        Chart.Item(name("2003"), [90_000_000, 0, 60_000_000, 0, 0, 0, -40_000_000, 10_000_000]),
      ])
  }

  private var shares: Chart? {
    Chart(
      .shares, name("Shares of donors"), series: [name("Contributions")],
      items: (1...11).map { Chart.Item(name("Donor \($0)"), [Int64($0 * $0) * 1_000_000]) })
  }

  private var heat: Chart? {
    let regions = [
      "Africa", "Middle East and North Africa", "South-Eastern and Eastern Europe", "Global",
    ]
    return Chart(
      .heat, name("Funding gap by theme and region"), series: regions.map(name),
      items: ["Juvenile justice", "Corruption", "Trafficking in persons"].enumerated().map {
        place, theme in
        Chart.Item(name(theme), (0..<4).map { Int64(place * $0) * 41_250_033 })
      })
  }

  private var line: Chart? {
    Chart(
      .line, name("Parties to the Convention"), in: .count(of: "parties"),
      series: [name("Parties")],
      items: [6, 13, 20, 28, 35, 39, 48, 58].enumerated().map { place, parties in
        Chart.Item(name("Q\(place + 1)"), [parties])
      }, mark: Chart.Mark(name("Needed for entry into force"), at: 40))
  }

  private var lines: Chart? {
    Chart(
      .line, name("Projects of juvenile justice"), in: .count(of: "projects"),
      series: [name("Begun"), name("Ended"), name("Under way")],
      items: (1998...2003).map { year in
        let age = Int64(year - 1997)
        return Chart.Item(name("\(year)"), [age * 3, age * age / 2, age * 5 - 3])
      })
  }
}
