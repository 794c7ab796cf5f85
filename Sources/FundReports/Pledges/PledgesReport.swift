public import FundDomain
public import Plain

/// What was pledged, what of it was due and collected by a day, what is overdue and outstanding.
///
/// Dollars are at the rate of the pledge's day, in proportion, so that each pledge adds up:
/// pledged = collected + outstanding. Payments fill the oldest instalment first.
public struct PledgesReport: Report {
  /// One pledge as it stands on the day.
  public struct Row: Sendable {
    public let number: String
    public let donor: Donor
    public let date: CalendarDate
    public let isCommitted: Bool
    public let amount: Money
    public let outstanding: Money
    /// US cents.
    public let pledged, due, collected, overdue, outstandingUSD: Int64
    /// The day on which the oldest unpaid instalment was due.
    public let overdueSince: CalendarDate?
  }

  public let period: Period?
  public let rows: [Row]
  public let foot: ReportFoot

  /// Pledges made in a period (all, where none is given) as they stand on a day.
  public init(_ books: any Books, in period: Period?, asAt: CalendarDate) throws {
    self.period = period
    foot = try ReportFoot(books, asAt: asAt)
    var rows: [Row] = []
    var donors: [EntryNumber: Donor] = [:]
    try books.pledges(upTo: min(asAt, period?.to ?? asAt), asAt: asAt) { standing in
      guard period?.contains(standing.date) ?? true else { return }
      let donor = try donors[standing.pledge.donor] ?? books.donor(standing.pledge.donor)
      donors[standing.pledge.donor] = donor
      rows.append(Row(standing, donor, asAt))
    }
    self.rows = rows
  }
}

extension PledgesReport.Row {
  init(_ standing: PledgeStanding, _ donor: Donor, _ asAt: CalendarDate) {
    let pledge = standing.pledge
    let whole = pledge.amount.minorUnits
    func dollars(_ units: Int64) -> Int64 {
      apportion(pledge.usd, over: [units, whole - units])[0]
    }
    let schedule = pledge.schedule(from: standing.date)
    let due = schedule.filter { $0.due <= asAt }.reduce(0) { $0 + $1.amount }
    let unpaid = remaining(schedule, after: standing.paid).filter { $0.due <= asAt }
    number = standing.number.description
    self.donor = donor
    date = standing.date
    isCommitted = standing.committedOn.map { $0 <= asAt } ?? false
    amount = pledge.amount
    outstanding = standing.outstanding
    pledged = pledge.usd
    self.due = dollars(due)
    collected = dollars(standing.paid)
    overdue = max(dollars(due) - dollars(standing.paid), 0)
    outstandingUSD = pledge.usd - dollars(standing.paid)
    overdueSince = unpaid.first?.due
  }
}

extension PledgesReport {
  private static let measures: [(id: String, of: @Sendable (Row) -> Int64)] = [
    ("pledged", { $0.pledged }), ("due", { $0.due }), ("collected", { $0.collected }),
    ("overdue", { $0.overdue }), ("outstanding", { $0.outstandingUSD }),
  ]

  /// Announced pledges bind nobody: they are shown, and stand in no total.
  private func total(_ measure: (Row) -> Int64) -> Int64 {
    rows.filter(\.isCommitted).reduce(0) { $0 + measure($1) }
  }

  public var sheet: Sheet {
    let columns =
      [
        Sheet.Column(title: "Pledge", kind: .code, id: "key"),
        Sheet.Column(title: "Donor", kind: .code, id: "donor"),
        Sheet.Column(title: "Date", kind: .date, id: "on"),
        Sheet.Column(title: "Status", kind: .code, id: "status"),
        Sheet.Column(title: "Amount", kind: .money, id: "amount"),
        Sheet.Column(title: "", kind: .code, id: "currency"),
      ]
      + Self.measures.map {
        Sheet.Column(
          title: $0.id.prefix(1).uppercased() + $0.id.dropFirst(), kind: .money, id: $0.id)
      } + [Sheet.Column(title: "Overdue since", kind: .date, id: "overdue-since")]
    let body = rows.map { row in
      Sheet.Row(
        [
          .text(row.number), .text(row.donor.code), .text("\(row.date)"),
          .text(row.isCommitted ? "committed" : "announced"), .money(row.amount),
          .text(row.amount.currency.code),
        ] + Self.measures.map { .dollars($0.of(row)) }
          + [.text(row.overdueSince.map { "\($0)" })], style: .plain, indent: 0)
    }
    let sum = Sheet.Row(
      [.text("Total committed"), .blank, .blank, .blank, .blank, .blank]
        + Self.measures.map { .dollars(total($0.of)) } + [.blank], style: .total, indent: 0)
    return Sheet(
      title: "\(foot.fund.title): pledges\(period.map { " of \($0)" } ?? "") as at \(foot.asAt)",
      subtitle: [], headnote: "United States dollars but for the amount pledged", columns: columns,
      rows: body + [sum],
      footnotes: [
        "Dollars are at the rate of the pledge's day. Announced pledges bind nobody and stand in no total."
      ], foot: foot.lines, thousands: false)
  }

  public var json: JSON {
    .object(
      [
        ("schema", "cpcjf/1"), ("report", "pledges"),
        ("period", .text(period.map { "\($0)" })), ("currency", "USD"),
        (
          "rows",
          .array(
            rows.map { row in
              .object(
                [
                  ("key", .string(row.number)), ("title", .string(row.donor.name)),
                  ("donor", .string(row.donor.code)), ("on", .string("\(row.date)")),
                  ("status", .string(row.isCommitted ? "committed" : "announced")),
                  (
                    "original",
                    .object([
                      ("amount", .string(row.amount.decimal)),
                      ("outstanding", .string(row.outstanding.decimal)),
                      ("currency", .string(row.amount.currency.code)),
                    ])
                  ),
                ] + Self.measures.map { ($0.id, .dollars($0.of(row))) }
                  + [("overdueSince", .text(row.overdueSince.map { "\($0)" }))])
            })
        ), ("total", .object(Self.measures.map { ($0.id, .dollars(total($0.of))) })),
      ] + foot.json)
  }
}
