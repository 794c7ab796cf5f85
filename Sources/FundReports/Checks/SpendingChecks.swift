import FundDomain

extension Check {
  static let ofSpending = [
    Check(
      "allotment-outside-earmark", .basic,
      "An allotment's project does not satisfy the earmark of its money, and no donor's document lets it."
    ) { look in
      try look.pastTheirEarmark().filter { $0.allotment.allotment.paper == nil }.map {
        Finding("\($0.allotment.number)", $0.how)
      }
    },
    Check(
      "support-cost-wrong", .strict,
      "The programme support that a document bears on an allotment is not its rate times the charge."
    ) { try $0.wrongSupport() },
    Check(
      "earmark-passed-by-document", .advisory,
      "An allotment passes the earmark of its money by the donor's document."
    ) { look in
      try look.pastTheirEarmark().compactMap { past in
        past.allotment.allotment.paper.map {
          Finding("\(past.allotment.number)", "\(past.how), by the document '\($0)'")
        }
      }
    },
    Check(
      "obligation-old", .advisory,
      "An obligation is open more than 12 months after the end of its biennium."
    ) { try $0.oldObligations() },
  ]
}

extension Inspection {
  struct PastEarmark {
    let allotment: AllotmentStanding
    /// In what it passes its earmark.
    let how: String
  }

  /// Allotments that are outside the earmark of their money, or over the share that it may pay.
  fileprivate func pastTheirEarmark() throws -> [PastEarmark] {
    try once(\.pastEarmark) { try findPastTheirEarmark() }
  }

  private func findPastTheirEarmark() throws -> [PastEarmark] {
    let living = try allotments().filter { $0.allotment.money != nil }
    guard !living.isEmpty else { return [] }
    let issued = try issued()
    let given = try byID(contributions(), \.entry)
    let projects = try byID(projects(), \.id)
    let programmes = try programmes()
    // What each project has of each earmark.
    let ofProject = living.reduce(into: [EntryNumber: [Earmark?: Int64]]()) { sums, standing in
      let earmark = standing.allotment.money.flatMap { given[$0]?.earmark }
      sums[standing.allotment.project, default: [:]][earmark, default: 0] +=
        issued[standing.entry] ?? 0
    }
    struct Pair: Hashable { let project: EntryNumber, earmark: Earmark? }
    var judged: [Pair: String?] = [:]
    return living.compactMap { standing in
      guard let cents = issued[standing.entry], cents > 0,
        let money = standing.allotment.money.flatMap({ given[$0] }),
        let project = projects[standing.allotment.project]
      else { return nil }
      let pair = Pair(project: project.id, earmark: money.earmark)
      let programme = project.programme.flatMap { programmes[$0] }
      let fault =
        judged[pair]
        ?? Self.fault(
          of: money.earmark, on: project, programme, beside: ofProject[project.id] ?? [:])
      judged[pair] = fault
      return fault.map {
        PastEarmark(
          allotment: standing,
          how: "\(Money.usd(cents)) of \(money.number) to \(project.code)\($0)")
      }
    }
  }

  /// Why money with an earmark may not pay a project, or not so much of it, in words; nil where it
  /// may.
  private static func fault(
    of earmark: Earmark?, on project: Project, _ programme: String?,
    beside others: [Earmark?: Int64]
  ) -> String? {
    guard let earmark else { return ", whose donor has stated no purpose" }
    guard earmark.share(of: project, programme: programme) > 0 else {
      return " is outside its earmark, \(earmark)"
    }
    return earmark.limit(passedBy: others, on: project).map {
      " is part of more than the \(Money.usd($0)) that \(earmark) may pay"
    }
  }

  fileprivate func wrongSupport() throws -> [Check.Finding] {
    let rates = try byID(allotments(), \.entry).mapValues(\.allotment.support)
    return try BorneSupport.all(books, upTo: day).compactMap { borne in
      guard let rate = rates[borne.allotment], borne.support != borne.due(at: rate)
      else { return nil }
      return Check.Finding(
        try books.name(of: borne.document),
        "it bears \(Money.usd(borne.support)) of support on "
          + "\(try books.name(of: borne.allotment)); \(perCent(rate)) per cent of "
          + "\(Money.usd(borne.charged)) is \(Money.usd(borne.due(at: rate)))")
    }
  }

  /// Obligations of a biennium that ended more than 12 months ago, with something unpaid.
  fileprivate func oldObligations() throws -> [Check.Finding] {
    try openObligations().filter { $0.deadline < day }.map {
      Check.Finding(
        try books.name(of: $0.document),
        "\($0.unliquidated) is open more than 12 months after the end of \($0.biennium)")
    }
  }
}

extension Earmark {
  /// The limit that money with this earmark has on a project and that others with the same purposes
  /// have passed together with it; nil where none has.
  fileprivate func limit(
    passedBy others: [Earmark?: Int64], on project: Project
  ) -> Int64? {
    Key.allCases.lazy.compactMap { key -> Int64? in
      guard let limit = self.limit(on: project, under: key) else { return nil }
      let values = Set(self.values(of: key))
      let sum = others.reduce(Int64(0)) { sum, other in
        let own = other.key?.values(of: key) ?? []
        return own.isEmpty || !values.isSuperset(of: own) ? sum : sum + other.value
      }
      return sum > limit ? limit : nil
    }.first
  }
}
