import FundDomain
public import Plain

extension TreatiesReport {
  public var sheet: Sheet {
    Sheet(
      title:
        "\(foot.fund.title): status of treaties\(region.map { ", \($0.title)" } ?? "") as at \(foot.asAt)",
      columns: [
        Sheet.Column(title: "Instrument", kind: .code, id: "instrument"),
        Sheet.Column(title: "Region", kind: .text, id: "region"),
        Sheet.Column(title: "Signatories", kind: .count, id: "signatories"),
        Sheet.Column(title: "Parties", kind: .count, id: "parties"),
        Sheet.Column(title: "Beneficiaries", kind: .count, id: "beneficiaries"),
        Sheet.Column(title: "of them parties", kind: .count, id: "beneficiary-parties"),
        Sheet.Column(title: "Beneficiaries not party", kind: .text, id: "missing"),
      ],
      rows: groups.flatMap(rows),
      footnotes: [
        "Parties have consented to be bound, also before the instrument is in force. Beneficiaries are the States that a project names; what serves a region or the world names none."
      ] + notes, foot: foot.lines)
  }

  private func rows(_ group: Group) -> [Sheet.Row] {
    let instrument = group.status.instrument
    func row(_ title: String, _ cells: [Sheet.Cell], _ style: Sheet.Row.Style) -> Sheet.Row {
      Sheet.Row([.text(instrument.code), .text(title)] + cells, style: style, indent: 1)
    }
    return [.heading("\(group.status.state): \(instrument.title)")]
      + group.rows.map { row($0.title, $0.figures.cells, .plain) }
      + [row("Total", group.whole.total, .subtotal)]
  }

  public var json: JSON {
    .object(
      [
        ("schema", "cpcjf/1"), ("report", "treaties"), ("scheme", .string(scheme.rawValue)),
        ("region", .text(region?.key)), ("rows", .array(groups.map(json))),
      ] + foot.json)
  }

  private func json(_ group: Group) -> JSON {
    let status = group.status
    let regions = group.rows.map { row in
      JSON.object([("key", .string(row.key)), ("title", .string(row.title))] + row.figures.json)
    }
    return .object(
      [
        ("key", .string(status.instrument.code)), ("title", .string(status.instrument.title)),
        ("adopted", .string("\(status.instrument.adopted)")),
        ("entryIntoForce", .text(status.entryIntoForce?.description)),
        ("inForce", .bool(status.isInForce)),
      ] + group.whole.json + [("regions", .array(regions))])
  }
}

extension TreatiesReport.Figures {
  private var counts: [(id: String, count: Int)] {
    [
      ("signatories", signatories), ("parties", parties), ("beneficiaries", beneficiaries),
      ("beneficiaryParties", beneficiaryParties),
    ]
  }

  fileprivate var total: [Sheet.Cell] { counts.map { .count(Int64($0.count)) } }

  fileprivate var cells: [Sheet.Cell] { total + [.text(missing.joined(separator: ", "))] }

  fileprivate var json: [(String, JSON)] {
    counts.map { ($0.id, .integer(Int64($0.count))) }
      + [("missing", .array(missing.map { .string($0) }))]
  }
}

extension TreatyStatus {
  /// Where the instrument stands on its way into force, in a few words.
  var stage: String {
    if entryIntoForce != nil { return isInForce ? "In force" : "Enters into force" }
    if !isAdopted { return "Not adopted yet" }
    return missing > 0 ? "Instruments missing" : "Waits for \(instrument.convention?.code ?? "")"
  }

  /// The same with its figures.
  var state: String {
    if let day = entryIntoForce { return "\(stage) \(isInForce ? "since" : "on") \(day)" }
    return isAdopted && missing > 0
      ? "\(missing) of \(instrument.needed) instruments missing" : stage
  }
}
