import FundDomain
public import Plain

extension ParticipationReport {
  private static let money: [MoneyColumn<Row>] = [
    MoneyColumn("collected", "Collected") { $0.giving.collected },
    MoneyColumn("in-kind", "In kind") { $0.giving.inKind },
    MoneyColumn("since-beginning", "Since the beginning") { $0.giving.all },
  ]

  /// How many of some rows gave, and what.
  private struct Count {
    let title: String
    let rows: [Row]

    func of(_ standing: Standing) -> Int64 { Int64(rows.count { $0.standing == standing }) }
    var firstTime: Int64 { Int64(rows.count(where: \.isFirstTime)) }
    func sum(_ column: MoneyColumn<Row>) -> Int64 { rows.reduce(0) { $0 + column.of($1) } }
    var share: Int64? {
      rows.isEmpty ? nil : Percentage.tenths(of: of(.current), in: Int64(rows.count))
    }
  }

  private var sections: [(section: RowKey, count: Count)] {
    Dictionary(grouping: rows, by: \.section).sorted { $0.key < $1.key }
      .map { ($0.key, Count(title: $0.key.title, rows: $0.value)) }
  }

  private var members: Count {
    Count(title: "Members of the United Nations", rows: rows.filter(\.isMember))
  }
  private var others: Count { Count(title: "Other donors", rows: rows.filter { !$0.isMember }) }
  private var all: Count { Count(title: "Total", rows: rows) }

  public var sheet: Sheet {
    var lines: [Sheet.Row] = []
    for (section, count) in sections {
      lines.append(.heading(section.title))
      lines += count.rows.map(line)
      lines.append(sum("\(section.title): \(count.rows.count)", count, .subtotal))
    }
    lines.append(sum("Total", all, .total))
    return Sheet(
      title: "\(foot.fund.title): participation, \(period)",
      headnote: "United States dollars, at the rates of receipt",
      columns: [
        Sheet.Column(title: "Group", kind: .code, id: "group", for: .programs),
        Sheet.Column(title: "Code", kind: .code, id: "key"),
        Sheet.Column(title: "State or donor", kind: .text, id: "title"),
        Sheet.Column(title: "Gave", kind: .code, id: "standing"),
        Sheet.Column(title: "First time", kind: .code, id: "first-time"),
        Sheet.Column(title: "First gift", kind: .date, id: "first"),
        Sheet.Column(title: "Last gift", kind: .date, id: "last"),
        Sheet.Column(title: "Gifts", kind: .count, id: "gifts"),
      ] + Self.money.heads(), rows: lines, annexes: [summary], footnotes: footnotes,
      foot: foot.lines)
  }

  private func line(_ row: Row) -> Sheet.Row {
    Sheet.Row(
      [
        .text(row.section.key), .text(row.key), .text(row.title), .word(row.standing.rawValue),
        .text(row.isFirstTime ? "yes" : nil), .text(row.giving.first.map { "\($0)" }),
        .text(row.giving.last.map { "\($0)" }),
        row.giving.count == 0 ? .nilValue : .count(Int64(row.giving.count)),
      ] + Self.money.cells(row), indent: 1)
  }

  private func sum(_ title: String, _ count: Count, _ style: Sheet.Row.Style) -> Sheet.Row {
    Sheet.Row(
      [
        .blank, .blank, .text(title), .blank, .blank, .blank, .blank,
        .count(count.rows.reduce(0) { $0 + Int64($1.giving.count) }),
      ] + Self.money.map { .dollars(count.sum($0)) }, style: style)
  }

  private var summary: Sheet {
    let money = Self.money.dropLast()
    func line(_ count: Count, _ style: Sheet.Row.Style = .plain) -> Sheet.Row {
      Sheet.Row(
        [
          .text(count.title), .count(Int64(count.rows.count)), .count(count.of(.current)),
          .percent(count.share), .count(count.firstTime), .count(count.of(.lapsed)),
          .count(count.of(.never)),
        ] + money.map { .dollars(count.sum($0)) }, style: style)
    }
    func own(_ isMember: Bool) -> [Sheet.Row] {
      sections.filter { $0.count.rows[0].isMember == isMember }.map { line($0.count) }
    }
    return Sheet(
      title: "Participation by group", headnote: "United States dollars",
      columns: [
        Sheet.Column(title: "Group", kind: .text, id: "title"),
        Sheet.Column(title: "In all", kind: .count, id: "in-all"),
        Sheet.Column(title: "Current", kind: .count, id: "current"),
        Sheet.Column(title: "Share", kind: .percent, id: "share"),
        Sheet.Column(title: "of them first time", kind: .count, id: "first-time"),
        Sheet.Column(title: "Lapsed", kind: .count, id: "lapsed"),
        Sheet.Column(title: "Never", kind: .count, id: "never"),
      ] + money.heads(),
      rows: own(true) + [line(members, .subtotal)] + own(false) + [line(others, .subtotal)]
        + [line(all, .total)])
  }

  private var footnotes: [String] {
    let at = { (day: CalendarDate) in
      Country.members(in: Period(from: day, to: day)).count
    }
    return [
      "Current: gave in \(period), in cash or in kind. Lapsed: gave before, and not in it. First time: gave in it, and never before.",
      "Members of any day of the period: \(at(period.from)) on \(period.from), \(at(period.to)) on "
        + "\(period.to). One that changed its name stands under the last. What a Member's donors of "
        + "kind state gave is its own.",
      "A gift stands in the year and under the donor that the books say; what was left of earlier gifts when the ledger began stands with the day of its opening.",
    ]
  }

  public var json: JSON {
    func counts(_ count: Count) -> [(String, JSON)] {
      [
        ("inAll", .integer(Int64(count.rows.count))), ("current", .integer(count.of(.current))),
        ("firstTime", .integer(count.firstTime)), ("lapsed", .integer(count.of(.lapsed))),
        ("never", .integer(count.of(.never))), ("share", .percent(count.share)),
      ] + Self.money.map { ($0.id.camelCase, .dollars(count.sum($0))) }
    }
    return .object(
      [
        ("schema", "cpcjf/1"), ("report", "participation"), ("period", .string("\(period)")),
        ("currency", "USD"), ("rows", .array(rows.map(json))),
        (
          "groups",
          .array(
            sections.map { section, count in
              .object(
                [("key", .string(section.key)), ("title", .string(section.title))]
                  + counts(count))
            })
        ), ("members", .object(counts(members))), ("others", .object(counts(others))),
        ("total", .object(counts(all))),
      ] + foot.json)
  }

  private func json(_ row: Row) -> JSON {
    .object(
      [
        ("key", .string(row.key)), ("title", .string(row.title)),
        ("group", .string(row.section.key)), ("member", .bool(row.isMember)),
        ("donors", .array(row.donors.map { .string($0) })),
        ("standing", .string(row.standing.rawValue)), ("firstTime", .bool(row.isFirstTime)),
        ("first", .text(row.giving.first.map { "\($0)" })),
        ("last", .text(row.giving.last.map { "\($0)" })),
        ("gifts", .integer(Int64(row.giving.count))),
      ] + Self.money.json(row))
  }
}
