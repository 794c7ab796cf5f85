public import FundDomain
public import Plain

/// The balance of every account since the beginning, as at a date: debits less credits, so that
/// they add up to zero. Of a period also what stood before it, and what moved.
public struct TrialBalance: Report {
  /// One account that was ever posted to.
  public struct Row: Sendable {
    public let account: Account
    /// US cents, debit positive: what stood before the period, and what moved in it.
    public let opening, movement: Int64

    public var balance: Int64 { opening + movement }
  }

  /// Nil for all days up to the date.
  public let period: Period?
  public let rows: [Row]
  public let foot: ReportFoot

  /// The balances at the end of a period, or at a date.
  ///
  /// - Throws: `does-not-foot` when the accounts, or the budget by itself, are not zero together.
  public init(_ books: any Books, in period: Period?, asAt: CalendarDate) throws {
    self.period = period
    foot = try ReportFoot(books, asAt: asAt)
    let span = period ?? Period(from: .first, to: asAt)
    let opening = try Self.sums(books, span.before)
    let movement = try Self.sums(books, span)
    rows = Account.allCases.compactMap { account in
      guard opening[account] != nil || movement[account] != nil else { return nil }
      return Row(
        account: account, opening: opening[account] ?? 0, movement: movement[account] ?? 0)
    }
    try requireFoots()
  }

  private static func sums(_ books: any Books, _ span: Period?) throws -> [Account: Int64] {
    guard let span else { return [:] }
    return try books.totals(TotalsQuery(Account.allCases, in: span))
      .reduce(into: [:]) { $0[$1.account, default: 0] += $1.usd }
  }

  private func requireFoots() throws {
    for (what, isIncluded) in [("accounts", false), ("budget lines", true)] {
      let own = rows.filter { ($0.account.section == .budget) == isIncluded }
      for (when, sum) in [
        ("before the period", own.reduce(0) { $0 + $1.opening }),
        ("at \(foot.asAt)", own.reduce(0) { $0 + $1.balance }),
      ] where sum != 0 {
        throw LedgerError.doesNotFoot(
          "the \(what) are \(dollars(sum)) off zero \(when)")
      }
    }
  }

  /// The figures of a line, each with the key that programs read it by.
  private func measures(_ rows: [Row]) -> [(id: String, title: String, cents: Int64)] {
    func sum(_ of: (Row) -> Int64) -> Int64 { rows.reduce(0) { $0 + of($1) } }
    let balance = [
      ("debit", "Debit", sum { max($0.balance, 0) }),
      ("credit", "Credit", sum { max(-$0.balance, 0) }),
      ("balance", "Balance", sum(\.balance)),
    ]
    return period == nil
      ? balance
      : [("opening", "Opening", sum(\.opening)), ("movement", "Movement", sum(\.movement))]
        + balance
  }

  public var sheet: Sheet {
    func line(_ name: String, _ rows: [Row], _ style: Sheet.Row.Style) -> Sheet.Row {
      Sheet.Row([.text(name)] + measures(rows).map { .dollars($0.cents) }, style: style)
    }
    return Sheet(
      title:
        "\(foot.fund.title): trial balance \(period.map { "for \($0)" } ?? "as at \(foot.asAt)")",
      headnote: "United States dollars",
      columns: [Sheet.Column(title: "Account", kind: .text, id: "account")]
        + measures([]).map { Sheet.Column(title: $0.title, kind: .money, id: $0.id) },
      rows: rows.map { line($0.account.rawValue, [$0], .plain) } + [line("Total", rows, .total)],
      footnotes: period == nil ? [] : ["Balance = opening + movement, since the beginning."],
      foot: foot.lines)
  }

  public var json: JSON {
    func money(_ rows: [Row]) -> [(String, JSON)] {
      measures(rows).map { ($0.id, .dollars($0.cents)) }
    }
    return .object(
      [("schema", "cpcjf/1"), ("report", "trial-balance")]
        + (period.map { [("period", .string("\($0)"))] } ?? [])
        + [
          ("currency", "USD"),
          (
            "accounts",
            .array(
              rows.map { .object([("account", .string($0.account.rawValue))] + money([$0])) })
          ), ("total", .object(money(rows))),
        ] + foot.json)
  }
}
