import FundDomain
public import Plain

extension RegularityReport {
  private var columns: [MoneyColumn<Row>] {
    years.map { year in MoneyColumn("\(year)", "\(year)") { $0.years[year] ?? 0 } }
      + [
        MoneyColumn("given", "Given") { [years] row in years.reduce(0) { $0 + (row.years[$1] ?? 0) }
        }
      ]
  }

  private func total(_ column: MoneyColumn<Row>) -> Int64 {
    rows.reduce(0) { $0 + column.of($1) }
  }

  var biennium: Biennium { Biennium(of: period.to) }

  public var sheet: Sheet {
    Sheet(
      title: "\(foot.fund.title): regularity of giving\(period.words)",
      headnote: "United States dollars, in cash and in kind, at the rates of receipt",
      columns: [
        Sheet.Column(title: "Code", kind: .code, id: "key"),
        Sheet.Column(title: "Donor", kind: .text, id: "title"),
        Sheet.Column(title: "In \(biennium)", kind: .code, id: "standing"),
      ] + columns.heads() + [
        Sheet.Column(title: "First", kind: .code, id: "first-year"),
        Sheet.Column(title: "Last", kind: .code, id: "last-year"),
        Sheet.Column(title: "Years given", kind: .count, id: "years-given"),
        Sheet.Column(title: "Longest row", kind: .count, id: "longest-streak"),
        Sheet.Column(title: "Current row", kind: .count, id: "current-streak"),
        Sheet.Column(title: "Bienniums", kind: .code, id: "bienniums"),
        Sheet.Column(title: "Regularity", kind: .percent, id: "regularity"),
        Sheet.Column(title: "Variation", kind: .percent, id: "variation"),
      ],
      rows: rows.map(line) + [
        Sheet.Row(
          [.blank, .text("Total: \(rows.count)"), .blank]
            + columns.map { .dollars(total($0)) }, style: .total)
      ], annexes: [standings], footnotes: footnotes, foot: foot.lines)
  }

  private func line(_ row: Row) -> Sheet.Row {
    let own = row.regularity
    return Sheet.Row(
      [.text(row.donor.code), .text(row.donor.name), .word(own.standing?.rawValue)]
        + columns.cells(row) + [
          .text(own.firstYear.map(String.init)), .text(own.lastYear.map(String.init)),
          .count(Int64(own.yearsGiven)), .count(Int64(own.longestStreak)),
          .count(Int64(own.currentStreak)), .text("\(own.bienniumsGiven) of \(own.bienniums)"),
          .percent(own.share), .percent(own.variation),
        ])
  }

  /// The donors of the biennium of the last day, by how they stand in it.
  private var standings: Sheet {
    func row(_ title: String, _ own: [Row], _ style: Sheet.Row.Style = .plain) -> Sheet.Row {
      Sheet.Row(
        [
          .text(title), .count(Int64(own.count)),
          .dollars(own.reduce(0) { $0 + $1.regularity.lastBiennium }),
          .dollars(own.reduce(0) { $0 + $1.regularity.thisBiennium }),
        ], style: style)
    }
    return Sheet(
      title: "Donors in \(biennium)", headnote: "United States dollars",
      columns: [
        Sheet.Column(title: "Standing", kind: .text, id: "standing"),
        Sheet.Column(title: "Donors", kind: .count, id: "donors"),
        Sheet.Column(
          title: biennium.previous.map { "\($0)" } ?? "Before", kind: .money, id: "last-biennium"),
        Sheet.Column(title: "\(biennium)", kind: .money, id: "this-biennium"),
      ],
      rows: Regularity.Standing.allCases.map { standing in
        row(standing.title, rows.filter { $0.regularity.standing == standing })
      } + [row("Total", rows, .total)])
  }

  private var footnotes: [String] {
    [
      "First-time: gave in \(biennium) as far as \(period.to), and never before. Continuing: gave in it and in the biennium before. Returned: earlier, but not in the one before. Lapsed: earlier, and not in it.",
      "Regularity: bienniums with a gift as a share of those since the first. Variation: the standard deviation of these bienniums as a share of their mean; 0 is the same in each.",
      "Rows of years are calendar years with a gift. A year counts in which a gift came, and more than was taken back; what was left of gifts from before the ledger shows that a donor gave earlier, in no year.",
    ]
  }

  public var json: JSON {
    .object(
      [
        ("schema", "cpcjf/1"), ("report", "regularity"), ("period", period.json),
        ("biennium", .string("\(biennium)")), ("currency", "USD"),
        ("rows", .array(rows.map(json))),
        (
          "total",
          .object([
            ("given", .dollars(columns.last.map(total) ?? 0)),
            (
              "years",
              .object(
                years.map { year in
                  ("\(year)", .dollars(rows.reduce(0) { $0 + ($1.years[year] ?? 0) }))
                })
            ),
          ])
        ),
        (
          "standings",
          .array(
            Regularity.Standing.allCases.map { standing in
              let own = rows.filter { $0.regularity.standing == standing }
              return .object([
                ("key", .string(standing.rawValue)), ("title", .string(standing.title)),
                ("donors", .array(own.map { .string($0.donor.code) })),
                ("lastBiennium", .dollars(own.reduce(0) { $0 + $1.regularity.lastBiennium })),
                ("thisBiennium", .dollars(own.reduce(0) { $0 + $1.regularity.thisBiennium })),
              ])
            })
        ),
      ] + foot.json)
  }

  private func json(_ row: Row) -> JSON {
    let own = row.regularity
    func number(_ value: Int?) -> JSON { value.map { .integer(Int64($0)) } ?? .null }
    return .object([
      ("key", .string(row.donor.code)), ("title", .string(row.donor.name)),
      ("kind", .string(row.donor.kind.rawValue)), ("standing", .text(own.standing?.rawValue)),
      ("given", .dollars(columns.last?.of(row) ?? 0)),
      ("years", .object(years.map { ("\($0)", .dollars(row.years[$0] ?? 0)) })),
      ("firstYear", number(own.firstYear)), ("lastYear", number(own.lastYear)),
      ("yearsGiven", number(own.yearsGiven)), ("longestStreak", number(own.longestStreak)),
      ("currentStreak", number(own.currentStreak)),
      ("bienniumsGiven", number(own.bienniumsGiven)), ("bienniums", number(own.bienniums)),
      ("regularity", .percent(own.share)), ("variation", .percent(own.variation)),
      ("gaveBeforeLedger", .bool(row.gaveEarlier)),
    ])
  }
}

extension Regularity {
  /// The bienniums with a gift as a share of those since the first, in tenths of a per cent.
  fileprivate var share: Int64? {
    bienniums > 0 ? Percentage.tenths(of: Int64(bienniumsGiven), in: Int64(bienniums)) : nil
  }
}
