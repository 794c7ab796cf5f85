extension Journal {
  /// The living document whose reference a draft bears, and whose content is another.
  func contradicted(by draft: Draft, _ form: Form) throws -> KnownDocument? {
    guard let reference = try form.text("reference"), draft.document.series != nil,
      draft.standing == nil
    else { return nil }
    let known = try books.known(
      kind: draft.document.kind, source: source, reference: reference, fingerprint: nil)
    let content = try fingerprint(of: draft, form)
    return known?.fingerprint == content ? nil : known
  }

  /// Reverses a document, with those that it was divided into, and records another in its place.
  mutating func replace(
    _ known: KnownDocument, _ kind: DocumentKind, _ form: Form
  ) throws -> Outcome {
    let reason = Form(["reason": "Another with the same reference takes its place"])
    let replaced = try books.parts(of: known.entry)
    var reversals: [Outcome] = []
    for entry in replaced.reversed() {
      let reversal = try Reversal.draft(of: entry, reason, self)
      reversals.append(try record(reversal, Form([:])))
    }
    // What stood in its way may have been the document itself: it is read again.
    let draft = try kind.read(form, self)
    let isSameTime =
      draft.date >= replaced[0].date || Biennium(of: draft.date) == Biennium(of: replaced[0].date)
    let linked = isSameTime ? reversals.last.map { form.with("corrects", $0.name) } : nil
    var outcome = try record(draft, linked ?? form)
    outcome.replaced = replaced.map(\.name)
    return outcome
  }
}
