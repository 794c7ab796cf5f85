import FundDomain
import Plain

/// The journal as beancount reads it. It knows five roots of accounts: what is in none of assets,
/// liabilities, income and expenditure is under Equity, so also the adjustments of a statement and
/// the budget.
struct BeancountFormat: PlainTextFormat {
  /// A cent off is refused; what is lost where a total price is divided is not.
  private static let tolerance = "USD:0.001"

  func declarations(title: String, _ currencies: [Currency], _ accounts: [Account]) -> String {
    var text = """
      option "title" \(quoted(title))
      option "operating_currency" "USD"
      option "inferred_tolerance_default" "\(Self.tolerance)"


      """
    for currency in currencies { text += "\(CalendarDate.first) commodity \(currency.code)\n" }
    text += "\n"
    for account in accounts { text += "\(CalendarDate.first) open \(Self.name(of: account))\n" }
    return text
  }

  /// The account's name: `Assets:Pledges-Receivable` for `assets:pledges-receivable`.
  static func name(of account: Account) -> String {
    let words = account.rawValue.split(separator: ":").map { part in
      part.split(separator: "-").map { String($0).capitalizedFirst }
        .joined(separator: "-")
    }
    switch account.section {
    case .assets, .liabilities, .income: return words.joined(separator: ":")
    case .expenditure: return "Expenses:" + words.dropFirst().joined(separator: ":")
    case .fundBalances, .adjustments, .clearing, .budget:
      return "Equity:" + words.joined(separator: ":")
    }
  }

  func text(_ transaction: PlainTextTransaction) -> String {
    if transaction.lines.isEmpty { return transaction.remark }
    let payee = transaction.payee.map { quoted($0) + " " } ?? ""
    let head = "\(transaction.date) * \(payee)\"\(transaction.note)\" ^\(transaction.number)"
    var text = head + "\n" + lines(transaction.tags, indent: 2)
    for line in transaction.lines {
      let cost = line.cost.map { " @@ \($0.decimal) USD" } ?? ""
      text +=
        "  \(Self.name(of: line.account))  \(line.amount.decimal) \(line.amount.currency.code)\(cost)\n"
      text += lines(line.tags, indent: 4)
    }
    return text
  }

  private func lines(_ tags: [PlainTextTransaction.Tag], indent: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    return tags.map { "\(margin)\($0.name): \(quoted($0.value))\n" }.joined()
  }
}
