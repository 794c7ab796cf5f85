import FundDomain
public import Plain

extension BalanceReport {
  private static let columns: [MoneyColumn<ThemeAmounts>] = [
    MoneyColumn("contributions", "Contributions") { $0.contributions },
    MoneyColumn("allotted", "Allotted") { $0.allotted },
    MoneyColumn("expenditure", "Expenditure") { $0.expenditure },
  ]

  private func sum(_ lines: some Sequence<Line>) -> (ThemeAmounts, Int, Int64) {
    lines.reduce(into: (ThemeAmounts(), 0, 0)) {
      $0.0 += $1.amounts
      $0.1 += $1.projects
      $0.2 += $1.weighted
    }
  }

  public var sheet: Sheet {
    var rows: [Sheet.Row] = []
    for part in parts {
      let biennium = "\(part.biennium)"
      rows.append(.heading(biennium))
      rows += part.lines.map { line in
        Sheet.Row(
          [.text(biennium), .text(line.side.rawValue), .text(line.side.title)]
            + Self.columns.cells(line.amounts)
            + [
              .percent(part.share(of: line) { $0.allotted }),
              .percent(part.share(of: line) { $0.expenditure }), .count(Int64(line.projects)),
              .money(line.weighted, exponent: 2),
            ], indent: 1)
      }
      let all = sum(part.lines)
      rows.append(
        Sheet.Row(
          [.text(biennium), .blank, .text(biennium)] + Self.columns.cells(all.0)
            + [.blank, .blank, .count(Int64(all.1)), .money(all.2, exponent: 2)],
          style: .subtotal))
    }
    let all = sum(parts.flatMap(\.lines))
    rows.append(
      Sheet.Row([.blank, .blank, .text("Total")] + Self.columns.cells(all.0), style: .total))
    return Sheet(
      title: "\(foot.fund.title): balance of priorities\(period.words)",
      headnote: "United States dollars",
      columns: [
        Sheet.Column(title: "Biennium", kind: .code, id: "biennium", for: .programs),
        Sheet.Column(title: "Priority", kind: .code, id: "key", for: .programs),
        Sheet.Column(title: "Priority", kind: .text, id: "title"),
      ] + Self.columns.heads() + [
        Sheet.Column(title: "Share of allotted", kind: .percent, id: "share-of-allotted"),
        Sheet.Column(title: "Share of expenditure", kind: .percent, id: "share-of-expenditure"),
        Sheet.Column(title: "Projects", kind: .count, id: "projects"),
        Sheet.Column(title: "by share", kind: .count, id: "weighted"),
      ], rows: rows, annexes: [byTheme], footnotes: footnotes, foot: foot.lines)
  }

  /// Which theme stands where, and on what authority.
  private var byTheme: Sheet {
    var rows: [Sheet.Row] = []
    for side in Side.allCases {
      let own = themes.filter { $0.side == side }
      guard !own.isEmpty else { continue }
      rows.append(.heading(side.title))
      rows += own.map { line in
        Sheet.Row(
          [.text(line.title), .text(line.theme?.source)] + Self.columns.cells(line.amounts),
          indent: 1)
      }
      let amounts = own.reduce(into: ThemeAmounts()) { $0 += $1.amounts }
      rows.append(
        Sheet.Row([.text(side.title), .blank] + Self.columns.cells(amounts), style: .subtotal))
    }
    let amounts = themes.reduce(into: ThemeAmounts()) { $0 += $1.amounts }
    rows.append(Sheet.Row([.text("Total"), .blank] + Self.columns.cells(amounts), style: .total))
    return Sheet(
      title: "Themes by the priority that they stand for", headnote: "United States dollars",
      columns: [
        Sheet.Column(title: "Theme", kind: .text, id: "theme"),
        Sheet.Column(title: "Counted there by", kind: .text, id: "source"),
      ] + Self.columns.heads(), rows: rows)
  }

  private var footnotes: [String] {
    [
      "Contributions: income earmarked to themes, or to projects by their shares. Allotted with programme support, expenditure without. Shares are of both priorities together, without what is neither.",
      "Projects under way in the biennium, each once, on the side that has the most of it, of equal shares the Convention's; by share: as much as it has of the side.",
      "Neither: programme support, what is unclassified or not earmarked, and what was spent on no project. Resolution 56/123, preamble: the immediate priority of the Convention and the Protocols thereto, and other priorities identified by the Economic and Social Council.",
    ]
  }

  public var json: JSON {
    let all = sum(parts.flatMap(\.lines))
    return .object(
      [
        ("schema", "cpcjf/1"), ("report", "balance"), ("period", period.json),
        ("currency", "USD"), ("rows", .array(parts.map(json))),
        ("total", .object(Self.columns.json(all.0))),
        (
          "themes",
          .array(
            themes.map { line in
              .object(
                [
                  ("key", .string(line.key)), ("title", .string(line.title)),
                  ("priority", .string(line.side.rawValue)), ("source", .text(line.theme?.source)),
                ] + Self.columns.json(line.amounts))
            })
        ),
      ] + foot.json)
  }

  private func json(_ part: Part) -> JSON {
    let all = sum(part.lines)
    return .object(
      [
        ("key", .string("\(part.biennium)")), ("title", .string("\(part.biennium)")),
        (
          "priorities",
          .array(
            part.lines.map { line in
              .object(
                [("key", .string(line.side.rawValue)), ("title", .string(line.side.title))]
                  + Self.columns.json(line.amounts) + [
                    ("shareOfAllotted", .percent(part.share(of: line) { $0.allotted })),
                    ("shareOfExpenditure", .percent(part.share(of: line) { $0.expenditure })),
                    ("projects", .integer(Int64(line.projects))),
                    ("weighted", .string(decimalText(line.weighted, exponent: 2))),
                  ])
            })
        ),
      ] + Self.columns.json(all.0) + [
        ("projects", .integer(Int64(all.1))),
        ("weighted", .string(decimalText(all.2, exponent: 2))),
      ])
  }
}

extension BalanceReport.ThemeLine {
  var title: String {
    theme?.title ?? ThemeMoney.titleWithoutTheme(key)
  }
}

extension Theme {
  /// The paper by which it counts on its side of the balance: of the instrument that it serves, or
  /// of what the Council asked for.
  var source: String {
    switch instrument {
    case "UNTOC": "the Convention: resolution 55/25, annex I"
    case "TIP": "Protocol: resolution 55/25, annex II"
    case "SOM": "Protocol: resolution 55/25, annex III"
    case "FIREARMS": "Protocol: resolution 55/255, annex"
    case "UNCAC": "an instrument of its own: resolutions 55/61 and 58/4"
    case "terrorism": "resolution 56/123, paragraphs 3 and 19"
    case "vienna-plans": "Vienna Declaration: resolution 55/59; its plans of action: 56/261"
    default: "of no instrument of its own"
    }
  }
}
