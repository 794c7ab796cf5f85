public import FundDomain

/// How much of the Fund's work is for developing countries and economies in transition
/// (resolution 56/123, paragraph 5), and of it for the least developed, the landlocked developing
/// and the small island developing States.
public struct DevelopmentReport: Report {
  /// What some of the countries served have of the projects and their money.
  public struct Line: Sendable {
    public let key: String
    public let title: String
    public fileprivate(set) var countries: [Country] = []
    public fileprivate(set) var projects: Set<EntryNumber> = []
    fileprivate(set) var amounts = ProjectMoney.Amounts()

    init(_ key: String, _ title: String) {
      self.key = key
      self.title = title
    }

    fileprivate init(_ key: String, _ title: String, of served: [Country: Line]) {
      self.init(key, title)
      countries = served.keys.sorted()
      for line in served.values { add(line) }
    }

    fileprivate mutating func add(_ line: Line) {
      projects.formUnion(line.projects)
      amounts += line.amounts
    }
  }

  public let period: Period
  /// By economic group, countries of none after them.
  public let groups: [Line]
  /// Developing countries and economies in transition together.
  public let priority: Line
  /// What serves a region or the world, and names no country.
  public let regional: Line
  public let withoutProject: Line
  public let whole: Line
  /// The least developed countries, and other parts of the groups, which overlap.
  public let parts: [Line]
  /// Countries served that are among the least developed, since a day that is not known.
  public let undated: [Country]
  let backdated: Backdated
  public let foot: ReportFoot

  /// - Throws: `does-not-foot` when what was spent is not the statement's expenditure.
  public init(_ books: any Books, in period: Period) throws {
    let books = books.asAt(period.to)
    self.period = period
    foot = try ReportFoot(books, asAt: period.to)
    let money = try ProjectMoney(books, in: period)
    backdated = money.backdated
    let served = Served(money)
    func countries(_ isIn: (Development) -> Bool) -> [Country: Line] {
      served.countries.filter { isIn($0.key.development) }
    }
    let groups: [Development.EconomicGroup?] = Development.EconomicGroup.allCases + [nil]
    self.groups = groups.map { group in
      Line(
        group?.rawValue ?? "unlisted", group.title,
        of: countries { $0.economicGroup == group })
    }
    priority = Line(
      "priority", "Developing and in transition",
      of: countries { [.developing, .transition].contains($0.economicGroup) })
    (regional, withoutProject) = (served.regional, served.withoutProject)
    var whole = Line("", "Total", of: served.countries)
    whole.add(regional)
    whole.add(withoutProject)
    self.whole = whole
    let day = period.to
    parts = [
      Line(
        "least-developed", "Least developed countries",
        of: countries { $0.isLeastDeveloped(on: day) }),
      Line(
        "landlocked", "Landlocked developing countries",
        of: countries(\.isLandlockedDeveloping)),
      Line(
        "small-island", "Small island developing States",
        of: countries(\.isSmallIslandDeveloping)),
    ]
    undated = parts[0].countries.filter(\.development.isUndated)
    let rows = self.groups + [regional, withoutProject]
    let shown = rows.reduce(ProjectMoney.Amounts()) { $0 + $1.amounts }
    guard shown == money.whole, whole.amounts == money.whole else {
      throw LedgerError.doesNotFoot(
        "spent by development", shown.spent, "all of it", money.whole.spent)
    }
  }
}

/// Each country's part of the projects that serve it, shared out at the sums of a project,
/// sub-fund and year.
private struct Served {
  var countries: [Country: DevelopmentReport.Line] = [:]
  var regional = DevelopmentReport.Line("regional", "Regional and global projects")
  var withoutProject = DevelopmentReport.Line("-", "Without a project")

  init(_ money: ProjectMoney) {
    let projects = byID(money.projects, \.id)
    for project in money.projects { add(project, ProjectMoney.Amounts()) }
    for (id, amounts) in money.sums {
      if let project = id.flatMap({ projects[$0] }) {
        add(project, amounts)
      } else {
        // A project without a place in the period has nothing in all, but maybe a plus and a
        // minus in two years of it.
        withoutProject.amounts += amounts
      }
    }
  }

  private mutating func add(_ project: Project, _ amounts: ProjectMoney.Amounts) {
    guard case .countries(let shares) = project.beneficiaries else {
      regional.projects.insert(project.id)
      regional.amounts += amounts
      return
    }
    let allotted = apportion(amounts.allotted, over: shares.map(\.share))
    let spent = apportion(amounts.spent, over: shares.map(\.share))
    for (place, share) in shares.enumerated() {
      let country = share.country
      countries[country, default: .init(country.code, country.name)].projects.insert(project.id)
      countries[country]?.amounts += ProjectMoney.Amounts(
        allotted: allotted[place], spent: spent[place])
    }
  }
}

extension Development.EconomicGroup? {
  fileprivate var title: String {
    switch self {
    case .developing: "Developing countries"
    case .transition: "Economies in transition"
    case .developed: "Developed economies"
    case nil: "Countries in no group"
    }
  }
}
