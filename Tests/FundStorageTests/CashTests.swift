import FundDomain
import FundStorage
import Testing

/// What moves money or promises without a project: transfers, interest, charges, exchange,
/// revaluation, write-offs, changed pledges and earmarks; and the rules that refuse.
@Suite struct CashTests {
  private func give(
    _ fixture: LedgerFixture, _ amount: String, to subFund: String, earmark: String? = nil,
    on day: String = "2002-01-15"
  ) throws {
    var gift = ["donor": "NOR", "amount": amount, "sub-fund": subFund, "on": day]
    gift["earmark"] = earmark
    try fixture.record(.contributions, gift)
  }

  @Test func `a transfer moves what is free, and earmarked money by its donor's consent alone`()
    throws
  {
    try LedgerFixture.run { fixture in
      try give(fixture, "1000 USD", to: "GP")
      try give(fixture, "500 USD", to: "SP", earmark: "theme:corruption")
      let day = "2002-03-01"
      try fixture.refuses(
        "allotment-exceeds-money", .transfers,
        ["from": "GP", "to": "PSC", "amount": "1000.01 USD", "on": day])
      try fixture.refuses(
        "transfer-to-itself", .transfers,
        ["from": "GP", "to": "GP", "amount": "1 USD", "on": day])
      for consent in [[:], ["contribution": "CTB-2002-0002"], ["document": "Letter"]] {
        try fixture.refuses(
          "transfer-without-consent", .transfers,
          ["from": "SP", "to": "GP", "amount": "1 USD", "on": day].merging(consent) { $1 })
      }
      try fixture.record(
        .transfers, ["from": "GP", "to": "PSC", "amount": "300 USD", "on": day])
      let moved = [
        "from": "SP", "to": "GP", "contribution": "CTB-2002-0002", "document": "Letter",
        "on": day,
      ]
      try fixture.record(.transfers, moved.merging(["amount": "200 USD"]) { $1 })
      try fixture.refuses(
        "allotment-exceeds-money", .transfers, moved.merging(["amount": "300.01 USD"]) { $1 })
      #expect(try fixture.balance(.transfers) == 0)
      #expect(try fixture.balance(.cash) == 150_000)
    }
  }

  @Test func `programme support that is owed is settled, and no more than it`() throws {
    try LedgerFixture.run { fixture in
      try give(fixture, "1000 USD", to: "SP", earmark: "theme:juvenile-justice")
      try fixture.record(
        .allotments,
        ["project": "EGY/R31", "from": "CTB-2002-0001", "amount": "565 USD", "on": "2002-02-01"])
      try fixture.record(
        .disbursements,
        ["project": "EGY/R31", "class": "travel", "amount": "500 USD", "on": "2002-03-01"])
      let settlement = ["from": "SP", "to": "PSC", "settle": "yes", "on": "2002-12-31"]
      try fixture.refuses(
        "settlement-exceeds-debt", .transfers, settlement.merging(["amount": "65.01 USD"]) { $1 })
      try fixture.record(.transfers, settlement.merging(["amount": "65 USD"]) { $1 })
      let owed = try fixture.ledger().read { books in
        try books.totals(TotalsQuery([.interFund], in: .always)).map(\.usd)
      }
      #expect(owed.allSatisfy { $0 == 0 })
      #expect(try fixture.balance(.transfers) == 0)
    }
  }

  /// Two sub-funds owe PSC 65 dollars each.
  @Test func `a sub-fund settles its own debt, and nobody else's`() throws {
    try LedgerFixture.run { fixture in
      try fixture.record(.subFunds, ["code": "X", "title": "X fund"])
      for (place, subFund) in ["SP", "X"].enumerated() {
        try give(fixture, "1000 USD", to: subFund, earmark: "theme:juvenile-justice")
        try fixture.record(
          .allotments,
          [
            "project": "EGY/R31", "from": "CTB-2002-000\(place + 1)", "amount": "565 USD",
            "on": "2002-02-01",
          ])
        try fixture.record(
          .disbursements,
          [
            "project": "EGY/R31", "class": "travel", "amount": "500 USD", "on": "2002-03-01",
            "allotment": "ALT-2002-000\(place + 1)",
          ])
      }
      let settlement = ["from": "SP", "to": "PSC", "settle": "yes", "on": "2002-12-31"]
      try fixture.refuses(
        "settlement-exceeds-debt", .transfers, settlement.merging(["amount": "65.01 USD"]) { $1 })
      try fixture.record(.transfers, settlement.merging(["amount": "65 USD"]) { $1 })
    }
  }

  @Test func `interest and charges stand on the sub-fund, or on the gift that earned them`() throws
  {
    try LedgerFixture.run { fixture in
      try give(fixture, "1000 USD", to: "SP", earmark: "theme:juvenile-justice")
      try fixture.refuses("field-missing", .interest, ["amount": "5 USD", "on": "2002-06-30"])
      try fixture.refuses(
        "contribution-of-another-sub-fund", .interest,
        [
          "amount": "5 USD", "sub-fund": "GP", "contribution": "CTB-2002-0001",
          "on": "2002-06-30",
        ])
      try fixture.record(
        .interest, ["amount": "50 USD", "contribution": "CTB-2002-0001", "on": "2002-06-30"])
      try fixture.record(.charges, ["amount": "7.50 USD", "on": "2002-06-30"])
      try fixture.record(
        .otherIncome, ["amount": "9 USD", "sub-fund": "PSC", "on": "2002-06-30"])
      #expect(try fixture.balance(.interest) == -5_000)
      #expect(try fixture.balance(.bankCharges) == 750)
      #expect(try fixture.balance(.otherIncome) == -900)
      let left = try fixture.ledger().read {
        try $0.left(of: $0.entry(DocumentNumber("CTB-2002-0001")!).sequence, upTo: .last)
      }
      #expect(left == 105_000)
    }
  }

  @Test func `cash exchanged meets through clearing, and a revaluation of the day sweeps the rest`()
    throws
  {
    try LedgerFixture.run { fixture in
      try give(fixture, "1000 EUR", to: "GP", on: "2002-07-15")
      try fixture.refuses(
        "exchange-of-one-currency", .exchanges,
        ["sold": "5 EUR", "bought": "5 EUR", "on": "2002-08-01"])
      #expect(
        try fixture.write(keep: false) { journal in
          try ["2002-07-14", "2003-01-10"].map { day in
            try journal.record(
              .exchanges, Form(["sold": "1000.01 EUR", "bought": "980 USD", "on": day])
            ).warnings
          }
        } == [
          [
            "1000.01 EUR is more than the 0.00 EUR that GP holds: what it lacks is cash below zero"
          ],
          [
            "1000.01 EUR is more than the -0.01 EUR that GP holds: what it lacks is cash below zero"
          ],
        ])
      let exchanged = try fixture.write { journal in
        try journal.record(
          .exchanges, Form(["sold": "1000 EUR", "bought": "980 USD", "on": "2003-01-10"]))
      }
      #expect(exchanged.warnings.isEmpty)
      #expect(try fixture.balance(.conversion) == 0)
      // 1,000 / 1.018 = 982.32 came, 980.00 is there; the difference to 1,041.67 is exchange.
      #expect(try fixture.balance(.contributions) == -98_232)
      try fixture.record(.revaluations, ["on": "2003-01-10"])
      #expect(try fixture.balance(.cash) == 98_000)
      #expect(try fixture.balance(.exchange) == 232)
      try fixture.refuses("nothing-to-revalue", .revaluations, ["on": "2003-01-10"])
      try fixture.refuses("date-in-future", .revaluations, ["on": "2199-01-01"])
      try fixture.refuses(
        "reversal-of-revaluation", .reversals, ["number": "RVL-2003-0001", "reason": "x"])
    }
  }

  @Test
  func `cash in a currency that ended goes into its successor, and so does its donor's refund`()
    throws
  {
    try LedgerFixture.run { fixture in
      try give(fixture, "195.58 DEM", to: "GP", on: "2001-06-15")
      var exchange = ["sold": "195.58 DEM", "bought": "90 EUR", "on": "2002-07-15"]
      let error = try fixture.refuses("exchange-off-fixed-rate", .exchanges, exchange)
      #expect(error?.message.hasPrefix("90.00 EUR is 176.02 DEM, not 195.58 DEM") == true)
      try fixture.refuses(
        "currency-ended", .exchanges, exchange.merging(["bought": "98 USD"]) { $1 })
      try fixture.refuses(
        "amount-too-small", .exchanges,
        exchange.merging(["sold": "0.01 DEM", "bought": "0.01 EUR", "on": "2002-01-15"]) { $1 })
      exchange["bought"] = "100 EUR"
      try fixture.record(.exchanges, exchange)
      var refund = ["contribution": "CTB-2001-0001", "amount": "50 EUR", "on": "2002-08-01"]
      try fixture.record(.refunds, refund)
      // Half of 93.13, to the even cent; and the rest of the pfennigs with the last cent of euro.
      #expect(try fixture.balance(.refunds) == 4_656)
      try fixture.refuses("refund-currency", .refunds, refund.merging(["amount": "5 USD"]) { $1 })
      try fixture.record(.refunds, refund)
      #expect(try fixture.balance(.refunds) == 9_313)
      refund["amount"] = "0.01 EUR"
      try fixture.refuses("refund-exceeds-contribution", .refunds, refund)
      let cash = try fixture.ledger().read { books in
        try books.totals(TotalsQuery([.cash], by: [.currency], in: .always)).map(\.amount)
      }
      #expect(cash.allSatisfy { $0 == 0 })
      #expect(try fixture.balance(.conversion) == 0)
      #expect(try fixture.ledger().verify().findings.isEmpty)
    }
  }

  @Test func `an obligation outlives its currency, and is reduced and paid`() throws {
    try LedgerFixture.run { fixture in
      try give(fixture, "500 USD", to: "SP", earmark: "theme:juvenile-justice", on: "2001-01-15")
      try fixture.record(
        .allotments,
        ["project": "EGY/R31", "from": "CTB-2001-0001", "amount": "400 USD", "on": "2001-02-01"])
      try fixture.record(
        .obligations,
        ["project": "EGY/R31", "class": "travel", "amount": "195.58 DEM", "on": "2001-03-01"])
      try fixture.record(
        .obligationChanges,
        ["number": "OBL-2001-0001", "amount": "-95.58 DEM", "on": "2002-07-15"])
      try fixture.refuses(
        "currency-ended", .obligationChanges,
        ["number": "OBL-2001-0001", "amount": "1 DEM", "on": "2002-07-15"])
      try fixture.record(
        .disbursements,
        ["obligation": "OBL-2001-0001", "amount": "51.13 EUR", "on": "2002-08-01"])
      #expect(try fixture.balance(.obligations) == 0)
      #expect(try fixture.ledger().verify().findings.isEmpty)
    }
  }

  @Test func `a claim that is revalued meets the value recorded again on the next day`() throws {
    try LedgerFixture.run { fixture in
      try fixture.record(
        .subFunds, ["code": "X", "title": "X fund", "recognition": "on-commitment"])
      try fixture.record(
        .pledges,
        ["donor": "NOR", "amount": "1000 EUR", "sub-fund": "X", "on": "2002-01-15"])
      try fixture.record(.revaluations, ["on": "2002-12-31"])
      #expect(try fixture.balance(.pledgesReceivable, "1900-01-01..2002-12-31") == 98_232)
      #expect(try fixture.balance(.pledgesReceivable) == 88_261)
      #expect(try fixture.balance(.exchange) == 0)
    }
  }

  @Test func `a pledge is written off oldest part first, as income not had or as a loss`() throws {
    try LedgerFixture.run { fixture in
      try fixture.record(
        .subFunds, ["code": "X", "title": "X fund", "recognition": "on-commitment"])
      try fixture.record(
        .pledges,
        ["donor": "NOR", "amount": "1000 EUR", "sub-fund": "X", "on": "2002-01-15"])
      try fixture.record(
        .pledgeChanges,
        [
          "pledge": "PLG-2002-0001", "amount": "500 EUR", "document": "Letter",
          "on": "2004-07-15",
        ])
      #expect(try fixture.balance(.contributions) == -(88_261 + 60_827))
      let act = ["pledge": "PLG-2002-0001", "reason": "donor-withdrew", "on": "2004-08-01"]
      try fixture.refuses(
        "write-off-exceeds-pledge", .writeOffs, act.merging(["amount": "1500.01 EUR"]) { $1 })
      try fixture.refuses(
        "currency-differs", .writeOffs, act.merging(["amount": "5 USD"]) { $1 })
      try fixture.refuses(
        "unknown-word", .writeOffs, act.merging(["reason": "forgotten"]) { $1 })
      try fixture.record(.writeOffs, act.merging(["amount": "1200 EUR"]) { $1 })
      // 1,000 counted in 2002 at 882.61 and 200 of those of 2004, in proportion to what is carried.
      let carried: Int64 = 88_261 + 60_827
      let loss = carried * 1000 / 1500 + (carried * 1000 % 1500 * 2 > 1500 ? 1 : 0)
      #expect(try fixture.balance(.writeOffs) == loss)
      try fixture.record(.writeOffs, act)
      #expect(try fixture.balance(.pledgesReceivable) == 0)
      try fixture.refuses(
        "contribution-exceeds-pledge", .contributions,
        ["donor": "NOR", "amount": "1 EUR", "pledge": "PLG-2002-0001", "on": "2004-09-01"])
    }
  }

  @Test func `an earmark changes by the donor's document, and what it then allows`() throws {
    try LedgerFixture.run { fixture in
      try give(fixture, "1000 USD", to: "SP", earmark: "theme:corruption")
      let allotment = [
        "project": "EGY/R31", "from": "CTB-2002-0001", "amount": "100 USD", "on": "2002-03-01",
      ]
      try fixture.refuses("outside-earmark", .allotments, allotment)
      let change = [
        "number": "CTB-2002-0001", "kind": "contribution", "earmark": "theme:juvenile-justice",
        "on": "2002-02-01",
      ]
      try fixture.refuses("field-missing", .earmarkChanges, change)
      try fixture.record(.earmarkChanges, change.merging(["document": "Note 81"]) { $1 })
      try fixture.record(.allotments, allotment)
      try fixture.refuses(
        "others-depend-on-it", .reversals, ["number": "CTB-2002-0001", "reason": "x"])
    }
  }

  @Test func `money of the pool is kept apart once its donor says what it is for`() throws {
    try LedgerFixture.run { fixture in
      try give(fixture, "1000 USD", to: "GP")
      try fixture.record(
        .earmarkChanges,
        [
          "number": "CTB-2002-0001", "kind": "contribution", "earmark": "theme:juvenile-justice",
          "document": "Note 81", "on": "2002-02-01",
        ])
      let allotment = ["project": "EGY/R31", "amount": "600 USD", "on": "2002-03-01"]
      try fixture.refuses(
        "allotment-exceeds-money", .allotments, allotment.merging(["from": "GP"]) { $1 })
      try fixture.record(.allotments, allotment.merging(["from": "CTB-2002-0001"]) { $1 })
      try fixture.refuses(
        "allotment-exceeds-money", .allotments, allotment.merging(["from": "CTB-2002-0001"]) { $1 })
    }
  }

  @Test func `a contribution recorded as another's is its donor's from then on`() throws {
    try LedgerFixture.run { fixture in
      try give(fixture, "1000 USD", to: "GP")
      let change = [
        "number": "CTB-2002-0001", "donor": "SWE", "document": "Bank advice", "on": "2002-02-01",
      ]
      try fixture.refuses(
        "donor-unchanged", .giverChanges, change.merging(["donor": "NOR"]) { $1 })
      try fixture.record(.giverChanges, change)
      try fixture.refuses(
        "refund-exceeds-contribution", .refunds,
        ["donor": "NOR", "amount": "1 USD", "on": "2002-03-01"])
      try fixture.record(.refunds, ["donor": "SWE", "amount": "1 USD", "on": "2002-03-01"])
      try fixture.refuses(
        "others-depend-on-it", .giverChanges, change.merging(["donor": "DEU"]) { $1 })
      let given = try fixture.ledger().read { books in
        let swe = try books.donor("SWE").id
        return try books.totals(TotalsQuery([.contributions], by: [.donor], in: .always))
          .filter { $0.usd != 0 }.map { ($0.donor == swe, $0.usd) }
      }
      #expect(given.count == 1 && given[0] == (true, -100_000))
      #expect(try fixture.balance(.cash) == 99_900)
    }
  }
}
