import FundDomain
public import Plain

extension DonorReport {
  /// The money of a line, in the order of its columns.
  private static let measures: [(id: String, title: String)] = [
    ("pledged", "Pledged"), ("opening", "Opening"), ("collected", "Collected"),
    ("refunded", "Refunded"), ("other", "Other"), ("allotted", "Allotted"),
    ("expenditure", "Expenditure"), ("programme-support", "Support cost"),
    ("unspent", "Unspent"),
  ]

  /// What a donor's money was before a period is nothing where all of its days are shown.
  private var measures: [(id: String, title: String)] {
    Self.measures.filter { $0.id != "opening" || period.from > .first }
  }

  private func total(_ id: String) -> Int64 { gifts.reduce(0) { $0 + ($1.measures[id] ?? 0) } }

  public var sheet: Sheet {
    var rows = gifts.flatMap(lines)
    rows.append(
      Sheet.Row(
        [.text("Total"), .text("Total"), .blank, .blank, .blank, .blank, .blank, .blank]
          + measures.map { .dollars(total($0.id)) }, style: .total))
    rows += goods.map(line)
    return Sheet(
      title: "\(foot.fund.title): statement of \(donor.name) (\(donor.code))\(period.words)",
      headnote: "United States dollars but for lines in another currency",
      columns: [
        Sheet.Column(title: "Gift", kind: .code, id: "gift", for: .people),
        Sheet.Column(title: "Gift", kind: .text, id: "key", for: .programs),
        Sheet.Column(title: "Sub-fund", kind: .code, id: "sub-fund", for: .programs),
        Sheet.Column(title: "Earmark", kind: .text, id: "earmark", for: .programs),
        Sheet.Column(title: "Project", kind: .code, id: "project", for: .programs),
        Sheet.Column(title: "Currency", kind: .code, id: "currency", for: .programs),
        Sheet.Column(title: "Basis", kind: .code, id: "basis"),
        Sheet.Column(title: "Share", kind: .code, id: "share", for: .programs),
      ] + measures.map { Sheet.Column(title: $0.title, kind: .money, id: $0.id) },
      rows: rows, footnotes: footnotes, foot: foot.lines)
  }

  private var footnotes: [String] {
    var notes = [
      "Collected at the rates of receipt; refunds at each contribution's own. Unspent: what is not allotted, and what is unobligated of the allotments.",
      "Traced: kept apart, and followed to every posting of it.",
    ]
    if gifts.contains(where: { $0.share != nil }) {
      notes.append(
        "Pro rata: in a pool, its share of all that was given to the pool by \(period.to), net of refunds and with what there was before the ledger; and the same share of what became of it."
      )
    }
    if gifts.contains(where: { $0.other != 0 }) {
      notes.append(
        "Other: interest, money moved or deferred, savings on what earlier bienniums charged; in a pool also exchange, and what its share has changed by."
      )
    }
    return notes
  }

  private func lines(_ gift: Gift) -> [Sheet.Row] {
    let ofPool = gift.share.map { " (\(perCent($0)) % of the pool)" } ?? ""
    let own = cells(gift, gift.key + ofPool, gift.measures.mapValues(Sheet.Cell.dollars))
    let parts = gift.parts.map { part in
      Sheet.Row(
        cells(
          gift, part.title, part.measures.mapValues(Sheet.Cell.dollars), project: part.key),
        style: .part, indent: 1)
    }
    let foreign = gift.foreign.map { currency, original in
      let money = [
        "pledged": original.pledged, "collected": original.collected,
        "refunded": original.refunded,
      ].mapValues { Sheet.Cell.money($0, exponent: currency.exponent) }
      return Sheet.Row(
        cells(gift, "in \(currency.code)", money, currency: currency.code), style: .memorandum,
        indent: 1)
    }
    return [Sheet.Row(own)] + parts + foreign
  }

  private func cells(
    _ gift: Gift, _ label: String, _ money: [String: Sheet.Cell], project: String? = nil,
    currency: String = "USD"
  ) -> [Sheet.Cell] {
    let own: [Sheet.Cell] = [
      .text(label), .text(gift.key), .text(gift.subFund.code),
      .text(gift.purpose.earmark?.description), .text(project), .text(currency),
      .text(gift.basis), .text(gift.share.map(perCent)),
    ]
    return own + measures.map { money[$0.id] ?? .blank }
  }

  private func line(_ goods: Goods) -> Sheet.Row {
    Sheet.Row(
      [
        .text("In kind: \(goods.number)"), .text(goods.number), .blank, .blank,
        .text(goods.project?.code), .text("USD"), .text("in kind"), .blank,
      ]
        + measures.map {
          ["collected", "expenditure"].contains($0.id) ? .dollars(goods.worth) : .blank
        }, style: .memorandum)
  }

  public var json: JSON {
    .object(
      [
        ("schema", "cpcjf/1"), ("report", "donor"), ("donor", .string(donor.code)),
        ("title", .string(donor.name)), ("period", period.json), ("currency", "USD"),
        ("rows", .array(gifts.map { $0.json(measures.map(\.id)) })),
        ("total", .object(measures.map { ($0.id.camelCase, .dollars(total($0.id))) })),
        (
          "inKind",
          .array(
            goods.map {
              .object([
                ("key", .string($0.number)), ("project", .text($0.project?.code)),
                ("usd", .dollars($0.worth)),
              ])
            })
        ),
      ] + foot.json)
  }
}

extension DonorReport.Gift {
  /// A project's part of a gift, what was spent without one, or what is not allotted.
  fileprivate struct Part {
    var project: Project?
    var isLeft = false
    let measures: [String: Int64]

    var title: String { project?.code ?? (isLeft ? "Not allotted" : "Without a project") }

    /// A project's code, for programs.
    var key: String { project?.code ?? (isLeft ? "not-allotted" : "-") }
  }

  fileprivate var basis: String { share == nil ? "traced" : "pro rata" }

  fileprivate var measures: [String: Int64] {
    [
      "pledged": pledged, "opening": opening, "collected": collected, "refunded": refunded,
      "other": other, "allotted": allotted, "expenditure": expenditure,
      "programme-support": support, "unspent": unspent,
    ]
  }

  fileprivate var parts: [Part] {
    let known = uses.filter { !$0.value.isNothing }.map { id, use in
      Part(
        project: id.flatMap { projects[$0] },
        measures: [
          "allotted": use.allotted, "expenditure": use.expenditure,
          "programme-support": use.support, "unspent": use.unobligated,
        ])
    }
    return known.sorted { ($0.project?.code ?? "~") < ($1.project?.code ?? "~") }
      + (left == 0 ? [] : [Part(isLeft: true, measures: ["unspent": left])])
  }

  /// The currencies other than the dollar that it was pledged or given in.
  fileprivate var foreign: [(Currency, Original)] {
    originals.filter { $0.key != .usd }.sorted { $0.key.code < $1.key.code }
      .map { ($0.key, $0.value) }
  }

  fileprivate func json(_ ids: [String]) -> JSON {
    .object(
      [
        ("key", .string(key)), ("title", .string(title)), ("subFund", .string(subFund.code)),
        ("earmark", .text(purpose.earmark?.description)), ("basis", .string(basis)),
        ("share", .text(share.map(perCent))),
      ] + ids.map { ($0.camelCase, .dollars(measures[$0] ?? 0)) }
        + [
          ("notAllotted", .dollars(left)),
          (
            "projects",
            .array(
              parts.filter { !$0.isLeft }.map { part in
                .object(
                  [
                    ("key", .string(part.key)),
                    ("title", .string(part.project?.title ?? part.title)),
                  ]
                    + ["allotted", "expenditure", "programme-support"].map {
                      ($0.camelCase, .dollars(part.measures[$0] ?? 0))
                    } + [("unobligated", .dollars(part.measures["unspent"] ?? 0))])
              })
          ),
          (
            "original",
            .array(
              originals.sorted { $0.key.code < $1.key.code }.map { currency, original in
                func money(_ units: Int64) -> JSON {
                  .string(Money(minorUnits: units, currency).decimal)
                }
                return .object([
                  ("currency", .string(currency.code)), ("pledged", money(original.pledged)),
                  ("collected", money(original.collected)),
                  ("refunded", money(original.refunded)),
                ])
              })
          ),
        ])
  }
}
