import FundDomain
public import Plain

extension Statement {
  public var sheet: Sheet {
    let columns =
      [
        Sheet.Column(title: "Id", kind: .code, id: "id", for: .programs),
        Sheet.Column(title: "", kind: .text, id: "line"),
      ]
      + subFunds.map { Sheet.Column(title: $0.code, kind: .money, id: $0.code.lowercased()) }
      + [Sheet.Column(title: "Total", kind: .money, id: "total")]
      + (period.previous.map {
        [Sheet.Column(title: "Total \($0)", kind: .money, id: "previous")]
      } ?? [])
    var rows: [Sheet.Row] = []
    for section in StatementLine.Section.allCases {
      if section != .closing {
        rows.append(Sheet.Row([.text(section.rawValue)], style: .heading, indent: 0))
      }
      for line in StatementLine.allCases where line.section == section {
        rows.append(row(line))
        if line == .expenditure { rows += themeKeys.map(row) }
      }
    }
    return Sheet(
      title:
        "\(foot.fund.title): statement for \(period.biennium == nil ? "" : "the biennium ")\(period)",
      subtitle: [
        "Income as each sub-fund's policy counts it; expenditure on the budget basis, as obligations are incurred"
      ],
      headnote: "United States dollars", columns: columns, rows: rows,
      annexes: reconciliation.isNeeded ? [reconciled] : [],
      footnotes: subFunds.map(caption) + footnotes + subFunds.compactMap(deficit)
        + [continuity.line],
      foot: foot.lines)
  }

  /// What a column's code stands for; the money of a part stands in its parent's column too.
  private func caption(_ subFund: SubFund) -> String {
    let parent = subFunds.first { $0.id == subFund.parent }
    let note = parent.map { "; part of \($0.code), which has its figures in it" } ?? ""
    return "\(subFund.code): \(subFund.title)\(note)"
  }

  /// That a sub-fund has spent money that it has not earned yet: programme support may.
  private func deficit(_ subFund: SubFund) -> String? {
    let balance = figures.value(.closingBalance, of: subFund.id)
    guard balance < 0 else { return nil }
    return "\(subFund.code) closes \(grouped(-balance, exponent: 2)) dollars below zero: more was "
      + "charged to it than it had."
  }

  /// The themes of this period and the one before, in their order.
  private var themeKeys: [RowKey] {
    themes.keys.union(previousThemes?.keys ?? []).sorted()
  }

  private func row(_ theme: RowKey) -> Sheet.Row {
    let cells =
      [.text("expenditure:\(theme.key)"), Sheet.Cell.text("of which: \(theme.themeTitle)")]
      + subFunds.map { .dollars(themes.value(theme, of: $0.id)) }
      + [.dollars(themes.total(theme))] + (previousThemes.map { [.dollars($0.total(theme))] } ?? [])
    return Sheet.Row(cells, style: .part, indent: 2)
  }

  /// Contributions as income joined to contributions in cash.
  private var reconciled: Sheet {
    func row(
      _ title: String, _ style: Sheet.Row.Style, _ total: Int64, _ of: (EntryNumber) -> Int64
    ) -> Sheet.Row {
      Sheet.Row(
        [.text(title)] + subFunds.map { .dollars(of($0.id)) } + [.dollars(total)], style: style)
    }
    let collected = StatementLine.contributionsCollected
    return Sheet(
      title: "Contributions reconciled with cash", headnote: "United States dollars",
      columns: [Sheet.Column(title: "", kind: .text, id: "line")]
        + subFunds.map { Sheet.Column(title: $0.code, kind: .money, id: $0.code.lowercased()) }
        + [Sheet.Column(title: "Total", kind: .money, id: "total")],
      rows: reconciliation.terms.map { term in
        row(term.title, .plain, reconciliation.total(term)) { reconciliation.value(term, of: $0) }
      } + [
        row(collected.title, .total, figures.total(collected)) { figures.value(collected, of: $0) }
      ])
  }

  private func row(_ line: StatementLine) -> Sheet.Row {
    let style: Sheet.Row.Style =
      switch line {
      case .closingBalance: .total
      case .contributionsCollected: .memorandum
      default: line.parts.isEmpty ? .plain : .subtotal
      }
    let cells =
      [Sheet.Cell.text(line.rawValue), .text(line.title)]
      + subFunds.map { .dollars(figures.value(line, of: $0.id)) }
      + [.dollars(figures.total(line))] + (previous.map { [.dollars($0.total(line))] } ?? [])
    return Sheet.Row(
      cells, style: style, indent: line.section == .closing ? 0 : 1,
      subtracted: line == .totalExpenditure, isApart: line == .openingBalance)
  }

  private var footnotes: [String] {
    let earned = figures.total(.programmeSupportIncome)
    return earned == 0
      ? []
      : [
        "Total income and total expenditure both contain programme support of "
          + "\(grouped(earned, exponent: 2)) dollars."
      ]
  }

  public var json: JSON {
    let lines = StatementLine.allCases.map { line in
      JSON.object([
        ("id", .string(line.rawValue)), ("title", .string(line.title)),
        (
          "subFunds",
          .object(subFunds.map { ($0.code, .dollars(figures.value(line, of: $0.id))) })
        ),
        ("total", .dollars(figures.total(line))),
        ("previous", previous.map { .dollars($0.total(line)) } ?? .null),
      ])
    }
    return .object(
      [
        ("schema", "cpcjf/1"), ("report", "biennium"), ("period", .string("\(period)")),
        ("currency", "USD"), ("basis", "income"), ("lines", .array(lines)),
        ("expenditureByTheme", .array(themeKeys.map(json))), ("continuity", continuity.json),
        (
          "reconciliation",
          .array(reconciliation.isNeeded ? reconciliation.terms.map(json) : [])
        ),
      ] + foot.json)
  }

  private func json(_ theme: RowKey) -> JSON {
    .object([
      ("key", .string(theme.key)), ("title", .string(theme.themeTitle)),
      (
        "subFunds",
        .object(subFunds.map { ($0.code, .dollars(themes.value(theme, of: $0.id))) })
      ),
      ("total", .dollars(themes.total(theme))),
      ("previous", previousThemes.map { .dollars($0.total(theme)) } ?? .null),
    ])
  }

  private func json(_ term: Reconciliation.Term) -> JSON {
    .object([
      ("id", .string(term.rawValue)), ("title", .string(term.title)),
      (
        "subFunds",
        .object(subFunds.map { ($0.code, .dollars(reconciliation.value(term, of: $0.id))) })
      ),
      ("total", .dollars(reconciliation.total(term))),
    ])
  }
}

extension RowKey {
  /// A theme's title; what was spent without a project has none.
  fileprivate var themeTitle: String { self == .none ? "Without a theme" : title }
}
