public import FundDomain

/// Which Members of the United Nations gave in a period, which did before and no longer, and which
/// never did (resolution 56/123, paragraph 8: all States are invited); and the donors that are none.
public struct ParticipationReport: Report {
  /// Whether someone gave.
  public enum Standing: String, CaseIterable, Sendable {
    /// In the period.
    case current
    /// Before it, and not in it.
    case lapsed
    case never
  }

  /// A Member, or a donor that is none.
  public struct Row: Sendable {
    public let key: String
    public let title: String
    /// The regional group of a Member; the kind of another donor.
    let section: RowKey
    public let isMember: Bool
    /// The donors of the ledger that give for it.
    public var donors: [String] = []
    var giving = Giving()

    public var standing: Standing { giving.standing }
    /// It gave in the period for the first time.
    public var isFirstTime: Bool { giving.standing == .current && giving.before <= 0 }
  }

  /// What was given before a period and in it, in US cents.
  struct Giving: Sendable {
    var before: Int64 = 0
    var collected: Int64 = 0
    var inKind: Int64 = 0
    /// Contributions in the period.
    var count = 0
    var first, last: CalendarDate?

    var all: Int64 { before + collected + inKind }

    var standing: Standing {
      if count > 0, collected + inKind > 0 { return .current }
      return before > 0 && all > 0 ? .lapsed : .never
    }

    mutating func add(_ gifts: Gifts, isBefore: Bool) {
      if isBefore {
        before += gifts.usd
      } else {
        if gifts.kind == .inKind { inKind += gifts.usd } else { collected += gifts.usd }
        count += gifts.count
      }
      guard gifts.count > 0 else { return }
      first = first.map { min($0, gifts.first) } ?? gifts.first
      last = last.map { max($0, gifts.last) } ?? gifts.last
    }
  }

  public let period: Period
  /// Members by regional group and name, then the others by kind.
  public let rows: [Row]
  public let foot: ReportFoot

  /// - Throws: `does-not-foot` when the gifts are not what the statement says was received.
  public init(_ books: any Books, in period: Period) throws {
    let books = books.asAt(period.to)
    self.period = period
    foot = try ReportFoot(books, asAt: period.to)
    let members = Country.members(in: period)
    var rows = Dictionary(uniqueKeysWithValues: members.map { ($0.code, Row(member: $0)) })
    let places = Set(members)
    var keys: [EntryNumber: String] = [:]
    for donor in try books.donors(on: period.to) {
      let member = donor.kind == .state ? donor.country?.member(among: places) : nil
      let key = member?.code ?? "donor \(donor.code)"
      keys[donor.id] = key
      rows[key, default: Row(other: donor)].donors.append(donor.code)
    }
    func add(_ gifts: [Gifts], isBefore: Bool) {
      for gift in gifts {
        guard let key = keys[gift.donor] else { continue }
        rows[key]?.giving.add(gift, isBefore: isBefore || gift.kind == .opening)
      }
    }
    if let before = period.before { add(try books.gifts(before), isBefore: true) }
    add(try books.gifts(period), isBefore: false)
    self.rows = rows.values.sorted { ($0.section, $0.title) < ($1.section, $1.title) }
    try requireFoots(books)
  }

  private func requireFoots(_ books: any Books) throws {
    for (account, given) in [
      (Account.cash, rows.reduce(0) { $0 + $1.giving.collected }),
      (.expenditureInKind, rows.reduce(0) { $0 + $1.giving.inKind }),
    ] {
      let query = TotalsQuery([account], in: period, ofContributions: true)
      let received = try books.totals(query).reduce(0) { $0 + $1.usd }
      guard given == received else {
        throw LedgerError.doesNotFoot(
          "donors gave \(dollars(given)), on \(account.rawValue) came \(dollars(received))")
      }
    }
  }
}

extension ParticipationReport.Row {
  fileprivate init(member: Country) {
    let groups = Region.all(.unGroups)
    key = member.code
    title = member.name
    isMember = true
    section =
      member.unGroup.map {
        RowKey($0.key, $0.title, order: groups.firstIndex(of: $0) ?? groups.count)
      } ?? RowKey("no-group", "Members in no regional group", order: groups.count)
  }

  /// A donor that is no Member; a State that is none stands first.
  fileprivate init(other donor: Donor) {
    key = donor.code
    title = donor.name
    isMember = false
    let order = 100 + (DonorKind.allCases.firstIndex(of: donor.kind) ?? 0)
    section =
      donor.kind == .state
      ? RowKey("other-states", "States that are no Members", order: order)
      : RowKey(donor.kind.rawValue, donor.kind.title, order: order)
  }
}
