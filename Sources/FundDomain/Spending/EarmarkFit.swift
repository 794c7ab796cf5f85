extension Earmark {
  /// The share of a project that money with this earmark may pay for: the least of what it carries
  /// under each key; nothing where it carries none of a key's values.
  public func share(of project: Project, programme: String?) -> Millionths {
    Key.allCases.filter { !values(of: $0).isEmpty }
      .map { share(of: project, under: $0, programme: programme) }.min() ?? 1_000_000
  }

  /// The most of a project that money earmarked to a theme or country may pay for, in US cents: as
  /// much of its budget as it carries of them; nil where that is all of it, or it has no budget.
  public func limit(on project: Project, under key: Key) -> Int64? {
    guard key == .theme || key == .country, !values(of: key).isEmpty, project.budgetTotal > 0
    else { return nil }
    let share = share(of: project, under: key, programme: nil)
    return share < 1_000_000 ? proportion(of: project.budgetTotal, share, in: 1_000_000) : nil
  }

  /// What a project carries of the values of one key.
  func share(of project: Project, under key: Key, programme: String?) -> Millionths {
    let values = values(of: key)
    func whole(_ fits: Bool) -> Millionths { fits ? 1_000_000 : 0 }
    switch key {
    case .project: return whole(values.contains(project.code))
    case .programme: return whole(programme.map(values.contains) ?? false)
    case .theme:
      return project.themes.reduce(0) { $0 + (values.contains($1.theme.code) ? $1.share : 0) }
    case .region, .country:
      switch project.beneficiaries {
      case .global: return whole(key == .region && values.contains("global"))
      case .regional(let region): return whole(key == .region && values.contains(region.key))
      case .countries(let parts):
        return parts.reduce(0) { sum, part in
          let code = key == .country ? part.country.code : part.country.region(in: .unodc)?.key
          return sum + (code.map(values.contains) == true ? part.share : 0)
        }
      }
    }
  }
}

extension Books {
  /// What is allotted to a project from money that is earmarked, under a key, to some of these
  /// values and no others, in US cents.
  fileprivate func allotted(
    to project: EntryNumber, within values: Set<String>, under key: Earmark.Key
  ) throws -> Int64 {
    var allotted: Int64 = 0
    for (money, cents) in try self.allotted(to: project) {
      let own = try contribution(money).earmark?.values(of: key) ?? []
      if !own.isEmpty, values.isSuperset(of: own) { allotted += cents }
    }
    return allotted
  }

  /// What may still be allotted to a project from money with an earmark by the shares that it has
  /// of its themes and countries, in US cents; nil where they set no limit.
  public func room(on project: Project, for earmark: Earmark) throws -> Int64? {
    try Earmark.Key.allCases.compactMap { key -> Int64? in
      guard let limit = earmark.limit(on: project, under: key) else { return nil }
      let values = Set(earmark.values(of: key))
      return max(limit - (try allotted(to: project.id, within: values, under: key)), 0)
    }.min()
  }
}

extension Journal {
  /// Rule 3: money is allotted within its earmark: the project carries each key that it names, and
  /// of a theme or country no more than that share of its budget. The donor's document lets it pass.
  ///
  /// - Throws: `purpose-not-stated`, `outside-earmark` listing money that would fit,
  ///   `over-share-of-budget`.
  func requireFits(
    _ money: ContributionStanding?, in subFund: SubFund, _ project: Project, _ usd: Int64,
    _ paper: String?, on date: CalendarDate
  ) throws {
    guard paper == nil else { return }
    guard let earmark = money?.earmark else {
      let isUnstated = money != nil || subFund.code == "CA"
      guard !isUnstated else {
        let name = money?.number.description ?? "the pool of \(subFund.code)"
        throw LedgerError(
          rule: "purpose-not-stated",
          "\(name) is \(subFund.code) money whose donor has stated no purpose",
          hint: "cpcjf change contribution CTB-… --earmark … --document … states it, or name the "
            + "donor's document with --document", field: "from")
      }
      return
    }
    let programme = try programme(of: project)
    guard earmark.share(of: project, programme: programme) > 0 else {
      let fitting = try fitting(project, programme: programme, on: date)
      throw LedgerError(
        rule: "outside-earmark",
        "\(project.code) is outside the earmark of \(money!.number), \(earmark)",
        hint: (fitting.isEmpty
          ? "no other money fits" : "what would fit: \(fitting.joined(separator: ", "))")
          + "; or name the donor's document with --document", field: "from")
    }
    try requireWithinShares(earmark, project, usd, on: date)
  }

  /// What to say of allotments from money whose donor gives it another earmark, which their
  /// projects do not satisfy: they stay, and so does the authority to spend them.
  func outside(
    _ earmark: Earmark, drawnFrom money: ContributionStanding, on date: CalendarDate
  ) throws -> [String] {
    try books.dependants(of: money.entry, kind: "contribution").compactMap { name in
      guard let number = DocumentNumber(name), number.series == .allotment, number.act == 1
      else { return nil }
      let standing = try books.allotment(number.description, source: source, on: date)
      let project = try books.project(standing.allotment.project, on: date)
      let share = try earmark.share(of: project, programme: programme(of: project))
      guard share == 0, standing.unobligated > 0 else { return nil }
      return "\(number) to \(project.code) is outside \(earmark) now, with "
        + "\(Money.usd(standing.unobligated)) unobligated: cpcjf change allotment returns it"
    }
  }

  private func programme(of project: Project) throws -> String? {
    guard let id = project.programme else { return nil }
    return try books.programmes().first { $0.id == id }?.code
  }

  /// From money earmarked to a theme or country no more is allotted than that share of the budget.
  private func requireWithinShares(
    _ earmark: Earmark, _ project: Project, _ usd: Int64, on date: CalendarDate
  ) throws {
    for key in Earmark.Key.allCases {
      guard let limit = earmark.limit(on: project, under: key) else { continue }
      let share = earmark.share(of: project, under: key, programme: nil)
      let values = Set(earmark.values(of: key))
      let allotted = try books.allotted(to: project.id, within: values, under: key)
      guard allotted + usd > limit else { continue }
      throw LedgerError(
        rule: "over-share-of-budget",
        "\(project.code) is \(perCent(share)) % \(values.sorted().joined(separator: ", ")): of its "
          + "budget of \(Money.usd(project.budgetTotal)) such money may pay \(Money.usd(limit)); "
          + "\(Money.usd(allotted)) is allotted, and \(Money.usd(usd)) is too much",
        hint: "name the donor's document with --document, or allot other money", field: "amount")
    }
  }

  /// A few contributions with money left whose earmark the project satisfies, and the pool.
  private func fitting(_ project: Project, programme: String?, on date: CalendarDate) throws
    -> [String]
  {
    let found = try books.contributions(limit: 5) {
      $0.share(of: project, programme: programme) > 0
    }
    var names = try found.filter { $0.date <= date }.map {
      "\($0.number) (\(Money.usd(try books.left(of: $0.entry, upTo: date))) left)"
    }
    let pool = try available(nil, of: books.subFund("GP").id, on: date)
    if pool > 0 { names.append("GP (\(Money.usd(pool)))") }
    return names
  }
}
