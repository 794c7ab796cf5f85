import FundDomain

/// The journal as hledger and ledger read it: accounts bear the names of the chart.
struct LedgerFormat: PlainTextFormat {
  /// hledger knows types of accounts, ledger none.
  private let hasTypes: Bool

  init(_ program: PlainTextJournal.Program) { hasTypes = program == .hledger }

  func declarations(title: String, _ currencies: [Currency], _ accounts: [Account]) -> String {
    var text = ""
    for currency in currencies {
      text += "commodity \(currency.code)\n    format \(sample(of: currency))\n"
    }
    text += "\n" + PlainTextTransaction.tagNames.map { "tag \($0)\n" }.joined() + "\n"
    for account in accounts { text += "account \(account.rawValue)\(type(of: account))\n" }
    return text
  }

  /// How amounts of a currency look: hledger wants a point also where no decimals follow.
  private func sample(of currency: Currency) -> String {
    let amount = Money(minorUnits: powerOfTen(currency.exponent + 3), currency)
    let point = currency.exponent == 0 && hasTypes ? "." : ""
    return "\(amount.decimal)\(point) \(currency.code)"
  }

  /// The section of its statements that hledger counts an account in; the budget is in none.
  private func type(of account: Account) -> String {
    guard hasTypes else { return "" }
    let letter: String? =
      switch account.section {
      case .assets: account == .cash ? "C" : "A"
      case .liabilities: "L"
      case .fundBalances, .clearing: "E"
      case .income: "R"
      case .expenditure, .adjustments: "X"
      case .budget: nil
      }
    return letter.map { "  ; type: \($0)" } ?? ""
  }

  func text(_ transaction: PlainTextTransaction) -> String {
    if transaction.lines.isEmpty { return transaction.remark }
    let payee = transaction.payee.map { harmlessPayee($0) + " | " } ?? ""
    let head = "\(transaction.date) * (\(transaction.number)) \(payee)\(transaction.note)"
    var text = head + "\n" + lines(transaction.tags)
    for line in transaction.lines {
      let cost = line.cost.map { " @@ \($0.decimal) USD" } ?? ""
      text +=
        "    \(line.account.rawValue)  \(line.amount.decimal) \(line.amount.currency.code)\(cost)\n"
      text += lines(line.tags)
    }
    return text
  }

  private func lines(_ tags: [PlainTextTransaction.Tag]) -> String {
    tags.map { "    ; \($0.name): \(harmlessTag($0.value))\n" }.joined()
  }
}

private func powerOfTen(_ exponent: Int) -> Int64 {
  (0..<exponent).reduce(1) { power, _ in power * 10 }
}
