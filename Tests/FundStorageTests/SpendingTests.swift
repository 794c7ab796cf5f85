import FundDomain
import FundStorage
import Testing

/// The posting rules of allotments, obligations, disbursements and programme support, with the
/// figures of the accounting's worked cases, and the rules that refuse.
@Suite struct SpendingTests {
  /// Money earmarked to the fixture's project's theme, and an allotment of some of it.
  private func allot(
    _ fixture: LedgerFixture, _ amount: String, on day: String = "2002-02-01",
    rate: String? = nil
  ) throws {
    var gift = [
      "donor": "NOR", "amount": "500000 USD", "on": "2002-01-15",
      "earmark": "theme:juvenile-justice",
    ]
    gift["support-rate"] = rate
    try fixture.record(.contributions, gift)
    try fixture.record(
      .allotments,
      ["project": "EGY/R31", "amount": "\(amount) USD", "from": "CTB-2002-0001", "on": day])
  }

  private func obligate(
    _ fixture: LedgerFixture, _ amount: String, on day: String = "2002-03-01"
  ) throws {
    try fixture.record(
      .obligations,
      ["project": "EGY/R31", "amount": amount, "class": "consultants", "on": day])
  }

  @Test(arguments: [
    ("129837.00", "13", "114900.00", 1_493_700), ("243960.00", "7", "228000.00", 1_596_000),
    ("1.00", "13", "0.88", 11),
  ])
  func `an allotment holds its programme support`(
    allotted: String, rate: String, most: String, support: Int64
  ) throws {
    try LedgerFixture.run { fixture in
      try allot(fixture, allotted, rate: rate)
      let over = "\(try Money(decimal: most, .usd).minorUnits + 1)"
      let cents = over.count > 2 ? "\(over.dropLast(2)).\(over.suffix(2))" : "0.\(over)"
      try fixture.refuses(
        "over-allotments", .obligations,
        [
          "project": "EGY/R31", "amount": "\(cents) USD", "class": "travel", "on": "2002-03-01",
        ])
      try obligate(fixture, "\(most) USD")
      #expect(try fixture.balance(.programmeSupport) == support)
      #expect(try fixture.balance(.programmeSupportIncome) == -support)
      #expect(try fixture.balance(.interFund) == 0)
      let left = try Money(decimal: allotted, .usd) - Money(decimal: most, .usd)
      #expect(try fixture.balance(.budgetUnobligated) == left.minorUnits - support)
      #expect(try fixture.balance(.budgetUnobligated) < 2)
    }
  }

  /// 129,837.00 allotted; obligation 100,000.01, raised by 0.04, paid 60,000.00, reduced in its
  /// biennium and in the next.
  @Test func `an obligation is raised, paid, reduced, and in a later biennium saved`() throws {
    try LedgerFixture.run { fixture in
      try allot(fixture, "129837.00")
      try obligate(fixture, "100000.01 USD")
      #expect(try fixture.balance(.programmeSupport) == 1_300_000)
      try fixture.record(
        .obligationChanges,
        ["number": "OBL-2002-0001", "amount": "0.04 USD", "on": "2002-04-01"])
      #expect(try fixture.balance(.programmeSupport) == 1_300_001)
      try fixture.record(
        .disbursements,
        ["obligation": "OBL-2002-0001", "amount": "60000 USD", "on": "2002-06-01"])
      try fixture.refuses(
        "disbursement-exceeds-obligation", .disbursements,
        ["obligation": "OBL-2002-0001", "amount": "40000.06 USD", "on": "2002-06-02"])
      try fixture.record(
        .obligationChanges,
        ["number": "OBL-2002-0001", "amount": "-10000.05 USD", "on": "2003-12-01"])
      #expect(try fixture.balance(.consultants) == 9_000_000)
      #expect(try fixture.balance(.programmeSupport) == 1_170_000)
      try fixture.record(
        .obligationChanges,
        ["number": "OBL-2002-0001", "amount": "-10000 USD", "on": "2004-06-01"])
      // Savings of 11,300.00 in SP and (1,300.00) in PSC.
      #expect(try fixture.balance(.savings) == -1_000_000)
      #expect(try fixture.balance(.programmeSupport) == 1_170_000)
      #expect(try fixture.balance(.budgetUnobligated) == 3_943_700)
      #expect(try fixture.balance(.obligations) == -2_000_000)
      #expect(try fixture.ledger().verify().isOK)
    }
  }

  @Test func `an obligation in another currency is paid at the day's rate`() throws {
    try LedgerFixture.run { fixture in
      try allot(fixture, "150000.00")
      try obligate(fixture, "100000 EUR", on: "2002-07-15")
      #expect(try fixture.balance(.consultants) == 9_823_183)
      #expect(try fixture.balance(.programmeSupport) == 1_277_014)
      try fixture.record(
        .disbursements,
        ["obligation": "OBL-2002-0001", "amount": "40000 EUR", "on": "2003-02-01"])
      #expect(try fixture.balance(.exchange) == 237_394)
    }
  }

  /// 2,300.00 over 1,130.00 at 13 per cent, 1,070.00 at 7 and 500.00 of the general purpose.
  @Test func `a charge is split over the project's allotments, earmarked money first`() throws {
    try LedgerFixture.run { fixture in
      for (rate, amount) in [("13", "1130.00"), ("7", "1070.00")] {
        let number = try fixture.record(
          .contributions,
          [
            "donor": "NOR", "amount": "5000 USD", "on": "2002-01-15", "support-rate": rate,
            "earmark": "theme:juvenile-justice",
          ])
        try fixture.record(
          .allotments,
          ["project": "EGY/R31", "amount": "\(amount) USD", "from": number, "on": "2002-02-01"])
      }
      try fixture.record(
        .contributions, ["donor": "SWE", "amount": "500 USD", "on": "2002-01-15"])
      try fixture.record(
        .allotments,
        ["project": "EGY/R31", "amount": "500 USD", "from": "GP", "on": "2002-01-20"])
      try obligate(fixture, "2300 USD")
      #expect(try fixture.balance(.consultants) == 230_000)
      #expect(try fixture.balance(.programmeSupport) == 20_000)
      #expect(try fixture.balance(.budgetUnobligated) == 20_000)
      try fixture.record(.reversals, ["number": "OBL-2002-0001", "reason": "Not signed"])
      #expect(try fixture.balance(.budgetUnobligated) == 270_000)
      #expect(try fixture.balance(.programmeSupport) == 0)
    }
  }

  @Test func `what a partner gives back returns to the allotment with its support`() throws {
    try LedgerFixture.run { fixture in
      try allot(fixture, "11300.00")
      try fixture.record(
        .disbursements,
        [
          "project": "EGY/R31", "class": "grants-and-fellowships", "amount": "10000 USD",
          "on": "2002-03-01",
        ])
      try fixture.refuses(
        "recovery-exceeds-payment", .recoveries,
        ["of": "DSB-2002-0001", "amount": "10000.01 USD", "on": "2002-09-01"])
      try fixture.record(
        .recoveries, ["of": "DSB-2002-0001", "amount": "4000 USD", "on": "2002-09-01"])
      #expect(try fixture.balance(.grantsAndFellowships) == 600_000)
      #expect(try fixture.balance(.programmeSupport) == 78_000)
      try fixture.record(
        .recoveries, ["of": "DSB-2002-0001", "amount": "1000 USD", "on": "2004-02-01"])
      #expect(try fixture.balance(.savings) == -100_000)
      #expect(try fixture.balance(.budgetUnobligated) == 565_000)
      try fixture.refuses(
        "others-depend-on-it", .reversals, ["number": "DSB-2002-0001", "reason": "x"])
    }
  }

  @Test func `money cannot be allotted twice, nor before it came, nor outside its earmark`() throws
  {
    try LedgerFixture.run { fixture in
      try allot(fixture, "400000.00")
      let more = ["project": "EGY/R31", "from": "CTB-2002-0001", "on": "2002-02-02"]
      try fixture.refuses(
        "allotment-exceeds-money", .allotments, more.merging(["amount": "100000.01 USD"]) { $1 })
      try fixture.refuses(
        "dated-before-its-document", .allotments,
        more.merging(["amount": "1 USD", "on": "2002-01-14"]) { $1 })
      try fixture.refuses(
        "allotment-exceeds-money", .allotments,
        ["project": "EGY/R31", "from": "GP", "amount": "1 USD", "on": "2002-02-02"])
      try fixture.refuses(
        "not-in-dollars", .allotments, more.merging(["amount": "10 EUR"]) { $1 })
      try fixture.record(
        .contributions,
        [
          "donor": "SWE", "amount": "1000 USD", "on": "2002-01-15", "earmark": "theme:corruption",
        ])
      let outside = ["project": "EGY/R31", "from": "CTB-2002-0002", "on": "2002-02-02"]
      let refusal = try fixture.refuses(
        "outside-earmark", .allotments, outside.merging(["amount": "1 USD"]) { $1 })
      #expect(refusal?.hint?.contains("CTB-2002-0001 (100000.00 USD left)") == true)
      try fixture.record(
        .allotments,
        outside.merging(["amount": "1 USD", "document": "Letter of 1 February"]) { $1 })
      // Of two keys the project has one alone.
      try fixture.record(
        .contributions,
        [
          "donor": "SWE", "amount": "1000 USD", "on": "2002-01-15",
          "earmark": "theme:juvenile-justice;country:LBN",
        ])
      try fixture.refuses(
        "outside-earmark", .allotments,
        outside.merging(["from": "CTB-2002-0003", "amount": "1 USD"]) { $1 })
    }
  }

  /// 50 dollars of interest came in June: in March there were a thousand.
  @Test func `no more is allotted on a day than was left of the gift on that day`() throws {
    try LedgerFixture.run { fixture in
      try fixture.record(
        .contributions,
        [
          "donor": "NOR", "amount": "1000 USD", "on": "2002-01-15",
          "earmark": "theme:juvenile-justice",
        ])
      try fixture.record(
        .interest, ["amount": "50 USD", "contribution": "CTB-2002-0001", "on": "2002-06-30"])
      var allotment = [
        "project": "EGY/R31", "from": "CTB-2002-0001", "amount": "1000.01 USD",
        "on": "2002-03-01",
      ]
      try fixture.refuses("allotment-exceeds-money", .allotments, allotment)
      allotment["on"] = "2002-06-30"
      try fixture.record(.allotments, allotment)
    }
  }

  @Test func `the donor's rate of programme support goes before the project's`() throws {
    try LedgerFixture.run { fixture in
      try fixture.record(
        .projectChanges, ["code": "EGY/R31", "support-rate": "5", "on": "2002-01-01"])
      try allot(fixture, "1000.00", rate: "7")
      try fixture.record(
        .contributions,
        [
          "donor": "SWE", "amount": "1000 USD", "on": "2002-01-15",
          "earmark": "theme:juvenile-justice",
        ])
      try fixture.record(
        .allotments,
        ["project": "EGY/R31", "from": "CTB-2002-0002", "amount": "1000 USD", "on": "2002-02-01"])
      for (number, support) in [("ALT-2002-0001", 700), ("ALT-2002-0002", 1_200)] {
        try fixture.record(
          .obligations,
          [
            "project": "EGY/R31", "amount": "100 USD", "class": "travel", "on": "2002-03-01",
            "allotment": number,
          ])
        #expect(try fixture.balance(.programmeSupport) == Int64(support))
      }
    }
  }

  @Test func `a partner gives back no more than it was paid`() throws {
    try LedgerFixture.run { fixture in
      try allot(fixture, "11300.00")
      try obligate(fixture, "1000 USD")
      try fixture.record(
        .disbursements, ["obligation": "OBL-2002-0001", "amount": "400 USD", "on": "2002-04-01"])
      let recovery = ["of": "OBL-2002-0001", "on": "2002-09-01"]
      try fixture.refuses(
        "recovery-exceeds-payment", .recoveries, recovery.merging(["amount": "400.01 USD"]) { $1 })
      try fixture.record(.recoveries, recovery.merging(["amount": "400 USD"]) { $1 })
    }
  }

  @Test func `money without a stated purpose waits for the donor's document`() throws {
    try LedgerFixture.run { fixture in
      try fixture.record(
        .contributions,
        ["donor": "NOR", "amount": "1000 USD", "on": "2002-01-15", "sub-fund": "SP"])
      let allotment = [
        "project": "EGY/R31", "from": "CTB-2002-0001", "amount": "1 USD", "on": "2002-02-02",
      ]
      try fixture.refuses("purpose-not-stated", .allotments, allotment)
      try fixture.record(.allotments, allotment.merging(["document": "Letter"]) { $1 })
    }
  }

  @Test func `what is kept apart in PSC is not passed, though its pool may be`() throws {
    try LedgerFixture.run { fixture in
      try fixture.record(
        .contributions,
        [
          "donor": "SWE", "sub-fund": "PSC", "amount": "1000 USD", "on": "2002-01-15",
          "earmark": "theme:juvenile-justice",
        ])
      var allotment = [
        "project": "EGY/R31", "from": "CTB-2002-0001", "amount": "1000.01 USD",
        "on": "2002-01-20",
      ]
      let error = try fixture.refuses("allotment-exceeds-money", .allotments, allotment)
      #expect(error?.message.contains("the 1000.00 USD that is left of CTB-2002-0001") == true)
      allotment["amount"] = "1000 USD"
      try fixture.record(.allotments, allotment)
      try fixture.refuses(
        "allotment-exceeds-money", .allotmentChanges,
        ["number": "ALT-2002-0001", "amount": "0.01 USD", "on": "2002-01-21"])
      allotment["from"] = "PSC"
      try fixture.record(.allotments, allotment)
      #expect(try fixture.ledger().verify().findings.isEmpty)
    }
  }

  @Test func `money earmarked to a theme pays no more than its share of the budget`() throws {
    try LedgerFixture.run { fixture in
      try fixture.record(
        .projects,
        [
          "code": "GLO/2", "title": "Two themes", "themes": "corruption=25;organized-crime=75",
          "scope": "global", "budget": "2002=1000",
        ])
      try fixture.record(
        .contributions,
        [
          "donor": "NOR", "amount": "1000 USD", "on": "2002-01-15", "earmark": "theme:corruption",
        ])
      let allotment = ["project": "GLO/2", "from": "CTB-2002-0001", "on": "2002-02-02"]
      try fixture.record(.allotments, allotment.merging(["amount": "200 USD"]) { $1 })
      try fixture.refuses(
        "over-share-of-budget", .allotments, allotment.merging(["amount": "50.01 USD"]) { $1 })
      try fixture.record(.allotments, allotment.merging(["amount": "50 USD"]) { $1 })
    }
  }

  @Test func `a pledge named as the money is its contributions, oldest first`() throws {
    try LedgerFixture.run { fixture in
      try fixture.record(
        .pledges,
        [
          "donor": "NOR", "amount": "3000 USD", "on": "2002-01-10",
          "earmark": "theme:juvenile-justice",
        ])
      for day in ["2002-01-15", "2002-01-20"] {
        try fixture.record(
          .contributions,
          ["donor": "NOR", "amount": "1000 USD", "on": day, "pledge": "PLG-2002-0001"])
      }
      let allotment = [
        "project": "EGY/R31", "from": "PLG-2002-0001", "on": "2002-02-02", "reference": "A1",
      ]
      try fixture.refuses(
        "allotment-exceeds-money", .allotments, allotment.merging(["amount": "2000.01 USD"]) { $1 })
      let asked = allotment.merging(["amount": "1500 USD"]) { $1 }
      #expect(try fixture.record(.allotments, asked) == "ALT-2002-0001, ALT-2002-0002")
      #expect(try fixture.record(.allotments, asked) == "ALT-2002-0001")
      #expect(try fixture.balance(.budgetUnobligated) == 150_000)
    }
  }

  @Test func `what is allotted or obligated is neither refunded, returned nor reversed`() throws {
    try LedgerFixture.run { fixture in
      try allot(fixture, "400000.00")
      try obligate(fixture, "300000 USD")
      try fixture.refuses(
        "refund-exceeds-contribution", .refunds,
        ["contribution": "CTB-2002-0001", "amount": "100000.01 USD", "on": "2002-04-01"])
      try fixture.refuses(
        "return-exceeds-allotment", .allotmentChanges,
        ["number": "ALT-2002-0001", "amount": "-61000.01 USD", "on": "2002-04-01"])
      for number in ["CTB-2002-0001", "ALT-2002-0001"] {
        try fixture.refuses(
          "others-depend-on-it", .reversals, ["number": number, "reason": "x"])
      }
      try fixture.record(
        .allotmentChanges,
        ["number": "ALT-2002-0001", "amount": "-61000 USD", "on": "2002-04-01"])
      try fixture.record(
        .refunds,
        ["contribution": "CTB-2002-0001", "amount": "161000 USD", "on": "2002-04-01"])
      try fixture.refuses(
        "given-out-already", .reversals, ["number": "ALT-2002-0001.2", "reason": "x"])
    }
  }

  @Test func `an overspend is told what is left, and where the rest went`() throws {
    try LedgerFixture.run { fixture in
      try allot(fixture, "1130.00")
      try obligate(fixture, "600 USD")
      let error = try fixture.refuses(
        "over-allotments", .obligations,
        ["project": "EGY/R31", "amount": "500 USD", "class": "travel", "on": "2002-03-01"])
      #expect(
        error?.message.hasSuffix("ALT-2002-0001 has 452.00 USD left (678.00 USD on OBL-2002-0001)")
          == true)
      #expect(error?.hint?.contains("400.00 USD fits") == true)
    }
  }

  /// 113 dollars of the first allotment hold an obligation of 100; the second is not to be touched.
  @Test func `what names an allotment is increased on it alone, and refused with its figures`()
    throws
  {
    try LedgerFixture.run { fixture in
      try allot(fixture, "1130.00")
      try fixture.record(
        .allotments,
        [
          "project": "EGY/R31", "amount": "113 USD", "from": "CTB-2002-0001", "on": "2002-02-15",
        ])
      try fixture.record(
        .obligations,
        [
          "project": "EGY/R31", "amount": "60 USD", "class": "travel", "on": "2002-03-01",
          "allotment": "ALT-2002-0002",
        ])
      let change = ["number": "OBL-2002-0001", "on": "2002-04-01"]
      try fixture.record(.obligationChanges, change.merging(["amount": "30 USD"]) { $1 })
      let left = try fixture.ledger().read { books in
        try ["ALT-2002-0001", "ALT-2002-0002"].map {
          try books.allotment($0, source: "manual", on: .last).unobligated
        }
      }
      #expect(left == [113_000, 1_130])
      let error = try fixture.refuses(
        "over-allotments", .obligationChanges, change.merging(["amount": "10.01 USD"]) { $1 })
      #expect(
        error?.message.hasSuffix(
          "left of the allotment that is named: ALT-2002-0002 has 11.30 USD left "
            + "(101.70 USD on OBL-2002-0001)") == true)
      #expect(error?.hint?.hasPrefix("10.00 USD fits") == true)
      // An obligation that names none is increased from all of the project's.
      try obligate(fixture, "990 USD")
      try fixture.record(
        .obligationChanges,
        ["number": "OBL-2002-0002", "amount": "20 USD", "on": "2002-04-01"])
    }
  }
}
