public import FundDomain
public import Plain

/// A report as it was known at one entry and at a later one: every figure that moved, and every
/// entry in between that moved one.
public struct DifferenceReport: Report {
  /// The report's words on the command line: `biennium 2002-2003`.
  public let question: String
  /// The entry that was the last known before.
  public let from: EntryNumber
  public let moves: [SheetDifference.Move]
  let entries: [Mover]
  private let now: Sheet
  private let head: ChainHead

  /// An entry that moved a figure.
  struct Mover: Sendable {
    let line: DocumentLine
    /// What it says, else what its first line posts.
    let amount: Money?
  }

  public var isSame: Bool { moves.isEmpty }

  /// Compares a report with itself as it was known.
  ///
  /// - Parameters:
  ///   - books: as they are known at the later entry.
  ///   - from: the earlier entry.
  ///   - progress: told how many of how many entries are settled, now and then.
  public init(
    _ books: any Books, _ question: String, after from: EntryNumber,
    progress: (_ done: EntryNumber, _ all: EntryNumber) -> Void = { _, _ in },
    report: (any Books) throws -> Sheet
  ) throws {
    self.question = question
    self.from = from
    head = try books.head
    now = try report(books)
    moves = SheetDifference(from: try report(books.known(at: from)), to: now).moves
    guard !moves.isEmpty else {
      entries = []
      return
    }
    let movers = Set(
      try SheetDifference.movers(after: from, upTo: head.entries, progress: progress) { entry in
        try report(books.known(at: entry))
      })
    var entries: [Mover] = []
    let recorded = DocumentFilter(kinds: [], recorded: (from + 1)...head.entries)
    try books.documents(recorded) { line in
      guard movers.contains(line.entry) else { return }
      let posted = try line.amount == nil ? DocumentNumber(line.name).map(books.entry) : nil
      entries.append(Mover(line: line, amount: line.amount ?? posted?.postings.first?.amount))
    }
    self.entries = entries.sorted { $0.line.entry < $1.line.entry }
  }

  private var title: String {
    "\(now.title): what moved after entry \(from), up to \(head.entries)"
  }

  public var sheet: Sheet {
    Sheet(
      title: title, headnote: now.headnote,
      columns: [
        Sheet.Column(title: "Row", kind: .text, id: "row"),
        Sheet.Column(title: "Column", kind: .text, id: "column"),
        Sheet.Column(title: "Was", kind: .money, id: "was"),
        Sheet.Column(title: "Now", kind: .money, id: "now"),
        Sheet.Column(title: "Difference", kind: .money, id: "difference"),
      ],
      rows: moves.map {
        Sheet.Row([.text($0.row), .text($0.heading), $0.was, $0.now, $0.difference])
      }, annexes: isSame ? [] : [movedBy], foot: now.foot)
  }

  /// The entries that moved a figure, in the order of recording.
  var movedBy: Sheet {
    Sheet(
      title: "Entries that moved it",
      columns: [
        Sheet.Column(title: "Entry", kind: .count, id: "entry"),
        Sheet.Column(title: "Number", kind: .code, id: "number"),
        Sheet.Column(title: "Date", kind: .date, id: "on"),
        Sheet.Column(title: "Kind", kind: .text, id: "kind"),
        Sheet.Column(title: "Amount", kind: .money, id: "amount"),
        Sheet.Column(title: "", kind: .code, id: "currency"),
        Sheet.Column(title: "Memo", kind: .text, id: "memo"),
      ],
      rows: entries.map {
        Sheet.Row([
          .count($0.line.entry), .text($0.line.name), .text("\($0.line.date)"),
          .text(spoken($0.line.kind)), $0.amount.map { .money($0) } ?? .blank,
          .text($0.amount?.currency.code), .text($0.line.memo),
        ])
      })
  }

  public var json: JSON {
    .object([
      ("schema", "cpcjf/1"), ("report", "diff"), ("of", .string(question)),
      ("from", .integer(from)), ("to", .integer(head.entries)),
      (
        "moved",
        .array(
          moves.map {
            .object([
              ("row", .string($0.row)), ("column", .string($0.column.id)),
              ("was", $0.was.json), ("now", $0.now.json), ("difference", $0.difference.json),
            ])
          })
      ),
      (
        "movedBy",
        .array(
          entries.map {
            .object([
              ("entry", .integer($0.line.entry)), ("number", .string($0.line.name)),
              ("on", .string("\($0.line.date)")),
              ("kind", .string($0.line.kind.replacing("_", with: "-"))),
              ("amount", .text($0.amount?.decimal)), ("currency", .text($0.amount?.currency.code)),
              ("memo", .text($0.line.memo)),
            ])
          })
      ), ("entries", .integer(head.entries)), ("head", .string(head.hash)),
    ])
  }
}

extension SheetDifference.Move {
  /// The column as people read it: the currency's has no title.
  fileprivate var heading: String { column.title.isEmpty ? column.id : column.title }
}

extension Sheet.Cell {
  /// The cell for programs: money and shares as decimal text.
  fileprivate var json: JSON {
    switch self {
    case .text(let text), .word(let text): .string(text)
    case .money(let amount, let exponent): .string(decimalText(amount, exponent: exponent))
    case .count(let count): .integer(count)
    case .percent(let tenths): .string(decimalText(tenths, exponent: 1))
    case .nilValue, .blank: .null
    }
  }
}
