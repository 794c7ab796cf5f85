public import FundDomain
public import Plain

/// The rate of delivery: what was obligated of what could be, by project, theme, programme …
public struct DeliveryReport: Report {
  /// What the authority to spend is grouped by.
  public enum Grouping: String, CaseIterable, Sendable {
    case project, theme, programme, region, country, instrument, status
    case subFund = "sub-fund"

    /// The dimension that money is shared out over, where a project may have several.
    var dimension: Dimension? { self == .subFund ? nil : Dimension(rawValue: rawValue) }

    var title: String {
      self == .subFund ? "Sub-fund" : rawValue.capitalizedFirst
    }
  }

  /// A project, theme, programme …
  public struct Row: Sendable {
    public let key: String
    public let title: String
    let authority: Authority
  }

  public let grouping: Grouping
  public let period: Period
  public let rows: [Row]
  let total: Authority
  public let foot: ReportFoot

  /// - Throws: `does-not-foot` when what is unobligated is not what the books say.
  public init(
    _ books: any Books, by grouping: Grouping, regions: RegionScheme = .unodc, in period: Period
  ) throws {
    let books = books.asAt(period.to)
    self.grouping = grouping
    self.period = period
    foot = try ReportFoot(books, asAt: period.to)
    let authorities = try Authorities(books, in: period)
    let subFunds = try byID(books.subFunds(on: period.to), \.id)
    let apportioning = try grouping.dimension.map {
      try Apportioning(books, by: $0, regions, on: period.to)
    }
    let status = try ProjectList.Places(books, by: .status, regions, on: period.to)
    var sums: [RowKey: Authority] = [:]
    for project in try books.projects(on: period.to) {
      if grouping == .subFund {
        for (fund, own) in authorities.bySubFund(project.id) {
          let row = RowKey(
            subFunds[fund]?.code ?? "-", subFunds[fund]?.title ?? "-", order: Int(fund))
          sums[row, default: Authority()] += own
        }
        continue
      }
      let rows =
        apportioning?.rows(of: project).merged
        ?? (grouping == .status
          ? status.of(project) : [Weighted(row: RowKey(project.code, project.title), weight: 1)])
      let parts = authorities.split(project.id, over: rows.map(\.weight))
      for (row, own) in zip(rows, parts) { sums[row.row, default: Authority()] += own }
    }
    rows = sums.sorted { $0.key < $1.key }.map {
      Row(key: $0.key.key, title: $0.key.title, authority: $0.value)
    }.filter { !$0.isNothing }
    total = rows.reduce(into: Authority()) { $0 += $1.authority }
    try requireFoots(books)
  }

  private func requireFoots(_ books: any Books) throws {
    let query = TotalsQuery([.budgetUnobligated], in: Period(from: .first, to: period.to))
    let known = try books.totals(query).reduce(0) { $0 + $1.usd }
    guard total.unobligated == known else {
      throw LedgerError.doesNotFoot(
        "by \(grouping.rawValue) \(dollars(total.unobligated)) is unobligated, of "
          + "\(dollars(known))")
    }
  }
}

extension DeliveryReport.Row {
  fileprivate var isNothing: Bool {
    authority.available == 0 && authority.obligated == 0 && authority.disbursed == 0
  }
}

extension DeliveryReport {
  private var columns: [MoneyColumn<Authority>] {
    let before: [MoneyColumn<Authority>] =
      period.from > .first ? [MoneyColumn("unobligated-before", "Before") { $0.before }] : []
    return before + [
      MoneyColumn("allotted", "Allotted") { $0.allotted },
      MoneyColumn("obligated", "Obligated") { $0.obligated },
      MoneyColumn("unobligated", "Unobligated") { $0.unobligated },
      MoneyColumn("disbursed", "Disbursed") { $0.disbursed },
    ]
  }

  public var sheet: Sheet {
    func cells(_ own: Authority) -> [Sheet.Cell] { columns.cells(own) + [.percent(own.rate)] }
    return Sheet(
      title: "\(foot.fund.title): delivery by \(grouping.title.lowercased())\(period.words)",
      headnote: "United States dollars, with programme support but for what was disbursed",
      columns: [
        Sheet.Column(title: "Code", kind: .code, id: "key"),
        Sheet.Column(title: grouping.title, kind: .text, id: "title"),
      ] + columns.heads() + [
        Sheet.Column(title: "Delivery rate", kind: .percent, id: "delivery-rate")
      ],
      rows: rows.map { Sheet.Row([.text($0.key), .text($0.title)] + cells($0.authority)) }
        + [Sheet.Row([.blank, .text("Total")] + cells(total), style: .total)],
      footnotes: footnotes, foot: foot.lines)
  }

  private var footnotes: [String] {
    let denominator =
      period.from > .first
      ? "of what was unobligated before \(period.from) and allotted in the period"
      : "of what was allotted, less what was returned"
    return [
      "Delivery rate: what was obligated or paid directly, \(denominator).",
      "Disbursed: paid at the rates of the days, less what partners gave back; programme support is no payment.",
    ]
      + (grouping == .project || grouping == .status || grouping == .subFund
        ? [] : ["A project that serves several stands under each with its share of the money."])
  }

  public var json: JSON {
    func figures(_ own: Authority) -> [(String, JSON)] {
      columns.json(own) + [("deliveryRate", .percent(own.rate))]
    }
    return .object(
      [
        ("schema", "cpcjf/1"), ("report", "delivery"), ("by", .string(grouping.rawValue)),
        ("period", period.json), ("currency", "USD"),
        ("deliveryRateOf", period.from > .first ? "unobligated-before + allotted" : "allotted"),
        (
          "rows",
          .array(
            rows.map {
              .object(
                [("key", .string($0.key)), ("title", .string($0.title))] + figures($0.authority))
            })
        ), ("total", .object(figures(total))),
      ] + foot.json)
  }
}
