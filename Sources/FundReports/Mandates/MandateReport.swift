public import FundDomain

/// What is done about each mandate: its projects and their money (resolution 56/123, paragraph
/// 21). A project that carries out several stands under each of them whole, and once in the total.
public struct MandateReport: Report {
  /// A mandate with the projects that cite it.
  public struct Group: Sendable {
    public let mandate: Mandate
    public let projects: [Project]
    let amounts: ProjectMoney.Amounts

    /// In US cents.
    var budget: Int64 { projects.reduce(0) { $0 + $1.budgetTotal } }
  }

  /// In the order of the mandates' numbers.
  public let groups: [Group]
  /// Those that cite a mandate, each once; and those that cite none.
  public let citing: [Project]
  public let others: [Project]
  public let period: Period
  let money: ProjectMoney
  public let foot: ReportFoot

  /// - Parameter wanted: one mandate only; the totals stay those of all.
  /// - Throws: `does-not-foot` when what was spent is not the statement's expenditure.
  public init(_ books: any Books, of wanted: Mandate? = nil, in period: Period) throws {
    let books = books.asAt(period.to)
    self.period = period
    foot = try ReportFoot(books, asAt: period.to)
    let money = try ProjectMoney(books, in: period)
    self.money = money
    let mandates = try books.mandates(on: period.to)
      .filter { wanted == nil || $0.id == wanted?.id }
      .inOrder
    groups = mandates.map { mandate in
      let projects = money.projects.filter { $0.mandates.contains(mandate.id) }
      return Group(mandate: mandate, projects: projects, amounts: money.sum(projects))
    }
    citing = money.projects.filter { !$0.mandates.isEmpty }
    others = money.projects.filter(\.mandates.isEmpty)
    let shown = money.sum(citing) + money.sum(others) + money.without
    guard shown == money.whole else {
      throw LedgerError.doesNotFoot(
        "spent with and without a mandate", shown.spent, "all of it", money.whole.spent)
    }
  }
}

extension ProjectMoney {
  func sum(_ projects: [Project]) -> Amounts { projects.reduce(Amounts()) { $0 + of($1) } }
}

extension [Mandate] {
  /// In the order of their numbers.
  var inOrder: [Mandate] { sorted { numbersInOrder($0.code, $1.code) } }
}

/// Whether one code comes before another, paragraph 9 before paragraph 10.
private func numbersInOrder(_ left: String, _ right: String) -> Bool {
  func parts(_ code: String) -> [(number: Int?, text: String)] {
    var parts: [(Int?, String)] = []
    for character in code {
      let isDigit = ("0"..."9").contains(character)
      if let last = parts.last, (last.0 != nil) == isDigit {
        let text = last.1 + String(character)
        parts[parts.count - 1] = (isDigit ? Int(text) ?? .max : nil, text)
      } else {
        parts.append((isDigit ? Int(String(character)) : nil, String(character)))
      }
    }
    return parts
  }
  for (one, other) in zip(parts(left), parts(right)) where one.text != other.text {
    if let one = one.number, let other = other.number, one != other { return one < other }
    return one.text < other.text
  }
  return left.utf8.count < right.utf8.count
}
