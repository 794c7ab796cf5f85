import FundDomain
import FundStorage
import Testing

/// Amounts so small, or of units worth so much, that a part of them would be nothing: no line of
/// no units stands anywhere but on exchange differences.
@Suite struct LeastUnitTests {
  private func obligate(_ fixture: LedgerFixture, _ amount: String) throws {
    try fixture.record(
      .obligations,
      ["project": "EGY/R31", "amount": amount, "class": "travel", "on": "2002-03-01"])
  }

  private func pound(_ fixture: LedgerFixture) throws {
    try fixture.record(
      .rates, ["currency": "GBP", "effective": "2002-01-01", "units-per-usd": "0.490"])
  }

  private func pool(_ fixture: LedgerFixture, _ allotments: String...) throws {
    try fixture.record(
      .contributions, ["donor": "NOR", "amount": "1000 USD", "on": "2002-01-10"])
    for amount in allotments {
      try fixture.record(
        .allotments,
        ["project": "EGY/R31", "amount": "\(amount) USD", "from": "GP", "on": "2002-02-01"])
    }
  }

  private func left(_ fixture: LedgerFixture, _ allotment: String) throws -> Int64 {
    try fixture.ledger().read {
      try $0.allotment(allotment, source: "manual", on: .last).unobligated
    }
  }

  @Test func `a payment of which an allotment would pay nothing is refused`() throws {
    try LedgerFixture.run { fixture in
      try pool(fixture, "50", "50")
      try obligate(fixture, "100 USD")
      var payment = [
        "obligation": "OBL-2002-0001", "amount": "0.01 EUR", "settles": "100 USD",
        "on": "2002-04-01",
      ]
      try fixture.refuses("amount-too-small", .disbursements, payment)
      payment["amount"] = "0.02 EUR"
      try fixture.record(.disbursements, payment)
      #expect(try fixture.ledger().verify().isOK)
    }
  }

  @Test func `a payment that settles less than half of the least unit is refused`() throws {
    try LedgerFixture.run { fixture in
      try pound(fixture)
      try pool(fixture, "500")
      try obligate(fixture, "10 GBP")
      try fixture.refuses(
        "amount-too-small", .disbursements,
        ["obligation": "OBL-2002-0001", "amount": "0.01 USD", "on": "2002-04-01"])
    }
  }

  /// 100.00 GBP are 204.08, a penny 2.04 cents.
  @Test func `what is left of an allotment and is worth less than the least unit is not charged`()
    throws
  {
    try LedgerFixture.run { fixture in
      try pound(fixture)
      try pool(fixture, "0.02", "500")
      try obligate(fixture, "100 GBP")
      #expect(try left(fixture, "ALT-2002-0001") == 2)
      #expect(try left(fixture, "ALT-2002-0002") == 50_000 - 20_408)
    }
  }

  /// 204.07 would leave a cent for the second.
  @Test func `what remains for the next allotment is a unit at the least`() throws {
    try LedgerFixture.run { fixture in
      try pound(fixture)
      try pool(fixture, "204.07", "500")
      try obligate(fixture, "100 GBP")
      #expect(try left(fixture, "ALT-2002-0001") == 2)
      #expect(try left(fixture, "ALT-2002-0002") == 50_000 - 3)
    }
  }
}
