import FundDomain
public import Plain

extension GenderReport {
  private var objective: String {
    marker?.rawValue.replacing("-", with: " ") ?? "gender equality"
  }

  public var sheet: Sheet {
    let without = money.without.isNothing ? [] : [withoutRow]
    return Sheet(
      title: "\(foot.fund.title): projects by \(objective) marker\(period.words)",
      headnote: "United States dollars",
      columns: [
        Sheet.Column(title: "Marker", kind: .code, id: "key"),
        Sheet.Column(title: "", kind: .text, id: "title"),
        Sheet.Column(title: "Projects", kind: .count, id: "projects"),
        Sheet.Column(title: "Share", kind: .percent, id: "projects-share"),
        Sheet.Column(title: "Allotted", kind: .money, id: "allotted"),
        Sheet.Column(title: "Share", kind: .percent, id: "allotted-share"),
        Sheet.Column(title: "Spent", kind: .money, id: "spent"),
        Sheet.Column(title: "Share", kind: .percent, id: "spent-share"),
      ],
      rows: rows.map { row in
        Sheet.Row(cells(row.key, row.title, Int64(row.projects.count), row.amounts))
      } + without + [
        Sheet.Row(
          cells("", "Total", Int64(money.projects.count), money.whole), style: .total)
      ],
      annexes: unmarked.map { [$0] } ?? [],
      footnotes: [
        "Markers as the OECD DAC scores them. Allotted in the period, returns deducted. Spent: expenditure with its support cost."
      ] + money.backdated.footnotes(), foot: foot.lines)
  }

  private var withoutRow: Sheet.Row {
    var cells = cells("-", "Without a project", 0, money.without)
    cells[2] = .blank
    cells[3] = .blank
    return Sheet.Row(cells)
  }

  private func cells(
    _ key: String, _ title: String, _ count: Int64, _ amounts: ProjectMoney.Amounts
  ) -> [Sheet.Cell] {
    let whole = money.whole
    return [
      .text(key), .text(title), .count(count),
      .percent(share(of: count, in: Int64(money.projects.count))),
      .dollars(amounts.allotted), .percent(share(of: amounts.allotted, in: whole.allotted)),
      .dollars(amounts.spent), .percent(share(of: amounts.spent, in: whole.spent)),
    ]
  }

  /// Who still has to be asked.
  private var unmarked: Sheet? {
    guard let projects = rows.last?.projects, !projects.isEmpty else { return nil }
    return Sheet(
      title: "Projects without a \(objective) marker",
      columns: [
        Sheet.Column(title: "Project", kind: .code, id: "code"),
        Sheet.Column(title: "Title", kind: .text, id: "title"),
        Sheet.Column(title: "Status", kind: .code, id: "status"),
        Sheet.Column(title: "Spent", kind: .money, id: "spent"),
      ],
      rows: projects.map {
        Sheet.Row([
          .text($0.code), .text($0.title), .word($0.status.rawValue),
          .dollars(money.of($0).spent),
        ])
      })
  }

  public var json: JSON {
    let without: [JSON] =
      money.without.isNothing
      ? []
      : [.object(json("-", "Without a project", [], money.without))]
    return .object(
      [
        ("schema", "cpcjf/1"), ("report", "gender"),
        ("marker", .string(marker?.rawValue ?? "gender")), ("period", period.json),
        ("currency", "USD"),
        (
          "rows",
          .array(rows.map { .object(json($0.key, $0.title, $0.projects, $0.amounts)) } + without)
        ), ("total", .object(json(nil, nil, money.projects, money.whole))),
      ] + foot.json)
  }

  private func json(
    _ key: String?, _ title: String?, _ projects: [Project], _ amounts: ProjectMoney.Amounts
  ) -> [(String, JSON)] {
    let whole = money.whole
    let head: [(String, JSON)] =
      key.map { [("key", .string($0)), ("title", .text(title))] } ?? []
    return head + [
      ("projects", .integer(Int64(projects.count))),
      (
        "projectsShare",
        .percent(share(of: Int64(projects.count), in: Int64(money.projects.count)))
      ),
      ("codes", .array(projects.map { .string($0.code) })),
    ] + amounts.json + [
      ("allottedShare", .percent(share(of: amounts.allotted, in: whole.allotted))),
      ("spentShare", .percent(share(of: amounts.spent, in: whole.spent))),
    ]
  }
}

extension GenderReport.Row {
  var key: String { score.map { "\($0.rawValue)" } ?? "unmarked" }
  var title: String { score?.title ?? "Not assessed" }
}
