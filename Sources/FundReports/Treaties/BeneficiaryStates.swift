import FundDomain

/// The States that the ledger's projects serve by name, each with its projects. A project that
/// serves a region or the world names none, and a cancelled one serves nobody; nor does one on a
/// day before both its beginning and its recording.
struct BeneficiaryStates {
  private let projects: [Participant: [Project]]
  private let backdated: Backdated

  var footnotes: [String] { backdated.footnotes(showsAhead: false) }

  init(_ books: any Books, on day: CalendarDate) throws {
    var projects: [Participant: [Project]] = [:]
    let naming = try books.projects(on: day).filter { project in
      guard case .countries = project.beneficiaries else { return false }
      return project.status != .cancelled
    }
    backdated = try Backdated(books, naming, on: day)
    let ahead = Set(backdated.ahead.map(\.id))
    for project in naming where !ahead.contains(project.id) {
      guard case .countries(let parts) = project.beneficiaries else { continue }
      // Two parts may be one State under two names.
      for state in Set(parts.map(\.country).filter(\.isState).map(\.today)) {
        projects[.state(state), default: []].append(project)
      }
    }
    self.projects = projects
  }

  var all: [Participant] { Array(projects.keys) }

  /// How many projects serve a State.
  func count(for participant: Participant) -> Int { projects[participant]?.count ?? 0 }

  /// How many of them have a theme that serves an instrument.
  func count(for participant: Participant, serving instrument: Instrument) -> Int {
    (projects[participant] ?? []).count { project in
      project.themes.contains { $0.theme.instrument == instrument.code }
    }
  }
}

extension Participant {
  /// The region in which a report shows it: its State's, or a line of its own for organizations.
  func row(in scheme: RegionScheme) -> RowKey {
    guard case .state(let country) = self else {
      return RowKey("organizations", "Regional economic organizations", order: 800)
    }
    guard let region = country.region(in: scheme) else { return .none }
    return RowKey(
      region.key, region.title, order: Region.all(scheme).firstIndex(of: region) ?? 0)
  }
}
