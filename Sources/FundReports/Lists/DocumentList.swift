public import FundDomain
public import Plain

/// A list of documents of a kind: pledges, contributions, obligations …, or every entry.
public struct DocumentList: Report {
  /// Which documents are listed.
  public enum Kind: String, Sendable {
    case pledges, contributions, refunds, openings, adjustments, entries
    case allotments, obligations, disbursements

    /// The kinds of documents, by their tables: later acts stand among what they act on.
    var kinds: [String] {
      switch self {
      case .entries: []
      case .allotments: ["allotment", "allotment_change"]
      case .obligations: ["obligation", "obligation_change"]
      case .disbursements: ["disbursement", "recovery"]
      default: [String(rawValue.dropLast())]
      }
    }

    var isSpending: Bool { [.allotments, .obligations, .disbursements].contains(self) }

    /// Whether somebody is paid.
    var hasPayee: Bool { isSpending && self != .allotments }

    /// What the document that it pays or draws on is called.
    var basis: String {
      switch self {
      case .refunds: "contribution"
      case .allotments: "from"
      case .obligations: "allotment"
      case .disbursements: "obligation"
      default: "pledge"
      }
    }
  }

  public let kind: Kind
  public let lines: [DocumentLine]
  public let foot: ReportFoot

  public init(
    _ books: any Books, _ kind: Kind, in period: Period = .always, donor: EntryNumber? = nil,
    asAt: CalendarDate, includes: (DocumentLine) -> Bool = { _ in true }
  ) throws {
    self.kind = kind
    foot = try ReportFoot(books, asAt: asAt)
    var lines: [DocumentLine] = []
    let filter = DocumentFilter(kinds: kind.kinds, in: period, donor: donor)
    try books.documents(filter) { if includes($0) { lines.append($0) } }
    self.lines = lines
  }

  public var sheet: Sheet {
    func column(_ title: String, _ kind: Sheet.Column.Kind, _ id: String) -> Sheet.Column {
      Sheet.Column(title: title, kind: kind, id: id)
    }
    let isEntries = kind == .entries
    var columns = [column("Number", .code, "number"), column("Date", .date, "on")]
    if isEntries {
      columns = [column("Entry", .count, "entry")] + columns + [column("Kind", .text, "kind")]
    }
    columns += [
      kind.isSpending ? column("Project", .code, "project") : column("Donor", .code, "donor"),
      kind.hasPayee
        ? column("Payee", .text, "payee") : column("Sub-fund", .code, "sub-fund"),
      column("Amount", .money, "amount"), column("", .code, "currency"),
      column("US dollars", .money, "usd"), column("Reference", .text, "reference"),
      column("Reversed by", .code, "reversed-by"),
    ]
    if isEntries {
      columns += [
        column("Batch", .count, "batch"), column("Recorded", .text, "recorded-at"),
        column("By", .text, "recorder"),
      ]
    } else {
      columns.append(column(kind.basis.capitalizedFirst, .code, kind.basis))
      if kind.hasPayee { columns.append(column("Class", .text, "class")) }
      if !kind.isSpending {
        columns += [column("Earmark", .text, "earmark"), column("", .text, "detail")]
      }
    }
    return Sheet(
      title: "\(foot.fund.title): \(kind.rawValue)", subtitle: [], headnote: nil,
      columns: columns, rows: lines.map(row), footnotes: [], foot: foot.lines, thousands: false)
  }

  private func row(_ line: DocumentLine) -> Sheet.Row {
    var cells: [Sheet.Cell] = [.text(line.name), .text("\(line.date)")]
    if kind == .entries { cells = [.count(line.entry)] + cells + [.word(said(line.kind))] }
    cells += [
      .text(kind.isSpending ? line.project : line.donor),
      .text(kind.hasPayee ? line.payee : line.subFund), line.amount.map { .money($0) } ?? .blank,
      .text(line.amount?.currency.code), line.usd.map { .dollars($0) } ?? .blank,
      .text(line.reference), .text(line.reversedBy),
    ]
    if kind == .entries {
      cells += [.count(line.batch), .text(line.recordedAt), .text(line.recorder)]
    } else {
      cells.append(.text(line.basis))
      if kind.hasPayee { cells.append(.word(line.detail)) }
      if !kind.isSpending {
        cells += [.text(line.earmark?.description), detail(line)]
      }
    }
    return Sheet.Row(cells, style: .plain, indent: 0)
  }

  /// What a gift or a promise is; of an adjustment, the accounts.
  private func detail(_ line: DocumentLine) -> Sheet.Cell {
    kind == .adjustments ? .text(line.detail) : .word(line.detail)
  }

  /// A kind of document as people write it: `other-income`.
  private func said(_ kind: String) -> String { kind.replacing("_", with: "-") }

  public var json: JSON {
    .object(
      [
        ("schema", "cpcjf/1"), ("list", .string(kind.rawValue)),
        (kind.rawValue, .array(lines.map(json))),
      ] + foot.json(entries: kind == .entries ? "ledgerEntries" : "entries"))
  }

  private func json(_ line: DocumentLine) -> JSON {
    var keys: [(String, JSON)] = [
      ("number", .string(line.name)), ("on", .string("\(line.date)")),
      ("donor", .text(line.donor)), ("subFund", .text(line.subFund)),
      ("amount", .text(line.amount?.decimal)), ("currency", .text(line.amount?.currency.code)),
      ("usd", line.usd.map { .dollars($0) } ?? .null), ("rate", .text(line.rate?.description)),
      (kind.basis, .text(line.basis)),
      ("earmark", .text(line.earmark?.description)),
      ("reference", .text(line.reference)), ("memo", .text(line.memo)),
      ("kind", .text(kind == .entries ? said(line.kind) : line.detail)),
      ("reversedBy", .text(line.reversedBy)),
    ]
    if kind.isSpending || kind == .entries {
      keys += [("project", .text(line.project)), ("payee", .text(line.payee))]
    }
    if kind == .entries {
      keys += [
        ("entry", .integer(line.entry)), ("batch", .integer(line.batch)),
        ("recordedAt", .string(line.recordedAt)), ("recorder", .string(line.recorder)),
        ("hash", .string(line.hash)),
      ]
    }
    return .object(keys)
  }
}
