/// Cash, pledges receivable and obligations in other currencies are brought to their worth on a
/// day. On cash it stands; on the others its mirror follows on the next day.
public struct Revaluation: Hashable, Sendable {
  /// The revaluation that this one mirrors; nil for the revaluation itself.
  public var mirrors: EntryNumber?
}

extension Revaluation {
  static let accounts: [Account] = [.cash, .pledgesReceivable, .obligations]

  static func read(_ form: Form, _ journal: Journal) throws -> Draft {
    let date = try journal.day(form)
    // A day that may not be is refused as such, whether anything would change or not.
    try journal.requireOpen(date)
    try journal.requirePast(date)
    guard let draft = try draft(on: date, journal) else {
      throw LedgerError(
        rule: "nothing-to-revalue",
        "every balance in another currency has its worth of \(date) already", field: "on")
    }
    return draft
  }

  /// The revaluation of a day; nil where it would change nothing.
  static func draft(on date: CalendarDate, _ journal: Journal) throws -> Draft? {
    var lines: [Posting] = []
    let balances = try accounts.flatMap {
      try journal.books.foreignBalances(of: $0, upTo: date)
    }
    for balance in balances {
      let worth = try balance.amount.minorUnits == 0 ? 0 : journal.worth(balance.amount, on: date)
      guard worth != balance.usd else { continue }
      var line = balance
      line.amount = Money(minorUnits: 0, balance.amount.currency)
      line.usd = worth - balance.usd
      var other = line.mirrored
      other.account = .exchange
      lines += [line, other]
    }
    guard !lines.isEmpty else { return nil }
    var draft = Draft(document: .revaluation(Revaluation(mirrors: nil)), date: date)
    draft.post = { _ in lines }
    // Unrealized on what is not yet paid: the value recorded is met again from the next day on.
    let claims = stride(from: 0, to: lines.count, by: 2)
      .filter { lines[$0].account != .cash }
      .flatMap { [lines[$0].mirrored, lines[$0 + 1].mirrored] }
    if !claims.isEmpty {
      draft.follow = { entry, number in
        Draft(
          document: .revaluation(Revaluation(mirrors: entry)), date: date.next, actsOn: number,
          isConsequence: true, post: { _ in claims })
      }
    }
    return draft
  }

  func record(_ entry: EntryNumber) -> Fact {
    var record = Fact("revaluation", of: entry)
    record.set("mirrors", mirrors)
    return record
  }
}
