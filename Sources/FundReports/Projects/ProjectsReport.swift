public import FundDomain
public import Plain

/// Projects by region, theme or status: what they may cost, what they have, what of it was
/// allotted, obligated and paid, and what they still lack.
public struct ProjectsReport: Report {
  /// A project's figures, or the sum of several's.
  struct Figures: Sendable {
    var money = ProjectList.Money()
    var authority = Authority()
  }

  /// A region, theme or status with its projects.
  public struct Group: Sendable {
    public let key: String
    public let title: String
    let items: [(project: Project, figures: Figures)]

    var sum: Figures { items.reduce(into: Figures()) { $0 += $1.figures } }
  }

  public let grouping: ProjectList.Grouping
  public let period: Period
  public let groups: [Group]
  /// The projects, each once.
  public let projects: Int
  let total: Figures
  public let foot: ReportFoot

  /// Projects as they are on the last day of a period, with what they obligated and paid in it.
  ///
  /// - Throws: `does-not-foot` when the groups do not add up to the projects.
  public init(
    _ books: any Books, by grouping: ProjectList.Grouping, regions: RegionScheme = .unodc,
    in period: Period
  ) throws {
    let books = books.asAt(period.to)
    self.grouping = grouping
    self.period = period
    foot = try ReportFoot(books, asAt: period.to)
    let money = try ProjectList.money(books, in: period, asAt: period.to)
    let authorities = try Authorities(books, in: period)
    let places = try ProjectList.Places(books, by: grouping, regions, on: period.to)
    let all = try books.projects(on: period.to)
    projects = all.count
    var items: [RowKey: [(project: Project, figures: Figures)]] = [:]
    var whole = Figures()
    for project in all {
      let rows = places.of(project)
      let weights = rows.map(\.weight)
      let parts = zip(
        money(project).split(over: weights), authorities.split(project.id, over: weights))
      for (row, part) in zip(rows, parts) {
        items[row.row, default: []].append(
          (project, Figures(money: part.0, authority: part.1)))
      }
      whole += Figures(
        money: money(project), authority: authorities.split(project.id, over: [1])[0])
    }
    groups = items.sorted { $0.key < $1.key }.map {
      Group(key: $0.key.key, title: $0.key.title, items: $0.value)
    }
    total = groups.reduce(into: Figures()) { $0 += $1.sum }
    try require(whole)
  }

  /// What projects lack is told of their parts; all else is what the projects have.
  private func require(_ whole: Figures) throws {
    for (name, parts, known) in [
      ("budgets", total.money.budget, whole.money.budget),
      ("funds", total.money.funded, whole.money.funded),
      ("authority", total.authority.available, whole.authority.available),
      ("obligations", total.authority.obligated, whole.authority.obligated),
      ("payments", total.authority.disbursed, whole.authority.disbursed),
    ] where parts != known {
      throw LedgerError.doesNotFoot(
        "the \(name) by \(grouping.rawValue) add up to \(dollars(parts)), the projects' to "
          + dollars(known))
    }
  }
}

extension ProjectsReport.Figures {
  static func += (left: inout Self, right: Self) {
    left.money += right.money
    left.authority += right.authority
  }
}

extension ProjectsReport {
  private static let columns: [MoneyColumn<Figures>] = [
    MoneyColumn("budget", "Budget") { $0.money.budget },
    MoneyColumn("funded", "Funded") { $0.money.funded },
    MoneyColumn("allotted", "Allotted") { $0.authority.available },
    MoneyColumn("obligated", "Obligated") { $0.authority.obligated },
    MoneyColumn("disbursed", "Disbursed") { $0.authority.disbursed },
    MoneyColumn("gap", "Gap") { $0.money.gap },
    MoneyColumn("over", "Over") { $0.money.over },
  ]

  private static func cells(_ own: Figures) -> [Sheet.Cell] {
    columns.cells(own) + [.percent(own.authority.rate)]
  }

  private static func json(_ own: Figures) -> [(String, JSON)] {
    columns.json(own) + [("deliveryRate", .percent(own.authority.rate))]
  }

  public var sheet: Sheet {
    var rows: [Sheet.Row] = []
    for group in groups {
      rows.append(.heading(group.title))
      rows += group.items.map { item in
        Sheet.Row(
          [
            .text(group.key), .text(item.project.code), .text(item.project.title),
            .text(item.project.status.rawValue),
          ] + Self.cells(item.figures), indent: 1)
      }
      rows.append(
        Sheet.Row(
          [.text(group.key), .blank, .text("\(group.title): \(group.items.count)"), .blank]
            + Self.cells(group.sum), style: .subtotal))
    }
    rows.append(
      Sheet.Row(
        [.blank, .blank, .text("Total: \(projects)"), .blank] + Self.cells(total), style: .total))
    return Sheet(
      title: "\(foot.fund.title): projects by \(grouping.rawValue)\(period.words)",
      headnote: "United States dollars",
      columns: [
        Sheet.Column(title: "Group", kind: .code, id: "group", for: .programs),
        Sheet.Column(title: "Project", kind: .code, id: "key"),
        Sheet.Column(title: "Title", kind: .text, id: "title"),
        Sheet.Column(title: "Status", kind: .code, id: "status"),
      ] + Self.columns.heads() + [
        Sheet.Column(title: "Delivery rate", kind: .percent, id: "delivery-rate")
      ], rows: rows, footnotes: footnotes, foot: foot.lines)
  }

  private var footnotes: [String] {
    [
      "Funded: allotted to the project by \(foot.asAt), and cash earmarked to it by name and not allotted. Gap: what the budget lacks; over: what was funded beyond it. Budget - funded = gap - over.",
      "Allotted"
        + (period.from > .first
          ? ": unobligated before \(period.from), and allotted in the period"
          : ", less what was returned")
        + ". Delivery rate: what was obligated of it. Both with programme support, which is no payment and not in what was disbursed.",
    ]
      + (grouping == .status
        ? []
        : [
          "A project that serves several stands under each with its share of the money; the total counts it once."
        ])
  }

  public var json: JSON {
    .object(
      [
        ("schema", "cpcjf/1"), ("report", "projects"), ("by", .string(grouping.rawValue)),
        ("period", period.json), ("currency", "USD"),
        (
          "rows",
          .array(
            groups.map { group in
              .object(
                [
                  ("key", .string(group.key)), ("title", .string(group.title)),
                  (
                    "projects",
                    .array(
                      group.items.map { item in
                        .object(
                          [
                            ("key", .string(item.project.code)),
                            ("title", .string(item.project.title)),
                            ("status", .string(item.project.status.rawValue)),
                          ] + Self.json(item.figures))
                      })
                  ),
                ] + Self.json(group.sum))
            })
        ), ("projects", .integer(Int64(projects))), ("total", .object(Self.json(total))),
      ] + foot.json)
  }
}
