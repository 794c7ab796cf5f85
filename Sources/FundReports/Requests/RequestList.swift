public import FundDomain
public import Plain

/// The requests for assistance, each with where it stands and the projects that meet it.
public struct RequestList: Report {
  public let cases: [RequestCase]
  public let foot: ReportFoot

  /// - Parameter includes: which requests; all where nothing is said.
  public init(
    _ books: any Books, in period: Period = .always, asAt day: CalendarDate,
    includes: (RequestCase) -> Bool = { _ in true }
  ) throws {
    foot = try ReportFoot(books, asAt: day)
    cases = try RequestRegister(books, on: day).cases.filter {
      period.contains($0.date) && includes($0)
    }
  }

  public var sheet: Sheet {
    Sheet(
      title: "\(foot.fund.title): requests for assistance",
      columns: [
        Sheet.Column(title: "Request", kind: .code, id: "number"),
        Sheet.Column(title: "Date", kind: .date, id: "on"),
        Sheet.Column(title: "State", kind: .code, id: "state"),
        Sheet.Column(title: "Name", kind: .text, id: "name"),
        Sheet.Column(title: "Themes", kind: .text, id: "themes"),
        Sheet.Column(title: "Status", kind: .code, id: "status"),
        Sheet.Column(title: "Projects", kind: .code, id: "projects"),
        Sheet.Column(title: "Met on", kind: .date, id: "met-on"),
        Sheet.Column(title: "Days", kind: .count, id: "days"),
        Sheet.Column(title: "Document", kind: .text, id: "document"),
      ],
      rows: cases.map { request in
        Sheet.Row([
          .text(request.number?.description), .text("\(request.date)"),
          .text(request.country.code), .text(request.country.name),
          .text(request.themes.map(\.code).joined(separator: ", ")),
          .word(request.status.rawValue),
          .text(request.projects.map(\.code).joined(separator: ", ")),
          .text(request.metOn?.description),
          request.days.map { .count(Int64($0)) } ?? .nilValue, .text(request.paper),
        ])
      },
      footnotes: cases.contains { $0.number == nil }
        ? ["Without a number: a project says who asked and when, and the register has it not."]
        : [],
      foot: foot.lines)
  }

  public var json: JSON {
    .object(
      [
        ("schema", "cpcjf/1"), ("list", "requests"),
        ("requests", .array(cases.map { .object($0.json) })),
      ] + foot.json)
  }
}
