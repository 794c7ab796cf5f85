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
      for line in StatementLine.allCases where line.section == section { rows.append(row(line)) }
    }
    return Sheet(
      title:
        "\(foot.fund.title): statement for \(period.biennium == nil ? "" : "the biennium ")\(period)",
      subtitle: [
        "Income as each sub-fund's policy counts it; expenditure on the budget basis, as obligations are incurred"
      ],
      headnote: "United States dollars", columns: columns, rows: rows,
      footnotes: subFunds.map { "\($0.code): \($0.title)" } + footnotes, foot: foot.lines,
      thousands: false)
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
      subtracted: line == .totalExpenditure)
  }

  private var footnotes: [String] {
    let earned = figures.total(.programmeSupportIncome)
    return earned == 0
      ? []
      : ["Total income and total expenditure both contain programme support of \(dollars(earned))."]
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
      ] + foot.json)
  }
}
