import FundDomain

extension RegularityReport {
  /// How many donors gave in each year, by when they had given before; and what the donors of the
  /// last biennium give, by how they stand in it.
  public var charts: [Chart] {
    let donors = Chart(
      .stackedBars, "Donors that gave, by year", in: .count(of: "donors"),
      series: ["Also in the year before", "After a pause", "First time"],
      items: years.map { year in
        let gave = rows.filter { $0.regularity.years.contains(year) }
        let again = gave.count { $0.regularity.years.contains(year - 1) }
        let first = gave.count { !$0.gaveEarlier && $0.regularity.firstYear == year }
        return Chart.Item("\(year)", [again, gave.count - again - first, first].map(Int64.init))
      })
    let earlier = biennium.previous.map { "In \($0)" } ?? "Before"
    let standings = Chart(
      .bars, "Given by how donors stand in \(biennium)", series: [earlier, "In \(biennium)"],
      items: Regularity.Standing.allCases.map { standing in
        let own = rows.map(\.regularity).filter { $0.standing == standing }
        return Chart.Item(
          standing.title,
          [
            own.reduce(0) { $0 + $1.lastBiennium }, own.reduce(0) { $0 + $1.thisBiennium },
          ])
      }.filter { $0.figures != [0, 0] })
    return drawn(donors, standings)
  }
}
