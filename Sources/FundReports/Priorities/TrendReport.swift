public import FundDomain
public import Plain

/// The number and volume of a theme's projects, year by year (resolution 56/123, paragraph 7
/// welcomes more of juvenile justice).
public struct TrendReport: Report {
  /// A calendar year.
  public struct Row: Sendable {
    public let year: Int
    /// Projects that began in it, and that were under way.
    public let started, underWay: Int
    /// Those under way, each as its share of the theme: hundredths of a project.
    let weighted: Int64
    /// The theme's share of what projects may cost in the year, in US cents.
    let budget: Int64
    let amounts: ThemeAmounts
    /// What was spent on every theme, by its code, in US cents: what the theme is held against.
    let expenditure: [String: Int64]
    /// Expenditure against the year before, in tenths of a per cent.
    var change: Int64?
  }

  /// Nil for all of the Fund's.
  public let theme: Theme?
  public let period: Period
  public let rows: [Row]
  /// The projects of all years, each once.
  let projects: Int
  public let foot: ReportFoot

  /// - Throws: `does-not-foot` when the themes of a year do not add up to it.
  public init(_ books: any Books, of theme: Theme?, in period: Period) throws {
    let books = books.asAt(period.to)
    self.theme = theme
    self.period = period
    foot = try ReportFoot(books, asAt: period.to)
    let money = try ThemeMoney(books, in: period)
    let all = try books.projects(on: period.to).map { ($0, $0.share(of: theme)) }
      .filter { $0.1 > 0 }
    let begun = [money.years.keys.min(), foot.fund.start?.year].compactMap { $0 }.min()
    let first = min(max(begun ?? period.to.year, period.from.year), period.to.year)
    var rows: [Row] = []
    for year in first...period.to.year {
      let underWay = all.filter { money.isUnderWay($0.0, in: year...year) }
      let themes = money.themes(in: year...year)
      let amounts =
        theme.map { themes[$0.code] ?? ThemeAmounts() }
        ?? themes.values.reduce(into: ThemeAmounts()) { $0 += $1 }
      var row = Row(
        year: year, started: all.count { money.beginning(of: $0.0) == year },
        underWay: underWay.count,
        weighted: FundReports.rounded(underWay.reduce(0) { $0 + $1.1 }, unit: 10_000),
        budget: all.reduce(0) { $0 + $1.0.budget(of: year, for: theme) }, amounts: amounts,
        expenditure: themes.mapValues(\.expenditure).filter { $0.value != 0 })
      if let before = rows.last?.amounts.expenditure, before > 0 {
        row.change = Percentage.tenths(of: amounts.expenditure - before, in: before)
      }
      rows.append(row)
    }
    self.rows = rows
    projects = all.count { money.isUnderWay($0.0, in: first...period.to.year) }
  }
}

extension Project {
  /// What a project has of a theme; all of it where none is asked for.
  fileprivate func share(of theme: Theme?) -> Millionths {
    guard let theme else { return 1_000_000 }
    return themes.first { $0.theme == theme }?.share ?? 0
  }

  /// What it may cost in a year, or a theme's part of that; nothing while it is only proposed, or
  /// once it was cancelled.
  fileprivate func budget(of year: Int, for theme: Theme?) -> Int64 {
    guard status != .pipeline, status != .cancelled else { return 0 }
    let usd = budget.reduce(0) { $1.year == year ? $0 + $1.usd : $0 }
    guard let theme else { return usd }
    guard let place = themes.firstIndex(where: { $0.theme == theme }) else { return 0 }
    return apportion(usd, over: themes.map(\.share))[place]
  }
}

extension TrendReport {
  static let columns: [MoneyColumn<Row>] = [
    MoneyColumn("budget", "Budget") { $0.budget },
    MoneyColumn("contributions", "Contributions") { $0.amounts.contributions },
    MoneyColumn("allotted", "Allotted") { $0.amounts.allotted },
    MoneyColumn("expenditure", "Expenditure") { $0.amounts.expenditure },
  ]

  private func total(_ column: MoneyColumn<Row>) -> Int64 {
    rows.reduce(0) { $0 + column.of($1) }
  }

  private var started: Int { rows.reduce(0) { $0 + $1.started } }

  public var sheet: Sheet {
    Sheet(
      title:
        "\(foot.fund.title): trend of \(theme?.title.lowercased() ?? "all themes")\(period.words)",
      headnote: "United States dollars",
      columns: [
        Sheet.Column(title: "Year", kind: .code, id: "key"),
        Sheet.Column(title: "Projects begun", kind: .count, id: "started"),
        Sheet.Column(title: "Projects under way", kind: .count, id: "under-way"),
        Sheet.Column(title: "by share", kind: .count, id: "weighted"),
      ] + Self.columns.heads() + [
        Sheet.Column(title: "Change", kind: .percent, id: "change")
      ],
      rows: rows.map { row in
        Sheet.Row(
          [
            .text("\(row.year)"), .count(Int64(row.started)), .count(Int64(row.underWay)),
            .money(row.weighted, exponent: 2),
          ] + Self.columns.cells(row) + [.percent(row.change)])
      } + [
        Sheet.Row(
          [.text("Total"), .count(Int64(started)), .count(Int64(projects)), .blank]
            + Self.columns.map { .dollars(total($0)) }, style: .total)
      ], footnotes: footnotes, foot: foot.lines)
  }

  private var footnotes: [String] {
    [
      "Under way: between its start and its end; without a start, when money was allotted to it or spent on it. Each project counts once, whatever its share of the theme, and once in the total; by share: as much as it has of the theme.",
      "Money is the theme's share. Budget: of the year, without projects that are only proposed or were cancelled. Contributions: income earmarked to the theme, or to projects by their shares. Allotted with programme support, expenditure without. Change: of expenditure on the year before.",
    ]
  }

  public var json: JSON {
    .object(
      [
        ("schema", "cpcjf/1"), ("report", "trend"), ("theme", .text(theme?.code)),
        ("period", period.json), ("currency", "USD"),
        (
          "rows",
          .array(
            rows.map { row in
              .object(
                [
                  ("key", .string("\(row.year)")), ("title", .string("\(row.year)")),
                  ("started", .integer(Int64(row.started))),
                  ("underWay", .integer(Int64(row.underWay))),
                  ("weighted", .string(decimalText(row.weighted, exponent: 2))),
                ] + Self.columns.json(row) + [("change", .percent(row.change))])
            })
        ),
        (
          "total",
          .object(
            [
              ("started", .integer(Int64(started))), ("underWay", .integer(Int64(projects))),
            ] + Self.columns.map { ($0.id.camelCase, .dollars(total($0))) })
        ),
      ] + foot.json)
  }
}
