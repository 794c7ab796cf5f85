/// Another earmark for a contribution or pledge, by the donor's document: a later act on it.
public struct EarmarkChange: Hashable, Sendable {
  /// The contribution or pledge.
  public var document: EntryNumber
  public var earmark: Earmark
  public var paper: String
}

extension EarmarkChange {
  static func read(_ form: Form, _ journal: Journal) throws -> Draft {
    let date = try journal.day(form)
    let name = try form.required("number")
    guard let earmark = try journal.earmark(form) else {
      throw LedgerError(
        rule: "field-missing", "the new earmark is missing",
        hint: "what changes of its amount is a document of its own", field: "earmark")
    }
    let paper = try form.required("document")
    func change(_ entry: EntryNumber) -> Document {
      .earmarkChange(EarmarkChange(document: entry, earmark: earmark, paper: paper))
    }
    if try form.text("kind") == "pledge" {
      let standing = try journal.books.pledge(name, source: journal.source)
      try journal.requireUsable(standing, on: date)
      guard standing.pledge.earmark != nil || standing.paid == 0 else {
        throw LedgerError(
          rule: "paid-without-earmark",
          "\(standing.number) had no earmark when \(Money(minorUnits: standing.paid, standing.pledge.amount.currency)) was paid of it",
          hint: "change the earmark of its contributions", field: "number")
      }
      return Draft(document: change(standing.entry), date: date, actsOn: standing.number)
    }
    let standing = try journal.books.contribution(name, source: journal.source)
    try standing.requireMoney(on: date, field: "number")
    let subFund = try journal.books.subFund(standing.subFund, on: date)
    let setApart =
      try standing.isEarmarked
      ? [] : standing.setApart(deferred: journal.books.postings(on: standing.entry))
    return Draft(
      document: change(standing.entry), date: date, actsOn: standing.number,
      warnings: try journal.outside(earmark, drawnFrom: standing, on: date),
      check: {
        guard !standing.isEarmarked else { return }
        guard standing.refunded == 0 else {
          throw LedgerError(
            rule: "refunded-in-part",
            "\(standing.number) was the pool's when a part of it went back", field: "number")
        }
        let own = setApart.reduce(0) { $0 + ($1.source == nil ? 0 : $1.usd) }
        try journal.requireAvailable(own, of: nil, in: subFund, on: date)
      },
      post: { _ in setApart })
  }

  func record(_ entry: EntryNumber) -> Fact {
    var record = Fact("earmark_change", of: entry)
    record.set("document", document)
    record.set("earmark", earmark.description)
    record.set("paper", paper)
    return record
  }
}

extension ContributionStanding {
  /// Money of the pool is kept apart from now on, and with it what of it is still deferred.
  fileprivate func setApart(deferred postings: [DatedPosting]) -> [Posting] {
    let cash = Posting(.cash, subFund, amount, usd: usd, donor: donor)
    let deferred = postings.map(\.posting).deferred
    return ([cash] + deferred).flatMap { line in
      var kept = line
      kept.source = entry
      return [line.mirrored, kept]
    }
  }
}
