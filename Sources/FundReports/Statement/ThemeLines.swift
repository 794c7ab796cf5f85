import FundDomain

/// Section II of the statement by theme: expenditure, apportioned as every breakdown apportions it,
/// by sub-fund.
struct ThemeLines: Sendable {
  /// US cents by theme and sub-fund, a parent's with its parts'.
  private let cents: [RowKey: [EntryNumber: Int64]]
  private let roots: [EntryNumber]

  init(_ books: any Books, for period: Period, _ tree: SubFundTree) throws {
    let apportioning = try Apportioning(books, by: .theme, .unodc, on: period.to)
    let dimensions = apportioning.dimensions
    let totals = try books.totals(
      TotalsQuery(StatementLine.spending, by: dimensions, in: period))
    var sums: [RowKey: [EntryNumber: Int64]] = [:]
    for total in Breakdown.merged(totals, dimensions) {
      for (row, cents) in apportioning.parts(of: total) where cents != 0 {
        sums[row, default: [:]][total.subFund, default: 0] += cents
      }
    }
    cents = sums.mapValues(tree.consolidated)
    roots = tree.roots
  }

  /// The themes, in their order.
  var keys: Set<RowKey> { Set(cents.keys) }

  func value(_ theme: RowKey, of subFund: EntryNumber) -> Int64 { cents[theme]?[subFund] ?? 0 }

  func total(_ theme: RowKey) -> Int64 { roots.reduce(0) { $0 + value(theme, of: $1) } }

  /// - Throws: `does-not-foot` when the themes of a sub-fund are not its expenditure.
  func requireFoots(_ figures: Figures, _ subFunds: [SubFund]) throws {
    for fund in subFunds {
      let sum = cents.values.reduce(0) { $0 + ($1[fund.id] ?? 0) }
      let whole = figures.value(.expenditure, of: fund.id)
      guard sum == whole else {
        throw LedgerError.doesNotFoot(
          "\(fund.code)'s expenditure by theme adds up to \(dollars(sum)), the statement says "
            + dollars(whole))
      }
    }
  }
}
