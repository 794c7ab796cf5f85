import FundDomain
public import Plain

extension GridReport {
  /// What a year has: its budget, and how much that is over what is allotted, or under.
  private struct Cover {
    let budget: Int64
    let allotted: Int64
    var gap: Int64 { max(budget - allotted, 0) }
    var over: Int64 { max(allotted - budget, 0) }
  }

  private func cover(_ year: Int) -> Cover {
    Cover(budget: budget[year] ?? 0, allotted: total(allotted[year] ?? [:]))
  }

  private var whole: Cover {
    Cover(budget: budget.values.reduce(0, +), allotted: total(sum(allotted.values)))
  }

  private var accounts: [Account] { Account.allCases.filter { expenditure[$0] != nil } }

  public var sheet: Sheet {
    let money =
      sources.map { Sheet.Column(title: $0.key, kind: .money, id: $0.key.lowercased()) }
      + [Sheet.Column(title: "Total", kind: .money, id: "total")]
    var rows: [Sheet.Row] = [.heading("Budget and allotments")]
    rows += years.map { line("\($0)", allotted[$0] ?? [:], cover($0), indent: 1) }
    rows.append(line("All years", sum(allotted.values), whole, style: .subtotal))
    rows.append(.heading("Expenditure by object class"))
    rows += accounts.map { line($0.objectClass, expenditure[$0] ?? [:], indent: 1) }
    rows.append(line("Total expenditure", sum(expenditure.values), style: .subtotal))
    if !savings.isEmpty {
      rows.append(line("Savings on earlier bienniums", savings, style: .memorandum))
    }
    if !corrections.isEmpty {
      rows.append(line("Corrections of earlier bienniums", corrections, style: .memorandum))
    }
    rows.append(line("Unobligated of the allotments", unobligated, style: .memorandum))
    return Sheet(
      title: "\(foot.fund.title): \(project.code), budget and donors\(period.words)",
      subtitle: [project.title], headnote: "United States dollars",
      columns: [
        Sheet.Column(title: "", kind: .code, id: "line"),
        Sheet.Column(title: "Budget", kind: .money, id: "budget"),
      ] + money
        + [
          Sheet.Column(title: "Gap (over)", kind: .money, id: "balance", for: .people),
          Sheet.Column(title: "Gap", kind: .money, id: "gap", for: .programs),
          Sheet.Column(title: "Over", kind: .money, id: "over", for: .programs),
        ], rows: rows, footnotes: sources.map { "\($0.key): \($0.title)" } + footnotes,
      foot: foot.lines)
  }

  private func line(
    _ title: String, _ line: Line, _ cover: Cover? = nil, style: Sheet.Row.Style = .plain,
    indent: Int = 0
  ) -> Sheet.Row {
    let own = sources.map { Sheet.Cell.dollars(line[$0] ?? 0) } + [.dollars(total(line))]
    let budget: Sheet.Cell = cover.map { .dollars($0.budget) } ?? .blank
    let balance: [Sheet.Cell] =
      cover.map { [.dollars($0.gap - $0.over), .dollars($0.gap), .dollars($0.over)] } ?? []
    return Sheet.Row([.text(title), budget] + own + balance, style: style, indent: indent)
  }

  private var footnotes: [String] {
    let over = years.filter { cover($0).over > 0 }.map { year in
      "\(year): \(grouped(cover(year).over, exponent: 2)) more than the budget is allotted, by "
        + sources.filter { allotted[year]?[$0] ?? 0 > 0 }.map(\.key).joined(separator: ", ") + "."
    }
    return over + ["An allotment stands in the year of its date; it contains its support cost."]
  }

  public var json: JSON {
    .object(
      [
        ("schema", "cpcjf/1"), ("report", "grid"), ("project", .string(project.code)),
        ("title", .string(project.title)), ("period", period.json), ("currency", "USD"),
        (
          "sources",
          .array(
            sources.map {
              .object([
                ("key", .string($0.key)), ("title", .string($0.title)), ("pool", .bool($0.isPool)),
              ])
            })
        ),
        (
          "rows",
          .array(
            years.map { year in
              .object(
                [("key", .string("\(year)")), ("title", .string("\(year)"))]
                  + json(cover(year), allotted[year] ?? [:]))
            })
        ),
        ("total", .object(json(whole, sum(allotted.values)))),
        (
          "expenditure",
          .object([
            (
              "rows",
              .array(
                accounts.map {
                  .object(
                    [("key", .string($0.className)), ("title", .string($0.objectClass))]
                      + json(expenditure[$0] ?? [:]))
                })
            ), ("total", .object(json(sum(expenditure.values)))),
          ])
        ),
        ("savings", .object(json(savings))), ("priorPeriod", .object(json(corrections))),
        ("unobligated", .object(json(unobligated))),
      ] + foot.json)
  }

  private func json(_ cover: Cover, _ line: Line) -> [(String, JSON)] {
    [("budget", .dollars(cover.budget))] + json(line)
      + [("gap", .dollars(cover.gap)), ("over", .dollars(cover.over))]
  }

  private func json(_ line: Line) -> [(String, JSON)] {
    [
      ("sources", .object(sources.map { ($0.key, .dollars(line[$0] ?? 0)) })),
      ("total", .dollars(total(line))),
    ]
  }
}

extension Account {
  /// `grants-and-fellowships`.
  fileprivate var className: String {
    String(rawValue.dropFirst("\(section.rawValue):".count))
  }

  /// `Grants and fellowships`.
  fileprivate var objectClass: String {
    className.replacing("-", with: " ").capitalizedFirst
  }
}
