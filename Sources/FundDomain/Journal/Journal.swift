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
  /// Whether a document whose reference is known with other content takes the place of that one.
  public let replaces: Bool
  private var equals: [String: Int] = [:]

  public init(
    _ books: any OpenBooks, source: String, today: CalendarDate, allowFuture: Bool = false,
    isImport: Bool = false, replaces: Bool = false
  ) {
    self.books = books
    self.source = source
    self.today = today
    self.allowFuture = allowFuture
    self.isImport = isImport
    self.replaces = replaces
  }

  /// What came of recording a document.
  public struct Outcome: Sendable {
    /// The document's number, or the code of what was added.
    public let name: String
    public let entry: EntryNumber
    /// It was there already, with the same content: nothing was recorded.
    public let alreadyRecorded: Bool
    public let warnings: [String]
    /// The documents that were reversed because it takes their place.
    public internal(set) var replaced: [String] = []
  }

  /// Records a document of a kind from a form.
  public mutating func record(_ kind: DocumentKind, _ form: Form) throws -> Outcome {
    if isImport {
      // A row says its own day: none that is left blank is today's.
      for field in kind.required where ColumnContent(of: field) == .date {
        _ = try form.required(field)
      }
    }
    let draft = try kind.read(form, self)
    if replaces, let known = try contradicted(by: draft, form) {
      return try replace(known, kind, form)
    }
    return try record(draft, form)
  }

  mutating func record(_ draft: Draft, _ form: Form) throws -> Outcome {
    let fingerprint = try fingerprint(of: draft, form)
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
          : LedgerError.known(known, reference: reference ?? known.name, isImport: isImport)
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

  /// What a draft says, as a digest.
  func fingerprint(of draft: Draft, _ form: Form) throws -> String {
    hexadecimal(books.digest(draft.content(memo: try form.text("memo"))))
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
      warnings: draft.warnings + (corrected?.warnings ?? []))
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
  static func known(_ known: KnownDocument, reference: String, isImport: Bool) -> LedgerError {
    LedgerError(
      rule: "reference-contradicts",
      "\(reference) is already recorded as \(known.name), with other content",
      hint:
        "reverse \(known.name) first, or change what differs"
        + (isImport ? "; --replace reverses it" : ""),
      field: "reference")
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
