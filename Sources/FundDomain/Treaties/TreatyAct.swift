/// What a State or regional economic organization did about an instrument: signed it, consented
/// to be bound by it, or both, as one line of a source says.
public struct TreatyAct: Hashable, Sendable {
  /// A signature, with what the source remarks on it.
  public struct Signature: Hashable, Sendable {
    public let date: CalendarDate
    public let note: String?

    public init(date: CalendarDate, note: String? = nil) {
      self.date = date
      self.note = note
    }
  }

  /// The deposit of an instrument by which a participant is bound.
  public struct Consent: Hashable, Sendable {
    public let date: CalendarDate
    public let kind: ConsentKind

    public init(date: CalendarDate, kind: ConsentKind) {
      self.date = date
      self.kind = kind
    }
  }

  public var instrument: Instrument
  public var participant: Participant
  public var signature: Signature?
  public var consent: Consent?
  public var source: String?

  public init(
    instrument: Instrument, participant: Participant, signature: Signature? = nil,
    consent: Consent? = nil, source: String? = nil
  ) {
    self.instrument = instrument
    self.participant = participant
    self.signature = signature
    self.consent = consent
    self.source = source
  }
}

/// What an instrument of consent is called.
public enum ConsentKind: String, CaseIterable, Sendable {
  case ratification, acceptance, approval, accession, succession
}

extension TreatyAct {
  func record(_ entry: EntryNumber) -> Fact {
    var record = Fact("treaty_act", of: entry)
    record.set("instrument", instrument.code)
    switch participant {
    case .state(let country): record.set("country", country.code)
    case .organization(let organization): record.set("organization", organization.code)
    }
    record.set("signature_date", signature?.date)
    record.set("signature_note", signature?.note)
    record.set("consent_date", consent?.date)
    record.set("consent_type", consent?.kind.rawValue)
    record.set("source", source)
    return record
  }
}
