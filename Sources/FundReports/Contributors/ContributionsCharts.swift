import FundDomain

extension ContributionsReport {
  /// What became of all that was due, by donor, and how many States stand how.
  public var charts: [Chart] {
    let owing = rows.filter { $0.dues.arrears + $0.dues.due != 0 }
      .sorted { ($1.dueInAll, $0.donor.code) < ($0.dueInAll, $1.donor.code) }
    let dues = Chart(
      .stackedBars, "Arrears and what fell due, by donor",
      series: ["Paid", "Written off", "Outstanding"],
      items: owing.map { row in
        Chart.Item(
          row.donor.name,
          [
            row.dues.paidBefore + row.dues.paid - row.dues.inAdvance, row.dues.writtenOff,
            row.dues.outstanding,
          ])
      })
    let states = rows.filter { $0.donor.kind == .state }
    let standings = Chart(
      .bars, "States by payment", in: .count(of: "States"), series: ["States"],
      items: Standing.allCases.map { standing in
        Chart.Item(standing.title, [Int64(states.count { $0.standing == standing })])
      }.filter { $0.figures != [0] })
    return drawn(dues, standings)
  }
}

extension ContributionsReport.Row {
  fileprivate var dueInAll: Int64 { dues.arrears + dues.due }
}
