public import FundDomain
import Plain

/// An account's ledger: what stood on it before a period, every posting with the balance after
/// it, and what stands on it at the end. Of a section of accounts, all of them in one.
public struct AccountReport: StreamedReport {
  /// One account, or the accounts of a section.
  public struct Accounts: Sendable {
    let name: String
    let all: [Account]

    /// Reads the name of an account or of a section.
    ///
    /// - Throws: `unknown-account`, with the nearest, also by the last part of their names.
    public init(_ text: String) throws(LedgerError) {
      let name = trimmed(text)
      if let section = Account.Section(rawValue: name) {
        all = Account.allCases.filter { $0.section == section }
      } else if let account = Account(rawValue: name) {
        all = [account]
      } else {
        throw Self.unknown(name)
      }
      self.name = name
    }

    private static func unknown(_ name: String) -> LedgerError {
      let accounts = Account.allCases.map(\.rawValue)
      let whole = nearest(to: name, among: Account.Section.allCases.map(\.rawValue) + accounts)
      let tails = nearest(to: name, among: accounts.map(\.lastPart))
      let near = whole + accounts.filter { tails.contains($0.lastPart) && !whole.contains($0) }
      return LedgerError(
        rule: "unknown-account", "there is no account '\(name)' in the chart",
        hint: didYouMean(Array(near.prefix(3)))
          ?? "cpcjf report trial-balance shows the accounts", field: "account")
    }
  }

  let accounts: Accounts
  let subFund: SubFund?
  let subFunds: [EntryNumber]?
  let period: Period
  let opening: Int64
  let closing: Int64
  public let foot: ReportFoot
  let books: any Books

  /// - Parameter subFund: the sub-fund, with its parts, whose postings are shown; nil for all.
  public init(
    _ books: any Books, _ accounts: Accounts, of subFund: SubFund?, in period: Period
  ) throws {
    self.books = books
    self.accounts = accounts
    self.subFund = subFund
    self.period = period
    foot = try ReportFoot(books, asAt: period.to)
    let tree = SubFundTree(try books.subFunds(on: period.to))
    let funds = subFund.map { tree.parts(of: $0.id) }
    subFunds = funds
    func balance(_ span: Period?) throws -> Int64 {
      guard let span else { return 0 }
      return try books.totals(TotalsQuery(accounts.all, in: span))
        .filter { funds?.contains($0.subFund) ?? true }.reduce(0) { $0 + $1.usd }
    }
    opening = try balance(period.before)
    closing = try balance(Period(from: .first, to: period.to))
  }

  private var columns: [JournalColumn] {
    let account = JournalColumn.account(for: accounts.all.count > 1 ? .everyone : .programs)
    let fund = JournalColumn.subFund(for: subFunds?.count == 1 ? .programs : .everyone)
    return JournalColumn.entry(for: .everyone) + [account, fund] + JournalColumn.amounts
      + [JournalColumn("Balance", .money, "balance") { _ in .blank }] + JournalColumn.names
      + [.memo(for: .everyone)]
  }

  public var sheet: Sheet {
    Sheet(
      title: "\(foot.fund.title): account \(accounts.name)\(period.words)",
      subtitle: subFund.map { ["Sub-fund \($0.code): \($0.title)"] } ?? [],
      headnote: "United States dollars; a credit balance is in parentheses",
      columns: columns.map(\.column),
      footnotes: ["Balances run since the beginning: no account is ever closed."], foot: foot.lines)
  }

  public func rows(_ each: (Sheet.Row) throws -> Void) throws {
    let columns = columns
    let place = columns.firstIndex { $0.column.id == "balance" }!
    func balance(_ title: String, _ day: CalendarDate, _ cents: Int64) -> [String: Sheet.Cell] {
      ["on": .text("\(day)"), "number": .text(title), "balance": .dollars(cents)]
    }
    var sums = JournalSums.Sum()
    if period.from > .first {
      try each(Sheet.Row(columns.cells(balance("Opening", period.from, opening))))
    }
    try run { line, posting, balance in
      sums.add(posting.usd)
      var cells = columns.cells(line)
      cells[place] = .dollars(balance)
      try each(Sheet.Row(cells))
    }
    let total = balance("Closing", period.to, closing).merging([
      "debit": .dollars(sums.debits), "credit": .dollars(sums.credits),
    ]) { $1 }
    try each(Sheet.Row(columns.cells(total), style: .total))
  }

  public var json: StreamedJSON {
    StreamedJSON(
      head: [
        ("schema", "cpcjf/1"), ("report", "account"), ("account", .string(accounts.name)),
        ("subFund", .text(subFund?.code)), ("period", period.json), ("currency", "USD"),
        ("opening", .dollars(opening)),
      ]
    ) { each in
      var sums = JournalSums.Sum()
      try run { line, posting, balance in
        sums.add(posting.usd)
        try each(
          .object(
            [
              ("key", .string(line.number.description)), ("title", .string(line.title)),
              ("on", .string("\(line.date)")), ("memo", .text(line.memo)),
            ] + line.json(of: posting) + [("balance", .dollars(balance))]))
      }
      return [
        ("closing", .dollars(closing)),
        (
          "total",
          .object([("debit", .dollars(sums.debits)), ("credit", .dollars(sums.credits))])
        ),
      ] + foot.json
    }
  }

  /// Every posting with the balance after it, which ends with what the accounts have.
  private func run(_ each: (JournalLine, Posting, Int64) throws -> Void) throws {
    var balance = opening
    let filter = JournalFilter(in: period, accounts: accounts.all, subFunds: subFunds)
    try books.journal(filter) { line in
      guard let posting = line.posting else { return }
      balance += posting.usd
      try each(line, posting, balance)
    }
    guard balance == closing else {
      throw LedgerError.doesNotFoot(
        "the postings on \(accounts.name) lead to \(dollars(balance)), but \(dollars(closing)) "
          + "stands on it at \(period.to)")
    }
  }
}

extension String {
  /// What stands after the colon of an account's name.
  fileprivate var lastPart: String { split(separator: ":").last.map(String.init) ?? self }
}
