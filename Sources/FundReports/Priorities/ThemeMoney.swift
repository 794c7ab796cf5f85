import FundDomain

/// What was given for themes, allotted and spent on them, in US cents.
struct ThemeAmounts: Sendable {
  /// As the sub-funds' policies count income.
  var contributions: Int64 = 0
  /// Less what was returned; with programme support.
  var allotted: Int64 = 0
  /// Without programme support, as the statement's line.
  var expenditure: Int64 = 0

  static func += (left: inout ThemeAmounts, right: ThemeAmounts) {
    left.contributions += right.contributions
    left.allotted += right.allotted
    left.expenditure += right.expenditure
  }
}

/// The money of a period by year and theme, shared out where every breakdown shares it out.
struct ThemeMoney {
  /// By year, and by the theme's code; `not-earmarked` and `-` are money without a theme.
  private(set) var years: [Int: [String: ThemeAmounts]] = [:]
  /// The years in which money was allotted to or spent on projects.
  private(set) var moved: [EntryNumber: Set<Int>] = [:]

  /// - Throws: `does-not-foot` when the themes of a year do not add up to it.
  init(_ books: any Books, in period: Period) throws {
    let apportioning = try Apportioning(books, by: .theme, .unodc, on: period.to)
    let measures: [(WritableKeyPath<ThemeAmounts, Int64>, [Account], Int64)] = [
      (\.contributions, [.contributions], -1), (\.allotted, [.budgetIssued], -1),
      (\.expenditure, StatementLine.spending, 1),
    ]
    for (measure, accounts, sign) in measures {
      // An allotment is its project's, whosever money it is.
      let dimensions: Set<TotalsQuery.Dimension> =
        measure == \.allotted ? [.project, .year] : apportioning.dimensions
      let totals = try books.totals(TotalsQuery(accounts, by: dimensions, in: period))
      for total in Breakdown.merged(totals, dimensions) {
        let year = total.year ?? 0
        if measure != \.contributions, total.usd != 0, let project = total.project {
          moved[project, default: []].insert(year)
        }
        for (row, cents) in apportioning.parts(of: total) where cents != 0 {
          years[year, default: [:]][row.key, default: ThemeAmounts()][keyPath: measure] +=
            sign * cents
        }
      }
      try require(measure, sign, books.totals(TotalsQuery(accounts, by: [.year], in: period)))
    }
  }

  private func require(
    _ measure: WritableKeyPath<ThemeAmounts, Int64>, _ sign: Int64, _ known: [Total]
  ) throws {
    var rest = years.mapValues { $0.values.reduce(0) { $0 + $1[keyPath: measure] } }
    for total in known { rest[total.year ?? 0, default: 0] -= sign * total.usd }
    if let (year, cents) = rest.first(where: { $0.value != 0 }) {
      throw LedgerError.doesNotFoot(
        "\(dollars(cents)) of \(year) stands under no theme")
    }
  }

  /// What money is called that stands under a key which is no theme's.
  static func titleWithoutTheme(_ key: String) -> String {
    key == RowKey.notEarmarked.key ? RowKey.notEarmarked.title : "Without a project"
  }

  /// The money of some years, by theme.
  func themes(in years: ClosedRange<Int>) -> [String: ThemeAmounts] {
    self.years.filter { years.contains($0.key) }.values.reduce(into: [:]) { sums, own in
      for (theme, amounts) in own { sums[theme, default: ThemeAmounts()] += amounts }
    }
  }

  /// Whether a project was under way in some years: between its start and its end, unless it is
  /// only proposed or was cancelled; without a start, when money was allotted to it or spent on it.
  func isUnderWay(_ project: Project, in years: ClosedRange<Int>) -> Bool {
    guard let start = project.start else {
      return moved[project.id]?.contains { years.contains($0) } ?? false
    }
    guard project.status != .pipeline, project.status != .cancelled else { return false }
    return start.year <= years.upperBound && (project.end?.year ?? .max) >= years.lowerBound
  }

  /// The year in which a project began: of its start, else of its first money.
  func beginning(of project: Project) -> Int? {
    guard let start = project.start else { return moved[project.id]?.min() }
    return project.status == .pipeline || project.status == .cancelled ? nil : start.year
  }
}
