import FundDomain
public import Plain

extension ContributionsReport {
  private static let dues: [MoneyColumn<Row>] = [
    MoneyColumn("arrears", "Arrears") { $0.dues.arrears },
    MoneyColumn("due", "Due") { $0.dues.due },
    MoneyColumn("written-off", "Written off") { $0.dues.writtenOff },
    MoneyColumn("paid-before", "Paid before") { $0.dues.paidBefore },
    MoneyColumn("paid", "Paid") { $0.dues.paid },
    MoneyColumn("in-advance", "In advance") { $0.dues.inAdvance },
    MoneyColumn("outstanding", "Outstanding") { $0.dues.outstanding },
    MoneyColumn("due-later", "Due later") { $0.dues.later },
  ]
  private static let receipts: [MoneyColumn<Row>] = [
    MoneyColumn("paid", "Paid on pledges") { $0.dues.paid },
    MoneyColumn("difference", "Difference") { $0.difference },
    MoneyColumn("without-pledge", "Without a pledge") { $0.receipts.unpledged },
    MoneyColumn("collected", "Collected") { $0.receipts.collected },
    MoneyColumn("in-kind", "In kind") { $0.receipts.inKind },
  ]
  /// The figures of a row as programs read them, each once.
  private static let measures = dues + receipts.dropFirst()

  /// States, and those that are none.
  private var kinds: [(title: String, rows: [Row])] {
    [
      ("States", rows.filter { $0.donor.kind == .state }),
      ("Other donors", rows.filter { $0.donor.kind != .state }),
    ].filter { !$0.1.isEmpty }
  }

  public var sheet: Sheet {
    var lines: [Sheet.Row] = []
    for kind in kinds {
      lines.append(.heading(kind.title))
      lines += kind.rows.map { row in
        Sheet.Row(
          [.text(row.donor.code), .text(row.donor.name)] + Self.dues.cells(row)
            + [
              .text(row.receipts.days), .text(row.receipts.first.map { "\($0)" }),
              .text(row.receipts.last.map { "\($0)" }), .count(Int64(row.receipts.payments)),
              .word(row.standing.rawValue),
            ], indent: 1)
      }
      lines.append(sum("\(kind.title): \(kind.rows.count)", kind.rows, Self.dues, .subtotal))
    }
    lines.append(sum("Total", rows, Self.dues, .total))
    return Sheet(
      title: "\(foot.fund.title): status of contributions, \(period)",
      headnote: "United States dollars, at the rates of the pledges' days",
      columns: Self.names + Self.dues.heads() + [
        Sheet.Column(title: "Paid on", kind: .date, id: "paid-on", for: .people),
        Sheet.Column(title: "First paid", kind: .date, id: "first-paid", for: .programs),
        Sheet.Column(title: "Last paid", kind: .date, id: "last-paid", for: .programs),
        Sheet.Column(title: "Payments", kind: .count, id: "payments", for: .programs),
        Sheet.Column(title: "Standing", kind: .code, id: "standing"),
      ], rows: lines, annexes: [byStanding, received], footnotes: footnotes, foot: foot.lines)
  }

  private static let names = [
    Sheet.Column(title: "Code", kind: .code, id: "key"),
    Sheet.Column(title: "Donor", kind: .text, id: "title"),
  ]

  private func sum(
    _ title: String, _ rows: [Row], _ columns: [MoneyColumn<Row>], _ style: Sheet.Row.Style
  ) -> Sheet.Row {
    Sheet.Row(
      [.blank, .text(title)]
        + columns.map { column in .dollars(rows.reduce(0) { $0 + column.of($1) }) },
      style: style)
  }

  /// States as the practice of the United Nations groups them: by whether they paid.
  private var byStanding: Sheet {
    let states = rows.filter { $0.donor.kind == .state }
    return Sheet(
      title: "States by payment", headnote: "United States dollars",
      columns: [
        Sheet.Column(title: "Standing", kind: .text, id: "standing"),
        Sheet.Column(title: "States", kind: .count, id: "states"),
        Sheet.Column(title: "Outstanding", kind: .money, id: "outstanding"),
        Sheet.Column(title: "Which", kind: .text, id: "which"),
      ],
      rows: Standing.allCases.compactMap { standing in
        let own = states.filter { $0.standing == standing }
        guard !own.isEmpty else { return nil }
        return Sheet.Row([
          .text(standing.title), .count(Int64(own.count)),
          .dollars(own.reduce(0) { $0 + $1.dues.outstanding }),
          .text(own.map(\.donor.name).joined(separator: ", ")),
        ])
      } + [
        Sheet.Row(
          [
            .text("Total"), .count(Int64(states.count)),
            .dollars(states.reduce(0) { $0 + $1.dues.outstanding }),
          ], style: .total),
        Sheet.Row(
          [.text("Members that owed nothing and gave nothing"), .count(Int64(silentMembers))],
          style: .memorandum),
      ])
  }

  /// What came, at the rates of receipt: the statement's.
  private var received: Sheet {
    Sheet(
      title: "Received in \(period)", headnote: "United States dollars, at the rates of receipt",
      columns: Self.names + Self.receipts.heads(),
      rows: rows.filter { row in Self.receipts.contains { $0.of(row) != 0 } }.map {
        Sheet.Row([.text($0.donor.code), .text($0.donor.name)] + Self.receipts.cells($0))
      } + [sum("Total", rows, Self.receipts, .total)])
  }

  private var footnotes: [String] {
    [
      "Arrears + due - written off - paid before - paid + in advance = outstanding. Arrears: due "
        + "before \(period.from) and unpaid then. Paid before, in advance: paid before it was due.",
      "Committed pledges alone are due; one is without instalments due on the last day of its "
        + "year. Payments fill the oldest instalment first. Written off: of what "
        + "was due; nobody owes it any more.",
      "Paid on pledges + difference + without a pledge = collected. Difference: exchange between "
        + "the days of pledge and payment, and payments of pledges that bind nobody yet or beyond them.",
    ]
  }

  public var json: JSON {
    func total(_ rows: [Row]) -> [(String, JSON)] {
      Self.measures.map { column in
        (column.id.camelCase, .dollars(rows.reduce(0) { $0 + column.of($1) }))
      }
    }
    let states = rows.filter { $0.donor.kind == .state }
    return .object(
      [
        ("schema", "cpcjf/1"), ("report", "contributions"), ("period", .string("\(period)")),
        ("currency", "USD"), ("rows", .array(rows.map(json))), ("total", .object(total(rows))),
        (
          "standings",
          .array(
            Standing.allCases.map { standing in
              let own = states.filter { $0.standing == standing }
              return .object([
                ("key", .string(standing.rawValue)), ("title", .string(standing.title)),
                ("states", .array(own.map { .string($0.donor.code) })),
                ("outstanding", .dollars(own.reduce(0) { $0 + $1.dues.outstanding })),
              ])
            })
        ), ("silentMembers", .integer(Int64(silentMembers))),
      ] + foot.json)
  }

  private func json(_ row: Row) -> JSON {
    .object(
      [
        ("key", .string(row.donor.code)), ("title", .string(row.donor.name)),
        ("kind", .string(row.donor.kind.rawValue)), ("standing", .string(row.standing.rawValue)),
      ] + Self.measures.json(row) + [
        ("payments", .integer(Int64(row.receipts.payments))),
        ("firstPaid", .text(row.receipts.first.map { "\($0)" })),
        ("lastPaid", .text(row.receipts.last.map { "\($0)" })),
      ])
  }
}

extension ContributionsReport.Receipts {
  /// When pledges were paid: `2002-06-28`, `2002-06-28, 2003-07-15`, or from when to when.
  fileprivate var days: String? {
    guard let first, let last else { return nil }
    if first == last { return "\(first)" }
    return payments == 2 ? "\(first), \(last)" : "\(first) to \(last) (\(payments))"
  }
}
