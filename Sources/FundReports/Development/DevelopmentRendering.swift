import FundDomain
public import Plain

extension DevelopmentReport {
  public var sheet: Sheet {
    var rows: [Sheet.Row] = []
    for line in groups {
      if line.key == Development.EconomicGroup.developed.rawValue {
        rows.append(row(priority, style: .subtotal))
      }
      rows.append(row(line, indent: 1))
    }
    rows.append(row(regional, indent: 1))
    if !withoutProject.amounts.isNothing { rows.append(row(withoutProject, indent: 1)) }
    rows.append(row(whole, style: .total))
    rows.append(.heading("Of which, and of one another"))
    rows += parts.map { row($0, style: .memorandum, indent: 1) }
    return Sheet(
      title: "\(foot.fund.title): projects by development\(period.words)",
      headnote: "United States dollars",
      columns: [
        Sheet.Column(title: "", kind: .text, id: "key", for: .programs),
        Sheet.Column(title: "", kind: .text, id: "title"),
        Sheet.Column(title: "Countries", kind: .count, id: "countries"),
        Sheet.Column(title: "Projects", kind: .count, id: "projects"),
        Sheet.Column(title: "Allotted", kind: .money, id: "allotted"),
        Sheet.Column(title: "Share", kind: .percent, id: "allotted-share"),
        Sheet.Column(title: "Spent", kind: .money, id: "spent"),
        Sheet.Column(title: "Share", kind: .percent, id: "spent-share"),
      ], rows: rows, footnotes: footnotes, foot: foot.lines)
  }

  private var footnotes: [String] {
    var notes = [
      "Economic groups as World Economic Situation and Prospects has them today; landlocked and small island developing as M49 has them today; least developed on \(period.to). A project that serves countries of several groups is counted in each, its money by their shares. Allotted in the period, returns deducted. Spent: expenditure with its support cost."
    ]
    func note(_ words: String, _ countries: [Country]) {
      guard !countries.isEmpty else { return }
      notes.append("\(words): \(countries.map(\.code).joined(separator: ", ")).")
    }
    note("In no group of World Economic Situation and Prospects", groups.last?.countries ?? [])
    note("Least developed since a day that is not known (undated)", undated)
    return notes + backdated.footnotes()
  }

  private func row(_ line: Line, style: Sheet.Row.Style = .plain, indent: Int = 0) -> Sheet.Row {
    Sheet.Row(
      [
        .text(line.key), .text(line.title),
        line.countries.isEmpty ? .nilValue : .count(Int64(line.countries.count)),
        line.projects.isEmpty ? .nilValue : .count(Int64(line.projects.count)),
        .dollars(line.amounts.allotted),
        .percent(share(of: line.amounts.allotted, in: whole.amounts.allotted)),
        .dollars(line.amounts.spent),
        .percent(share(of: line.amounts.spent, in: whole.amounts.spent)),
      ], style: style, indent: indent)
  }

  public var json: JSON {
    .object(
      [
        ("schema", "cpcjf/1"), ("report", "development"), ("period", period.json),
        ("currency", "USD"),
        (
          "rows",
          .array((groups + [regional, withoutProject]).map { .object(head($0) + json($0)) })
        ), ("total", .object(json(whole))), ("priority", .object(json(priority))),
        ("parts", .array(parts.map { .object(head($0) + json($0)) })),
        ("undated", .array(undated.map { .string($0.code) })),
      ] + foot.json)
  }

  private func head(_ line: Line) -> [(String, JSON)] {
    [("key", .string(line.key)), ("title", .string(line.title))]
  }

  private func json(_ line: Line) -> [(String, JSON)] {
    [
      ("countries", .array(line.countries.map { .string($0.code) })),
      ("projects", .integer(Int64(line.projects.count))),
    ] + line.amounts.json + [
      ("allottedShare", .percent(share(of: line.amounts.allotted, in: whole.amounts.allotted))),
      ("spentShare", .percent(share(of: line.amounts.spent, in: whole.amounts.spent))),
    ]
  }
}
