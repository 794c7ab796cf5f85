public import FundDomain

extension ContributionsReport {
  /// What a donor's committed pledges were due and paid, in US cents.
  public struct Dues: Equatable, Sendable {
    /// Due before the period, and neither paid nor written off by then.
    public var arrears: Int64 = 0
    /// Fell due in the period, whether it was paid before or not.
    public var due: Int64 = 0
    /// Written off in the period of what was due.
    public var writtenOff: Int64 = 0
    /// Paid before the period of what was not due yet then.
    public var paidBefore: Int64 = 0
    public var paid: Int64 = 0
    /// Paid by the end of the period of what is not due yet.
    public var inAdvance: Int64 = 0
    /// Due by the end of the period, and neither paid nor written off.
    public var outstanding: Int64 = 0
    /// Not due by the end of the period, and not paid.
    public var later: Int64 = 0
    /// Paid by the end of the period, and written off, since the beginning.
    var settled: Int64 = 0

    /// What the parts say is outstanding.
    var owed: Int64 { arrears + due - writtenOff - paidBefore - paid + inAdvance }
    var foots: Bool { owed == outstanding }

    /// The dues of every donor that had a committed pledge by the end of the period.
    static func ofDonors(
      _ books: any Books, in period: Period
    ) throws -> [EntryNumber: Dues] {
      var before: [EntryNumber: PledgeWorth] = [:]
      if let earlier = period.before {
        try books.pledges(upTo: earlier.to, asAt: earlier.to) {
          before[$0.entry] = $0.worthOfBound(on: earlier.to)
        }
      }
      var dues: [EntryNumber: Dues] = [:]
      try books.pledges(upTo: period.to, asAt: period.to) { standing in
        guard standing.isCommitted(by: period.to) else { return }
        let start = before[standing.entry] ?? .nothing
        dues[standing.pledge.donor, default: Dues()].add(start, standing.worth(on: period.to))
      }
      return dues
    }

    private mutating func add(_ start: PledgeWorth, _ end: PledgeWorth) {
      arrears += start.owed
      due += end.due - start.due
      writtenOff += end.writtenOffOfDue - start.writtenOffOfDue
      paidBefore += start.inAdvance
      paid += end.collected - start.collected
      inAdvance += end.inAdvance
      outstanding += end.owed
      later += end.outstanding - end.owed
      settled += end.collected + end.writtenOff
    }
  }

  /// What a donor gave in the period, in US cents at the rates of receipt.
  public struct Receipts: Sendable {
    /// Payments of pledges.
    public var onPledges: Int64 = 0
    public var unpledged: Int64 = 0
    public var inKind: Int64 = 0
    /// Payments of pledges, and the first and last day of them.
    public var payments = 0
    public var first, last: CalendarDate?

    /// What came in cash.
    public var collected: Int64 { onPledges + unpledged }

    mutating func add(_ gifts: Gifts) {
      switch gifts.kind {
      case .inKind: inKind += gifts.usd
      case .unpledged: unpledged += gifts.usd
      case .onPledge:
        onPledges += gifts.usd
        payments += gifts.count
        first = first.map { min($0, gifts.first) } ?? gifts.first
        last = last.map { max($0, gifts.last) } ?? gifts.last
      case .opening: break
      }
    }
  }
}

extension PledgeStanding {
  /// Its worth on a day; what binds nobody yet is due to nobody, and paid in advance.
  fileprivate func worthOfBound(on day: CalendarDate) -> PledgeWorth {
    var worth = worth(on: day)
    guard !isCommitted(by: day) else { return worth }
    (worth.collectedOfDue, worth.writtenOffOfDue, worth.owed, worth.overdue) = (0, 0, 0, 0)
    return worth
  }
}
