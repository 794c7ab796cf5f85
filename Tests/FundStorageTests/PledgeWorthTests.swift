import FundDomain
import FundStorage
import Testing

/// The dollars of a pledge in parts, by hand and against its receivable.
@Suite struct PledgeWorthTests {
  private func standing(
    _ fixture: LedgerFixture, upTo day: String
  ) throws -> (standing: PledgeStanding, worth: PledgeWorth) {
    try fixture.ledger().read { books in
      let day = try CalendarDate(day)
      var found: [PledgeStanding] = []
      try books.pledges(upTo: day, asAt: day) { found.append($0) }
      let standing = try #require(found.first)
      return (standing, standing.worth(on: day))
    }
  }

  /// EUR 1,000.00 at 1.133 is 882.61; 500.00 more at 1.018 is 491.16.
  private func pledge(_ fixture: LedgerFixture, in subFund: String) throws {
    try fixture.record(
      .subFunds, ["code": "FC", "title": "On commitment", "recognition": "on-commitment"])
    try fixture.record(
      .pledges,
      [
        "donor": "NOR", "amount": "1000 EUR", "on": "2002-02-01", "sub-fund": subFund,
        "due": "2002-06-30=400;2003-06-30=600",
      ])
  }

  private func pay(_ fixture: LedgerFixture, _ amount: String, on day: String) throws {
    try fixture.record(
      .contributions,
      ["donor": "NOR", "amount": amount, "pledge": "PLG-2002-0001", "on": day])
  }

  @Test(arguments: ["FC", "GP", "CA"])
  func `a pledge raised at another rate and written off in part adds up to the cent`(
    subFund: String
  ) throws {
    try LedgerFixture.run { fixture in
      try pledge(fixture, in: subFund)
      try pay(fixture, "300 EUR", on: "2002-06-01")
      try fixture.record(
        .pledgeChanges,
        [
          "pledge": "PLG-2002-0001", "amount": "500 EUR", "due": "2003-12-31", "on": "2002-07-02",
          "document": "Addendum",
        ])
      try pay(fixture, "200 EUR", on: "2002-08-01")
      try fixture.record(
        .writeOffs,
        [
          "pledge": "PLG-2002-0001", "amount": "100 EUR", "reason": "lapsed", "on": "2002-09-01",
        ])
      let (standing, worth) = try standing(fixture, upTo: "2002-12-31")
      #expect(standing.pledged.minorUnits == 150_000)
      #expect(standing.outstanding.minorUnits == 90_000)
      // 264.78 of 882.61 at first; then 200.00 and 100.00 of the 1,200.00 that carry 1,108.99.
      #expect(worth.pledged == 88_261 + 49_116)
      #expect(worth.collected == 26_478 + 18_483)
      #expect(worth.writtenOff == 9_242)
      #expect(worth.outstanding == 83_174)
      #expect(worth.pledged == worth.collected + worth.writtenOff + worth.outstanding)
      if subFund == "FC" {
        #expect(try fixture.balance(.pledgesReceivable) == worth.outstanding)
      }
    }
  }

  @Test func `what is due is collected, written off or overdue, and no day makes it more`() throws {
    try LedgerFixture.run { fixture in
      try pledge(fixture, in: "CA")
      try pay(fixture, "300 EUR", on: "2002-06-01")
      for (day, due, overdue) in [
        ("2002-06-29", Int64(0), Int64(0)), ("2002-06-30", 35_304, 0),
        ("2002-07-01", 35_304, 8_826), ("2003-07-01", 88_261, 61_783),
      ] {
        let (_, worth) = try standing(fixture, upTo: day)
        #expect(worth.due == due && worth.overdue == overdue, "\(day)")
        #expect(worth.collected == 26_478)
      }
      // What is written off is the last instalment's first: its part stays due, and is not overdue.
      try fixture.record(
        .writeOffs,
        [
          "pledge": "PLG-2002-0001", "amount": "600 EUR", "reason": "donor-withdrew",
          "on": "2003-01-31",
        ])
      let (standing, worth) = try standing(fixture, upTo: "2003-12-31")
      #expect(standing.unpaid.first?.amount == 10_000)
      #expect(worth.due == worth.pledged)
      #expect(worth.due == worth.collected + worth.writtenOff + worth.overdue)
    }
  }

  @Test func `a pledge paid in advance has that much of it due`() throws {
    try LedgerFixture.run { fixture in
      try pledge(fixture, in: "CA")
      try pay(fixture, "1000 EUR", on: "2002-03-01")
      let (_, worth) = try standing(fixture, upTo: "2002-12-31")
      #expect(worth.collected == 88_261 && worth.outstanding == 0 && worth.overdue == 0)
      #expect(worth.due == 35_304)
    }
  }

  @Test func `what is pledged in a period holds what was added in it`() throws {
    try LedgerFixture.run { fixture in
      try pledge(fixture, in: "CA")
      try fixture.record(
        .pledgeChanges,
        [
          "pledge": "PLG-2002-0001", "amount": "500 EUR", "due": "2004-12-31", "on": "2004-07-02",
          "document": "Addendum",
        ])
      for (period, cents) in [("2002-2003", Int64(88_261)), ("2004-2005", 60_827)] {
        try fixture.ledger().read { books in
          let totals = try books.pledged(Period(period), by: nil)
          #expect(totals.reduce(0) { $0 + $1.usd } == cents)
          let donor = try books.donor("NOR").id
          #expect(try books.pledged(Period(period), by: donor).map(\.usd) == totals.map(\.usd))
          let other = try books.donor("SWE").id
          #expect(try books.pledged(Period(period), by: other).isEmpty)
        }
      }
    }
  }
}
