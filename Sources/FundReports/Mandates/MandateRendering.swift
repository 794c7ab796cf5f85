import FundDomain
public import Plain

extension MandateReport {
  public var sheet: Sheet {
    var rows: [Sheet.Row] = []
    for group in groups {
      rows.append(.heading("\(group.mandate.code)  \(group.mandate.title)"))
      rows += group.projects.map { project in
        row(
          group, project.code, project.title, 1, project.budgetTotal, money.of(project), indent: 1)
      }
      let count = Int64(group.projects.count)
      rows.append(
        row(
          group, group.mandate.code, count == 0 ? "No project" : "Total", count, group.budget,
          group.amounts, style: .subtotal, indent: 1))
    }
    rows.append(.heading("All projects, each once"))
    rows.append(sum("Projects that cite a mandate", citing, money.sum(citing)))
    rows.append(sum("Projects that cite none", others, money.sum(others)))
    if !money.without.isNothing { rows.append(sum("Without a project", [], money.without)) }
    rows.append(sum("Total", money.projects, money.whole, style: .total))
    return Sheet(
      title: "\(foot.fund.title): mandates\(period.words)", headnote: "United States dollars",
      columns: [
        Sheet.Column(title: "Mandate", kind: .code, id: "mandate", for: .programs),
        Sheet.Column(title: "Project", kind: .code, id: "project"),
        Sheet.Column(title: "Title", kind: .text, id: "title"),
        Sheet.Column(title: "Projects", kind: .count, id: "projects"),
        Sheet.Column(title: "Budget", kind: .money, id: "budget"),
        Sheet.Column(title: "Allotted", kind: .money, id: "allotted"),
        Sheet.Column(title: "Spent", kind: .money, id: "spent"),
      ], rows: rows,
      footnotes: [
        "A project stands whole under each mandate that it cites. Budget: of all years. Allotted in the period, returns deducted. Spent: expenditure with its support cost."
      ] + money.backdated.footnotes(), foot: foot.lines)
  }

  private func row(
    _ group: Group, _ code: String, _ title: String, _ count: Int64, _ budget: Int64,
    _ amounts: ProjectMoney.Amounts, style: Sheet.Row.Style = .plain, indent: Int
  ) -> Sheet.Row {
    Sheet.Row(
      [
        .text(group.mandate.code), .text(style == .subtotal ? "" : code), .text(title),
        .count(count), .dollars(budget), .dollars(amounts.allotted), .dollars(amounts.spent),
      ], style: style, indent: indent)
  }

  private func sum(
    _ title: String, _ projects: [Project], _ amounts: ProjectMoney.Amounts,
    style: Sheet.Row.Style = .plain
  ) -> Sheet.Row {
    Sheet.Row(
      [
        .blank, .blank, .text(title), .count(Int64(projects.count)),
        .dollars(projects.reduce(0) { $0 + $1.budgetTotal }), .dollars(amounts.allotted),
        .dollars(amounts.spent),
      ], style: style, indent: style == .total ? 0 : 1)
  }

  public var json: JSON {
    .object(
      [
        ("schema", "cpcjf/1"), ("report", "mandate"), ("period", period.json),
        ("currency", "USD"), ("rows", .array(groups.map(json))),
        ("citing", .object(json(citing, money.sum(citing)))),
        ("others", .object(json(others, money.sum(others)))),
        ("withoutProject", .object(money.without.json)),
        ("total", .object(json(money.projects, money.whole))),
      ] + foot.json)
  }

  private func json(_ group: Group) -> JSON {
    let projects = group.projects.map { project in
      JSON.object(
        [
          ("code", .string(project.code)), ("title", .string(project.title)),
          ("status", .string(project.status.rawValue)), ("budget", .dollars(project.budgetTotal)),
        ] + money.of(project).json)
    }
    return .object(
      [("key", .string(group.mandate.code)), ("title", .string(group.mandate.title))]
        + json(group.projects, group.amounts) + [("projects", .array(projects))])
  }

  private func json(
    _ projects: [Project], _ amounts: ProjectMoney.Amounts
  ) -> [(String, JSON)] {
    [
      ("count", .integer(Int64(projects.count))),
      ("budget", .dollars(projects.reduce(0) { $0 + $1.budgetTotal })),
    ] + amounts.json
  }
}
