import FundDomain
public import Plain

extension PledgesReport {
  private static let measures: [(id: String, title: String, of: @Sendable (Row) -> Int64)] = [
    ("pledged", "Pledged", { $0.worth.pledged }), ("due", "Due", { $0.worth.due }),
    ("collected", "Collected", { $0.worth.collected }),
    ("overdue", "Overdue", { $0.worth.overdue }),
    ("written-off", "Written off", { $0.worth.writtenOff }),
    ("outstanding", "Outstanding", { $0.worth.outstanding }),
  ]

  private var totalConversion: Int64? {
    Self.conversion(total { $0.worth.collected }, of: total { $0.worth.due })
  }

  public var sheet: Sheet {
    let columns =
      [
        Sheet.Column(title: "Pledge", kind: .code, id: "key"),
        Sheet.Column(title: "Donor", kind: .code, id: "donor"),
        Sheet.Column(title: "Date", kind: .date, id: "on"),
        Sheet.Column(title: "Status", kind: .code, id: "status"),
        Sheet.Column(title: "Amount", kind: .money, id: "amount"),
        Sheet.Column(title: "", kind: .code, id: "currency"),
      ] + Self.measures.map { Sheet.Column(title: $0.title, kind: .money, id: $0.id) }
      + [
        Sheet.Column(title: "Collected of due", kind: .percent, id: "conversion-rate"),
        Sheet.Column(title: "Overdue since", kind: .date, id: "overdue-since"),
      ]
    let sum = Sheet.Row(
      [.text("Total committed"), .blank, .blank, .blank, .blank, .blank]
        + Self.measures.map { .dollars(total($0.of)) } + [.percent(totalConversion)],
      style: .total)
    return Sheet(
      title: "\(foot.fund.title): pledges\(period.map { " of \($0)" } ?? "") as at \(foot.asAt)",
      headnote: "United States dollars but for the amount pledged", columns: columns,
      rows: rows.map(line) + [sum], annexes: ageing.isEmpty ? [] : [ageingSheet],
      footnotes: [
        "Pledged = collected + written off + outstanding. Dollars are at the rate of the pledge's day, and of an increase's own.",
        "Collected of due: the conversion rate, collected as a per cent of what was due by \(foot.asAt). Announced pledges bind nobody and stand in no total.",
      ], foot: foot.lines)
  }

  private func line(_ row: Row) -> Sheet.Row {
    Sheet.Row(
      [
        .text(row.number), .text(row.donor.code), .text("\(row.date)"),
        .word(row.isCommitted ? "committed" : "announced"), .money(row.amount),
        .text(row.amount.currency.code),
      ] + Self.measures.map { .dollars($0.of(row)) }
        + [.percent(row.conversion), .text(row.overdueSince.map { "\($0)" })],
      style: row.isCommitted ? .plain : .memorandum)
  }

  private var ageingSheet: Sheet {
    Sheet(
      title: "Overdue by the biennium in which it was due", headnote: "United States dollars",
      columns: [
        Sheet.Column(title: "Biennium", kind: .code, id: "biennium"),
        Sheet.Column(title: "Pledges", kind: .count, id: "pledges"),
        Sheet.Column(title: "Overdue", kind: .money, id: "overdue"),
      ],
      rows: ageing.map {
        Sheet.Row([
          .text("\($0.biennium)"), .count(Int64($0.pledges)), .dollars($0.overdue),
        ])
      } + [
        Sheet.Row(
          [.text("Total"), .blank, .dollars(total { $0.worth.overdue })], style: .total)
      ])
  }

  public var json: JSON {
    .object(
      [
        ("schema", "cpcjf/1"), ("report", "pledges"),
        ("period", .text(period.map { "\($0)" })), ("currency", "USD"),
        ("rows", .array(rows.map(json))),
        (
          "total",
          .object(
            Self.measures.map { ($0.id.camelCase, .dollars(total($0.of))) }
              + [("conversionRate", .percent(totalConversion))])
        ), ("conversionRateOf", "due"),
        (
          "ageing",
          .array(
            ageing.map {
              .object([
                ("key", .string("\($0.biennium)")), ("pledges", .integer(Int64($0.pledges))),
                ("overdue", .dollars($0.overdue)),
              ])
            })
        ),
      ] + foot.json)
  }

  private func json(_ row: Row) -> JSON {
    .object(
      [
        ("key", .string(row.number)), ("title", .string(row.donor.name)),
        ("donor", .string(row.donor.code)), ("on", .string("\(row.date)")),
        ("status", .string(row.isCommitted ? "committed" : "announced")),
        (
          "original",
          .object([
            ("amount", .string(row.amount.decimal)),
            ("outstanding", .string(row.outstanding.decimal)),
            ("currency", .string(row.amount.currency.code)),
            ("collected", .string(row.collected.decimal)),
            ("writtenOff", .string(row.writtenOff.decimal)),
          ])
        ),
      ] + Self.measures.map { ($0.id.camelCase, .dollars($0.of(row))) }
        + [
          ("overdueSince", .text(row.overdueSince.map { "\($0)" })),
          ("conversionRate", .percent(row.conversion)),
        ])
  }
}

extension Sheet.Cell {
  /// A share in tenths of a per cent; nil where it is of nothing.
  static func percent(_ tenths: Int64?) -> Sheet.Cell {
    tenths.map { .percent(tenths: $0) } ?? .nilValue
  }
}

extension JSON {
  /// A share as a per cent with one decimal; null where it is of nothing.
  static func percent(_ tenths: Int64?) -> JSON {
    tenths.map { .string(decimalText($0, exponent: 1)) } ?? .null
  }
}
