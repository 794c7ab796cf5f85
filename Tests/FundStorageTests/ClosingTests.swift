import FundDomain
import FundStorage
import GRDB
import Testing

/// The closing of a biennium, with the figures of the accounting's worked cases.
@Suite struct ClosingTests {
  @discardableResult
  private func close(_ fixture: LedgerFixture, _ biennium: String) throws -> [String] {
    try fixture.write { journal in
      let (closing, others) = try journal.close(Form(["period": biennium]))
      return ([closing] + others).map(\.name)
    }
  }

  private func refusesClosing(
    _ fixture: LedgerFixture, _ rule: String, _ biennium: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let before = try fixture.head
    let error = #expect(throws: LedgerError.self, sourceLocation: sourceLocation) {
      try close(fixture, biennium)
    }
    #expect(error?.rule == rule, "\(error?.message ?? "")", sourceLocation: sourceLocation)
    #expect(try fixture.head == before, sourceLocation: sourceLocation)
  }

  /// EUR 1,000,000 pledged in January 2002 and paid in July 2002 and July 2004, due in two halves.
  @Test(arguments: [
    ("on-commitment", [88_261_253, 30_786_367, 119_047_620], [0, -1_400_561, 117_647_059]),
    ("when-due", [44_130_627, 15_393_183, 59_523_810], [59_523_810, -1_400_561, 117_647_059]),
    ("on-receipt", [49_115_914, 10_407_896, 59_523_810], [60_827_251, -2_704_002, 117_647_059]),
  ])
  func `a pledge over two bienniums closes alike under every policy`(
    policy: String, first: [Int64], second: [Int64]
  ) throws {
    try LedgerFixture.run { fixture in
      try fixture.record(
        .rates, ["currency": "EUR", "effective": "2005-12-01", "units-per-usd": "0.850"])
      try fixture.record(.subFunds, ["code": "X", "title": "X fund", "recognition": policy])
      try fixture.record(
        .pledges,
        [
          "donor": "NOR", "amount": "1000000 EUR", "sub-fund": "X", "on": "2002-01-15",
          "due": "2002-12-31=500000;2004-12-31=500000",
        ])
      for day in ["2002-07-15", "2004-07-15"] {
        if day > "2004" { try close(fixture, "2002-2003") }
        try fixture.record(
          .contributions,
          ["donor": "NOR", "amount": "500000 EUR", "pledge": "PLG-2002-0001", "on": day])
      }
      try close(fixture, "2004-2005")
      for (biennium, figures) in [("2002-2003", first), ("2004-2005", second)] {
        #expect(try fixture.balance(.contributions, biennium) == -figures[0])
        #expect(try fixture.balance(.exchange, biennium) == -figures[1])
        let end = try Period(biennium).to
        let closing = try [Account.cash, .pledgesReceivable].reduce(0) {
          try $0 + fixture.balance($1, "1900-01-01..\(end)")
        }
        #expect(closing == figures[2])
      }
      #expect(try fixture.ledger().verify().findings.isEmpty)
    }
  }

  @Test func `nothing is dated in a closed biennium, and only the latest is opened again`() throws {
    try LedgerFixture.run { fixture in
      let gift = ["donor": "NOR", "amount": "100 USD"]
      try fixture.record(.contributions, gift.merging(["on": "2002-05-01"]) { $1 })
      try fixture.record(.contributions, gift.merging(["on": "2004-05-01"]) { $1 })
      try refusesClosing(fixture, "earlier-biennium-open", "2004-2005")
      try refusesClosing(fixture, "biennium-not-over", "2026-2027")
      #expect(try close(fixture, "2002-2003") == ["CLS-2002-2003"])
      try refusesClosing(fixture, "biennium-closed", "2002-2003")
      for day in ["2001-05-01", "2003-12-31"] {
        try fixture.refuses(
          "biennium-closed", .contributions, gift.merging(["on": day]) { $1 })
      }
      // Nothing is in another currency: a revaluation would find nothing to do.
      try fixture.refuses("biennium-closed", .revaluations, ["on": "2003-12-31"])
      try fixture.refuses(
        "biennium-closed", .donorChanges,
        ["code": "NOR", "name": "Norge", "on": "2003-01-01"])
      try fixture.refuses(
        "biennium-closed", .rates,
        ["currency": "SEK", "effective": "2003-01-01", "units-per-usd": "9"])
      try fixture.refuses(
        "reversal-of-closing", .reversals, ["number": "CLS-2002-2003", "reason": "x"])
      try fixture.refuses(
        "biennium-open", .reopenings, ["period": "2004-2005", "reason": "x"])
      try close(fixture, "2004-2005")
      try fixture.refuses(
        "later-biennium-closed", .reopenings, ["period": "2002-2003", "reason": "x"])
      for biennium in ["2004-2005", "2002-2003"] {
        try fixture.record(.reopenings, ["period": biennium, "reason": "A late invoice"])
      }
      try fixture.record(.contributions, gift.merging(["on": "2003-12-31"]) { $1 })
      #expect(try close(fixture, "2002-2003") == ["CLS-2002-2003.3"])
      #expect(try fixture.ledger().verify().findings.isEmpty)
    }
  }

  /// USD 1.4 million of Liechtenstein, four instalments 2005-2008, the fourth paid in 2007.
  @Test(arguments: [
    ("on-commitment", [140_000_000, 0, 0]), ("when-due", [35_000_000, 70_000_000, 35_000_000]),
    ("on-receipt", [35_000_000, 105_000_000, 0]),
  ])
  func `a pledge over three bienniums is each one's income as its policy says`(
    policy: String, income: [Int64]
  ) throws {
    try LedgerFixture.run { fixture in
      try fixture.record(.subFunds, ["code": "X", "title": "X fund", "recognition": policy])
      try fixture.record(
        .pledges,
        [
          "donor": "SWE", "amount": "1400000 USD", "sub-fund": "X", "on": "2005-01-10",
          "due": (2005...2008).map { "\($0)-06-30=350000" }.joined(separator: ";"),
        ])
      func pay(_ day: String) throws {
        try fixture.record(
          .contributions,
          ["donor": "SWE", "amount": "350000 USD", "pledge": "PLG-2005-0001", "on": day])
      }
      try pay("2005-06-30")
      try close(fixture, "2004-2005")
      for day in ["2006-06-30", "2007-06-29", "2007-12-15"] { try pay(day) }
      let made = try close(fixture, "2006-2007")
      #expect(made.contains("DEF-2008-0001") == (policy == "when-due"))
      for (biennium, cents) in zip(["2004-2005", "2006-2007", "2008-2009"], income) {
        #expect(try fixture.balance(.contributions, biennium) == -cents)
      }
      #expect(try fixture.balance(.deferredIncome) == 0)
    }
  }

  /// DEM 600,000 are EUR 306,775.13 at 1.95583: in January 2002, at 1.133, USD 270,763.57.
  @Test func `an instalment falls due after its currency ended, at its successor's rate`() throws {
    try LedgerFixture.run { fixture in
      try fixture.record(
        .pledges,
        [
          "donor": "SWE", "amount": "1000000 DEM", "sub-fund": "GP", "on": "2001-06-01",
          "due": "2001-12-01=400000;2002-06-30=600000",
        ])
      #expect(try close(fixture, "2000-2001").contains("PLG-2001-0001.2"))
      #expect(try fixture.balance(.contributions, "2002-2003") == -27_076_357)
      for (amount, day) in [("204516.75 EUR", "2002-01-02"), ("306775.13 EUR", "2002-07-15")] {
        try fixture.record(
          .contributions,
          ["donor": "SWE", "amount": amount, "pledge": "PLG-2001-0001", "on": day])
      }
      #expect(try fixture.balance(.pledgesReceivable) == 0)
    }
  }

  @Test func `nothing of a pledge falls due in a biennium before it bound its donor`() throws {
    try LedgerFixture.run { fixture in
      try fixture.record(
        .pledges,
        [
          "donor": "SWE", "amount": "300 USD", "sub-fund": "GP", "on": "2002-07-26",
          "announced": "yes",
        ])
      try fixture.record(
        .contributions,
        ["donor": "SWE", "amount": "200 USD", "pledge": "PLG-2002-0001", "on": "2003-03-03"])
      try fixture.record(
        .commitments,
        ["pledge": "PLG-2002-0001", "document": "Letter", "on": "2004-07-06"])
      // What the payment had paid is promised again, and counted by no closing before 2004-2005's.
      try fixture.record(
        .reversals, ["number": "CTB-2003-0001", "reason": "Never came", "on": "2004-09-01"])
      #expect(try !close(fixture, "2002-2003").contains { $0.hasPrefix("PLG-") })
      #expect(try fixture.balance(.pledgesReceivable) == 10_000)
      #expect(try close(fixture, "2004-2005").contains("PLG-2002-0001.3"))
      #expect(try fixture.balance(.pledgesReceivable) == 30_000)
      #expect(try fixture.ledger().verify().findings.isEmpty)
    }
  }

  @Test func `sums that start from a closing are those of the postings`() throws {
    try LedgerFixture.run { fixture in
      try fixture.record(
        .contributions,
        [
          "donor": "NOR", "amount": "10000.01 EUR", "on": "2002-07-15",
          "earmark": "theme:juvenile-justice",
        ])
      try fixture.record(
        .allotments,
        [
          "project": "EGY/R31", "amount": "5000 USD", "from": "CTB-2002-0001", "on": "2002-08-01",
        ])
      try fixture.record(
        .obligations,
        ["project": "EGY/R31", "amount": "1000 EUR", "class": "travel", "on": "2003-08-01"])
      try close(fixture, "2002-2003")
      try fixture.record(
        .disbursements,
        ["obligation": "OBL-2003-0001", "amount": "400 EUR", "on": "2004-08-01"])
      try close(fixture, "2004-2005")
      try fixture.record(
        .contributions, ["donor": "SWE", "amount": "7 USD", "on": "2006-01-01"])
      for period in ["1900-01-01..2006-12-31", "2002-2003", "2004-2005", "2004-01-01..2006-06-30"] {
        for account in Account.allCases {
          let plain = try DatabaseQueue(path: fixture.path).read { database in
            try Int64.fetchOne(
              database,
              sql: "SELECT sum(usd) FROM posting WHERE account = ? AND date BETWEEN ? AND ?",
              arguments: [
                account.number, "\(try Period(period).from)", "\(try Period(period).to)",
              ])
          }
          #expect(try fixture.balance(account, period) == plain ?? 0, "\(account) \(period)")
        }
      }
    }
  }

  @Test func `a closing that was tampered with is named`() throws {
    try LedgerFixture.run { fixture in
      try fixture.record(
        .contributions, ["donor": "NOR", "amount": "100 USD", "on": "2002-05-01"])
      try close(fixture, "2002-2003")
      let queue = try DatabaseQueue(path: fixture.path)
      try queue.writeWithoutTransaction { database in
        try database.execute(sql: "DROP TRIGGER closing_balance_no_update")
        try database.execute(sql: "UPDATE closing_balance SET usd = usd + 1, amount = amount + 1")
      }
      let found = try fixture.ledger().verify().findings.map(\.invariant)
      #expect(found.contains("J11") && found.contains("E1"))
    }
  }

  @Test func `a total that was tampered with is named, and a report of it does not print`() throws {
    try LedgerFixture.run { fixture in
      try fixture.record(
        .contributions, ["donor": "NOR", "amount": "100 USD", "on": "2002-05-01"])
      #expect(try fixture.ledger().verify().findings.isEmpty)
      let queue = try DatabaseQueue(path: fixture.path)
      try queue.writeWithoutTransaction { database in
        try database.execute(
          sql: "UPDATE daily_total SET usd = usd + 1, amount = amount + 1 WHERE account = 101")
      }
      #expect(try fixture.ledger().verify().findings.map(\.invariant) == ["J13"])
    }
  }

  @Test func `a sub-fund has after a closing what it had, and the total of it is proved`() throws {
    try LedgerFixture.run { fixture in
      for (amount, earmark) in [
        ("1000 USD", ""), ("700 EUR", ""), ("500 USD", "theme:juvenile-justice"),
      ] {
        try fixture.record(
          .contributions,
          ["donor": "NOR", "amount": amount, "earmark": earmark, "sub-fund": "GP"]
            .merging(["on": "2002-05-01"]) { $1 }.filter { !$1.isEmpty })
      }
      try fixture.record(
        .allotments,
        ["project": "EGY/R31", "from": "CTB-2002-0003", "amount": "113 USD", "on": "2003-02-01"])
      try fixture.record(
        .refunds, ["contribution": "CTB-2002-0001", "amount": "40 USD", "on": "2004-03-01"])
      func uncommitted() throws -> [Int64] {
        try fixture.ledger().read { books in
          let fund = try books.subFund("GP").id
          return try ["2003-12-31", "2004-02-29", "2005-12-31"].flatMap {
            let sums = try books.uncommitted(in: fund, upTo: CalendarDate($0))
            return [sums.uncommitted, sums.pool]
          }
        }
      }
      // 700 EUR are 833.33 USD at 0.84, and 500 USD less 113 are kept apart.
      let before = try uncommitted()
      #expect(before[...1] == [222_033, 183_333])
      try close(fixture, "2002-2003")
      #expect(try uncommitted() == before)
      let queue = try DatabaseQueue(path: fixture.path)
      #expect(try fixture.ledger().verify().findings.isEmpty)
      try queue.writeWithoutTransaction { database in
        try database.execute(
          sql: """
            UPDATE closing_total SET usd = usd + 1, amount = amount + 1
            WHERE account = 101 AND currency = 'EUR'
            """)
      }
      #expect(try fixture.ledger().verify().findings.map(\.invariant) == ["J13"])
    }
  }

  @Test func `what is unobligated on allotments is kept as its postings have it`() throws {
    try LedgerFixture.run { fixture in
      try fixture.record(
        .contributions,
        [
          "donor": "NOR", "amount": "1000 USD", "earmark": "theme:juvenile-justice",
          "on": "2002-01-15",
        ])
      for (amount, day) in [("200", "2002-03-01"), ("113", "2002-02-01"), ("113", "2002-04-01")] {
        try fixture.record(
          .allotments,
          ["project": "EGY/R31", "from": "CTB-2002-0001", "amount": "\(amount) USD", "on": day])
      }
      // The oldest by its day is charged first, and is exhausted: then the next.
      for amount in ["100 USD", "50 USD"] {
        try fixture.record(
          .disbursements,
          ["project": "EGY/R31", "class": "travel", "amount": amount, "on": "2002-05-01"])
      }
      let queue = try DatabaseQueue(path: fixture.path)
      let kept = try queue.read { database in
        try Int64.fetchAll(database, sql: "SELECT usd FROM unobligated ORDER BY allotment")
      }
      #expect(kept == [14_350, 0, 11_300])
      #expect(try fixture.ledger().verify().findings.isEmpty)
      try queue.writeWithoutTransaction { database in
        try database.execute(sql: "UPDATE unobligated SET usd = usd + 1 WHERE usd = 0")
      }
      #expect(try fixture.ledger().verify().findings.map(\.invariant) == ["J13"])
    }
  }

  @Test func `what is recorded in place of a reversal of an earlier biennium is a prior period's`()
    throws
  {
    try LedgerFixture.run { fixture in
      try fixture.record(
        .contributions, ["donor": "NOR", "amount": "100 USD", "on": "2002-05-01"])
      try close(fixture, "2002-2003")
      try fixture.record(
        .reversals, ["number": "CTB-2002-0001", "reason": "Read wrong", "on": "2004-02-01"])
      let right = ["donor": "NOR", "amount": "1000 USD", "on": "2004-02-01"]
      try fixture.refuses(
        "corrects-no-reversal", .contributions,
        right.merging(["corrects": "CTB-2002-0001"]) { $1 })
      let corrects = ["corrects": "REV-2004-0001", "on": "2004-02-01"]
      let told = try fixture.write { journal in
        try journal.record(.contributions, Form(right.merging(corrects) { $1 })).warnings
      }
      #expect(told.isEmpty)
      #expect(try fixture.balance(.contributions, "2004-2005") == 0)
      #expect(try fixture.balance(.priorPeriod) == 10_000 - 100_000)
      // A gift that was interest is corrected by interest: of another kind, and that is told.
      let interest = ["amount": "5 USD", "sub-fund": "GP"].merging(corrects) { $1 }
      #expect(
        try fixture.write(keep: false) { try $0.record(.interest, Form(interest)).warnings } == [
          "REV-2004-0001 reversed a document of another kind: contribution, not interest"
        ])
      try fixture.refuses(
        "corrects-nothing", .reversals,
        ["number": "CTB-2004-0001", "reason": "x"].merging(corrects) { $1 })
      try fixture.refuses(
        "corrects-nothing", .donors,
        ["code": "JPN", "name": "Japan", "kind": "state", "corrects": "REV-2004-0001"])
    }
  }

  @Test func `what is not deferred any more begins no biennium`() throws {
    try LedgerFixture.run { fixture in
      try fixture.record(
        .contributions,
        ["donor": "NOR", "amount": "1000 USD", "on": "2002-02-01", "for": "2004-2005"])
      try fixture.record(
        .reversals, ["number": "CTB-2002-0001", "reason": "test", "on": "2004-02-01"])
      #expect(try close(fixture, "2002-2003") == ["CLS-2002-2003"])
    }
  }

  @Test func `deferred income becomes the income of the donor whose it is by then`() throws {
    try LedgerFixture.run { fixture in
      try fixture.record(
        .contributions,
        ["donor": "NOR", "amount": "1000 USD", "on": "2002-02-01", "for": "2004-2005"])
      try fixture.record(
        .giverChanges,
        ["number": "CTB-2002-0001", "donor": "SWE", "document": "Advice", "on": "2002-03-01"])
      try close(fixture, "2002-2003")
      let income = try fixture.ledger().read { books in
        try books.totals(TotalsQuery([.contributions], by: [.donor], in: Period("2004-2005")))
          .map { ($0.donor, $0.usd) }
      }
      let giver = try fixture.ledger().read { try $0.donor("SWE").id }
      #expect(income.count == 1)
      #expect(income.first?.0 == giver)
      #expect(income.first?.1 == -100_000)
    }
  }
}
