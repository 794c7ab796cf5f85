import FundDomain

/// A column of the journal or of an account's ledger, with its cell of a line.
struct JournalColumn: Sendable {
  let column: Sheet.Column
  let cell: @Sendable (JournalLine) -> Sheet.Cell

  init(
    _ title: String, _ kind: Sheet.Column.Kind, _ id: String,
    for readers: Sheet.Column.Readers = .everyone,
    _ cell: @escaping @Sendable (JournalLine) -> Sheet.Cell
  ) {
    column = Sheet.Column(title: title, kind: kind, id: id, for: readers)
    self.cell = cell
  }

  static func entry(for readers: Sheet.Column.Readers) -> [JournalColumn] {
    [
      JournalColumn("Date", .date, "on", for: readers) { .text("\($0.date)") },
      JournalColumn("Number", .code, "number", for: readers) { .text($0.number.description) },
      JournalColumn("Kind", .text, "kind", for: .programs) { .text($0.title) },
    ]
  }

  static func memo(for readers: Sheet.Column.Readers) -> JournalColumn {
    JournalColumn("Memo", .text, "memo", for: readers) { .text($0.memo) }
  }

  static func account(for readers: Sheet.Column.Readers) -> JournalColumn {
    JournalColumn("Account", .code, "account", for: readers) {
      $0.posting.map { .text($0.account.rawValue) } ?? .nilValue
    }
  }

  static func subFund(for readers: Sheet.Column.Readers) -> JournalColumn {
    JournalColumn("Sub-fund", .code, "sub-fund", for: readers) { .text($0.subFund) }
  }

  /// People see an amount only where it is in another currency than the dollars beside it.
  static let amounts = [
    JournalColumn("Amount", .money, "amount", for: .people) {
      $0.foreign.map(Sheet.Cell.money) ?? .blank
    },
    JournalColumn("", .code, "currency", for: .people) { .text($0.foreign?.currency.code) },
    JournalColumn("Amount", .money, "amount", for: .programs) {
      $0.posting.map { .money($0.amount) } ?? .blank
    },
    JournalColumn("Currency", .code, "currency", for: .programs) {
      .text($0.posting?.amount.currency.code)
    },
    JournalColumn("US dollars", .money, "usd", for: .programs) {
      $0.posting.map { .dollars($0.usd) } ?? .blank
    },
    JournalColumn("Debit", .money, "debit") { $0.dollars { $0 >= 0 } },
    JournalColumn("Credit", .money, "credit") { $0.dollars { $0 < 0 } },
  ]

  static let names = [
    JournalColumn("Donor", .code, "donor") { .text($0.donor) },
    JournalColumn("Project", .code, "project") { .text($0.project) },
    JournalColumn("Document", .code, "document") { .text($0.document) },
    JournalColumn("Money", .code, "source", for: .programs) { .text($0.source) },
    JournalColumn("Allotment", .code, "allotment", for: .programs) { .text($0.allotment) },
  ]
}

extension [JournalColumn] {
  /// The cells of a sum, under the columns that have one.
  func cells(_ sum: [String: Sheet.Cell]) -> [Sheet.Cell] {
    map { sum[$0.column.id] ?? .blank }
  }

  func cells(_ line: JournalLine) -> [Sheet.Cell] { map { $0.cell(line) } }
}

extension JournalLine {
  /// The kind of document, in words.
  var title: String { kind.replacing("_", with: "-") }

  fileprivate var foreign: Money? {
    posting.flatMap { $0.amount.currency == .usd ? nil : $0.amount }
  }

  fileprivate func dollars(where isOn: (Int64) -> Bool) -> Sheet.Cell {
    guard let posting, isOn(posting.usd) else { return .blank }
    return .dollars(abs(posting.usd))
  }
}
