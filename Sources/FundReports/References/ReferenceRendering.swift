import FundDomain
public import Plain

extension ReferenceReport {
  public var sheet: Sheet {
    Sheet(
      title: "\(foot.fund.title): references beside the books\(period.words)",
      headnote: "United States dollars",
      columns: [
        Sheet.Column(title: "Code", kind: .code, id: "key"),
        Sheet.Column(title: "Donor", kind: .text, id: "title"),
        Sheet.Column(title: "By whom", kind: .text, id: "publisher"),
        Sheet.Column(title: "", kind: .text, id: "stage"),
        Sheet.Column(title: "To the Fund", kind: .money, id: "to-fund"),
        Sheet.Column(title: "Elsewhere", kind: .money, id: "elsewhere"),
      ], rows: rows.map(line),
      footnotes: [
        "This ledger: pledged is committed in the period, paid is collected. Others: as they report it, at the ledger's own rate of the day.",
        "Nothing is added up: two may report the same gift, and a commitment is paid later. Nothing that others report is in the Fund's books.",
      ] + withoutRate, foot: foot.lines)
  }

  private func line(_ row: Row) -> Sheet.Row {
    Sheet.Row([
      .text(row.donor?.code ?? "-"), .text(row.donor?.name ?? "Not known to this ledger"),
      .text(row.publisher == nil ? "this ledger" : row.publisherName ?? row.publisher),
      .word(row.stage.rawValue), .dollars(row.toFund),
      row.publisher == nil ? .blank : .dollars(row.elsewhere),
    ])
  }

  private var withoutRate: [String] {
    guard !unvalued.isEmpty else { return [] }
    let sums = unvalued.map { "\($0.sum) \($0.currency) (\($0.flows))" }.joined(separator: ", ")
    return ["Left out, because the ledger has no rate of their day: \(sums)."]
  }

  public var json: JSON {
    .object(
      [
        ("schema", "cpcjf/1"), ("report", "references"), ("period", period.json),
        ("currency", "USD"),
        (
          "rows",
          .array(
            rows.map { row in
              .object([
                ("key", .text(row.donor?.code)), ("title", .text(row.donor?.name)),
                ("publisher", .text(row.publisher)), ("publisherName", .text(row.publisherName)),
                ("stage", .string(row.stage.rawValue)), ("toFund", .dollars(row.toFund)),
                ("elsewhere", row.publisher == nil ? .null : .dollars(row.elsewhere)),
              ])
            })
        ),
        (
          "total", .object([("pledged", .dollars(pledged)), ("collected", .dollars(collected))])
        ),
        (
          "withoutRate",
          .array(
            unvalued.map {
              .object([
                ("currency", .string($0.currency.code)), ("flows", .integer(Int64($0.flows))),
                ("amount", .string("\($0.sum)")),
              ])
            })
        ),
      ] + foot.json)
  }
}
