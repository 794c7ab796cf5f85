extension TreatyAct {
  /// Reads a line of a status list. What of it is known already is left out; where nothing is
  /// left, it is recorded already.
  static func read(_ form: Form, _ journal: Journal) throws -> Draft {
    let text = try form.required("instrument")
    let instrument = try reading("instrument") { () throws(LedgerError) in try Instrument(text) }
    let signature = try readSignature(form, instrument, journal)
    let consent = try readConsent(form, instrument, journal)
    let name = try form.required("participant")
    let days = [signature?.date, consent?.date].compactMap { $0 }
    guard !days.isEmpty else {
      throw LedgerError(
        rule: "field-missing", "\(name) neither signed \(instrument) nor consented to it",
        hint: "give a signature_date, or a consent_date with its consent_type",
        field: "signature_date")
    }
    let participant = try Participant(name, acting: days)
    var act = TreatyAct(
      instrument: instrument, participant: participant, signature: signature, consent: consent,
      source: try form.text("source"))
    let known = try journal.books.treatyActs(to: instrument, of: participant)
    try act.requireOrder(known)
    try act.leaveOut(known)
    var draft = Draft(
      document: .treatyAct(act), date: journal.today, name: "\(instrument) \(participant.code)")
    if act.signature == nil, act.consent == nil {
      draft.standing = KnownDocument(entry: 0, name: draft.name, fingerprint: nil)
    }
    return draft
  }

  private static func readSignature(
    _ form: Form, _ instrument: Instrument, _ journal: Journal
  ) throws(LedgerError) -> Signature? {
    let note = try form.text("signature_note")
    guard let date = try day("signature_date", form, instrument, journal) else {
      guard note == nil else {
        throw LedgerError(
          rule: "field-missing", "there is a note on a signature, and no date of it",
          field: "signature_date")
      }
      return nil
    }
    return Signature(date: date, note: note)
  }

  private static func readConsent(
    _ form: Form, _ instrument: Instrument, _ journal: Journal
  ) throws(LedgerError) -> Consent? {
    let kind = try form.word("consent_type", ConsentKind.self)
    let date = try day("consent_date", form, instrument, journal)
    switch (date, kind) {
    case (nil, nil): return nil
    case (let date?, let kind?): return Consent(date: date, kind: kind)
    case (nil, let kind?):
      throw LedgerError(
        rule: "field-missing", "the day of the \(kind.rawValue) is missing", field: "consent_date")
    case (let date?, nil):
      throw LedgerError(
        rule: "field-missing", "what was deposited on \(date) is missing",
        hint: "one of \(ConsentKind.allCases.map(\.rawValue).joined(separator: ", "))",
        field: "consent_type")
    }
  }

  /// A day on which somebody acted: not before there was anything to act on, and not to come.
  private static func day(
    _ field: String, _ form: Form, _ instrument: Instrument, _ journal: Journal
  ) throws(LedgerError) -> CalendarDate? {
    guard let date = try form.date(field) else { return nil }
    guard date >= instrument.adopted else {
      throw LedgerError(
        rule: "act-before-adoption",
        "\(date) lies before \(instrument) was adopted, on \(instrument.adopted)", field: field)
    }
    guard date <= journal.today || journal.allowFuture else {
      throw LedgerError(
        rule: "date-in-future", "\(date) lies after today, \(journal.today)",
        hint: "give --allow-future if that is meant", field: field)
    }
    return date
  }

  /// Nobody signs what binds it already.
  private func requireOrder(_ known: [TreatyAct]) throws(LedgerError) {
    guard let signed = signature?.date ?? known.lazy.compactMap({ $0.signature?.date }).first,
      let bound = consent?.date ?? known.lazy.compactMap({ $0.consent?.date }).first,
      bound < signed
    else { return }
    throw LedgerError(
      rule: "consent-before-signature",
      "\(participant.code) consented to \(instrument) on \(bound), before it signed, on \(signed)",
      field: consent == nil ? "signature_date" : "consent_date")
  }

  /// Takes away what is recorded already.
  ///
  /// - Throws: `treaty-act-contradicts` where something else is.
  private mutating func leaveOut(_ known: [TreatyAct]) throws(LedgerError) {
    if let signature, let kept = known.lazy.compactMap(\.signature).first {
      guard signature.date == kept.date else {
        throw contradiction(
          "signed \(instrument) on \(kept.date), not on \(signature.date)", "signature_date")
      }
      guard signature.note == nil || signature.note == kept.note else {
        throw contradiction(
          "signed \(instrument) \(kept.note.map { "with the note '\($0)'" } ?? "without a note"), "
            + "not with '\(signature.note ?? "")'", "signature_note")
      }
      self.signature = nil
    }
    if let consent, let kept = known.lazy.compactMap(\.consent).first {
      guard consent == kept else {
        throw contradiction(
          "is bound by \(instrument) through \(kept.kind.rawValue) on \(kept.date), not through "
            + "\(consent.kind.rawValue) on \(consent.date)",
          consent.date == kept.date ? "consent_type" : "consent_date")
      }
      self.consent = nil
    }
  }

  private func contradiction(_ what: String, _ field: String) -> LedgerError {
    LedgerError(
      rule: "treaty-act-contradicts", "\(participant.code), as already recorded, \(what)",
      hint: "one of the two sources is wrong; cpcjf undo takes back what an import recorded",
      field: field)
  }
}
