public import FundDomain

/// One instrument's participants with their dates: parties in the order of their consents, then
/// who only signed, then the States that have a project and did neither.
public struct InstrumentReport: Report {
  /// What a participant is to the instrument.
  public enum Standing: String, CaseIterable, Sendable {
    case party, signatory, neither

    var title: String {
      switch self {
      case .party: "Parties"
      case .signatory: "Signatories only"
      case .neither: "Beneficiaries only"
      }
    }
  }

  /// A participant, with its projects in this ledger.
  public struct Row: Sendable {
    public let standing: Standing
    /// Under the code and name of the day.
    public let code: String
    public let name: String
    public let region: String
    public let signature: TreatyAct.Signature?
    public let consent: TreatyAct.Consent?
    /// Which of the instruments that count for entry into force its own is.
    public let place: Int?
    /// The projects that serve it, and those of them that have a theme of the instrument.
    public let projects: Int
    public let projectsForIt: Int
  }

  public let status: TreatyStatus
  public let region: Region?
  public let rows: [Row]
  let notes: [String]
  public let foot: ReportFoot

  /// An instrument's participants as they stood on a day.
  ///
  /// - Parameter region: the States of one region only.
  public init(
    _ books: any Books, of instrument: Instrument, regions scheme: RegionScheme = .unodc,
    region: Region? = nil, asAt day: CalendarDate
  ) throws {
    foot = try ReportFoot(books, asAt: day)
    self.region = region
    let statuses = TreatyStatus.all(try books.treatyActs(to: nil, of: nil), on: day)
    guard let status = statuses.first(where: { $0.instrument == instrument }) else {
      preconditionFailure("every instrument has a status")
    }
    self.status = status
    let beneficiaries = try BeneficiaryStates(books, on: day)
    notes = beneficiaries.footnotes
    func row(
      _ standing: Standing, _ participant: Participant, _ position: TreatyStatus.Position? = nil
    ) -> Row? {
      let own = participant.row(in: scheme)
      guard region == nil || own.key == region?.key else { return nil }
      let (code, name) = participant.named(on: day)
      return Row(
        standing: standing, code: code, name: name, region: own.title,
        signature: position?.signature, consent: position?.consent, place: position?.place,
        projects: beneficiaries.count(for: participant),
        projectsForIt: beneficiaries.count(for: participant, serving: instrument))
    }
    let acting = Set(status.positions.map(\.participant))
    let neither = beneficiaries.all.filter { status.isAdopted && !acting.contains($0) }
    rows =
      status.positions.compactMap {
        row($0.consent == nil ? .signatory : .party, $0.participant, $0)
      } + neither.compactMap { row(.neither, $0) }.sorted { $0.name < $1.name }
  }

  func count(_ standing: Standing) -> Int { rows.count { $0.standing == standing } }
}
