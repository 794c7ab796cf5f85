import FundDomain

extension Statement {
  /// What each sub-fund had, took in, spent and was left with.
  public var charts: [Chart] {
    let roots = subFunds.filter { $0.parent == nil }
    let lines: [StatementLine] = [
      .openingBalance, .totalIncome, .totalExpenditure, .closingBalance,
    ]
    let bars = Chart(
      .stackedBars, "Balances, income and expenditure, by sub-fund", series: roots.map(\.title),
      items: lines.map { line in
        Chart.Item(line.title, roots.map { figures.value(line, of: $0.id) })
      })
    return drawn(bars)
  }
}
