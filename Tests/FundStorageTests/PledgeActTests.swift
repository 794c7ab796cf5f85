import FundDomain
import FundStorage
import Testing

/// What is done on a pledge after it was made, and what then stands on what.
@Suite struct PledgeActTests {
  private let pledge = [
    "donor": "NOR", "amount": "100 USD", "on": "2002-03-01", "due": "2002-12-31=100",
  ]

  private func with(_ fields: [String: String]) -> [String: String] {
    pledge.merging(fields) { $1 }
  }

  private func raise(_ fixture: LedgerFixture, _ amount: String, on day: String) throws {
    try fixture.record(
      .pledgeChanges,
      [
        "pledge": "PLG-2002-0001", "amount": amount, "due": "2002-12-31", "document": "Letter",
        "on": day,
      ])
  }

  @Test func `more than a pledge that is paid is income without one, where it is meant`() throws {
    try LedgerFixture.run { fixture in
      try fixture.record(.pledges, pledge)
      var payment = [
        "donor": "NOR", "amount": "100 USD", "pledge": "PLG-2002-0001", "on": "2002-04-01",
      ]
      try fixture.record(.contributions, payment)
      payment["amount"] = "5 USD"
      try fixture.refuses("contribution-exceeds-pledge", .contributions, payment)
      payment["allow-overpayment"] = "yes"
      try fixture.record(.contributions, payment)
      #expect(try fixture.balance(.contributions) == -10_500)
      #expect(try fixture.balance(.pledgesReceivable) == 0)
      try fixture.refuses(
        "pledge-of-another-donor", .giverChanges,
        ["number": "CTB-2002-0002", "donor": "SWE", "document": "Advice", "on": "2002-05-01"])
    }
  }

  @Test func `nothing is within a cent of a pledge that is paid`() throws {
    try LedgerFixture.run { fixture in
      try fixture.record(.pledges, ["donor": "DEU", "amount": "100 DEM", "on": "2001-06-15"])
      var payment = [
        "donor": "DEU", "amount": "51.13 EUR", "pledge": "PLG-2001-0001", "on": "2002-07-15",
      ]
      try fixture.record(.contributions, payment)
      payment["amount"] = "0.01 EUR"
      try fixture.refuses("contribution-exceeds-pledge", .contributions, payment)
    }
  }

  /// Three instalments of 100; the first is paid, 100 of the others are written off: the second,
  /// and what the third brings is income when it comes, in its own biennium.
  @Test(arguments: [("on-commitment", -30_000), ("when-due", -20_000), ("on-receipt", -10_000)])
  func `a write-off takes the oldest part first, whatever the policy`(
    policy: String, income: Int64
  ) throws {
    try LedgerFixture.run { fixture in
      try fixture.record(.subFunds, ["code": "X", "title": "X", "recognition": policy])
      let number = try fixture.record(
        .pledges,
        [
          "donor": "NOR", "amount": "300 USD", "on": "2002-03-01", "sub-fund": "X",
          "due": "2002-12-31=100;2003-12-31=100;2004-12-31=100",
        ])
      try fixture.record(
        .contributions,
        ["donor": "NOR", "amount": "100 USD", "pledge": number, "on": "2002-12-01"])
      #expect(try fixture.balance(.contributions) == income)
      try fixture.refuses(
        "write-off-exceeds-pledge", .writeOffs,
        ["pledge": number, "amount": "200.01 USD", "reason": "lapsed", "on": "2003-12-31"])
      try fixture.record(
        .writeOffs,
        ["pledge": number, "amount": "100 USD", "reason": "lapsed", "on": "2003-12-31"])
      let standing = try fixture.ledger().read { try $0.pledge(number, source: "manual") }
      #expect(
        standing.unpaid == [Instalment(due: try CalendarDate("2004-12-31"), amount: 10_000)])
      try fixture.write { _ = try $0.close(Form(["period": "2002-2003"])) }
      try fixture.record(
        .contributions,
        ["donor": "NOR", "amount": "100 USD", "pledge": number, "on": "2004-12-01"])
      let later = try fixture.balance(.contributions, "2004-2005")
      #expect(later == (policy == "on-commitment" ? 0 : -10_000))
      #expect(try fixture.balance(.contributions, "2002-2003") == -20_000 - later)
      #expect(try fixture.ledger().verify().findings.isEmpty)
    }
  }

  /// A change of policy from an earlier day on, recorded later, is not the pledge's.
  @Test func `a pledge keeps the policy that was known when it was committed`() throws {
    try LedgerFixture.run { fixture in
      try fixture.record(
        .subFunds, ["code": "FR", "title": "On receipt", "recognition": "on-receipt"])
      try fixture.record(.pledges, with(["sub-fund": "FR"]))
      try fixture.record(
        .subFundChanges, ["code": "FR", "recognition": "on-commitment", "on": "2002-01-01"])
      try raise(fixture, "50 USD", on: "2002-05-01")
      #expect(try fixture.balance(.pledgesReceivable) == 0)
      try fixture.record(.pledges, with(["sub-fund": "FR"]))
      #expect(try fixture.balance(.pledgesReceivable) == 10_000)
    }
  }

  @Test func `an act on a pledge is not reversed before a later one`() throws {
    try LedgerFixture.run { fixture in
      try fixture.record(.pledges, with(["announced": "yes"]))
      try raise(fixture, "50 USD", on: "2002-04-01")
      try fixture.record(
        .commitments, ["pledge": "PLG-2002-0001", "document": "Letter", "on": "2002-05-01"])
      #expect(try fixture.balance(.pledgesReceivable) == 15_000)
      try fixture.refuses(
        "others-depend-on-it", .reversals, ["number": "PLG-2002-0001.2", "reason": "test"])
      try fixture.record(.reversals, ["number": "PLG-2002-0001.3", "reason": "test"])
      try fixture.record(.reversals, ["number": "PLG-2002-0001.2", "reason": "test"])
      #expect(try fixture.balance(.pledgesReceivable) == 0)
    }
  }

  @Test func `a pledge is not lowered below what is paid of it by reversing what raised it`() throws
  {
    try LedgerFixture.run { fixture in
      try fixture.record(.pledges, with(["earmark": "theme:juvenile-justice"]))
      try raise(fixture, "50 USD", on: "2002-04-01")
      let payment = try fixture.record(
        .contributions,
        ["donor": "NOR", "amount": "120 USD", "pledge": "PLG-2002-0001", "on": "2002-05-01"])
      try fixture.refuses(
        "given-out-already", .reversals, ["number": "PLG-2002-0001.2", "reason": "test"])
      try fixture.record(.reversals, ["number": payment, "reason": "test"])
      try fixture.record(.reversals, ["number": "PLG-2002-0001.2", "reason": "test"])
    }
  }

  @Test func `nothing is allotted from a pledge before it was made, or after it was reversed`()
    throws
  {
    try LedgerFixture.run { fixture in
      try fixture.record(
        .contributions, ["donor": "SWE", "amount": "500 USD", "on": "2002-01-01"])
      try fixture.record(.pledges, pledge)
      var allotment = [
        "project": "EGY/R31", "amount": "10 USD", "from": "PLG-2002-0001", "on": "2002-02-01",
      ]
      try fixture.refuses("dated-before-its-document", .allotments, allotment)
      try fixture.record(.reversals, ["number": "PLG-2002-0001", "reason": "test"])
      allotment["on"] = "2002-04-01"
      try fixture.refuses("document-reversed", .allotments, allotment)
    }
  }
}
