import FundDomain
public import Plain

extension SynergiesReport {
  public var sheet: Sheet {
    Sheet(
      title: "\(foot.fund.title): projects funded together with other funds\(period.words)",
      headnote: "United States dollars",
      columns: [
        Sheet.Column(title: "Project", kind: .code, id: "key"),
        Sheet.Column(title: "Title", kind: .text, id: "title"),
        Sheet.Column(title: "Other funds", kind: .text, id: "funds"),
        Sheet.Column(title: "Ours", kind: .money, id: "ours"),
        Sheet.Column(title: "Theirs", kind: .money, id: "theirs"),
        Sheet.Column(title: "Together", kind: .money, id: "together"),
        Sheet.Column(title: "Our share", kind: .percent, id: "share"),
      ],
      rows: rows.map { row in
        let names = row.funds.map(\.fund).joined(separator: ", ")
        return Sheet.Row(
          [.text(row.project.code), .text(row.project.title), .text(names)]
            + cells(row.ours, row.theirs))
      } + [
        Sheet.Row([.blank, .text("Total"), .blank] + cells(ours, theirs), style: .total)
      ],
      annexes: funds.isEmpty ? [] : [fundsSheet],
      footnotes: [
        "Ours: allotted in the period, returns deducted. Theirs: what other funds gave in it, at the rate of that day; a memorandum, on no account of this Fund."
      ], foot: foot.lines)
  }

  private var fundsSheet: Sheet {
    Sheet(
      title: "What other funds gave", headnote: "United States dollars",
      columns: [
        Sheet.Column(title: "Fund", kind: .text, id: "fund"),
        Sheet.Column(title: "Projects", kind: .count, id: "projects"),
        Sheet.Column(title: "Theirs", kind: .money, id: "theirs"),
      ],
      rows: funds.map {
        Sheet.Row([.text($0.name), .count(Int64($0.projects)), .dollars($0.usd)])
      } + [Sheet.Row([.text("Total"), .blank, .dollars(theirs)], style: .total)])
  }

  private func cells(_ ours: Int64, _ theirs: Int64) -> [Sheet.Cell] {
    [
      .dollars(ours), .dollars(theirs), .dollars(ours + theirs),
      .percent(share(of: ours, in: ours + theirs)),
    ]
  }

  public var json: JSON {
    .object(
      [
        ("schema", "cpcjf/1"), ("report", "synergies"), ("period", period.json),
        ("currency", "USD"), ("rows", .array(rows.map(json))),
        ("total", .object(money(ours, theirs))),
        (
          "funds",
          .array(
            funds.map {
              .object([
                ("key", .string($0.name)), ("projects", .integer(Int64($0.projects))),
                ("theirs", .dollars($0.usd)),
              ])
            })
        ),
      ] + foot.json)
  }

  private func json(_ row: Row) -> JSON {
    let funds = row.funds.map {
      JSON.object([("key", .string($0.fund)), ("theirs", .dollars($0.usd))])
    }
    return .object(
      [("key", .string(row.project.code)), ("title", .string(row.project.title))]
        + money(row.ours, row.theirs) + [("funds", .array(funds))])
  }

  private func money(_ ours: Int64, _ theirs: Int64) -> [(String, JSON)] {
    [
      ("ours", .dollars(ours)), ("theirs", .dollars(theirs)),
      ("together", .dollars(ours + theirs)),
      ("share", .percent(share(of: ours, in: ours + theirs))),
    ]
  }
}
