public import FundDomain
public import Plain

/// How far each instrument is from its entry into force, as known on a day: instruments needed,
/// counted and missing, the decisive one, and the day that follows from it.
public struct TreatyCountdown: Report {
  public let rows: [TreatyStatus]
  public let foot: ReportFoot

  public init(_ books: any Books, asAt day: CalendarDate) throws {
    foot = try ReportFoot(books, asAt: day)
    rows = TreatyStatus.all(try books.treatyActs(to: nil, of: nil), on: day)
  }

  public var sheet: Sheet {
    Sheet(
      title: "\(foot.fund.title): entry into force of treaties as at \(foot.asAt)",
      columns: [
        Sheet.Column(title: "Code", kind: .code, id: "key"),
        Sheet.Column(title: "Instrument", kind: .text, id: "title"),
        Sheet.Column(title: "Adopted", kind: .date, id: "adopted"),
        Sheet.Column(title: "Needed", kind: .count, id: "needed"),
        Sheet.Column(title: "Counted", kind: .count, id: "counted"),
        Sheet.Column(title: "Missing", kind: .count, id: "missing"),
        Sheet.Column(title: "Decisive", kind: .date, id: "decisive"),
        Sheet.Column(title: "Deposited by", kind: .text, id: "deposited-by"),
        Sheet.Column(title: "Entry into force", kind: .date, id: "entry-into-force"),
        Sheet.Column(title: "Status", kind: .code, id: "status"),
      ], rows: rows.map(row),
      footnotes: [
        "Counted: what States deposited. A regional economic organization's instrument is not counted with those of its member States. Entry into force: on the ninetieth day after the decisive instrument, a Protocol not before its Convention."
      ], foot: foot.lines)
  }

  private func row(_ status: TreatyStatus) -> Sheet.Row {
    func day(_ date: CalendarDate?) -> Sheet.Cell { date.map { .text("\($0)") } ?? .nilValue }
    return Sheet.Row([
      .text(status.instrument.code), .text(status.instrument.title),
      day(status.instrument.adopted), .count(Int64(status.instrument.needed)),
      .count(Int64(status.counted)), .count(Int64(status.missing)), day(status.decisive),
      .text(status.deciders.joined(separator: ", ")), day(status.entryIntoForce),
      .text(status.stage),
    ])
  }

  public var json: JSON {
    .object(
      [
        ("schema", "cpcjf/1"), ("report", "treaties-countdown"), ("rows", .array(rows.map(json))),
      ] + foot.json)
  }

  private func json(_ status: TreatyStatus) -> JSON {
    .object([
      ("key", .string(status.instrument.code)), ("title", .string(status.instrument.title)),
      ("adopted", .string("\(status.instrument.adopted)")),
      ("needed", .integer(Int64(status.instrument.needed))),
      ("counted", .integer(Int64(status.counted))),
      ("missing", .integer(Int64(status.missing))),
      ("decisive", .text(status.decisive?.description)),
      ("depositedBy", .array(status.deciders.map { .string($0) })),
      ("entryIntoForce", .text(status.entryIntoForce?.description)),
      ("inForce", .bool(status.isInForce)),
    ])
  }
}

extension TreatyStatus {
  /// Who deposited the decisive instrument, by name: all of that day, where there were several.
  fileprivate var deciders: [String] {
    guard let decisive else { return [] }
    return parties.filter { $0.place != nil && $0.consent?.date == decisive }
      .map { $0.participant.named(on: decisive).name }
  }
}
