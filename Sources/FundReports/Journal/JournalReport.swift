public import FundDomain
import Plain

/// Every document of a period with its postings, in the order of their dates: the book of first
/// entry. Debits equal credits, in the accounts and in the budget apart.
public struct JournalReport: StreamedReport {
  public let period: Period
  public let foot: ReportFoot
  let books: any Books

  public init(_ books: any Books, in period: Period) throws {
    self.books = books
    self.period = period
    foot = try ReportFoot(books, asAt: period.to)
  }

  /// What people read in the heading over an entry's postings is in columns for programs.
  private static let columns =
    JournalColumn.entry(for: .programs) + [JournalColumn.memo(for: .programs)]
    + [JournalColumn.account(for: .everyone), .subFund(for: .everyone)] + JournalColumn.amounts
    + JournalColumn.names

  public var sheet: Sheet {
    Sheet(
      title: "\(foot.fund.title): journal\(period.words)",
      headnote: "Debits and credits in United States dollars",
      columns: Self.columns.map(\.column),
      footnotes: [
        "The budget is a set of its own. Donors, projects and rates post nothing: cpcjf list entries shows them."
      ], foot: foot.lines)
  }

  public func rows(_ each: (Sheet.Row) throws -> Void) throws {
    var sums = JournalSums()
    var last: EntryNumber?
    try books.journal(JournalFilter(in: period)) { line in
      if line.entry != last {
        sums.documents += 1
        try each(Sheet.Row([.text(line.heading)], style: .heading))
      }
      last = line.entry
      if let posting = line.posting { sums.add(posting) }
      try each(Sheet.Row(Self.columns.cells(line), indent: 1))
    }
    try sums.requireFoots()
    for (title, sum) in [("Total", sums.accounts), ("Total of the budget", sums.budget)]
    where title == "Total" || sum.debits != 0 {
      let cells = Self.columns.cells([
        "account": .text(title), "debit": .dollars(sum.debits), "credit": .dollars(sum.credits),
      ])
      try each(Sheet.Row(cells, style: .total))
    }
  }

  public var json: StreamedJSON {
    StreamedJSON(
      head: [
        ("schema", "cpcjf/1"), ("report", "journal"),
        ("period", period.json), ("currency", "USD"),
      ]
    ) { each in
      var sums = JournalSums()
      var open: (line: JournalLine, postings: [JSON])?
      func close() throws {
        guard let item = open else { return }
        try each(item.line.json(postings: item.postings))
      }
      try books.journal(JournalFilter(in: period)) { line in
        if line.entry != open?.line.entry {
          try close()
          open = (line, [])
          sums.documents += 1
        }
        guard let posting = line.posting else { return }
        sums.add(posting)
        open?.postings.append(.object(line.json(of: posting)))
      }
      try close()
      try sums.requireFoots()
      return [
        ("documents", .integer(sums.documents)),
        (
          "total",
          .object([
            ("debit", .dollars(sums.accounts.debits)), ("credit", .dollars(sums.accounts.credits)),
            ("budgetDebit", .dollars(sums.budget.debits)),
            ("budgetCredit", .dollars(sums.budget.credits)),
          ])
        ),
      ] + foot.json
    }
  }
}

/// What the lines of a journal add up to.
struct JournalSums {
  struct Sum {
    var debits: Int64 = 0
    var credits: Int64 = 0

    mutating func add(_ cents: Int64) {
      if cents > 0 { debits += cents } else { credits -= cents }
    }
  }

  var documents: Int64 = 0
  var accounts = Sum()
  var budget = Sum()

  mutating func add(_ posting: Posting) {
    if posting.account.section == .budget {
      budget.add(posting.usd)
    } else {
      accounts.add(posting.usd)
    }
  }

  func requireFoots() throws {
    for (what, sum) in [("accounts", accounts), ("budget", budget)]
    where sum.debits != sum.credits {
      throw LedgerError.doesNotFoot(
        "the journal's \(what) do not balance: debits are \(dollars(sum.debits)), credits "
          + "\(dollars(sum.credits))")
    }
  }
}

extension Period {
  /// ` of 2002-2003`; of what begins with the ledger, its last day.
  var words: String { from == .first ? " up to \(to)" : " of \(self)" }

  /// The period for programs; null of what begins with the ledger.
  var json: JSON { from == .first ? .null : .string("\(self)") }
}

extension JournalLine {
  /// The entry's own line over its postings.
  fileprivate var heading: String {
    let words = [
      "\(date)", number.description, title,
      reverses.map { "of \($0)" }, reference.map { "(\($0))" }, memo,
    ]
    return words.compactMap { $0 }.joined(separator: "  ")
  }

  fileprivate func json(postings: [JSON]) -> JSON {
    .object([
      ("key", .string(number.description)),
      ("title", .string(title)), ("on", .string("\(date)")),
      ("memo", .text(memo)), ("reference", .text(reference)),
      ("reverses", .text(reverses?.description)), ("entry", .integer(entry)),
      ("postings", .array(postings)),
    ])
  }

  /// A posting's own keys, as `show` has them.
  func json(of posting: Posting) -> [(String, JSON)] {
    [
      ("account", .string(posting.account.rawValue)), ("subFund", .text(subFund)),
      ("amount", .string(posting.amount.decimal)),
      ("currency", .string(posting.amount.currency.code)), ("usd", .dollars(posting.usd)),
      ("donor", .text(donor)), ("project", .text(project)), ("document", .text(document)),
      ("source", .text(source)), ("allotment", .text(allotment)),
    ]
  }
}
