import FundDomain
import Plain

extension Session {
  /// What the program itself says of its documents, each in the order in which it was asked.
  func answers(_ request: Request) throws -> JSON {
    try asking { journal in
      let books = journal.books
      var pledges: [JSON] = []
      try books.pledges(upTo: .last, asAt: .last) { standing in
        pledges.append(
          .array([
            .string(standing.number.description), .integer(standing.outstanding.minorUnits),
            .integer(standing.receivable), .integer(standing.receivableUSD),
          ]))
      }
      let contributions = try (request.contributions ?? []).map { name in
        let entry = try books.contribution(name, source: "manual").entry
        return JSON.integer(try books.left(of: entry, upTo: .last))
      }
      let allotments = try (request.allotments ?? []).map { name in
        JSON.integer(try books.allotment(name, source: "manual", on: .last).unobligated)
      }
      let obligations = try (request.obligations ?? []).map { name in
        JSON.integer(try books.spending(name, source: "manual").unliquidated.minorUnits)
      }
      let available = try (request.sources ?? []).map { source in
        JSON.integer(try drawable(on: source, journal))
      }
      return .object([
        ("pledges", .array(pledges)), ("contributions", .array(contributions)),
        ("allotments", .array(allotments)), ("obligations", .array(obligations)),
        ("available", .array(available)),
      ])
    }
  }

  /// What rule 3 lets be drawn on a day from a contribution or a sub-fund's pool.
  private func drawable(on source: Request.Source, _ journal: Journal) throws -> Int64 {
    let day = try CalendarDate(source.on)
    guard DocumentNumber(source.name) != nil else {
      return try journal.available(nil, of: journal.books.subFund(source.name).id, on: day)
    }
    let money = try journal.books.contribution(source.name, source: "manual")
    return try journal.available(money, of: money.subFund, on: day)
  }
}
