import FundDomain
public import Plain

extension MatchReport {
  /// How many projects people are shown of those that some money fits; programs read all.
  private static let shown = 5

  private var left: Int64 { idle.reduce(0) { $0 + $1.left } }
  private var leftWithout: Int64 { idle.reduce(0) { $1.fits.isEmpty ? $0 + $1.left : $0 } }
  private var wanted: Int64 { wanting.reduce(0) { $0 + $1.wanted } }
  private var wantedWithout: Int64 {
    wanting.reduce(0) { $1.money.isEmpty ? $0 + $1.wanted : $0 }
  }
  private var gap: Int64 { wanting.reduce(0) { $0 + $1.gap } }

  public var sheet: Sheet {
    Sheet(
      title:
        "\(foot.fund.title): idle money and the projects that it may be used for, as at \(foot.asAt)",
      headnote: "United States dollars",
      columns: [
        Sheet.Column(title: "Money", kind: .code, id: "key"),
        Sheet.Column(title: "Project", kind: .code, id: "project", for: .programs),
        Sheet.Column(title: "Of", kind: .text, id: "title"),
        Sheet.Column(title: "Gifts", kind: .count, id: "contributions"),
        Sheet.Column(title: "Oldest", kind: .code, id: "oldest"),
        Sheet.Column(title: "Left", kind: .money, id: "left"),
        Sheet.Column(title: "Projects", kind: .count, id: "projects"),
        Sheet.Column(title: "Could be allotted", kind: .money, id: "could-be-allotted"),
      ],
      rows: idle.flatMap(lines) + [
        Sheet.Row([.blank, .blank, .text("Total"), .blank, .blank, .dollars(left)], style: .total)
      ], annexes: [projects],
      footnotes: [
        "Could be allotted: the least of what is left, of what the budgets of the projects leave, and of the share of a budget that such money may pay. Several moneys may fit one project: their lines are no sum.",
        "Fits no project: \(grouped(leftWithout, exponent: 2)) of what is left. Fitted by no money: \(grouped(wantedWithout, exponent: 2)) of what is wanted.",
        "An allotment asks besides what its sub-fund has uncommitted. SP and CA money without an earmark waits for its donor to state a purpose.",
      ] + notes, foot: foot.lines)
  }

  private func lines(_ money: Idle) -> [Sheet.Row] {
    let whole = Sheet.Row([
      .text(money.key), .blank, .text(money.title),
      money.isPool ? .nilValue : .count(Int64(money.count)), .text(money.oldest),
      .dollars(money.left), .count(Int64(money.fits.count)), .dollars(money.couldUse),
    ])
    return [whole]
      + money.fits.prefix(Self.shown).map { fit in
        Sheet.Row(
          [
            .text(fit.project.code), .text(fit.project.code), .text(fit.project.title), .blank,
            .blank, .blank, .blank, .dollars(fit.most),
          ], style: .memorandum, indent: 1)
      }
      + (money.fits.count > Self.shown
        ? [.heading("and \(money.fits.count - Self.shown) more", indent: 1)] : [])
  }

  /// What each project wants, and which money fits it.
  private var projects: Sheet {
    Sheet(
      title: "Projects that want money", headnote: "United States dollars",
      columns: [
        Sheet.Column(title: "Project", kind: .code, id: "key"),
        Sheet.Column(title: "Title", kind: .text, id: "title"),
        Sheet.Column(title: "Wanted", kind: .money, id: "wanted"),
        Sheet.Column(title: "Gap", kind: .money, id: "gap"),
        Sheet.Column(title: "Money that fits", kind: .text, id: "money"),
      ],
      rows: wanting.map { row in
        Sheet.Row([
          .text(row.project.code), .text(row.project.title), .dollars(row.wanted),
          .dollars(row.gap), .text(row.words),
        ])
      } + [
        Sheet.Row([.text("Total"), .blank, .dollars(wanted), .dollars(gap)], style: .total)
      ],
      footnotes: [])
  }

  public var json: JSON {
    .object(
      [
        ("schema", "cpcjf/1"), ("report", "match"), ("currency", "USD"),
        ("rows", .array(idle.map(json))),
        (
          "projects",
          .array(
            wanting.map { row in
              .object([
                ("key", .string(row.project.code)), ("title", .string(row.project.title)),
                ("wanted", .dollars(row.wanted)), ("gap", .dollars(row.gap)),
                ("money", .array(row.money.map { .string($0) })),
              ])
            })
        ),
        (
          "total",
          .object([
            ("left", .dollars(left)), ("leftWithoutProject", .dollars(leftWithout)),
            ("wanted", .dollars(wanted)), ("wantedWithoutMoney", .dollars(wantedWithout)),
            ("gap", .dollars(gap)),
          ])
        ),
      ] + foot.json)
  }

  private func json(_ money: Idle) -> JSON {
    .object([
      ("key", .string(money.key)), ("title", .string(money.title)),
      ("donor", .text(money.donor?.code)), ("subFund", .string(money.subFund.code)),
      ("earmark", .text(money.earmark?.description)), ("pool", .bool(money.isPool)),
      ("contributions", .integer(Int64(money.count))), ("oldest", .text(money.oldest)),
      ("left", .dollars(money.left)), ("couldBeAllotted", .dollars(money.couldUse)),
      (
        "projects",
        .array(
          money.fits.map {
            .object([
              ("key", .string($0.project.code)), ("title", .string($0.project.title)),
              ("couldBeAllotted", .dollars($0.most)),
            ])
          })
      ),
    ])
  }
}

extension MatchReport.Wanting {
  /// The money that fits it, a few by name.
  fileprivate var words: String {
    if money.isEmpty { return "none" }
    let more = money.count > 4 ? " and \(money.count - 4) more" : ""
    return money.prefix(4).joined(separator: ", ") + more
  }
}
