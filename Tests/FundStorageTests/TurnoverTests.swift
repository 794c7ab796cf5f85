import FundDomain
import FundStorage
import Testing

/// No sum of what a ledger holds overflows: it is refused before.
@Suite struct TurnoverTests {
  /// Gifts of the largest amount that there is, until one is refused.
  private func giveUntilRefused(
    _ fixture: LedgerFixture, _ amount: String
  ) throws -> (given: Int, error: LedgerError?) {
    try fixture.write { journal in
      for given in 0..<5_000 {
        do {
          let gift = ["donor": "NOR", "amount": amount, "on": "2002-06-28", "memo": "\(given)"]
          _ = try journal.record(.contributions, Form(gift))
        } catch let error as LedgerError { return (given, error) }
      }
      return (5_000, nil)
    }
  }

  @Test(arguments: [
    ("10000000000000 USD", "46116860184273879.04 USD", 1_000_000_000_000_000),
    // Worth a quarter of that in dollars: the kroner are what is too much.
    ("10000000000000 NOK", "46116860184273879.04 NOK", 112_359_550_561_798),
  ])
  func `what would overflow is refused, and what is recorded is still added up`(
    amount: String, most: String, worth: Int64
  ) throws {
    try LedgerFixture.run { fixture in
      let (given, error) = try giveUntilRefused(fixture, amount)
      #expect(error?.rule == "sum-too-large")
      #expect(error?.message.contains(most) == true, "\(error?.message ?? "")")
      #expect(error?.message.contains("CTB-2002-\(given + 1)") == true)
      #expect(try fixture.balance(.cash) == Int64(given) * worth)
      #expect(try fixture.ledger().verify().isOK)
      // So is the next in another batch, and a promise; an everyday amount finds room.
      try fixture.refuses(
        "sum-too-large", .contributions, ["donor": "NOR", "amount": amount, "on": "2002-06-28"])
      try fixture.refuses(
        "sum-too-large", .pledges,
        ["donor": "NOR", "amount": amount, "on": "2002-06-28", "announced": "yes"])
      try fixture.record(
        .contributions, ["donor": "NOR", "amount": "100 USD", "on": "2002-06-28"])
    }
  }

  @Test func `budgets count too`() throws {
    try LedgerFixture.run { fixture in
      let budget = (1900..<2050).map { "\($0)=10000000000000" }.joined(separator: ";")
      let refusal = try fixture.write { journal -> LedgerError? in
        for number in 0..<40 {
          do {
            _ = try journal.record(
              .projects,
              Form([
                "code": "P\(number)", "title": "T", "themes": "firearms", "scope": "global",
                "budget": budget,
              ]))
          } catch let error as LedgerError { return error }
        }
        return nil
      }
      #expect(refusal?.rule == "sum-too-large")
      let total = try fixture.ledger().read { books in
        try books.projects(on: .last).reduce(0) { $0 + $1.budgetTotal }
      }
      #expect(total > 4_000_000_000_000_000_000)
    }
  }
}
