/// How an instrument stood on a day: who had signed it, who was party to it, and whether that was
/// enough for its entry into force.
///
/// Every State that is bound counts for that, one that succeeded to another's rights too.
public struct TreatyStatus: Sendable {
  /// What one participant had done by the day.
  public struct Position: Sendable {
    public let participant: Participant
    public fileprivate(set) var signature: TreatyAct.Signature?
    public fileprivate(set) var consent: TreatyAct.Consent?
    /// Which of the instruments that count for entry into force its own is: 1, 2, 3 … A regional
    /// economic organization's is not counted with those of its member States.
    public fileprivate(set) var place: Int?
  }

  public let instrument: Instrument
  /// In the order of their consents, then of their signatures.
  public let positions: [Position]
  /// How many instruments count for entry into force.
  public let counted: Int
  /// The day of the last instrument that was needed; nil while some are missing.
  public let decisive: CalendarDate?
  /// As far as it is known on the day; nil for a Protocol whose Convention still waits.
  public let entryIntoForce: CalendarDate?
  public let day: CalendarDate

  public var signatories: [Position] { positions.filter { $0.signature != nil } }
  /// Those that have consented to be bound, also before the instrument is in force.
  public var parties: [Position] { positions.filter { $0.consent != nil } }
  /// How many instruments are still missing.
  public var missing: Int { max(instrument.needed - counted, 0) }
  public var isAdopted: Bool { instrument.adopted <= day }
  public var isInForce: Bool { entryIntoForce.map { $0 <= day } ?? false }

  /// How every instrument stood on a day, a Convention before its Protocols.
  public static func all(_ acts: [TreatyAct], on day: CalendarDate) -> [TreatyStatus] {
    var statuses: [TreatyStatus] = []
    for instrument in Instrument.all {
      let convention = statuses.first { $0.instrument == instrument.convention }
      statuses.append(
        TreatyStatus(
          instrument, acts.filter { $0.instrument == instrument }, on: day, under: convention))
    }
    return statuses
  }

  private init(
    _ instrument: Instrument, _ acts: [TreatyAct], on day: CalendarDate,
    under convention: TreatyStatus?
  ) {
    var found: [Participant: Position] = [:]
    for act in acts {
      let signature = act.signature.flatMap { $0.date <= day ? $0 : nil }
      let consent = act.consent.flatMap { $0.date <= day ? $0 : nil }
      guard signature != nil || consent != nil else { continue }
      var position = found[act.participant] ?? Position(participant: act.participant)
      position.signature = signature ?? position.signature
      position.consent = consent ?? position.consent
      found[act.participant] = position
    }
    var positions = found.values.sorted { $0.order < $1.order }
    var dates: [CalendarDate] = []
    for index in positions.indices where positions[index].participant.isState {
      guard let consent = positions[index].consent else { continue }
      dates.append(consent.date)
      positions[index].place = dates.count
    }
    self.instrument = instrument
    self.positions = positions
    self.day = day
    counted = dates.count
    decisive = dates.count < instrument.needed ? nil : dates[instrument.needed - 1]
    let own = decisive?.adding(days: instrument.days)
    // A Protocol is not in force before its Convention is.
    entryIntoForce =
      instrument.convention == nil
      ? own : own.flatMap { own in convention?.entryIntoForce.map { max(own, $0) } }
  }
}

extension TreatyStatus.Position {
  fileprivate var order: (CalendarDate, CalendarDate, String) {
    (consent?.date ?? .last, signature?.date ?? .last, participant.code)
  }
}
