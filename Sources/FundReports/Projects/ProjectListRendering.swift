import FundDomain
public import Plain

extension ProjectList {
  public var sheet: Sheet {
    var rows: [Sheet.Row] = []
    for group in groups {
      if grouping != nil {
        rows.append(Sheet.Row([.text(group.title)], style: .heading, indent: 0))
      }
      for item in group.items { rows.append(row(item, of: group)) }
      if grouping != nil {
        let sum = group.items.reduce(into: Money()) { $0 += $1.money }
        rows.append(
          Sheet.Row(
            group.cells + [.text("\(group.title): \(group.items.count)"), .blank, .blank, .blank]
              + sum.cells, style: .subtotal, indent: 0))
      }
    }
    let ungrouped: [Sheet.Cell] = grouping == nil ? [] : [.blank, .blank]
    rows.append(
      Sheet.Row(
        ungrouped + [.text("Total"), .blank, .blank, .blank] + totals.cells, style: .total,
        indent: 0))
    return Sheet(
      title: "\(foot.fund.title): projects\(grouping.map { " by \($0.rawValue)" } ?? "")",
      subtitle: [], headnote: "United States dollars",
      columns: groupColumns + [
        Sheet.Column(title: "Project", kind: .code, id: "code"),
        Sheet.Column(title: "Title", kind: .text, id: "title"),
        Sheet.Column(title: "Serves", kind: .text, id: "serves"),
        Sheet.Column(title: "Status", kind: .code, id: "status"),
        Sheet.Column(title: "Budget", kind: .money, id: "budget"),
        Sheet.Column(title: "Funded", kind: .money, id: "funded"),
        Sheet.Column(title: "Spent", kind: .money, id: "spent"),
        Sheet.Column(title: "Gap", kind: .money, id: "gap"),
        Sheet.Column(title: "Over", kind: .money, id: "over"),
      ], rows: rows,
      footnotes: (grouping == nil || grouping == .status
        ? [] : ["A project that serves several stands under each with its share of the money."])
        + [
          "Gap: what the budget lacks. Over: what was funded beyond the budget. "
            + "Budget - funded = gap - over, in every line."
        ] + backdated.footnotes(),
      foot: foot.lines, thousands: false)
  }

  /// What people see from the headings programs read in columns of their own.
  private var groupColumns: [Sheet.Column] {
    grouping == nil
      ? []
      : [
        Sheet.Column(title: "Group", kind: .code, id: "group", for: .programs),
        Sheet.Column(title: "Group", kind: .text, id: "group-title", for: .programs),
      ]
  }

  private func row(_ item: Item, of group: Group) -> Sheet.Row {
    Sheet.Row(
      (grouping == nil ? [] : group.cells) + [
        .text(item.project.code), .text(item.project.title),
        .text(item.project.beneficiaries.text), .word(item.project.status.rawValue),
      ] + item.money.cells, style: .plain, indent: grouping == nil ? 0 : 1)
  }

  public var json: JSON {
    let list = groups.map { group in
      JSON.object([
        ("key", .string(group.key)), ("title", .string(group.title)),
        ("projects", .array(group.items.map(json))),
        (
          "totals",
          .object(group.items.reduce(into: Money()) { $0 += $1.money }.json)
        ),
      ])
    }
    return .object(
      [
        ("schema", "cpcjf/1"), ("list", "projects"), ("by", .text(grouping?.rawValue)),
        ("currency", "USD"), ("groups", .array(list)), ("totals", .object(totals.json)),
      ] + foot.json)
  }

  private func json(_ item: Item) -> JSON {
    let project = item.project
    var countries: [JSON] = []
    if case .countries(let parts) = project.beneficiaries {
      countries = parts.map { .string($0.country.code) }
    }
    return .object(
      [
        ("code", .string(project.code)), ("title", .string(project.title)),
        ("status", .string(project.status.rawValue)), ("countries", .array(countries)),
        ("scope", .text(project.beneficiaries.scope)),
        ("themes", .array(project.themes.map { .string($0.theme.code) })),
      ] + item.money.json)
  }
}

extension ProjectList.Group {
  fileprivate var cells: [Sheet.Cell] { [.text(key), .text(title)] }
}

extension Beneficiaries {
  /// The countries' codes, or the region, or the world.
  var text: String {
    switch self {
    case .countries(let parts): parts.map(\.country.code).joined(separator: ", ")
    case .regional(let region): region.title
    case .global: "Global"
    }
  }

  /// `regional:REGION` or `global`; nil for countries.
  var scope: String? {
    switch self {
    case .countries: nil
    case .regional(let region): "regional:\(region.key)"
    case .global: "global"
    }
  }
}
