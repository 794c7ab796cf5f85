/// A contribution was another donor's than it was recorded as: a later act on it, by a document
/// that says so.
public struct DonorChange: Hashable, Sendable {
  public var contribution: EntryNumber
  public var donor: EntryNumber
  public var paper: String
}

extension DonorChange {
  static func read(_ form: Form, _ journal: Journal) throws -> Draft {
    let date = try journal.day(form)
    let donor = try journal.donor(form)
    let paper = try form.required("document")
    let standing = try journal.books.contribution(
      try form.required("number"), source: journal.source)
    guard !standing.isReversed else {
      throw LedgerError(
        rule: "document-reversed", "\(standing.number) was reversed", field: "number")
    }
    guard date >= standing.date else {
      throw LedgerError.datedBefore(date, standing.number, of: standing.date)
    }
    guard donor.id != standing.donor else {
      throw LedgerError(
        rule: "donor-unchanged", "\(standing.number) was given by \(donor.code) already",
        field: "donor")
    }
    let lines = try journal.books.entry(standing.number).postings
    let isLater = Biennium(of: date) > Biennium(of: standing.date)
    return Draft(
      document: .donorChange(
        DonorChange(contribution: standing.entry, donor: donor.id, paper: paper)),
      date: date, actsOn: standing.number,
      check: { try journal.requireOwn(standing) },
      post: { _ in
        lines.flatMap { line in
          var theirs = isLater ? line.ofPriorPeriod : line
          let taken = theirs.mirrored
          theirs.donor = donor.id
          return [taken, theirs]
        }
      })
  }

  func record(_ entry: EntryNumber) -> Fact {
    var record = Fact("donor_change", of: entry)
    record.set("contribution", contribution)
    record.set("donor", donor)
    record.set("paper", paper)
    return record
  }
}

extension Journal {
  /// Only what stands on its own is another's: no payment of a pledge, nothing given out since.
  fileprivate func requireOwn(_ standing: ContributionStanding) throws {
    if let promise = standing.pledge {
      throw LedgerError(
        rule: "pledge-of-another-donor",
        "\(standing.number) pays \(try books.name(of: promise)), a pledge of its donor",
        hint: "reverse it, and record it as the other donor's", field: "number")
    }
    let dependants = try books.dependants(of: standing.entry, kind: "contribution")
    guard dependants.isEmpty else {
      throw LedgerError.othersDepend("\(standing.number) keeps its donor", dependants, "number")
    }
  }
}
