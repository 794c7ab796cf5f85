import FundDomain

/// Where a document's money came from and what it led to: a tree from the pledges down to the
/// payments, of which the document is a part. Of a donor or project, a few of each kind.
struct Trail: Sendable {
  /// A document in its place.
  struct Node: Sendable {
    let line: DocumentLine
    /// What is charged to the allotment that it stands on, programme support included, in US cents.
    let charged: Int64?
    /// The document whose trail it is.
    var isSubject = false
    /// It stands in another place already, and what it led to with it.
    var isRepeated = false
    var ledTo: [Node] = []
  }

  /// The documents of one kind that a donor or project led to.
  struct Group: Sendable {
    let kind: Outcomes
    let count: Int
    let newest: [Node]

    var more: Int { count - newest.count }
  }

  private(set) var roots: [Node] = []
  private(set) var groups: [Group] = []

  /// What is no document, and leads to some.
  static let things: Set = ["donor", "project"]
  /// So many of each kind are shown of a donor or project.
  private static let few = 5

  init(of document: DocumentLine, _ books: any Books) throws {
    var builder = Builder(books, subject: document.entry)
    roots = try builder.roots()
  }

  init(ofThing id: EntryNumber, kind: String, _ books: any Books) throws {
    groups = try Outcomes.allCases.compactMap { outcome in
      let found = try books.outcomes(outcome, of: id, kind: kind, limit: Self.few)
      guard found.count > 0 else { return nil }
      let newest = try found.entries.map { Node(line: try books.line(of: $0), charged: nil) }
      return Group(kind: outcome, count: found.count, newest: newest)
    }
  }
}

extension Books {
  /// A document as lists show it.
  fileprivate func line(of entry: EntryNumber) throws -> DocumentLine {
    var found: DocumentLine?
    try documents(DocumentFilter(kinds: [], entry: entry)) { found = $0 }
    guard let found else {
      throw LedgerError(rule: "unknown-document", "there is no entry \(entry)")
    }
    return found
  }
}

/// Climbs from a document to what it stands on, and descends to what stands on it.
private struct Builder {
  private let books: any Books
  private let subject: EntryNumber
  /// Above the document: what each leads to on the way to it.
  private var way: [EntryNumber: [EntryNumber]] = [:]
  private var tops: [EntryNumber] = []
  private var seen: Set<EntryNumber> = []

  init(_ books: any Books, subject: EntryNumber) {
    self.books = books
    self.subject = subject
  }

  mutating func roots() throws -> [Trail.Node] {
    try climb(from: subject)
    return try tops.sorted().map { try node($0, charged: nil) }
  }

  private mutating func climb(from entry: EntryNumber) throws {
    let bases = try books.bases(of: entry)
    if bases.isEmpty { tops.append(entry) }
    for base in bases {
      let isNew = way[base] == nil
      way[base, default: []].append(entry)
      if isNew { try climb(from: base) }
    }
  }

  private mutating func node(_ entry: EntryNumber, charged: Int64?) throws -> Trail.Node {
    var node = Trail.Node(line: try books.line(of: entry), charged: charged)
    node.isSubject = entry == subject
    guard seen.insert(entry).inserted else {
      node.isRepeated = true
      return node
    }
    let ledTo =
      try way[entry].map { try $0.sorted().map { try link($0, to: entry) } }
      ?? books.consequences(of: entry)
    for link in ledTo { node.ledTo.append(try self.node(link.entry, charged: link.charged)) }
    return node
  }

  /// What a document on the way has charged to the allotment right above it, if it is one.
  private func link(_ entry: EntryNumber, to allotment: EntryNumber) throws -> DocumentLink {
    let charges = try books.postings(on: entry).filter {
      $0.posting.allotment == allotment && $0.posting.account == .budgetSpent
        && entry != allotment
    }
    return DocumentLink(
      entry: entry, charged: charges.isEmpty ? nil : charges.reduce(0) { $0 + $1.posting.usd })
  }
}
