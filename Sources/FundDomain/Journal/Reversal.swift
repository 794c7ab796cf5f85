/// What is wrong is reversed by a second entry that points at the first and mirrors it.
enum Reversal {
  static func read(_ form: Form, _ journal: Journal) throws -> Draft {
    let name = try form.required("number")
    guard let number = DocumentNumber(name) else {
      throw LedgerError(
        rule: "number-unreadable", "'\(name)' is not a document's number, like CTB-2002-0001",
        field: "number")
    }
    let entry = try journal.books.entry(number)
    return try draft(of: entry, form, journal)
  }

  /// Rule 8: not a reversal, not twice, not while others stand on it.
  static func draft(of entry: RecordedEntry, _ form: Form, _ journal: Journal) throws -> Draft {
    let reason = try form.required("reason")
    guard entry.kind != "reversal" else {
      throw LedgerError(
        rule: "reversal-of-reversal", "\(entry.name) is itself a reversal",
        hint: "record again what it reversed", field: "number")
    }
    guard entry.kind != "fund" else {
      throw LedgerError(rule: "reversal-of-fund", "the Fund itself is not reversed")
    }
    guard entry.kind != "revaluation" else {
      throw LedgerError(
        rule: "reversal-of-revaluation", "\(entry.name) is a revaluation",
        hint: "another of the same date corrects it", field: "number")
    }
    guard entry.kind != "closing", entry.kind != "reopening" else {
      throw LedgerError(
        rule: "reversal-of-closing", "\(entry.name) is not reversed",
        hint: "cpcjf reopen voids the latest closing; cpcjf close closes again", field: "number")
    }
    if let reversal = entry.reversedBy {
      throw LedgerError(
        rule: "already-reversed", "\(entry.name) was reversed by \(reversal.name)",
        field: "number")
    }
    let dependants = try journal.books.dependants(of: entry.sequence, kind: entry.kind)
    guard dependants.isEmpty else {
      throw LedgerError.othersDepend("\(entry.name) cannot be reversed", dependants, "number")
    }
    let isClosed = try journal.books.latestClosing.map { entry.date <= $0.through } ?? false
    let date = try form.date("on") ?? (isClosed ? journal.today : entry.date)
    guard date >= entry.date else {
      throw LedgerError(
        rule: "dated-before-its-document",
        "\(date) lies before \(entry.name), which is of \(entry.date)", field: "on")
    }
    var mirrored = entry.postings.map(\.mirrored)
    if Biennium(of: date) > Biennium(of: entry.date) { mirrored = mirrored.map(\.ofPriorPeriod) }
    return Draft(
      document: .reversal(reason: reason), date: date, reverses: entry.sequence,
      check: { [mirrored] in
        try journal.requirePledged(without: entry)
        try journal.requireNothingBelowZero(after: mirrored, entry.name, on: date)
      },
      post: { [mirrored] _ in mirrored })
  }
}

extension Posting {
  /// What an earlier biennium's income or expenditure is in a later one.
  var ofPriorPeriod: Posting {
    var line = self
    if [.income, .expenditure].contains(account.section) { line.account = .priorPeriod }
    return line
  }
}

/// The reversal in whose place a document is recorded.
struct Correction {
  let reversal: EntryNumber
  /// Whether what was reversed is of an earlier biennium than the document.
  let isOfPriorPeriod: Bool
  let warnings: [String]
}

/// The kind of a document as people say it: `obligation change`.
public func spoken(_ kind: String) -> String { kind.replacing("_", with: " ") }

extension Journal {
  /// What `--corrects` names: the reversal in whose place a document is recorded, and whether what
  /// was reversed is of an earlier biennium than the document.
  ///
  /// - Throws: `corrects-no-reversal`; `corrects-nothing` for what takes no document's place.
  func correction(_ name: String, _ draft: Draft) throws -> Correction {
    let reversal = try DocumentNumber(name).map { try books.entry($0) }
    guard let reversal, let (kind, day) = reversal.reversed else {
      throw LedgerError(
        rule: "corrects-no-reversal",
        "'\(name)' is not the number of a reversal, like REV-2004-0001",
        hint: "reverse what is wrong first, then record it right", field: "corrects")
    }
    let own = draft.document.kind
    let takesNoPlace = ["reversal", "revaluation", "closing", "reopening"].contains(own)
    guard draft.document.series != nil, !takesNoPlace else {
      throw LedgerError(
        rule: "corrects-nothing",
        "what is recorded here (\(spoken(own))) takes the place of no document that was reversed",
        hint: "leave --corrects out", field: "corrects")
    }
    guard draft.date >= reversal.date || Biennium(of: draft.date) == Biennium(of: day) else {
      throw LedgerError.datedBefore(draft.date, reversal.name, of: reversal.date)
    }
    let warning =
      "\(reversal.name) reversed a document of another kind: \(spoken(kind)), not \(spoken(own))"
    return Correction(
      reversal: reversal.sequence, isOfPriorPeriod: Biennium(of: day) < Biennium(of: draft.date),
      warnings: kind == own ? [] : [warning])
  }
}

extension Journal {
  /// Reverses everything that a batch recorded, latest first.
  ///
  /// - Returns: the numbers of the reversals.
  public mutating func undo(batch: Int64, _ form: Form) throws -> [Outcome] {
    let entries = try books.entries(ofBatch: batch)
    guard !entries.isEmpty else {
      throw LedgerError(
        rule: "unknown-batch", "there is no batch \(batch)",
        hint: "cpcjf list entries shows the batch of each entry")
    }
    let living = entries.filter { $0.reversedBy == nil && $0.kind != "reversal" }
    guard !living.isEmpty else {
      throw LedgerError(
        rule: "already-reversed", "nothing of batch \(batch) is left to undo", field: "batch")
    }
    do {
      return try living.reversed().map { entry in
        let draft = try Reversal.draft(of: entry, form, self)
        return try record(draft, Form { $0 == "memo" ? try? form.text($0) : nil })
      }
    } catch let error as LedgerError where error.rule == "others-depend-on-it" {
      // One is known; who undoes a batch wants to know more of them.
      try requireNothingStands(on: living)
      throw error
    }
  }

  /// Nothing outside a batch stands on what it recorded.
  ///
  /// - Throws: `others-depend-on-it`, naming some of what does.
  private func requireNothingStands(on batch: [RecordedEntry]) throws {
    var seen = Set(batch.map(\.name))
    var found: [String] = []
    // On a batch of projects everything may stand: nobody reads it all to say so.
    for entry in batch where found.count <= LedgerError.fewDependants {
      for name in try books.dependants(of: entry.sequence, kind: entry.kind)
      where seen.insert(name).inserted { found.append(name) }
    }
    guard !found.isEmpty else { return }
    throw LedgerError.othersDepend("the batch cannot be undone", found, "batch")
  }
}

extension LedgerError {
  /// As many documents as are named of those that stand on another.
  public static let fewDependants = 10

  /// What others stand on stays: those are named, a few of many.
  static func othersDepend(_ what: String, _ names: [String], _ field: String) -> LedgerError {
    let others = names.count > fewDependants ? " and others" : ""
    return LedgerError(
      rule: "others-depend-on-it",
      "\(what): \(names.prefix(fewDependants).joined(separator: ", "))\(others) "
        + "\(names.count == 1 ? "stands" : "stand") on it",
      hint: "reverse \(names.count == 1 ? "it" : "them") first", field: field)
  }
}
