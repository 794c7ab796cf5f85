import FundDomain

extension Check {
  static let ofBooks = [
    Check(
      "statement-does-not-foot", .basic,
      "The statement of the biennium so far, or the trial balance, does not add up."
    ) { look in
      let biennium = Biennium(of: look.day)
      do {
        let period = Period(from: biennium.period.from, to: look.day)
        _ = try Statement(look.books, for: period)
        _ = try TrialBalance(look.books, in: nil, asAt: look.day)
      } catch let error as LedgerError where error.rule == "does-not-foot" {
        return [Finding("\(biennium)", error.message)]
      }
      return []
    },
    Check(
      "dated-ahead", .basic,
      "Money is recorded as received, obligated or paid on a day that has not come."
    ) { try $0.datedAhead() },
  ]
}

extension Inspection {
  /// Documents that were recorded before their own day, which is not over. Their day may be long
  /// past when the books are looked at on an earlier one: then nothing was ahead.
  fileprivate func datedAhead() throws -> [Check.Finding] {
    guard day < .last else { return [] }
    let filter = DocumentFilter(
      kinds: [
        "contribution", "refund", "obligation", "disbursement", "recovery", "interest",
        "other_income", "charge", "transfer", "exchange",
      ], in: Period(from: day.next, to: .last))
    var found: [Check.Finding] = []
    try books.documents(filter) { line in
      let recorded = line.recordedAt.prefix(10)
      guard line.reversedBy == nil, recorded < line.date.description else { return }
      let amount = line.amount.map { "\($0) " } ?? ""
      found.append(
        Check.Finding(line.name, "\(amount)is dated \(line.date) and was recorded on \(recorded)"))
    }
    return found
  }
}
