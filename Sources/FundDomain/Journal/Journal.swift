/// The one way into a ledger: reads what a person filled in, checks every rule, turns the
/// document into a balanced entry by its posting rule, numbers it and appends it.
public struct Journal {
  public let books: any OpenBooks
  /// `manual` or the import's source: with the reference, the key of a document.
  public let source: String
  public let today: CalendarDate
  /// Whether entries may be dated after today.
  public let allowFuture: Bool
  /// Whether rows without a reference are known by their content and their place among equals.
  public let isImport: Bool
  private var equals: [String: Int] = [:]

  public init(
    _ books: any OpenBooks, source: String, today: CalendarDate, allowFuture: Bool = false,
    isImport: Bool = false
  ) {
    self.books = books
    self.source = source
    self.today = today
    self.allowFuture = allowFuture
    self.isImport = isImport
  }

  /// What came of recording a document.
  public struct Outcome: Sendable {
    /// The document's number, or the code of what was added.
    public let name: String
    public let entry: EntryNumber
    /// It was there already, with the same content: nothing was recorded.
    public let alreadyRecorded: Bool
    public let warnings: [String]
  }

  /// Records a document of a kind from a form.
  public mutating func record(_ kind: DocumentKind, _ form: Form) throws -> Outcome {
    let draft = try kind.read(form, self)
    return try record(draft, form)
  }

  mutating func record(_ draft: Draft, _ form: Form) throws -> Outcome {
    let fingerprint = books.digest(draft.content(memo: try form.text("memo")))
    let reference = try form.text("reference")
    var key = fingerprint
    if reference == nil, isImport, draft.document.series != nil {
      equals[fingerprint, default: 0] += 1
      key = "\(fingerprint)/\(equals[fingerprint]!)"
    }
    if let known = try known(draft, reference: reference, key: key) {
      guard known.fingerprint ?? key == key else {
        throw draft.standing != nil
          ? LedgerError.codeTaken(known.name, kind: draft.document.kind)
          : LedgerError.known(known, reference: reference ?? known.name)
      }
      return Outcome(name: known.name, entry: known.entry, alreadyRecorded: true, warnings: [])
    }
    let kept = reference == nil && !isImport && draft.document.series != nil ? nil : key
    guard let parts = try draft.parts?() else {
      return try append(draft, form, reference: reference, fingerprint: kept)
    }
    // The parts bear numbers of their own; the first bears the key of them all.
    var outcomes: [Outcome] = []
    for part in parts {
      let isFirst = outcomes.isEmpty
      outcomes.append(
        try append(
          part, form, reference: isFirst ? reference : nil, fingerprint: isFirst ? kept : nil))
    }
    return Outcome(
      name: outcomes.map(\.name).joined(separator: ", "), entry: outcomes[0].entry,
      alreadyRecorded: false, warnings: Array(Set(outcomes.flatMap(\.warnings))))
  }

  /// Records a draft that nothing recorded before repeats.
  func append(
    _ draft: Draft, _ form: Form, reference: String? = nil, fingerprint: String? = nil
  ) throws -> Outcome {
    try checkDate(draft)
    if let check = draft.check { try check() }
    let sequence = try books.nextEntry
    let corrected = try form.text("corrects").map { try correction($0, draft) }
    var postings = try draft.post(sequence)
    if corrected?.isOfPriorPeriod == true { postings = postings.map(\.ofPriorPeriod) }
    try requireBalance(postings)
    if draft.reverses == nil { try requireUnits(postings, of: draft.document) }
    let number = try number(of: draft)
    let entry = Entry(
      sequence: sequence, number: number, date: draft.date, memo: try form.text("memo"),
      reference: reference, fingerprint: fingerprint,
      reverses: draft.reverses, corrects: corrected?.reversal,
      document: draft.document, postings: postings)
    try books.append(entry)
    if let number, let follow = draft.follow {
      _ = try append(follow(sequence, number), Form([:]), reference: nil, fingerprint: nil)
    }
    return Outcome(
      name: number?.description ?? draft.name, entry: sequence, alreadyRecorded: false,
      warnings: draft.warnings)
  }

  /// The living document that this draft would repeat or contradict.
  private func known(_ draft: Draft, reference: String?, key: String) throws -> KnownDocument? {
    if draft.document.series == nil, draft.standing != nil || reference == nil {
      return draft.standing
    }
    if reference == nil && !isImport { return nil }
    return try books.known(
      kind: draft.document.kind, source: source, reference: reference, fingerprint: key)
  }

  private func number(of draft: Draft) throws -> DocumentNumber? {
    if let base = draft.actsOn { return try books.nextAct(on: base) }
    guard let series = draft.document.series else { return nil }
    return try books.nextNumber(series, year: draft.date.year)
  }

  /// Rule 5: nothing in a closed biennium, nothing before the Fund's start, and nothing in the
  /// future unless it is allowed.
  private func checkDate(_ draft: Draft) throws {
    guard draft.document.series != nil, !draft.isConsequence else { return }
    try requireOpen(draft.date)
    try requirePast(draft.date)
    // A request may be older than the Fund, and still wait.
    if case .request = draft.document { return }
    if case .opening = draft.document { return }
    // A reversal stands where the reversed does, before the start too.
    if draft.reverses != nil { return }
    if let start = try books.fund.start, draft.date < start {
      throw LedgerError(
        rule: "date-before-start", "\(draft.date) lies before the Fund's start, \(start)",
        hint: "what there was before is an opening balance", field: "on")
    }
  }
}

extension Journal {
  /// Nothing is dated after today unless that is allowed.
  ///
  /// - Throws: `date-in-future`.
  func requirePast(_ date: CalendarDate) throws(LedgerError) {
    guard date > today, !allowFuture else { return }
    throw LedgerError(
      rule: "date-in-future", "\(date) lies after today, \(today)",
      hint: "give --allow-future if that is meant", field: "on")
  }

  /// Nothing is dated in a biennium that is closed.
  ///
  /// - Throws: `biennium-closed`.
  func requireOpen(_ date: CalendarDate, field: String = "on") throws {
    guard let closing = try books.latestClosing, date <= closing.through else { return }
    throw LedgerError(
      rule: "biennium-closed",
      "\(date) lies in \(Biennium(of: date)), and all is closed up to \(closing.through) by "
        + "\(closing.number)",
      hint: "date it in the open biennium, or cpcjf reopen \(Biennium(of: closing.through))",
      field: field)
  }
}

extension LedgerError {
  /// Rule 6: the same reference with other content.
  static func known(_ known: KnownDocument, reference: String) -> LedgerError {
    LedgerError(
      rule: "reference-contradicts",
      "\(reference) is already recorded as \(known.name), with other content",
      hint: "reverse \(known.name) first, or change what differs", field: "reference")
  }
}

extension LedgerError {
  static func codeTaken(_ code: String, kind: String) -> LedgerError {
    let kind = kind.replacing("_", with: "-")
    return LedgerError(
      rule: "code-taken", "there is already a \(kind) \(code), with other content",
      hint: "cpcjf change \(kind) \(code) makes a new version of it", field: "code")
  }
}

/// Rule 1: postings add up to zero, in US cents and in units of each currency, in every sub-fund;
/// budget lines by themselves for each allotment.
func requireBalance(_ postings: [Posting]) throws(LedgerError) {
  struct Key: Hashable {
    let subFund: EntryNumber
    let currency: Currency?
    var isBudget = false
    var allotment: EntryNumber?
  }
  var sums: [Key: Int64] = [:]
  var between: Int64 = 0
  var clearing: [EntryNumber: Int64] = [:]
  for posting in postings {
    precondition(posting.amount.currency != .usd || posting.amount.minorUnits == posting.usd)
    guard posting.account.section != .budget else {
      let key = Key(
        subFund: posting.subFund, currency: nil, isBudget: true, allotment: posting.allotment)
      sums[key, default: 0] += posting.usd
      continue
    }
    sums[Key(subFund: posting.subFund, currency: nil), default: 0] += posting.usd
    sums[Key(subFund: posting.subFund, currency: posting.amount.currency), default: 0] +=
      posting.amount.minorUnits
    if posting.account == .interFund { between += posting.usd }
    if posting.account == .conversion { clearing[posting.subFund, default: 0] += posting.usd }
  }
  precondition(between == 0 && clearing.values.allSatisfy { $0 == 0 })
  guard let wrong = sums.first(where: { $0.value != 0 }) else { return }
  let unit = wrong.key.currency ?? .usd
  throw LedgerError(
    rule: "unbalanced",
    "the postings of a sub-fund are \(Money(minorUnits: wrong.value, unit)) off zero")
}

/// Rule 1: a line of no units stands on `adjustments:exchange` alone, and in a revaluation. An
/// amount so small that a part of it would be nothing is refused.
private func requireUnits(_ postings: [Posting], of document: Document) throws(LedgerError) {
  if case .revaluation = document { return }
  for line in postings where line.amount.minorUnits == 0 {
    guard line.account == .exchange, line.usd != 0 else {
      throw LedgerError(
        rule: "amount-too-small",
        "the amount is too small to be shared out: a part of it would be \(line.amount), worth "
          + "\(Money.usd(line.usd))", field: "amount")
    }
  }
}

/// A document that has been read and found right, with its posting rule, not yet recorded.
struct Draft {
  var document: Document
  var date: CalendarDate
  /// The code of what it adds, for what bears no number.
  var name = ""
  /// The document that it is a later act on.
  var actsOn: DocumentNumber?
  var reverses: EntryNumber?
  /// For master data: what already stands under its code.
  var standing: KnownDocument?
  var warnings: [String] = []
  /// Made by the ledger as the consequence of another, on whatever day that falls.
  var isConsequence = false
  /// The entry that follows on it, given its sequence and number.
  var follow: ((EntryNumber, DocumentNumber) throws -> Draft)?
  /// What it divides into, each with a number of its own; asked only when it is not already
  /// recorded.
  var parts: (() throws -> [Draft])?
  /// What is asked only when it is not already recorded.
  var check: (() throws -> Void)?
  /// The posting rule, given the sequence of the entry.
  var post: (EntryNumber) throws -> [Posting] = { _ in [] }

  /// The fields that the ledger itself works out.
  private static let workedOut: Set = [
    "usd", "rate", "sold_usd", "sold_rate", "carried", "applied", "money", "support",
  ]

  /// What the document says, as bytes: all but what the ledger itself works out.
  func content(memo: String?) -> [UInt8] {
    var form = CanonicalForm()
    var frame = Fact(document.kind)
    if document.series != nil { frame.set("date", date) }
    frame.set("memo", memo)
    form.append(frame)
    for record in document.facts(entry: 0) {
      var said = Fact(record.table)
      for field in record.fields where !Draft.workedOut.contains(field.name) {
        said.set(field.name, field.value)
      }
      form.append(said)
    }
    return form.bytes
  }
}
