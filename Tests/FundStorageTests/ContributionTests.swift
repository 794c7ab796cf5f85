import FundDomain
import FundStorage
import Testing

/// The posting rules of pledges and contributions, with the figures of the accounting's worked
/// cases, and the rules that refuse.
@Suite struct ContributionTests {
  @Test func `a contribution without a pledge is cash and income at the rate of the day`() throws {
    try LedgerFixture.run { fixture in
      let number = try fixture.record(
        .contributions, ["donor": "NOR", "amount": "500000 EUR", "on": "2002-07-15"])
      #expect(number == "CTB-2002-0001")
      #expect(try fixture.balance(.cash) == 49_115_914)
      #expect(try fixture.balance(.contributions) == -49_115_914)
    }
  }

  /// Income, and the exchange difference that makes it what was collected (1,099,431.65).
  @Test(
    arguments: [
      ("on-commitment", 88_261_253, 21_681_912),
      ("when-due", 44_130_627 + 60_827_251, 4_985_287),
      ("on-receipt", 49_115_914 + 60_827_251, 0),
    ] as [(String, Int64, Int64)])
  func `a pledge in two instalments counts as its sub-fund's policy says`(
    policy: String, income: Int64, exchange: Int64
  ) throws {
    try LedgerFixture.run { fixture in
      try fixture.record(.subFunds, ["code": "F", "title": "A fund", "recognition": policy])
      try fixture.record(
        .pledges,
        [
          "donor": "NOR", "amount": "1000000 EUR", "on": "2002-01-15", "sub-fund": "F",
          "due": "2002-12-31=500000;2004-12-31=500000",
        ])
      for day in ["2002-07-15", "2004-07-15"] {
        try fixture.record(
          .contributions,
          ["donor": "NOR", "amount": "500000 EUR", "on": day, "pledge": "PLG-2002-0001"])
      }
      #expect(try fixture.balance(.cash) == 49_115_914 + 60_827_251)
      #expect(try fixture.balance(.pledgesReceivable) == 0)
      #expect(try fixture.balance(.contributions) == -income)
      #expect(try fixture.balance(.exchange) == -exchange)
    }
  }

  /// A pledge of 1.4 million dollars in four instalments, 2005 to 2008, the fourth paid a year
  /// early: income of 2004-2005 and 2006-2007, and what waits for 2008.
  @Test(
    arguments: [
      ("on-commitment", 140_000_000, 0, 0), ("when-due", 35_000_000, 70_000_000, 35_000_000),
      ("on-receipt", 35_000_000, 105_000_000, 0),
    ] as [(String, Int64, Int64, Int64)])
  func `an instalment paid before its biennium waits where the policy says when due`(
    policy: String, first: Int64, second: Int64, deferred: Int64
  ) throws {
    try LedgerFixture.run { fixture in
      try fixture.record(.subFunds, ["code": "F", "title": "A fund", "recognition": policy])
      let due = (2005...2008).map { "\($0)-12-31=350000" }.joined(separator: ";")
      try fixture.record(
        .pledges,
        [
          "donor": "NOR", "amount": "1400000 USD", "on": "2005-10-11", "sub-fund": "F",
          "due": due,
        ])
      for day in ["2005-12-01", "2006-12-01", "2007-06-01", "2007-12-01"] {
        try fixture.record(
          .contributions,
          ["donor": "NOR", "amount": "350000 USD", "on": day, "pledge": "PLG-2005-0001"])
      }
      #expect(try fixture.balance(.contributions, "2004-2005") == -first)
      #expect(try fixture.balance(.contributions, "2006-2007") == -second)
      #expect(try fixture.balance(.deferredIncome) == -deferred)
      #expect(try fixture.balance(.cash) == 140_000_000)
    }
  }

  @Test func `three unequal payments leave nothing on the pledge`() throws {
    try LedgerFixture.run { fixture in
      try fixture.record(
        .subFunds, ["code": "F", "title": "A fund", "recognition": "on-commitment"])
      try fixture.record(
        .pledges,
        ["donor": "NOR", "amount": "1000 EUR", "on": "2002-01-15", "sub-fund": "F"])
      try fixture.record(
        .rates, ["currency": "EUR", "effective": "2005-01-01", "units-per-usd": "0.850"])
      for (day, amount) in [
        ("2002-07-15", "333.33"), ("2003-01-15", "333.33"), ("2005-01-15", "333.34"),
      ] {
        try fixture.record(
          .contributions,
          ["donor": "NOR", "amount": "\(amount) EUR", "on": day, "pledge": "PLG-2002-0001"])
      }
      #expect(try fixture.balance(.contributions) == -88_261)
      #expect(try fixture.balance(.cash) == 106_682)
      #expect(try fixture.balance(.exchange) == -18_421)
      #expect(try fixture.balance(.pledgesReceivable) == 0)
    }
  }

  @Test func `an overpayment that is allowed is income without a pledge`() throws {
    try LedgerFixture.run { fixture in
      try fixture.record(
        .subFunds, ["code": "F", "title": "A fund", "recognition": "on-commitment"])
      try fixture.record(
        .pledges, ["donor": "NOR", "amount": "500 EUR", "on": "2002-01-15", "sub-fund": "F"])
      let payment = [
        "donor": "NOR", "amount": "600 EUR", "on": "2002-07-15", "pledge": "PLG-2002-0001",
      ]
      let error = try fixture.refuses("contribution-exceeds-pledge", .contributions, payment)
      #expect(error?.message.contains("500.00 EUR outstanding on PLG-2002-0001") == true)
      try fixture.record(
        .contributions, payment.merging(["allow-overpayment": "yes"]) { $1 })
      #expect(try fixture.balance(.contributions) == -53_954)
      #expect(try fixture.balance(.exchange) == -4_985)
      #expect(try fixture.balance(.cash) == 58_939)
    }
  }

  @Test func `a pledge in a currency that ended is closed in its successor`() throws {
    try LedgerFixture.run { fixture in
      try fixture.record(
        .subFunds, ["code": "F", "title": "A fund", "recognition": "on-commitment"])
      try fixture.record(
        .pledges, ["donor": "DEU", "amount": "1000000 DEM", "on": "2001-01-15", "sub-fund": "F"])
      try fixture.record(
        .contributions,
        ["donor": "DEU", "amount": "511291.88 EUR", "on": "2002-07-15", "pledge": "PLG-2001-0001"])
      #expect(try fixture.balance(.contributions) == -47_619_048)
      #expect(try fixture.balance(.cash) == 50_225_136)
      #expect(try fixture.balance(.exchange) == -2_606_088)
      #expect(try fixture.balance(.conversion) == 0)
      #expect(try fixture.balance(.pledgesReceivable) == 0)
      try fixture.refuses(
        "currency-ended", .contributions,
        ["donor": "DEU", "amount": "100 DEM", "on": "2003-01-15"])
    }
  }

  /// 1,936.27 lire are a euro: a cent is nineteen lire, and closes the pledge all the same.
  @Test func `a cent of the paying currency closes a pledge in lire`() throws {
    try LedgerFixture.run { fixture in
      try fixture.record(
        .rates, ["currency": "ITL", "effective": "2001-01-01", "units-per-usd": "2100"])
      try fixture.record(
        .pledges, ["donor": "DEU", "amount": "1000000000 ITL", "on": "2001-06-01"])
      try fixture.record(
        .contributions,
        ["donor": "DEU", "amount": "516456.90 EUR", "on": "2002-07-15", "pledge": "PLG-2001-0001"])
      let standing = try fixture.ledger().read {
        try $0.pledge("PLG-2001-0001", source: "manual")
      }
      #expect(standing.outstanding.minorUnits == 0)
    }
  }

  @Test func `dollars pledged and paid in another currency are income as pledged`() throws {
    try LedgerFixture.run { fixture in
      try fixture.record(.pledges, ["donor": "NOR", "amount": "100 USD", "on": "2002-06-01"])
      try fixture.record(
        .subFundChanges, ["code": "GP", "recognition": "on-receipt", "on": "2002-06-02"])
      try fixture.record(.pledges, ["donor": "NOR", "amount": "100 USD", "on": "2002-06-03"])
      for pledge in ["PLG-2002-0001", "PLG-2002-0002"] {
        try fixture.record(
          .contributions,
          [
            "donor": "NOR", "amount": "90 EUR", "on": "2002-07-15", "pledge": pledge,
            "settles": "80 USD",
          ])
      }
      // 90 EUR at 1.018 are 88.41 USD: 8.41 more than they settle, each time.
      #expect(try fixture.balance(.contributions) == -10_000 - 8_000)
      #expect(try fixture.balance(.exchange) == -2 * 841)
      #expect(try fixture.balance(.conversion) == 0)
      #expect(try fixture.balance(.pledgesReceivable) == 2_000)
    }
  }

  @Test func `an announced pledge is a memorandum until it is committed`() throws {
    try LedgerFixture.run { fixture in
      try fixture.record(
        .subFunds, ["code": "F", "title": "A fund", "recognition": "on-commitment"])
      try fixture.record(
        .pledges,
        [
          "donor": "NOR", "amount": "1000 USD", "on": "2002-01-15", "sub-fund": "F",
          "announced": "yes",
        ])
      #expect(try fixture.balance(.contributions) == 0)
      let commitment = ["pledge": "PLG-2002-0001", "document": "Letter", "on": "2002-03-01"]
      #expect(try fixture.record(.commitments, commitment) == "PLG-2002-0001.2")
      #expect(try fixture.balance(.contributions) == -100_000)
      try fixture.refuses("pledge-already-committed", .commitments, commitment)
      try fixture.refuses(
        "others-depend-on-it", .reversals, ["number": "PLG-2002-0001", "reason": "test"])
      try fixture.record(.reversals, ["number": "PLG-2002-0001.2", "reason": "test"])
      #expect(try fixture.balance(.contributions) == 0)
    }
  }

  @Test func `a gift in kind is income and its use, without cash`() throws {
    try LedgerFixture.run { fixture in
      try fixture.record(
        .contributions,
        [
          "donor": "NOR", "amount": "900 USD", "on": "2002-05-05", "kind": "in-kind",
          "earmark": "project:EGY/R31",
        ])
      #expect(try fixture.balance(.incomeInKind) == -90_000)
      #expect(try fixture.balance(.expenditureInKind) == 90_000)
      #expect(try fixture.balance(.cash) == 0)
    }
  }

  @Test func `money for a later biennium waits as deferred income`() throws {
    try LedgerFixture.run { fixture in
      try fixture.record(
        .contributions,
        ["donor": "NOR", "amount": "900 USD", "on": "2002-05-05", "for": "2004-2005"])
      #expect(try fixture.balance(.deferredIncome) == -90_000)
      #expect(try fixture.balance(.contributions) == 0)
      try fixture.refuses(
        "for-earlier-biennium", .contributions,
        ["donor": "NOR", "amount": "900 USD", "on": "2002-05-05", "for": "2000-2001"])
    }
  }
}
