import FundDomain

/// Projects that stand in the books on a day though they were recorded after it: the first version
/// of a project holds from the beginning, whether the project existed by then or not.
struct Backdated: Sendable {
  let day: CalendarDate
  /// Those that begin after the day, by dates of their own.
  let ahead: [Project]
  /// Those without a date that could tell.
  let undated: [Project]

  init(_ books: any Books, _ projects: [Project], on day: CalendarDate) throws {
    self.day = day
    let known = try books.lastEntry(recordedBy: day)
    let later = projects.filter { $0.id > known && $0.holdsFrom == nil }
    ahead = later.filter { $0.begins.map { $0 > day } ?? false }
    undated = later.filter { $0.begins == nil }
  }

  /// What is said under a table that shows them, or all but those that begin later.
  func footnotes(showsAhead: Bool = true) -> [String] {
    let words = showsAhead ? "Shown as first recorded" : "Left out"
    return [
      note("\(words), after \(day), and begun later by dates of their own", ahead),
      note(
        "Shown from the beginning, as a project's first version is, though recorded after \(day) "
          + "and without a start or budget that could tell since when", undated),
    ].compactMap { $0 }
  }

  private func note(_ words: String, _ projects: [Project]) -> String? {
    projects.isEmpty ? nil : "\(words): \(projects.map(\.code).joined(separator: ", "))."
  }
}

extension Project {
  /// The day on which it begins: its start, else the first day of the first year that it has a
  /// budget of; nil where it does not say.
  var begins: CalendarDate? {
    start ?? budget.map(\.year).min().flatMap { CalendarDate(year: $0, month: 1, day: 1) }
  }
}
