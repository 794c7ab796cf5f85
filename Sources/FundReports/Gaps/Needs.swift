import FundDomain

/// The projects that may be given money: approved or under way, with what they may cost, have and
/// are promised by name.
struct Needs {
  /// A project that may be given money.
  struct Need {
    let project: Project
    let money: ProjectList.Money
    /// What is allotted to it, in US cents.
    let allotted: Int64
    /// Outstanding on committed pledges that name it, in US cents.
    let pledged: Int64

    /// What may still be allotted within its budget.
    var wanted: Int64 { max(project.budgetTotal - allotted, 0) }
  }

  /// In the order of the codes.
  let all: [Need]
  /// The projects that are left out, by what they are.
  let others: [ProjectStatus: [Project]]
  private let backdated: Backdated

  static let statuses: Set<ProjectStatus> = [.approved, .ongoing]

  init(_ books: any Books, asAt day: CalendarDate) throws {
    let upTo = Period(from: .first, to: day)
    let money = try ProjectList.money(books, in: upTo, asAt: day)
    var allotted: [EntryNumber: Int64] = [:]
    for total in try books.totals(TotalsQuery([.budgetIssued], by: [.project], in: upTo)) {
      if let project = total.project { allotted[project, default: 0] -= total.usd }
    }
    let pledged = try Self.pledged(books, asAt: day)
    let projects = try books.projects(on: day)
    all = projects.filter { Self.statuses.contains($0.status) }.map {
      Need(
        project: $0, money: money($0), allotted: allotted[$0.id] ?? 0,
        pledged: pledged[$0.code] ?? 0)
    }
    backdated = try Backdated(books, all.map(\.project), on: day)
    others = Dictionary(
      grouping: projects.filter { !Self.statuses.contains($0.status) }, by: \.status)
  }

  /// What is outstanding on committed pledges, by the projects that they name: several in equal
  /// parts.
  private static func pledged(
    _ books: any Books, asAt day: CalendarDate
  ) throws -> [String: Int64] {
    var pledged: [String: Int64] = [:]
    try books.pledges(upTo: day, asAt: day) { standing in
      let codes = standing.pledge.earmark?.values(of: .project) ?? []
      guard !codes.isEmpty, standing.isCommitted(by: day) else { return }
      let cents = standing.worth(on: day).outstanding
      for (code, part) in zip(codes, apportion(cents, over: codes.map { _ in 1 })) {
        pledged[code, default: 0] += part
      }
    }
    return pledged
  }

  /// What is said of projects that no figure speaks of.
  var footnotes: [String] {
    let without = all.filter { $0.project.budget.isEmpty }.map(\.project.code)
    let left = ProjectStatus.allCases.compactMap { status in
      others[status].map {
        "\($0.count) \(status.rawValue) (budgets of \(grouped($0.reduce(0) { $0 + $1.budgetTotal }, exponent: 2)))"
      }
    }
    return
      (without.isEmpty
      ? []
      : [
        "Without a budget, so that nobody knows what they lack: \(without.joined(separator: ", "))."
      ])
      + (left.isEmpty ? [] : ["Left out: \(left.joined(separator: ", "))."])
      + backdated.footnotes()
  }
}
