public import FundDomain
public import Plain

/// One document, donor or project, whole: every fact of its entry, its postings, what reversed it.
public struct DocumentView: Report {
  let line: DocumentLine
  /// What it says, each with a key; names instead of entries.
  let says: [(key: String, value: String)]
  let postings: [Line]
  let trail: Trail
  let foot: ReportFoot

  struct Line: Sendable {
    let posting: Posting
    let subFund: String
    let donor: String?
    let project: String?
    let document: String?
    let source: String?
    let allotment: String?
  }

  public init(_ books: any Books, entry: EntryNumber, asAt: CalendarDate) throws {
    var found: DocumentLine?
    try books.documents(DocumentFilter(kinds: [], entry: entry)) { found = $0 }
    guard let found else { throw try LedgerError.notYetKnown(entry, books) }
    line = found
    foot = try ReportFoot(books, asAt: asAt)
    var says: [(String, String)] = []
    var lines: [Line] = []
    var currency = Currency.usd
    var thing: EntryNumber?
    for fact in try books.facts(of: entry) where fact.table != "entry" && fact.table != "name" {
      if fact.table == "posting" {
        lines.append(try Line(fact, books))
      } else {
        currency = fact.text("currency").flatMap { try? Currency($0) } ?? currency
        if Trail.things.contains(fact.table) { thing = fact.integer(fact.table) }
        says += try Self.said(fact, currency, books)
      }
    }
    self.says = says
    postings = lines
    trail =
      try thing.map { try Trail(ofThing: $0, kind: found.kind, books) } ?? Trail(of: found, books)
  }

  private static let references: Set = [
    "donor", "sub_fund", "project", "programme", "pledge", "rate", "contribution", "parent",
    "allotment", "obligation", "money", "named", "document",
    "from_fund", "to_fund", "mirrors", "mandate", "request",
  ]

  private static func said(
    _ fact: Fact, _ currency: Currency, _ books: any Books
  ) throws -> [(String, String)] {
    if fact.integer("line") != nil { return [(fact.table, try item(fact, currency, books))] }
    return try fact.fields.compactMap { name, value in
      if name == "entry" || name == fact.table { return nil }
      switch value {
      case .text(let text): return (name, text)
      case .integer(let number):
        if references.contains(name) { return (name, try books.name(of: number)) }
        // A transfer says whether it settles a debt, a disbursement how much of its obligation.
        if fact.table == "transfer", name == "settles" { return (name, number == 1 ? "yes" : "no") }
        return (name, figure(name, number, currency))
      }
    }
  }

  /// A row of a list within a document: an instalment, a theme's share, a closing's balance.
  private static func item(
    _ fact: Fact, _ currency: Currency, _ books: any Books
  ) throws -> String {
    let currency = fact.text("currency").flatMap { try? Currency($0) } ?? currency
    return try fact.fields.compactMap { name, value in
      switch (name, value) {
      case ("entry", _), ("line", _): nil
      case (_, .text(let text)): text
      case ("account", .integer(let number)): Account(number: number)?.rawValue
      case (_, .integer(let number)) where references.contains(name): try books.name(of: number)
      case (_, .integer(let number)): figure(name, number, currency)
      }
    }.joined(separator: " ")
  }

  private static func figure(_ name: String, _ number: Int64, _ currency: Currency) -> String {
    switch name {
    case "amount", "applied", "settles": Money(minorUnits: number, currency).decimal
    case "usd", "carried", "sold_usd": dollars(number)
    case "share", "support_rate", "support": "\(perCent(number)) %"
    case "announced": number == 1 ? "yes" : "no"
    default: "\(number)"
    }
  }
}

extension LedgerError {
  /// An entry that was recorded later than the books are known.
  fileprivate static func notYetKnown(_ entry: EntryNumber, _ books: any Books) throws
    -> LedgerError
  {
    LedgerError(
      rule: "not-yet-known",
      "\(try books.name(of: entry)) was recorded at \(try books.recordedAt(entry)), as entry "
        + "\(entry): after entry \(try books.head.entries), up to which the books are known",
      hint: "name a later day or entry with --known-at, or leave it out", field: "known-at")
  }
}

extension DocumentView.Line {
  init(_ fact: Fact, _ books: any Books) throws {
    func name(_ field: String) throws -> String? {
      try fact.integer(field).map { try books.name(of: $0) }
    }
    let currency = try Currency(fact.text("currency") ?? "")
    posting = Posting(
      Account(number: fact.integer("account") ?? 0) ?? .cash, fact.integer("sub_fund") ?? 0,
      Money(minorUnits: fact.integer("amount") ?? 0, currency), usd: fact.integer("usd") ?? 0)
    subFund = try name("sub_fund") ?? ""
    donor = try name("donor")
    project = try name("project")
    document = try name("document")
    source = try name("source")
    allotment = try name("allotment")
  }
}

extension DocumentView {
  private var head: [(String, String?)] {
    [
      ("number", line.name), ("kind", line.kind.replacing("_", with: "-")), ("on", "\(line.date)"),
      ("reference", line.reference), ("memo", line.memo), ("reversed-by", line.reversedBy),
      ("recorded-at", line.recordedAt), ("recorder", line.recorder), ("batch", "\(line.batch)"),
      ("entry", "\(line.entry)"), ("hash", line.hash),
    ]
  }

  public var sheet: Sheet {
    let facts = head.compactMap { key, value in value.map { "\(key): \($0)" } }
    let isCharged = postings.contains { $0.allotment != nil }
    let own = says.map { "\($0.key.replacing("_", with: "-")): \($0.value)" }
    return Sheet(
      title: line.name, subtitle: own + facts, headnote: postings.isEmpty ? nil : "Postings",
      columns: postings.isEmpty
        ? []
        : [
          Sheet.Column(title: "Account", kind: .text, id: "account"),
          Sheet.Column(title: "Sub-fund", kind: .text, id: "sub-fund"),
          Sheet.Column(title: "Amount", kind: .money, id: "amount"),
          Sheet.Column(title: "", kind: .text, id: "currency"),
          Sheet.Column(title: "US dollars", kind: .money, id: "usd"),
          Sheet.Column(title: "Donor", kind: .text, id: "donor"),
          Sheet.Column(title: "Document", kind: .text, id: "document"),
        ]
          + (isCharged ? [Sheet.Column(title: "Allotment", kind: .text, id: "allotment")] : []),
      rows: postings.map {
        Sheet.Row(
          [
            .text($0.posting.account.rawValue), .text($0.subFund), .money($0.posting.amount),
            .text($0.posting.amount.currency.code), .dollars($0.posting.usd), .text($0.donor),
            .text($0.document),
          ] + (isCharged ? [.text($0.allotment)] : []), style: .plain, indent: 0)
      }, annexes: trail.sheets, footnotes: [], foot: foot.lines, thousands: false)
  }

  public var json: JSON {
    .object([
      ("schema", "cpcjf/1"),
      (
        "document",
        .object(
          head.map { ($0.0.camelCase, .text($0.1)) }
            + [
              (
                "says",
                .array(
                  says.map {
                    .object([("key", .string($0.key.camelCase)), ("value", .string($0.value))])
                  })
              )
            ]
        )
      ),
      (
        "postings",
        .array(
          postings.map {
            .object([
              ("account", .string($0.posting.account.rawValue)), ("subFund", .string($0.subFund)),
              ("amount", .string($0.posting.amount.decimal)),
              ("currency", .string($0.posting.amount.currency.code)),
              ("usd", .dollars($0.posting.usd)), ("donor", .text($0.donor)),
              ("project", .text($0.project)), ("document", .text($0.document)),
              ("source", .text($0.source)), ("allotment", .text($0.allotment)),
            ])
          })
      ),
      ("trail", trail.json),
    ])
  }
}
