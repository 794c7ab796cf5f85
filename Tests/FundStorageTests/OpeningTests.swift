import FundDomain
import FundStorage
import Testing

/// What the Fund had before its ledger: items that later documents act on.
@Suite struct OpeningTests {
  private let day = "1999-12-31"

  private func open(_ fixture: LedgerFixture) throws {
    try fixture.record(
      .rates, ["currency": "EUR", "effective": "1999-12-01", "units-per-usd": "0.980"])
    try fixture.record(
      .openings,
      [
        "donor": "NOR", "amount": "5000 USD", "earmark": "theme:juvenile-justice", "on": day,
      ])
    try fixture.record(
      .openings,
      [
        "item": "allotment", "project": "EGY/R31", "from": "OPN-1999-0001", "amount": "2000 USD",
        "on": day,
      ])
    try fixture.record(
      .openings,
      [
        "item": "obligation", "project": "EGY/R31", "allotment": "OPN-1999-0002",
        "class": "travel", "amount": "1000 EUR", "on": day,
      ])
    try fixture.record(
      .openings,
      [
        "item": "pledge", "donor": "SWE", "amount": "980 EUR", "sub-fund": "SP",
        "earmark": "theme:juvenile-justice", "on": day,
      ])
  }

  @Test func `open items are carried, paid and spent like the ledger's own`() throws {
    try LedgerFixture.run { fixture in
      try open(fixture)
      // 5,000.00 in cash, 1,000.00 receivable, 1,020.41 unliquidated.
      #expect(try fixture.balance(.opening) == -500_000 - 100_000 + 102_041)
      #expect(try fixture.balance(.budgetSpent) == 102_041 + 13_265)
      try fixture.record(
        .disbursements, ["obligation": "OPN-1999-0003", "amount": "400 EUR", "on": "2002-01-10"])
      #expect(try fixture.balance(.obligations) == -(102_041 - 40_816))
      try fixture.record(
        .obligationChanges, ["number": "OPN-1999-0003", "amount": "-600 EUR", "on": "2002-02-10"])
      #expect(try fixture.balance(.obligations) == 0)
      #expect(try fixture.balance(.travel) == 0)
      #expect(try fixture.balance(.savings) == -(102_041 - 40_816))
      try fixture.record(
        .contributions,
        ["donor": "SWE", "amount": "980 EUR", "pledge": "OPN-1999-0004", "on": "2002-01-20"])
      #expect(try fixture.balance(.pledgesReceivable) == 0)
      #expect(try fixture.balance(.contributions) == 0)
      #expect(try fixture.ledger().verify().findings.isEmpty)
    }
  }

  @Test func `an open pledge that is not paid is written off, never this biennium's income`() throws
  {
    try LedgerFixture.run { fixture in
      try open(fixture)
      try fixture.record(
        .writeOffs,
        ["pledge": "OPN-1999-0004", "reason": "lapsed", "on": "2000-05-01"])
      #expect(try fixture.balance(.writeOffs) == 100_000)
      #expect(try fixture.balance(.contributions) == 0)
    }
  }

  @Test func `openings lie before the start, draw on openings, and end with the first closing`()
    throws
  {
    try LedgerFixture.run { fixture in
      try open(fixture)
      try fixture.refuses(
        "opening-after-start", .openings,
        ["item": "pledge", "donor": "SWE", "amount": "5 USD", "on": "2000-01-01"])
      try fixture.refuses(
        "allotment-exceeds-money", .openings,
        [
          "item": "allotment", "project": "EGY/R31", "from": "OPN-1999-0001",
          "amount": "3000.01 USD", "on": day,
        ])
      try fixture.refuses(
        "opening-not-committed", .openings,
        [
          "item": "pledge", "donor": "SWE", "amount": "5 USD", "on": day, "announced": "yes",
        ])
      try fixture.refuses(
        "field-missing", .openings,
        [
          "item": "obligation", "project": "EGY/R31", "class": "travel", "amount": "5 USD",
          "on": day,
        ])
      try fixture.refuses(
        "others-depend-on-it", .reversals, ["number": "OPN-1999-0002", "reason": "x"])
      try fixture.write { _ = try $0.close(Form(["period": "2000-2001"])) }
      try fixture.refuses(
        "opening-after-closing", .openings, ["amount": "5 USD", "on": day])
    }
  }

  /// The published statement of 2018-2019, thousands of dollars: a fund whose programme support
  /// opens and closes below zero.
  @Test func `a published statement with a programme support deficit is entered and closes`() throws
  {
    try LedgerFixture.run { fixture in
      func dollars(_ thousands: String) -> String { thousands.replacing(".", with: "") + "00 USD" }
      for (fund, thousands) in [("GP", "1634.0"), ("SP", "307346.2"), ("PSC", "-516.4")] {
        var opening = ["sub-fund": fund, "amount": dollars(thousands), "on": day]
        if fund == "SP" { opening["earmark"] = "theme:juvenile-justice" }
        try fixture.record(.openings, opening)
      }
      try fixture.record(
        .contributions,
        ["donor": "NOR", "amount": dollars("5396.9"), "sub-fund": "GP", "on": "2018-06-01"])
      try fixture.record(
        .contributions,
        [
          "donor": "SWE", "amount": dollars("443002.0"), "earmark": "theme:juvenile-justice",
          "on": "2018-06-01",
        ])
      try fixture.record(
        .otherIncome, ["sub-fund": "PSC", "amount": dollars("17032.5"), "on": "2018-06-01"])
      try fixture.record(
        .projects,
        [
          "code": "S", "title": "All of it", "themes": "juvenile-justice", "scope": "global",
          "support-rate": "0",
        ])
      let spent = [
        ("GP", "2011.2"), ("CTB-2018-0002", "322672.9"), ("PSC", "25137.7"),
      ]
      for (money, thousands) in spent {
        let number = try fixture.record(
          .allotments,
          ["project": "S", "from": money, "amount": dollars(thousands), "on": "2018-07-01"])
        try fixture.record(
          .disbursements,
          [
            "project": "S", "allotment": number, "class": "staff", "amount": dollars(thousands),
            "on": "2018-07-01",
          ])
      }
      try fixture.record(
        .refunds,
        ["contribution": "CTB-2018-0002", "amount": dollars("7558.9"), "on": "2018-08-01"])
      for (fund, thousands) in [("GP", "10.8"), ("PSC", "7010.3")] {
        try fixture.record(
          .adjustments,
          [
            "sub-fund": fund, "debit": "assets:cash", "credit": "adjustments:other",
            "amount": dollars(thousands), "memo": "Savings", "document": "A", "on": "2018-08-01",
          ])
      }
      let closing = try fixture.ledger().read { books in
        try books.totals(TotalsQuery([.cash], in: .always)).map { $0.usd }
      }
      #expect(closing.sorted() == [-161_130_000, 503_050_000, 42_011_640_000])
    }
  }

  @Test func `earmarked money of no donor in particular is allotted, and goes back to nobody`()
    throws
  {
    try LedgerFixture.run { fixture in
      try fixture.record(
        .openings, ["amount": "500 USD", "earmark": "theme:juvenile-justice", "on": day])
      try fixture.record(
        .allotments,
        ["project": "EGY/R31", "amount": "400 USD", "from": "OPN-1999-0001", "on": "2000-02-01"])
      let refund = ["contribution": "OPN-1999-0001", "amount": "100 USD", "on": "2000-03-01"]
      try fixture.refuses("refund-without-donor", .refunds, refund)
    }
  }

  @Test func `who gave what the ledger opened with can be corrected, and reversed in its turn`()
    throws
  {
    try LedgerFixture.run { fixture in
      try fixture.record(.openings, ["donor": "NOR", "amount": "500 USD", "on": day])
      try fixture.record(
        .giverChanges,
        ["number": "OPN-1999-0001", "donor": "SWE", "document": "Advice", "on": "2000-02-01"])
      var refund = ["donor": "NOR", "amount": "100 USD", "on": "2000-03-01"]
      try fixture.refuses("refund-exceeds-contribution", .refunds, refund)
      refund["donor"] = "SWE"
      let number = try fixture.record(.refunds, refund)
      for name in ["OPN-1999-0001", "OPN-1999-0001.2"] {
        try fixture.refuses(
          "others-depend-on-it", .reversals, ["number": name, "reason": "test"])
      }
      for name in [number, "OPN-1999-0001.2", "OPN-1999-0001"] {
        try fixture.record(.reversals, ["number": name, "reason": "test"])
      }
      #expect(try fixture.balance(.cash) == 0)
    }
  }

  @Test func `what an open pledge has paid is allotted in its name`() throws {
    try LedgerFixture.run { fixture in
      try fixture.record(
        .openings,
        [
          "item": "pledge", "donor": "SWE", "amount": "900 USD",
          "earmark": "theme:juvenile-justice", "on": day,
        ])
      try fixture.record(
        .contributions,
        ["donor": "SWE", "amount": "900 USD", "pledge": "OPN-1999-0001", "on": "2000-02-01"])
      let allotment = try fixture.record(
        .allotments,
        ["project": "EGY/R31", "amount": "800 USD", "from": "OPN-1999-0001", "on": "2000-03-01"])
      let own = try fixture.ledger().read {
        try $0.allotment(allotment, source: "manual", on: .last).allotment
      }
      #expect(own.money != nil && own.usd == 80_000)
    }
  }
}
