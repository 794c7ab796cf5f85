/// Rule 1: postings add up to zero, in US cents and in units of each currency, in every sub-fund;
/// budget lines by themselves for each allotment.
func requireBalance(_ postings: [Posting]) throws(LedgerError) {
  struct Key: Hashable {
    let subFund: EntryNumber
    let currency: Currency?
    var isBudget = false
    var allotment: EntryNumber?
  }
  var sums: [Key: Int64] = [:]
  var between: Int64 = 0
  var clearing: [EntryNumber: Int64] = [:]
  for posting in postings {
    precondition(posting.amount.currency != .usd || posting.amount.minorUnits == posting.usd)
    guard posting.account.section != .budget else {
      let key = Key(
        subFund: posting.subFund, currency: nil, isBudget: true, allotment: posting.allotment)
      sums[key, default: 0] += posting.usd
      continue
    }
    sums[Key(subFund: posting.subFund, currency: nil), default: 0] += posting.usd
    sums[Key(subFund: posting.subFund, currency: posting.amount.currency), default: 0] +=
      posting.amount.minorUnits
    if posting.account == .interFund { between += posting.usd }
    if posting.account == .conversion { clearing[posting.subFund, default: 0] += posting.usd }
  }
  precondition(between == 0 && clearing.values.allSatisfy { $0 == 0 })
  guard let wrong = sums.first(where: { $0.value != 0 }) else { return }
  let unit = wrong.key.currency ?? .usd
  throw LedgerError(
    rule: "unbalanced",
    "the postings of a sub-fund are \(Money(minorUnits: wrong.value, unit)) off zero")
}

/// Rule 1: a line of no units stands on `adjustments:exchange` alone, and in a revaluation. An
/// amount so small that a part of it would be nothing is refused.
func requireUnits(_ postings: [Posting], of document: Document) throws(LedgerError) {
  if case .revaluation = document { return }
  for line in postings where line.amount.minorUnits == 0 {
    guard line.account == .exchange, line.usd != 0 else {
      throw LedgerError(
        rule: "amount-too-small",
        "the amount is too small to be shared out: a part of it would be \(line.amount), worth "
          + "\(Money.usd(line.usd))", field: "amount")
    }
  }
}
