public import FundDomain

/// The whole journal as a program of plain-text accounting reads it: accounts and currencies
/// declared, every document a transaction that balances in US dollars, each amount in another
/// currency with its worth as a total price, and what a line belongs to as tags.
///
/// An auditor so adds the books up again with another program.
public struct PlainTextJournal: StreamedExport {
  /// The programs of plain-text accounting that are written for.
  public enum Program: String, CaseIterable, Sendable {
    case hledger, ledger, beancount
  }

  private let books: any Books
  private let format: any PlainTextFormat
  private let period: Period
  private let asAt: CalendarDate?

  /// - Parameter day: the last day of the journal; nil for all of it.
  public init(_ books: any Books, for program: Program, upTo day: CalendarDate?) {
    self.books = books
    asAt = day
    period = Period(from: .first, to: day ?? .last)
    format = program == .beancount ? BeancountFormat() : LedgerFormat(program)
  }

  /// Writes it while it is read, a document at a time.
  ///
  /// - Throws: `does-not-foot` where a document does not balance.
  public func write(to write: (String) throws -> Void) throws {
    try writeHead(write)
    var names = Names(books)
    var open: [JournalLine] = []
    func close() throws {
      guard let first = open.first else { return }
      let transaction = try PlainTextTransaction(first, open, payee: names.payee(of: open))
      try write("\n" + format.text(transaction))
    }
    try books.journal(JournalFilter(in: period)) { line in
      if line.entry != open.first?.entry {
        try close()
        open = []
      }
      open.append(line)
    }
    try close()
  }

  private func writeHead(_ write: (String) throws -> Void) throws {
    let fund = try books.fund
    let head = try books.head
    let asAt = asAt.map { "As at \($0)" } ?? "All of it"
    let knownAt = books.knownAt.map { ", known at entry \($0)" } ?? ""
    let lines = [
      "\(fund.title): journal", fund.note.map { "Note: \($0)" },
      "\(asAt)\(knownAt). Ledger: \(head.entries) entries, head \(head.hash).",
    ]
    for line in lines.compactMap({ $0 }) { try write("; \(plainLine(line))\n") }
    let used = try books.totals(
      TotalsQuery(Account.allCases, by: [.currency], in: period))
    let currencies = Set(used.compactMap(\.currency) + [.usd]).sorted { $0.code < $1.code }
    let accounts = Set(used.map(\.account))
    try write(
      "\n"
        + format.declarations(
          title: fund.title, currencies, Account.allCases.filter(accounts.contains)))
  }

  /// Who a document is about: its donor, else its project.
  private struct Names {
    private let books: any Books
    private var known: [EntryNumber: String] = [:]

    init(_ books: any Books) { self.books = books }

    mutating func payee(of lines: [JournalLine]) throws -> String? {
      if let donor = lines.lazy.compactMap({ $0.posting?.donor }).first {
        return try name(donor) { try $0.donor(donor, on: .last).name }
      }
      guard let project = lines.lazy.compactMap({ $0.posting?.project }).first else { return nil }
      return try name(project) { try $0.project(project, on: .last).title }
    }

    private mutating func name(
      _ entry: EntryNumber, _ ask: (any Books) throws -> String
    ) throws -> String {
      if let name = known[entry] { return name }
      let name = try ask(books)
      known[entry] = name
      return name
    }
  }
}

/// How a program of plain-text accounting wants its journal.
protocol PlainTextFormat: Sendable {
  /// What must be said before the first transaction.
  func declarations(title: String, _ currencies: [Currency], _ accounts: [Account]) -> String
  /// A transaction, or a remark where the document posts nothing.
  func text(_ transaction: PlainTextTransaction) -> String
}
