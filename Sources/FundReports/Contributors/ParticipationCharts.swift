extension ParticipationReport {
  /// How many of each regional group, and of the donors of each kind that are no Members, gave.
  public var charts: [Chart] {
    let groups = Dictionary(grouping: rows, by: \.section).sorted { $0.key < $1.key }
    let bars = Chart(
      .stackedBars, "Who gave, by group", in: .count(of: "Members and other donors"),
      series: ["First time", "Again", "Lapsed", "Never"],
      items: groups.map { section, rows in
        let firstTime = rows.count(where: \.isFirstTime)
        return Chart.Item(
          section.title,
          [
            firstTime, rows.count { $0.standing == .current } - firstTime,
            rows.count { $0.standing == .lapsed }, rows.count { $0.standing == .never },
          ].map(Int64.init))
      })
    return drawn(bars)
  }
}
