import FundDomain
public import Plain

extension GapReport {
  private static let columns: [MoneyColumn<Cover>] = [
    MoneyColumn("budget", "Budget") { $0.budget },
    MoneyColumn("covered-by-cash", "Covered by cash") { $0.cash },
    MoneyColumn("covered-by-pledges", "Covered by pledges") { $0.pledges },
    MoneyColumn("uncovered", "Uncovered") { $0.uncovered },
    MoneyColumn("over", "Over") { $0.over },
  ]

  var themes: [(theme: RowKey, cells: [Cell])] {
    Dictionary(grouping: cells, by: \.theme).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  func sum(_ cells: some Sequence<Cell>) -> Cover {
    cells.reduce(into: Cover()) { $0 += $1.cover }
  }

  /// What general-purpose money could fill of what nothing covers.
  private var couldFill: Int64 { min(generalPurpose, total.uncovered) }

  public var sheet: Sheet {
    var rows: [Sheet.Row] = []
    for (theme, cells) in themes {
      rows.append(.heading(theme.title))
      rows += cells.map { cell in
        Sheet.Row(
          [.text(theme.key), .text(cell.region.key), .text(cell.region.title)]
            + Self.columns.cells(cell.cover), indent: 1)
      }
      rows.append(
        Sheet.Row(
          [.text(theme.key), .blank, .text(theme.title)] + Self.columns.cells(sum(cells)),
          style: .subtotal))
    }
    rows.append(
      Sheet.Row([.blank, .blank, .text("Total")] + Self.columns.cells(total), style: .total))
    return Sheet(
      title: "\(foot.fund.title): funding gap of approved projects as at \(foot.asAt)",
      headnote: "United States dollars",
      columns: [
        Sheet.Column(title: "Theme", kind: .code, id: "theme", for: .programs),
        Sheet.Column(title: "Region", kind: .code, id: "region", for: .programs),
        Sheet.Column(title: "Theme and region", kind: .text, id: "title"),
      ] + Self.columns.heads(), rows: rows,
      annexes: (regions.isEmpty ? [] : [grid]) + [byProgramme, filling],
      footnotes: [
        "Budget = covered by cash + covered by pledges + uncovered. Cash: allotted to the project, or earmarked to it by name and not yet allotted. Pledges: outstanding on committed pledges that name the project. Over: cash beyond the budget.",
        "Projects that are approved or ongoing on \(foot.asAt). One that has several themes or regions stands under each with its share.",
      ] + notes, foot: foot.lines)
  }

  var regions: [RowKey] {
    Set(cells.filter { $0.cover.uncovered != 0 }.map(\.region)).sorted()
  }

  /// What nothing covers, themes down and regions across.
  private var grid: Sheet {
    func line(
      _ title: String, _ cells: [Cell], _ style: Sheet.Row.Style = .plain
    ) -> Sheet.Row {
      Sheet.Row(
        [.text(title)]
          + regions.map { region in
            .dollars(sum(cells.filter { $0.region == region }).uncovered)
          } + [.dollars(sum(cells).uncovered)], style: style)
    }
    return Sheet(
      title: "Uncovered, by theme and region", headnote: "United States dollars",
      columns: [Sheet.Column(title: "Theme", kind: .text, id: "theme")]
        + regions.map { Sheet.Column(title: $0.title, kind: .money, id: $0.key) }
        + [Sheet.Column(title: "Total", kind: .money, id: "total")],
      rows: themes.filter { sum($0.cells).uncovered != 0 }.map { line($0.theme.title, $0.cells) }
        + [line("Total", cells, .total)])
  }

  private var byProgramme: Sheet {
    Sheet(
      title: "By programme", headnote: "United States dollars",
      columns: [
        Sheet.Column(title: "Code", kind: .code, id: "key"),
        Sheet.Column(title: "Programme", kind: .text, id: "title"),
      ] + Self.columns.heads(),
      rows: programmes.map { row, cover in
        Sheet.Row([.text(row.key), .text(row.title)] + Self.columns.cells(cover))
      } + [Sheet.Row([.blank, .text("Total")] + Self.columns.cells(total), style: .total)])
  }

  private var filling: Sheet {
    Sheet(
      title: "What general-purpose money could fill", headnote: "United States dollars",
      columns: [
        Sheet.Column(title: "", kind: .text, id: "line"),
        Sheet.Column(title: "Amount", kind: .money, id: "amount"),
      ],
      rows: [
        Sheet.Row([.text("Uncovered"), .dollars(total.uncovered)]),
        Sheet.Row(
          [.text("General-purpose money that is not committed"), .dollars(generalPurpose)],
          style: .memorandum),
        Sheet.Row([.text("It could fill"), .dollars(couldFill)], subtracted: true),
        Sheet.Row(
          [.text("Uncovered all the same"), .dollars(total.uncovered - couldFill)], style: .total),
      ])
  }

  public var json: JSON {
    .object(
      [
        ("schema", "cpcjf/1"), ("report", "gap"), ("currency", "USD"),
        (
          "rows",
          .array(
            themes.map { theme, cells in
              .object(
                [
                  ("key", .string(theme.key)), ("title", .string(theme.title)),
                  (
                    "regions",
                    .array(
                      cells.map { cell in
                        .object(
                          [
                            ("key", .string(cell.region.key)),
                            ("title", .string(cell.region.title)),
                          ] + Self.columns.json(cell.cover))
                      })
                  ),
                ] + Self.columns.json(sum(cells)))
            })
        ), ("total", .object(Self.columns.json(total))),
        (
          "programmes",
          .array(
            programmes.map { row, cover in
              .object(
                [("key", .string(row.key)), ("title", .string(row.title))]
                  + Self.columns.json(cover))
            })
        ),
        (
          "generalPurpose",
          .object([
            ("uncommitted", .dollars(generalPurpose)), ("couldFill", .dollars(couldFill)),
            ("uncovered", .dollars(total.uncovered - couldFill)),
          ])
        ),
      ] + foot.json)
  }
}
