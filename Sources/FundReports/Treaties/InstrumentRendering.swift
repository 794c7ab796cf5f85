import FundDomain
public import Plain

extension InstrumentReport {
  public var sheet: Sheet {
    let instrument = status.instrument
    return Sheet(
      title:
        "\(foot.fund.title): \(instrument.title)\(region.map { ", \($0.title)" } ?? "") as at \(foot.asAt)",
      subtitle: [
        "Adopted on \(instrument.adopted). \(status.state)."
          + (status.decisive.map { " Instrument \(instrument.needed) was deposited on \($0)." }
            ?? "")
      ],
      columns: [
        Sheet.Column(title: "Code", kind: .code, id: "key"),
        Sheet.Column(title: "Participant", kind: .text, id: "title"),
        Sheet.Column(title: "Region", kind: .text, id: "region"),
        Sheet.Column(title: "Signed", kind: .date, id: "signature"),
        Sheet.Column(title: "Note", kind: .text, id: "signature-note"),
        Sheet.Column(title: "Bound", kind: .date, id: "consent"),
        Sheet.Column(title: "By", kind: .code, id: "consent-type"),
        Sheet.Column(title: "Counts as", kind: .count, id: "counts-as"),
        Sheet.Column(title: "Projects", kind: .count, id: "projects"),
        Sheet.Column(title: "for it", kind: .count, id: "projects-for-it"),
      ],
      rows: Standing.allCases.flatMap(rows),
      footnotes: [
        "Counts as: the instrument's place among those that count for entry into force; a regional economic organization's is not counted. Projects: those that serve the State by name; for it: those with a theme that serves the instrument."
      ] + notes, foot: foot.lines)
  }

  private func rows(_ standing: Standing) -> [Sheet.Row] {
    let own = rows.filter { $0.standing == standing }
    guard !own.isEmpty else { return [] }
    return own.map(row) + [
      Sheet.Row([.blank, .text("\(standing.title): \(own.count)")], style: .subtotal)
    ]
  }

  private func row(_ row: Row) -> Sheet.Row {
    func day(_ date: CalendarDate?) -> Sheet.Cell { date.map { .text("\($0)") } ?? .nilValue }
    return Sheet.Row([
      .text(row.code), .text(row.name), .text(row.region), day(row.signature?.date),
      .text(row.signature?.note), day(row.consent?.date), .word(row.consent?.kind.rawValue),
      row.place.map { .count(Int64($0)) } ?? .nilValue, .count(Int64(row.projects)),
      .count(Int64(row.projectsForIt)),
    ])
  }

  public var json: JSON {
    .object(
      [
        ("schema", "cpcjf/1"), ("report", "treaties"),
        ("instrument", .string(status.instrument.code)),
        ("title", .string(status.instrument.title)),
        ("adopted", .string("\(status.instrument.adopted)")),
        ("decisive", .text(status.decisive?.description)),
        ("entryIntoForce", .text(status.entryIntoForce?.description)),
        ("inForce", .bool(status.isInForce)), ("region", .text(region?.key)),
        ("rows", .array(rows.map(json))),
        (
          "total",
          .object([
            ("signatories", .integer(Int64(rows.count { $0.signature != nil }))),
            ("parties", .integer(Int64(count(.party)))),
          ])
        ),
      ] + foot.json)
  }

  private func json(_ row: Row) -> JSON {
    .object([
      ("key", .string(row.code)), ("title", .string(row.name)), ("region", .string(row.region)),
      ("standing", .string(row.standing.rawValue)),
      ("signature", .text(row.signature?.date.description)),
      ("signatureNote", .text(row.signature?.note)),
      ("consent", .text(row.consent?.date.description)),
      ("consentType", .text(row.consent?.kind.rawValue)),
      ("countsAs", row.place.map { .integer(Int64($0)) } ?? .null),
      ("projects", .integer(Int64(row.projects))),
      ("projectsForIt", .integer(Int64(row.projectsForIt))),
    ])
  }
}
