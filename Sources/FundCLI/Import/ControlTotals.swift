import ArgumentParser
import FundDomain

/// What somebody who sends a file says is in it: how many rows, and what their amounts add up to in
/// each currency. They are counted and added over all rows, recorded now or before.
struct ControlTotals {
  private let count: Int?
  private let totals: [Money]
  private var rows = 0
  private var sums: [Currency: Int128] = [:]

  /// - Parameter totals: `USD=1234.56`, one for each currency.
  init(count: Int?, totals: [String], kind: DocumentKind) throws {
    self.count = count
    self.totals = try totals.map { text in
      let halves = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard halves.count == 2 else {
        throw ValidationError("--expect-total is a currency and its sum, like USD=1234.56.")
      }
      return try Money(decimal: halves[1], Currency(halves[0]))
    }
    guard totals.isEmpty || kind.columns.contains("amount") else {
      throw ValidationError("An import of \(kind.rawValue) has no amounts to add up.")
    }
  }

  mutating func add(_ form: Form) {
    rows += 1
    guard !totals.isEmpty, let money = try? form.money("amount") else { return }
    sums[money.currency, default: 0] += Int128(money.minorUnits)
  }

  /// What the file has otherwise than it was said to.
  var differences: [LedgerError] {
    var found: [LedgerError] = []
    if let count, count != rows {
      found.append(
        LedgerError(
          rule: "count-differs",
          "the file has \(rows) row\(rows == 1 ? "" : "s"), and \(count) are expected"))
    }
    for total in totals where sums[total.currency, default: 0] != Int128(total.minorUnits) {
      let sum = sums[total.currency, default: 0]
      let text = Int64(exactly: sum).map { "\(Money(minorUnits: $0, total.currency))" }
      found.append(
        LedgerError(
          rule: "total-differs",
          "the rows add up to \(text ?? "more than can be counted of \(total.currency)"), and "
            + "\(total) is expected"))
    }
    return found
  }

  /// That all is as expected, where something was.
  var agreement: String? {
    guard count != nil || !totals.isEmpty else { return nil }
    let figures = (count.map { ["\($0) rows"] } ?? []) + totals.map { "\($0)" }
    return "as expected: \(figures.joined(separator: ", "))\n"
  }
}
