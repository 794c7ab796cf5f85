public import FundDomain
public import Plain

/// What falls due by a day, and what is overdue: parts of pledges, days by which money is to be
/// used, ends of projects, obligations that have been open long enough.
public struct DueList: Report {
  /// What falls due.
  public enum Kind: String, Sendable {
    /// A part of a pledge, as far as it is outstanding.
    case instalment
    /// The day by which a donor wants its money used, with what is unspent of it.
    case useBy = "use-by"
    /// The end of a project that is neither completed, closed nor cancelled.
    case projectEnd = "project-end"
    /// The end of the 12 months after a biennium for which its obligations may stay open.
    case obligations
  }

  /// Something that falls due.
  public struct Item: Sendable {
    public let on: CalendarDate
    public let kind: Kind
    /// The number of the pledge, the code of the project, the biennium of the obligations.
    public let key: String
    public let title: String
    /// In the currency of the pledge.
    public let amount: Money?
    /// US cents.
    public let usd: Int64?
  }

  public let within: Int
  public let items: [Item]
  public let foot: ReportFoot

  /// What falls due within some days of a day, soonest first; what is overdue comes before.
  public init(_ books: any Books, within days: Int, asAt: CalendarDate) throws {
    within = days
    foot = try ReportFoot(books, asAt: asAt)
    let look = Inspection(books, on: asAt)
    let last = asAt.adding(days: days)
    items = try
      (look.instalments(by: last) + look.usesBy(last) + look.ends(by: last)
      + look.obligationDeadlines(by: last)).enumerated()
      .sorted { ($0.element.on, $0.offset) < ($1.element.on, $1.offset) }.map(\.element)
  }

  func isOverdue(_ item: Item) -> Bool { item.on < foot.asAt }

  public var sheet: Sheet {
    Sheet(
      title: "\(foot.fund.title): due within \(within) days of \(foot.asAt)",
      columns: [
        Sheet.Column(title: "Due", kind: .date, id: "on"),
        Sheet.Column(title: "", kind: .code, id: "overdue"),
        Sheet.Column(title: "What", kind: .code, id: "kind"),
        Sheet.Column(title: "Of", kind: .code, id: "key"),
        Sheet.Column(title: "Title", kind: .text, id: "title"),
        Sheet.Column(title: "Amount", kind: .money, id: "amount"),
        Sheet.Column(title: "", kind: .code, id: "currency"),
        Sheet.Column(title: "US dollars", kind: .money, id: "usd"),
      ],
      rows: items.map { item in
        Sheet.Row([
          .text("\(item.on)"), .text(isOverdue(item) ? "overdue" : nil),
          .word(item.kind.rawValue), .text(item.key), .text(item.title),
          item.amount.map { .money($0) } ?? .blank, .text(item.amount?.currency.code),
          item.usd.map { .dollars($0) } ?? .blank,
        ])
      },
      footnotes: [
        "Instalments: what is outstanding of them, in dollars at the rate of the pledge's day. Use-by: what is unspent. Obligations: what is unliquidated, 12 months after their biennium."
      ], foot: foot.lines)
  }

  public var json: JSON {
    .object(
      [
        ("schema", "cpcjf/1"), ("list", "due"), ("within", .integer(Int64(within))),
        (
          "due",
          .array(
            items.map { item in
              .object([
                ("on", .string("\(item.on)")), ("overdue", .bool(isOverdue(item))),
                ("days", .integer(Int64(item.on.days(since: foot.asAt)))),
                ("kind", .string(item.kind.rawValue)), ("key", .string(item.key)),
                ("title", .string(item.title)), ("amount", .text(item.amount?.decimal)),
                ("currency", .text(item.amount?.currency.code)),
                ("usd", item.usd.map { .dollars($0) } ?? .null),
              ])
            })
        ),
      ] + foot.json)
  }
}

extension Inspection {
  /// What is unpaid of committed pledges, once for each pledge and day.
  func instalments(by last: CalendarDate) throws -> [DueList.Item] {
    try committedPledges().flatMap { standing in
      let parts = standing.open.filter { $0.instalment.due <= last }
      return try Dictionary(grouping: parts) { $0.instalment.due }.map { due, parts in
        let units = parts.reduce(0) { $0 + $1.instalment.amount }
        return DueList.Item(
          on: due, kind: .instalment, key: "\(standing.number)",
          title: try donors()[standing.pledge.donor]?.name ?? "",
          amount: Money(minorUnits: units, standing.pledge.amount.currency),
          usd: parts.reduce(0) { $0 + $1.usd })
      }
    }
  }

  /// What is unspent of the money that came by pledges with a day by which it is to be used.
  func usesBy(_ last: CalendarDate) throws -> [DueList.Item] {
    let near = try pledges().filter { $0.pledge.useBy.map { $0 <= last } ?? false }
    guard !near.isEmpty else { return [] }
    let unspent = try unspentByPledge()
    return try near.compactMap { standing in
      guard let day = standing.pledge.useBy, let cents = unspent[standing.entry], cents > 0
      else { return nil }
      return DueList.Item(
        on: day, kind: .useBy, key: "\(standing.number)",
        title: try donors()[standing.pledge.donor]?.name ?? "", amount: .usd(cents), usd: cents)
    }
  }

  fileprivate func ends(by last: CalendarDate) throws -> [DueList.Item] {
    try projects().compactMap { project in
      guard project.isOpen, project.status != .completed, let end = project.end, end <= last
      else { return nil }
      return DueList.Item(
        on: end, kind: .projectEnd, key: project.code, title: project.title, amount: nil, usd: nil)
    }
  }

  fileprivate func obligationDeadlines(by last: CalendarDate) throws -> [DueList.Item] {
    Dictionary(grouping: try openObligations().filter { $0.deadline <= last }) { $0.biennium }
      .map { biennium, open in
        let usd = open.reduce(0) { $0 + $1.usd }
        return DueList.Item(
          on: open[0].deadline, kind: .obligations, key: "\(biennium)",
          title: "\(open.count) open obligation\(open.count == 1 ? "" : "s")", amount: .usd(usd),
          usd: usd)
      }
  }
}
