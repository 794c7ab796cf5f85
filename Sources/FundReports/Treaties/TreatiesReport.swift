public import FundDomain

/// How every instrument stands (resolution 56/123, paragraph 16): signatories and parties by
/// region and in the whole, and which States that have a project are not party.
public struct TreatiesReport: Report {
  /// How many of some participants signed and are party, and the beneficiaries among them.
  public struct Figures: Sendable {
    public var signatories = 0
    public var parties = 0
    /// States that a project serves.
    public var beneficiaries = 0
    public var beneficiaryParties = 0
    /// The codes of beneficiaries that are not party.
    public var missing: [String] = []
  }

  /// A region, or the organizations, with its figures.
  public struct Row: Sendable {
    public let key: String
    public let title: String
    public let figures: Figures
  }

  /// An instrument, region by region.
  public struct Group: Sendable {
    public let status: TreatyStatus
    public let rows: [Row]
    public let whole: Figures
  }

  public let groups: [Group]
  public let scheme: RegionScheme
  public let region: Region?
  public let foot: ReportFoot

  /// The treaties as they stood on a day.
  ///
  /// - Parameter region: the States of one region only.
  /// - Throws: `does-not-foot` when the regions do not add up to the whole.
  public init(
    _ books: any Books, regions scheme: RegionScheme = .unodc, region: Region? = nil,
    asAt day: CalendarDate
  ) throws {
    foot = try ReportFoot(books, asAt: day)
    self.scheme = scheme
    self.region = region
    let beneficiaries = try BeneficiaryStates(books, on: day)
    func isWanted(_ participant: Participant) -> Bool {
      region == nil || participant.row(in: scheme).key == region?.key
    }
    let served = beneficiaries.all.filter(isWanted)
    groups = try TreatyStatus.all(books.treatyActs(to: nil, of: nil), on: day).map { status in
      let group = Group(status, status.isAdopted ? served : [], isWanted, scheme)
      try group.requireFoots(
        signatories: status.signatories.count { isWanted($0.participant) },
        parties: status.parties.count { isWanted($0.participant) })
      return group
    }
  }
}

extension TreatiesReport.Group {
  init(
    _ status: TreatyStatus, _ served: [Participant], _ isWanted: (Participant) -> Bool,
    _ scheme: RegionScheme
  ) {
    self.status = status
    var figures: [RowKey: TreatiesReport.Figures] = [:]
    for position in status.positions where isWanted(position.participant) {
      let row = position.participant.row(in: scheme)
      figures[row, default: .init()].signatories += position.signature == nil ? 0 : 1
      figures[row, default: .init()].parties += position.consent == nil ? 0 : 1
    }
    let parties = Set(status.parties.map(\.participant))
    for participant in served {
      let row = participant.row(in: scheme)
      figures[row, default: .init()].beneficiaries += 1
      if parties.contains(participant) {
        figures[row, default: .init()].beneficiaryParties += 1
      } else {
        figures[row, default: .init()].missing.append(participant.named(on: status.day).code)
      }
    }
    rows = figures.sorted { $0.key < $1.key }.map { row, figures in
      var figures = figures
      figures.missing.sort()
      return TreatiesReport.Row(key: row.key, title: row.title, figures: figures)
    }
    whole = rows.reduce(into: .init()) { $0 += $1.figures }
  }

  fileprivate func requireFoots(signatories: Int, parties: Int) throws(LedgerError) {
    guard whole.signatories == signatories, whole.parties == parties else {
      throw LedgerError.doesNotFoot(
        "by region \(status.instrument) has \(whole.signatories) signatories and "
          + "\(whole.parties) parties, in the whole \(signatories) and \(parties)")
    }
  }
}

extension TreatiesReport.Figures {
  static func += (left: inout Self, right: Self) {
    left.signatories += right.signatories
    left.parties += right.parties
    left.beneficiaries += right.beneficiaries
    left.beneficiaryParties += right.beneficiaryParties
    left.missing = (left.missing + right.missing).sorted()
  }
}
