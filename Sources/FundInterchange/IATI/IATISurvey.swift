import FundDomain

/// What must be known of all money before the first activity is written: where contributions
/// stand, and who funds what.
struct IATISurvey {
  /// Contributions that their donor gave to one project by name: they stand on it, not on the Fund.
  private(set) var own: [EntryNumber: [EntryNumber]] = [:]
  /// Who pledged or gave anything.
  private(set) var givers: Set<EntryNumber> = []
  /// Whose money a project was given.
  private(set) var funders: [EntryNumber: Set<EntryNumber>] = [:]
  /// The day on which a project was first given money, also where that is after the day on which
  /// the books stand.
  private(set) var firstMoney: [EntryNumber: CalendarDate] = [:]
  private let projects: [String: EntryNumber]

  init(_ books: any Books, _ context: IATIContext) throws {
    projects = Dictionary(
      context.projects.map { ($0.code, $0.id) }, uniquingKeysWith: { first, _ in first })
    try books.pledges(upTo: context.day, asAt: context.day) { givers.insert($0.pledge.donor) }
    try books.contributions(upTo: context.day) { standing in
      guard standing.number.series == .contribution, let donor = standing.donor else { return }
      givers.insert(donor)
      guard let project = project(of: standing) else { return }
      own[project, default: []].append(standing.entry)
      note(donor, standing.date, project)
    }
    // Where nobody said when a project begins, money that it is given later tells it too.
    try books.allotments(upTo: .last) { standing in
      let donor = standing.date <= context.day ? standing.donor : nil
      note(donor, standing.date, standing.allotment.project)
    }
  }

  /// The project that a contribution was given to by name, where it is one alone.
  func project(of standing: ContributionStanding) -> EntryNumber? {
    guard let named = standing.earmark?.values(of: .project), named.count == 1 else { return nil }
    return projects[named[0]]
  }

  private mutating func note(
    _ donor: EntryNumber?, _ day: CalendarDate, _ project: EntryNumber
  ) {
    if let donor { funders[project, default: []].insert(donor) }
    firstMoney[project] = min(day, firstMoney[project] ?? day)
  }
}
