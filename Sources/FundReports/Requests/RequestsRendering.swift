import FundDomain
public import Plain

extension RequestsReport {
  public var sheet: Sheet {
    func column(_ title: String, _ id: String) -> Sheet.Column {
      Sheet.Column(title: title, kind: .count, id: id)
    }
    return Sheet(
      title: "\(foot.fund.title): requests for assistance\(period.words)",
      columns: [
        Sheet.Column(title: "Region", kind: .code, id: "key", for: .programs),
        Sheet.Column(title: "Region", kind: .text, id: "title"),
        column("Received", "received"), column("Met", "met"), column("Prepared", "prepared"),
        column("Waiting", "waiting"), column("Days to approval", "days"),
        column("known of", "days-known-of"),
      ],
      rows: rows.map { Sheet.Row(cells($0)) } + [Sheet.Row(cells(total), style: .total)],
      annexes: open.isEmpty ? [] : [openSheet], footnotes: footnotes, foot: foot.lines)
  }

  private var footnotes: [String] {
    var notes = [
      "Met: a project that meets it is approved. Prepared: one is in the pipeline. Days to approval: the mean of those met, where the day of approval is known."
    ]
    if !undated.isEmpty {
      let codes = undated.map(\.code).joined(separator: ", ")
      notes.append("Not counted, as nobody says when the State asked: \(codes).")
    }
    return notes + backdated.footnotes()
  }

  private func cells(_ row: Row) -> [Sheet.Cell] {
    [
      .text(row.key), .text(row.title), .count(Int64(row.cases.count)),
      .count(Int64(row.count(.met))), .count(Int64(row.count(.prepared))),
      .count(Int64(row.count(.waiting))), row.meanDays.map { .count(Int64($0)) } ?? .nilValue,
      .count(Int64(row.days.count)),
    ]
  }

  /// What is still to be met.
  private var openSheet: Sheet {
    Sheet(
      title: "Requests that are not met",
      columns: [
        Sheet.Column(title: "Request", kind: .code, id: "number"),
        Sheet.Column(title: "Date", kind: .date, id: "on"),
        Sheet.Column(title: "State", kind: .text, id: "state"),
        Sheet.Column(title: "Themes", kind: .text, id: "themes"),
        Sheet.Column(title: "Days open", kind: .count, id: "days"),
        Sheet.Column(title: "In preparation", kind: .code, id: "projects"),
      ],
      rows: open.map { request in
        let prepared = request.projects.filter { $0.status == .pipeline }
        return Sheet.Row([
          .text(request.number?.description), .text("\(request.date)"),
          .text(request.country.name), .text(request.themes.map(\.code).joined(separator: ", ")),
          .count(Int64(period.to.days(since: request.date))),
          .text(prepared.map(\.code).joined(separator: ", ")),
        ])
      })
  }

  public var json: JSON {
    .object(
      [
        ("schema", "cpcjf/1"), ("report", "requests"), ("period", period.json),
        (
          "rows",
          .array(
            rows.map {
              .object([("key", .string($0.key)), ("title", .string($0.title))] + json($0))
            })
        ), ("total", .object(json(total))),
        ("open", .array(open.map { .object($0.json + [("daysOpen", daysOpen($0))]) })),
        ("undated", .array(undated.map { .string($0.code) })),
      ] + foot.json)
  }

  private func daysOpen(_ request: RequestCase) -> JSON {
    .integer(Int64(period.to.days(since: request.date)))
  }

  private func json(_ row: Row) -> [(String, JSON)] {
    let statuses = RequestCase.Status.allCases.map { status in
      (status.rawValue, JSON.integer(Int64(row.count(status))))
    }
    return [("received", .integer(Int64(row.cases.count)))] + statuses + [
      ("days", row.meanDays.map { .integer(Int64($0)) } ?? .null),
      ("daysKnownOf", .integer(Int64(row.days.count))),
    ]
  }
}

extension RequestCase {
  var json: [(String, JSON)] {
    [
      ("number", .text(number?.description)), ("on", .string("\(date)")),
      ("state", .string(country.code)), ("name", .string(country.name)),
      ("themes", .array(themes.map { .string($0.code) })), ("document", .text(paper)),
      ("status", .string(status.rawValue)),
      ("projects", .array(projects.map { .string($0.code) })),
      ("metOn", .text(metOn?.description)),
      ("days", days.map { .integer(Int64($0)) } ?? .null),
    ]
  }
}
