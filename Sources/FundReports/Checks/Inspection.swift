import FundDomain

/// The books on a day, with what several checks ask of them asked once.
final class Inspection {
  let books: any Books
  let day: CalendarDate

  init(_ books: any Books, on day: CalendarDate) {
    self.books = books
    self.day = day
  }

  private var known = Known()

  struct Known {
    var donors: [EntryNumber: Donor]?
    var subFunds: [SubFund]?
    var projects: [Project]?
    var programmes: [EntryNumber: String]?
    var pledges: [PledgeStanding]?
    var contributions: [ContributionStanding]?
    var allotments: [AllotmentStanding]?
    var issued: [EntryNumber: Int64]?
    var unspent: [EntryNumber: Unspent]?
    var rateUses: [RateUse]?
    var pastEarmark: [PastEarmark]?
  }

  func once<Value>(
    _ place: WritableKeyPath<Known, Value?>, _ ask: () throws -> Value
  ) rethrows -> Value {
    if let value = known[keyPath: place] { return value }
    let value = try ask()
    known[keyPath: place] = value
    return value
  }

  var upToDay: Period { Period(from: .first, to: day) }
}

extension Inspection {
  /// What is left of a contribution that is kept apart, in US cents: what is not allotted, and
  /// what of its allotments is not obligated.
  struct Unspent {
    var unallotted: Int64 = 0
    var unobligated: Int64 = 0

    var all: Int64 { unallotted + unobligated }
  }

  func donors() throws -> [EntryNumber: Donor] {
    try once(\.donors) { try byID(books.donors(on: day), \.id) }
  }

  func subFunds() throws -> [SubFund] { try once(\.subFunds) { try books.subFunds(on: day) } }

  func projects() throws -> [Project] { try once(\.projects) { try books.projects(on: day) } }

  /// The codes of the programmes.
  func programmes() throws -> [EntryNumber: String] {
    try once(\.programmes) { try byID(books.programmes(), \.id).mapValues(\.code) }
  }

  func pledges() throws -> [PledgeStanding] {
    try once(\.pledges) {
      var all: [PledgeStanding] = []
      try books.pledges(of: nil, upTo: day, asAt: day) { all.append($0) }
      return all
    }
  }

  /// The pledges that bind on the day: what is only announced is owed by nobody.
  func committedPledges() throws -> [PledgeStanding] {
    try pledges().filter { standing in standing.committedOn.map { $0 <= day } ?? false }
  }

  func contributions() throws -> [ContributionStanding] {
    try once(\.contributions) {
      var all: [ContributionStanding] = []
      try books.contributions(upTo: day) { all.append($0) }
      return all
    }
  }

  func allotments() throws -> [AllotmentStanding] {
    try once(\.allotments) {
      var all: [AllotmentStanding] = []
      try books.allotments(upTo: day) { all.append($0) }
      return all
    }
  }

  /// What is issued to each allotment, less what was returned, in US cents.
  func issued() throws -> [EntryNumber: Int64] {
    try once(\.issued) {
      try books.totals(TotalsQuery([.budgetIssued], by: [.allotment], in: upToDay))
        .reduce(into: [:]) { sums, total in
          if let allotment = total.allotment { sums[allotment, default: 0] -= total.usd }
        }
    }
  }

  /// What is left of every contribution that is kept apart.
  func unspent() throws -> [EntryNumber: Unspent] {
    try once(\.unspent) {
      let accounts: [Account] = [
        .cash, .deferredIncome, .budgetIssued, .refunds, .budgetUnobligated,
      ]
      return try books.totals(TotalsQuery(accounts, by: [.source], in: upToDay))
        .reduce(into: [:]) { all, total in
          guard let source = total.source else { return }
          if total.account == .budgetUnobligated {
            all[source, default: Unspent()].unobligated += total.usd
          } else {
            all[source, default: Unspent()].unallotted += Position.left(total.account, total.usd)
          }
        }
    }
  }

  /// What is left of the money that came by each pledge.
  func unspentByPledge() throws -> [EntryNumber: Int64] {
    let unspent = try unspent()
    return try contributions().reduce(into: [:]) { sums, money in
      if let pledge = money.pledge { sums[pledge, default: 0] += unspent[money.entry]?.all ?? 0 }
    }
  }

  /// An obligation of which something is not paid.
  struct OpenObligation {
    let document: EntryNumber
    /// The biennium that it was made in.
    let biennium: Biennium
    let unliquidated: Money
    /// US cents, as the books carry it.
    let usd: Int64

    /// The end of the 12 months after its biennium.
    var deadline: CalendarDate { biennium.period.to.adding(months: 12) }
  }

  /// The obligations of which something is not paid, in the order of recording.
  func openObligations() throws -> [OpenObligation] {
    let query = TotalsQuery([.obligations], by: [.document, .currency, .year], in: upToDay)
    let ofDocument = Dictionary(grouping: try books.totals(query)) { $0.document }
    return ofDocument.compactMap { document, totals -> OpenObligation? in
      // It is in one currency, and its first line is of its own day.
      guard let document, let currency = totals[0].currency,
        let year = totals.compactMap(\.year).min()
      else { return nil }
      let units = totals.reduce(0) { $0 - $1.amount }
      return OpenObligation(
        document: document, biennium: Biennium(of: .start(of: year)),
        unliquidated: Money(minorUnits: units, currency),
        usd: totals.reduce(0) { $0 - $1.usd })
    }.filter { $0.unliquidated.minorUnits > 0 }.sorted { $0.document < $1.document }
  }

  func rateUses() throws -> [RateUse] {
    try once(\.rateUses) { try books.rateUses(upTo: day) }
  }

  func donor(_ id: EntryNumber) throws -> String { try donors()[id]?.code ?? "entry \(id)" }

  /// Whose money it is, where that is known.
  func donor(_ id: EntryNumber?) throws -> String {
    try id.map { try donor($0) } ?? "no donor named"
  }

  func subFund(_ id: EntryNumber) throws -> String {
    try subFunds().first { $0.id == id }?.code ?? "entry \(id)"
  }
}
