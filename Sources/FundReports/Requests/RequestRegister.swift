public import FundDomain

/// A State's request for assistance and what came of it by a day.
public struct RequestCase: Sendable {
  /// Where a request stands.
  public enum Status: String, CaseIterable, Sendable {
    /// A project that meets it was approved.
    case met
    /// A project that would meet it waits for its approval.
    case prepared
    case waiting
  }

  /// The register's number; nil of a request that a project alone tells of.
  public let number: DocumentNumber?
  public let date: CalendarDate
  public let country: Country
  public let themes: [Theme]
  public let paper: String?
  public let projects: [Project]
  public let status: Status
  /// The first day on which an approved project met it; nil where that is not known, and of what
  /// is not met.
  public let metOn: CalendarDate?

  /// From the request to the approval.
  public var days: Int? { metOn.map { $0.days(since: date) } }
}

/// The requests for assistance received by a day: those of the register, and those that projects
/// tell of (who asked, and when) and the register has not.
struct RequestRegister {
  /// In the order of their days.
  let cases: [RequestCase]
  /// Projects that say who asked, and not when.
  let undated: [Project]
  /// The projects of the cases that were recorded after the day.
  let backdated: Backdated

  init(_ books: any Books, on day: CalendarDate) throws {
    let projects = try books.projects(on: day)
    let registered = try books.requests(upTo: day)
    var meeting: [EntryNumber: [Project]] = [:]
    var alone: [Project] = []
    for project in projects where project.requestedBy != nil || !project.requests.isEmpty {
      let met = registered.filter { project.meets($0) }
      for request in met { meeting[request.entry, default: []].append(project) }
      if met.isEmpty, project.requests.isEmpty { alone.append(project) }
    }
    var cases: [RequestCase] = []
    for request in registered {
      cases.append(try RequestCase(request, met: meeting[request.entry] ?? [], books, on: day))
    }
    for project in alone {
      guard let date = project.requestedOn, date <= day, let country = project.requestedBy else {
        continue
      }
      cases.append(try RequestCase(of: project, country, on: date, books, by: day))
    }
    self.cases = cases.enumerated()
      .sorted { ($0.1.date, $0.0) < ($1.1.date, $1.0) }.map(\.1)
    undated = alone.filter { $0.requestedOn == nil }
    let meant = Set(cases.flatMap(\.projects).map(\.id))
    backdated = try Backdated(books, projects.filter { meant.contains($0.id) }, on: day)
  }
}

extension Project {
  /// A project meets the requests that it names; where it names none, that of the State and day
  /// that it says.
  fileprivate func meets(_ standing: RequestStanding) -> Bool {
    if !requests.isEmpty { return requests.contains(standing.entry) }
    guard let requestedBy, let requestedOn else { return false }
    return standing.date == requestedOn && standing.request.country.today == requestedBy.today
  }
}

extension RequestCase {
  fileprivate init(
    _ standing: RequestStanding, met projects: [Project], _ books: any Books,
    on day: CalendarDate
  ) throws {
    number = standing.number
    date = standing.date
    country = standing.request.country
    themes = standing.request.themes
    paper = standing.request.paper
    self.projects = projects
    status = Status(projects)
    metOn = try Self.approval(projects, since: date, books, by: day) { $0.meets(standing) }
  }

  /// A request that the register has not.
  fileprivate init(
    of project: Project, _ country: Country, on date: CalendarDate, _ books: any Books,
    by day: CalendarDate
  ) throws {
    number = nil
    self.date = date
    self.country = country.named(on: date) ?? country
    themes = project.themes.map(\.theme)
    paper = nil
    projects = [project]
    status = Status([project])
    metOn = try Self.approval([project], since: date, books, by: day) { _ in true }
  }

  /// The first day on which one of the projects was approved and met the request; not before it.
  /// A project that was approved when it was added says no day.
  private static func approval(
    _ projects: [Project], since date: CalendarDate, _ books: any Books, by day: CalendarDate,
    meets: (Project) -> Bool
  ) throws -> CalendarDate? {
    var days: [CalendarDate] = []
    for project in projects where project.status.isApproved {
      let first = try books.history(ofProject: project.id, upTo: day)
        .first { $0.status.isApproved && meets($0) }
      if let from = first?.holdsFrom { days.append(max(from, date)) }
    }
    return days.min()
  }
}

extension RequestCase.Status {
  fileprivate init(_ projects: [Project]) {
    self =
      projects.contains { $0.status.isApproved }
      ? .met : projects.contains { $0.status == .pipeline } ? .prepared : .waiting
  }
}
