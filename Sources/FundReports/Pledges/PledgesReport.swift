public import FundDomain

/// What was pledged, with what was added; what of it was due, collected and written off by a day;
/// what is overdue and outstanding.
///
/// Each pledge adds up, in its currency and in dollars: pledged = collected + written off +
/// outstanding. Payments fill the oldest instalment first.
public struct PledgesReport: Report {
  /// One pledge as it stands on the day.
  public struct Row: Sendable {
    public let number: String
    public let donor: Donor
    public let date: CalendarDate
    public let isCommitted: Bool
    /// In the pledge's currency.
    public let amount, collected, writtenOff, outstanding: Money
    /// In US cents.
    public let worth: PledgeWorth
    /// What is overdue, by the biennium in which it was due, in US cents.
    public let ageing: [(biennium: Biennium, cents: Int64)]
    /// The day on which the oldest unpaid instalment was due.
    public let overdueSince: CalendarDate?
  }

  /// What is overdue of a biennium.
  public struct Age: Sendable {
    public let biennium: Biennium
    public var pledges = 0
    /// US cents.
    public var overdue: Int64 = 0
  }

  public let period: Period?
  public let rows: [Row]
  /// What is overdue by the biennium in which it was due, oldest first.
  public let ageing: [Age]
  public let foot: ReportFoot

  /// Pledges made in a period (all, where none is given) as they stand on a day.
  ///
  /// - Throws: `does-not-foot` when the ageing is not what is overdue.
  public init(_ books: any Books, in period: Period?, asAt: CalendarDate) throws {
    let books = books.asAt(asAt)
    self.period = period
    foot = try ReportFoot(books, asAt: asAt)
    var rows: [Row] = []
    var donors: [EntryNumber: Donor] = [:]
    try books.pledges(of: nil, upTo: min(asAt, period?.to ?? asAt), asAt: asAt) { standing in
      guard period?.contains(standing.date) ?? true else { return }
      let donor = try donors[standing.pledge.donor] ?? books.donor(standing.pledge.donor, on: asAt)
      donors[standing.pledge.donor] = donor
      rows.append(Row(standing, donor, asAt))
    }
    self.rows = rows
    var ages: [Biennium: Age] = [:]
    for part in rows.filter(\.isCommitted).flatMap(\.ageing) {
      ages[part.biennium, default: Age(biennium: part.biennium)].pledges += 1
      ages[part.biennium]?.overdue += part.cents
    }
    ageing = ages.values.sorted { $0.biennium < $1.biennium }
    try requireFoots()
  }

  /// Announced pledges bind nobody: they are shown, and stand in no total.
  func total(_ measure: (Row) -> Int64) -> Int64 {
    rows.filter(\.isCommitted).reduce(0) { $0 + measure($1) }
  }

  private func requireFoots() throws {
    let overdue = total { $0.worth.overdue }
    let aged = ageing.reduce(0) { $0 + $1.overdue }
    guard aged == overdue else {
      throw LedgerError.doesNotFoot(
        "\(dollars(overdue)) is overdue, by biennium \(dollars(aged))")
    }
  }
}

extension PledgesReport.Row {
  init(_ standing: PledgeStanding, _ donor: Donor, _ asAt: CalendarDate) {
    let currency = standing.pledge.amount.currency
    let late = standing.open.filter { $0.instalment.due < asAt }
    number = standing.number.description
    self.donor = donor
    date = standing.date
    isCommitted = standing.committedOn.map { $0 <= asAt } ?? false
    amount = standing.pledged
    collected = Money(minorUnits: standing.paid, currency)
    writtenOff = Money(minorUnits: standing.writtenOff, currency)
    outstanding = standing.outstanding
    worth = standing.worth(on: asAt)
    overdueSince = late.first?.instalment.due
    var ageing: [(biennium: Biennium, cents: Int64)] = []
    for (instalment, cents) in late {
      let biennium = Biennium(of: instalment.due)
      if ageing.last?.biennium == biennium {
        ageing[ageing.count - 1].cents += cents
      } else {
        ageing.append((biennium, cents))
      }
    }
    self.ageing = ageing
  }

  /// What was collected, as tenths of a per cent of what was due; nil where nothing was.
  var conversion: Int64? { PledgesReport.conversion(worth.collected, of: worth.due) }
}

extension PledgesReport {
  /// The conversion rate in tenths of a per cent, half to even.
  static func conversion(_ collected: Int64, of due: Int64) -> Int64? {
    due > 0 ? rounded(collected * 1000, unit: due) : nil
  }
}
