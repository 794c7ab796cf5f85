import FundDomain
import FundStorage
import Testing

/// A gift to the pool to which its donor gives an earmark later.
@Suite struct EarmarkChangeTests {
  private func change(_ fixture: LedgerFixture) throws {
    try fixture.record(
      .contributions, ["donor": "NOR", "amount": "1000 USD", "on": "2002-02-01"])
    try fixture.record(
      .earmarkChanges,
      [
        "number": "CTB-2002-0001", "earmark": "theme:juvenile-justice", "document": "Letter",
        "on": "2002-03-01",
      ])
  }

  private func left(_ fixture: LedgerFixture) throws -> Int64 {
    try fixture.ledger().read { books in
      try books.left(of: books.contribution("CTB-2002-0001", source: "manual").entry, upTo: .last)
    }
  }

  @Test func `it is kept apart from then on, and allotted as what it is`() throws {
    try LedgerFixture.run { fixture in
      try change(fixture)
      #expect(try left(fixture) == 100_000)
      try fixture.refuses(
        "allotment-exceeds-money", .allotments,
        ["project": "EGY/R31", "amount": "1 USD", "from": "GP", "on": "2002-04-01"])
      try fixture.record(
        .allotments,
        ["project": "EGY/R31", "amount": "600 USD", "from": "CTB-2002-0001", "on": "2002-04-01"])
      #expect(try left(fixture) == 40_000)
    }
  }

  @Test func `it is the pool's again once the change is reversed`() throws {
    try LedgerFixture.run { fixture in
      try change(fixture)
      try fixture.record(.reversals, ["number": "CTB-2002-0001.2", "reason": "test"])
      try fixture.record(
        .allotments,
        ["project": "EGY/R31", "amount": "600 USD", "from": "GP", "on": "2002-04-01"])
      #expect(try left(fixture) == 0)
    }
  }

  @Test func `what of it is deferred is kept apart too, until its biennium begins`() throws {
    try LedgerFixture.run { fixture in
      try fixture.record(
        .contributions,
        ["donor": "NOR", "amount": "1000 USD", "on": "2002-02-01", "for": "2004-2005"])
      try fixture.record(
        .earmarkChanges,
        [
          "number": "CTB-2002-0001", "earmark": "theme:juvenile-justice", "document": "Letter",
          "on": "2002-03-01",
        ])
      #expect(try left(fixture) == 0)
      try fixture.write { _ = try $0.close(Form(["period": "2002-2003"])) }
      #expect(try left(fixture) == 100_000)
      try fixture.record(
        .allotments,
        ["project": "EGY/R31", "amount": "1000 USD", "from": "CTB-2002-0001", "on": "2004-02-01"])
    }
  }

  @Test func `a change on which money was given out is not reversed`() throws {
    try LedgerFixture.run { fixture in
      try change(fixture)
      try fixture.record(
        .allotments,
        ["project": "EGY/R31", "amount": "600 USD", "from": "CTB-2002-0001", "on": "2002-04-01"])
      try fixture.refuses(
        "others-depend-on-it", .reversals, ["number": "CTB-2002-0001.2", "reason": "test"])
    }
  }

  @Test func `a change of a pledge that was paid since is not reversed`() throws {
    try LedgerFixture.run { fixture in
      try fixture.record(
        .pledges,
        ["donor": "NOR", "amount": "100 USD", "on": "2002-03-01", "earmark": "theme:firearms"])
      try fixture.record(
        .earmarkChanges,
        [
          "number": "PLG-2002-0001", "kind": "pledge", "earmark": "theme:juvenile-justice",
          "document": "Letter", "on": "2002-04-01",
        ])
      try fixture.record(
        .contributions,
        ["donor": "NOR", "amount": "100 USD", "pledge": "PLG-2002-0001", "on": "2002-05-01"])
      try fixture.refuses(
        "others-depend-on-it", .reversals, ["number": "PLG-2002-0001.2", "reason": "test"])
    }
  }
}
