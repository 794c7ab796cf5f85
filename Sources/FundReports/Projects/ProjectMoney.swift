import FundDomain
import Plain

/// What projects were allotted and spent in a period. What was spent on no project, as bank
/// charges are, stands beside them, so that all of it is the statement's expenditure.
struct ProjectMoney {
  /// US cents.
  struct Amounts: Hashable, Sendable {
    /// Issued to a project less what was returned.
    var allotted: Int64 = 0
    /// Expenditure with its support cost.
    var spent: Int64 = 0

    var isNothing: Bool { allotted == 0 && spent == 0 }

    static func + (left: Self, right: Self) -> Self {
      Self(allotted: left.allotted + right.allotted, spent: left.spent + right.spent)
    }

    static func += (left: inout Self, right: Self) { left = left + right }
  }

  /// The projects of the period, in the order of their codes: those that were not cancelled and
  /// whose dates touch it, and any with money in it.
  let projects: [Project]
  /// The sums of a project, sub-fund and year, at which money is shared out.
  let sums: [(project: EntryNumber?, amounts: Amounts)]
  private let byProject: [EntryNumber?: Amounts]

  /// - Throws: `does-not-foot` when what was spent is not the statement's expenditure.
  init(_ books: any Books, in period: Period) throws {
    struct Key: Hashable {
      let project: EntryNumber?
      let subFund: EntryNumber
      let year: Int?
    }
    func totals(_ accounts: [Account]) throws -> [Total] {
      try books.totals(TotalsQuery(accounts, by: [.project, .year], in: period))
    }
    var sums: [Key: Amounts] = [:]
    for total in try totals([.budgetIssued]) {
      let key = Key(project: total.project, subFund: total.subFund, year: total.year)
      sums[key, default: Amounts()].allotted -= total.usd
    }
    for total in try totals(StatementLine.spending + [.programmeSupport]) {
      let key = Key(project: total.project, subFund: total.subFund, year: total.year)
      sums[key, default: Amounts()].spent += total.usd
    }
    self.sums = sums.map { ($0.key.project, $0.value) }
    byProject = self.sums.reduce(into: [:]) { $0[$1.project, default: Amounts()] += $1.amounts }
    let byProject = byProject
    projects = try books.projects(on: period.to).filter { project in
      project.isUnder(way: period) || byProject[project.id]?.isNothing == false
    }
    try requireFoots(books, in: period)
  }

  func of(_ project: Project) -> Amounts { byProject[project.id] ?? Amounts() }

  /// What belongs to no project.
  var without: Amounts { byProject[nil] ?? Amounts() }

  var whole: Amounts { byProject.values.reduce(Amounts(), +) }

  private func requireFoots(_ books: any Books, in period: Period) throws {
    let figures = try Figures(books, for: period)
    let statement = figures.total(.expenditure) + figures.total(.programmeSupport)
    let shown = projects.reduce(without) { $0 + of($1) }
    guard shown.spent == statement, shown == whole else {
      throw LedgerError.doesNotFoot("spent on projects", shown.spent, "the statement", statement)
    }
  }
}

extension Project {
  fileprivate func isUnder(way period: Period) -> Bool {
    status != .cancelled && start ?? .first <= period.to && end ?? .last >= period.from
  }
}

extension ProjectMoney.Amounts {
  var json: [(String, JSON)] { [("allotted", .dollars(allotted)), ("spent", .dollars(spent))] }
}

extension LedgerError {
  /// The parts of a report are not what they are parts of: it is not printed.
  static func doesNotFoot(
    _ what: String, _ cents: Int64, _ other: String, _ whole: Int64
  ) -> LedgerError {
    doesNotFoot(
      "\(what): \(dollars(cents)), but \(other) says \(dollars(whole))")
  }
}

/// A share of a whole in tenths of a per cent; nil of nothing.
func share(of part: Int64, in whole: Int64) -> Int64? {
  whole > 0 ? Percentage.tenths(of: part, in: whole) : nil
}
