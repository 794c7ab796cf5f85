import FundDomain
import Plain

/// How a statement joins the one before: its opening balance is the closing balance of that, and
/// of what openings brought in since; in US cents of the whole Fund.
struct Continuity: Sendable {
  let figures: Figures
  let period: Period
  let before: (period: Period, closing: Int64)?
  /// Opening balances dated in the period itself.
  let broughtIn: Int64

  /// - Throws: `does-not-foot` when a sub-fund opens with what it did not close with.
  init(
    _ books: any Books, _ figures: Figures, for period: Period, previous: Figures?,
    _ tree: SubFundTree
  ) throws {
    self.figures = figures
    self.period = period
    var opened: [EntryNumber: Int64] = [:]
    for total in try books.totals(TotalsQuery([.opening], in: period)) {
      opened[total.subFund, default: 0] -= total.usd
    }
    let own = tree.consolidated(opened)
    broughtIn = tree.roots.reduce(0) { $0 + (own[$1] ?? 0) }
    guard let previous, let span = period.previous else {
      before = nil
      return
    }
    before = (span, previous.total(.closingBalance))
    for fund in tree.all {
      let closed = previous.value(.closingBalance, of: fund) + (own[fund] ?? 0)
      let opens = figures.value(.openingBalance, of: fund)
      guard closed == opens else {
        throw LedgerError.doesNotFoot(
          "sub-fund \(fund) opens \(period) with \(dollars(opens)), but \(span) left it "
            + dollars(closed))
      }
    }
  }

  /// The line under the statement.
  var line: String {
    func money(_ line: StatementLine) -> String { grouped(figures.total(line), exponent: 2) }
    let sum =
      "Continuity, in dollars: opening \(money(.openingBalance)) + income \(money(.totalIncome))"
      + " - expenditure \(money(.totalExpenditure)) + adjustments \(money(.totalAdjustments))"
      + " = closing \(money(.closingBalance))."
    guard let before else { return sum }
    let brought =
      broughtIn == 0
      ? ""
      : ", \(grouped(before.closing, exponent: 2)), and \(grouped(broughtIn, exponent: 2)) brought in since"
    return sum + " The opening balance is the closing balance of \(before.period)\(brought)."
  }

  var json: JSON {
    func money(_ line: StatementLine) -> JSON { .dollars(figures.total(line)) }
    return .object([
      ("opening", money(.openingBalance)), ("income", money(.totalIncome)),
      ("expenditure", money(.totalExpenditure)), ("adjustments", money(.totalAdjustments)),
      ("closing", money(.closingBalance)),
      ("previousClosing", before.map { .dollars($0.closing) } ?? .null),
      ("broughtIn", .dollars(broughtIn)),
    ])
  }
}
