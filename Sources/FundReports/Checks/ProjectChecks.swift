import FundDomain

extension Check {
  static let ofProjects = [
    Check(
      "shares-not-whole", .basic,
      "The shares of a project's themes or countries do not add up to 100 per cent."
    ) { look in
      try look.projects().flatMap { project in
        project.splits.filter { $0.sum != 1_000_000 }.map {
          Finding(
            project.code, "the shares of its \($0.what) add up to \(perCent($0.sum)) per cent")
        }
      }
    },
    Check(
      "project-incomplete", .strict,
      "A project has no gender marker, no country or scope, or no start date."
    ) { look in
      try look.projects().compactMap { project in
        let lacks = project.lacks
        return lacks.isEmpty
          ? nil : Finding(project.code, "it has \(lacks.joined(separator: ", "))")
      }
    },
    Check(
      "country-out-of-date", .strict,
      "A project serves a country that had ended before its start, or began after its end."
    ) { look in
      try look.projects().flatMap { project in
        project.countries.compactMap { country in
          let from = project.start ?? project.end ?? look.day
          let to = project.end ?? max(from, look.day)
          if let until = country.until, until < from {
            return Finding(
              project.code, "it serves \(country.code), \(country.name), which ended on \(until)")
          }
          if let began = country.from, began > to {
            return Finding(
              project.code, "it serves \(country.code), \(country.name), which began on \(began)")
          }
          return nil
        }
      }
    },
    Check(
      "project-past-its-end", .advisory, "A project is past its end and not closed."
    ) { look in
      try look.projects().compactMap { project in
        guard let end = project.end, end < look.day, project.isOpen else { return nil }
        return Finding(project.code, "it ended on \(end) and is \(project.status.rawValue)")
      }
    },
    Check(
      "project-without-spend", .advisory,
      "Nothing was spent for 12 months on a project that has had an allotment for so long."
    ) { try $0.projectsAsleep() },
  ]
}

extension Project {
  /// Neither closed nor cancelled.
  var isOpen: Bool { status != .closed && status != .cancelled }

  fileprivate var splits: [(what: String, sum: Millionths)] {
    var splits = [("themes", themes.reduce(0) { $0 + $1.share })]
    if case .countries(let parts) = beneficiaries, !parts.isEmpty {
      splits.append(("countries", parts.reduce(0) { $0 + $1.share }))
    }
    return splits
  }

  fileprivate var countries: [Country] {
    if case .countries(let parts) = beneficiaries { parts.map(\.country) } else { [] }
  }

  /// What a project is expected to say and does not.
  fileprivate var lacks: [String] {
    var lacks: [String] = []
    if gender == nil { lacks.append("no gender marker") }
    if case .countries([]) = beneficiaries { lacks.append("no country or scope") }
    if start == nil { lacks.append("no start date") }
    return lacks
  }
}

extension Inspection {
  /// Projects with authority that was issued a year ago or more, that is left, and that nothing
  /// was charged to since.
  fileprivate func projectsAsleep() throws -> [Check.Finding] {
    let year = Period(from: min(day.adding(months: -12).next, day), to: day)
    func sums(_ account: Account, _ period: Period) throws -> [EntryNumber: Int64] {
      try books.totals(TotalsQuery([account], by: [.project], in: period))
        .reduce(into: [:]) { sums, total in
          if let project = total.project { sums[project, default: 0] += total.usd }
        }
    }
    let left = try sums(.budgetUnobligated, upToDay)
    let before = try sums(.budgetIssued, Period(from: .first, to: year.from.previous))
    let spent = try sums(.budgetSpent, year)
    return try projects().compactMap { project in
      guard let cents = left[project.id], cents > 0, before[project.id] ?? 0 < 0,
        spent[project.id] ?? 0 <= 0
      else { return nil }
      return Check.Finding(
        project.code,
        "\(Money.usd(cents)) is allotted to it, and nothing was spent since "
          + "\(year.from.previous)")
    }
  }
}
