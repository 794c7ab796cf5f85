public import FundDomain
public import Plain

/// The balance of every account since the beginning, as at a date: debits less credits, so that
/// they add up to zero.
public struct TrialBalance: Report {
  /// One account that was ever posted to.
  public struct Row: Sendable {
    public let account: Account
    /// US cents, debit positive.
    public let balance: Int64
  }

  public let rows: [Row]
  public let foot: ReportFoot

  public init(_ books: any Books, asAt: CalendarDate) throws {
    foot = try ReportFoot(books, asAt: asAt)
    var balances: [Account: Int64] = [:]
    let query = TotalsQuery(Account.allCases, in: Period(from: .first, to: asAt))
    for total in try books.totals(query) { balances[total.account, default: 0] += total.usd }
    rows = Account.allCases.compactMap { account in
      balances[account].map { Row(account: account, balance: $0) }
    }
    let sum = rows.reduce(0) { $0 + $1.balance }
    guard sum == 0 else {
      throw LedgerError(
        rule: "does-not-foot", "the accounts are \(dollars(sum)) off zero at \(asAt)",
        hint: "run cpcjf verify; nothing was printed")
    }
  }

  private var debits: Int64 { rows.reduce(0) { $0 + max($1.balance, 0) } }

  public var sheet: Sheet {
    func row(
      _ name: String, _ debit: Int64, _ credit: Int64, _ balance: Int64, _ style: Sheet.Row.Style
    ) -> Sheet.Row {
      Sheet.Row(
        [.text(name), .dollars(debit), .dollars(credit), .dollars(balance)], style: style,
        indent: 0)
    }
    return Sheet(
      title: "\(foot.fund.title): trial balance as at \(foot.asAt)", subtitle: [],
      headnote: "United States dollars",
      columns: [
        Sheet.Column(title: "Account", kind: .text, id: "account"),
        Sheet.Column(title: "Debit", kind: .money, id: "debit"),
        Sheet.Column(title: "Credit", kind: .money, id: "credit"),
        Sheet.Column(title: "Balance", kind: .money, id: "balance"),
      ],
      rows: rows.map {
        row($0.account.rawValue, max($0.balance, 0), max(-$0.balance, 0), $0.balance, .plain)
      } + [row("Total", debits, debits, 0, .total)],
      footnotes: [], foot: foot.lines, thousands: false)
  }

  public var json: JSON {
    func money(_ debit: Int64, _ credit: Int64, _ balance: Int64) -> [(String, JSON)] {
      [("debit", .dollars(debit)), ("credit", .dollars(credit)), ("balance", .dollars(balance))]
    }
    return .object(
      [
        ("schema", "cpcjf/1"), ("report", "trial-balance"), ("currency", "USD"),
        (
          "accounts",
          .array(
            rows.map {
              .object(
                [("account", .string($0.account.rawValue))]
                  + money(max($0.balance, 0), max(-$0.balance, 0), $0.balance))
            })
        ), ("total", .object(money(debits, debits, 0))),
      ] + foot.json)
  }
}
