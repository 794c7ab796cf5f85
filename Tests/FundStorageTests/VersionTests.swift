import FundDomain
import FundStorage
import Testing

/// Donors, projects, programmes and sub-funds change from a day on.
@Suite struct VersionTests {
  private func project(_ fixture: LedgerFixture, on day: String) throws -> Project {
    try fixture.ledger().read { books in
      try books.project(try books.project("EGY/R31").id, on: CalendarDate(day))
    }
  }

  private func change(
    _ fixture: LedgerFixture, _ kind: DocumentKind, _ fields: [String: String]
  ) throws -> Journal.Outcome {
    try fixture.write { try $0.record(kind, Form(["code": "EGY/R31"].merging(fields) { $1 })) }
  }

  @Test func `a change from an earlier day leaves what began later where it is`() throws {
    try LedgerFixture.run { fixture in
      _ = try change(fixture, .projectChanges, ["status": "completed", "on": "2004-01-01"])
      let back = try change(
        fixture, .projectChanges, ["title": "Juvenile courts", "on": "2002-06-01"])
      #expect(back.warnings.count == 1)
      #expect(back.warnings.first?.contains("2004-01-01") == true)
      #expect(try project(fixture, on: "2002-05-31").title == "Juvenile justice")
      let between = try project(fixture, on: "2003-12-31")
      #expect(between.title == "Juvenile courts" && between.status == .pipeline)
      let after = try project(fixture, on: "2004-01-01")
      #expect(after.title == "Juvenile justice" && after.status == .completed)
    }
  }

  @Test func `donors, sub-funds and programmes are copied as they were on the day, too`() throws {
    try LedgerFixture.run { fixture in
      try fixture.record(.programmes, ["code": "GPAC", "title": "Against Corruption"])
      for (kind, code, late, early) in [
        (DocumentKind.donorChanges, "NOR", ["name": "Noreg"], ["kind": "agency"]),
        (.subFundChanges, "SP", ["title": "Special"], ["recognition": "on-commitment"]),
      ] {
        _ = try change(
          fixture, kind, late.merging(["code": code, "on": "2004-01-01"]) { $1 })
        _ = try change(
          fixture, kind, early.merging(["code": code, "on": "2002-01-01"]) { $1 })
      }
      _ = try change(
        fixture, .programmeChanges,
        ["code": "GPAC", "title": "Anti-Corruption", "on": "2003-01-01"])
      try fixture.ledger().read { books in
        let day = try CalendarDate("2002-12-31")
        let donor = try books.donor(try books.donor("NOR").id, on: day)
        #expect(donor.name == "Norway" && donor.kind == .agency)
        let fund = try books.subFund(try books.subFund("SP").id, on: day)
        #expect(fund.title == "Special-purpose funds" && fund.recognition == .onCommitment)
        #expect(try books.programmes(on: day).map(\.title) == ["Against Corruption"])
        #expect(try books.programmes().map(\.title) == ["Anti-Corruption"])
      }
    }
  }

  @Test func `a change that changes nothing records nothing`() throws {
    try LedgerFixture.run { fixture in
      let completed = ["status": "completed", "on": "2004-01-01"]
      #expect(try !change(fixture, .projectChanges, completed).alreadyRecorded)
      let head = try fixture.head
      for fields in [
        completed, ["status": "completed", "on": "2005-01-01"],
        ["status": "pipeline", "on": "2003-01-01"], ["budget": "2003=697026"], [:],
      ] {
        let outcome = try change(fixture, .projectChanges, fields)
        #expect(outcome.alreadyRecorded && outcome.name == "EGY/R31", "\(fields)")
      }
      #expect(
        try change(fixture, .donorChanges, ["code": "NOR", "name": "Norway"]).alreadyRecorded)
      #expect(try change(fixture, .subFundChanges, ["code": "GP"]).alreadyRecorded)
      #expect(try fixture.head == head)
    }
  }

  @Test func `a change from a day after today is refused unless it is allowed`() throws {
    try LedgerFixture.run { fixture in
      let future = ["code": "EGY/R31", "status": "completed", "on": "2027-01-01"]
      try fixture.refuses("date-in-future", .projectChanges, future)
      let batch = Batch(
        act: "test", recorder: "tester", recordedAt: "2026-11-24T00:00:00.000000Z",
        source: "manual")
      let outcome = try fixture.ledger().write(batch, keep: true) { books in
        var journal = Journal(books, source: "manual", today: fixture.today, allowFuture: true)
        return try journal.record(.projectChanges, Form(future))
      }
      #expect(!outcome.alreadyRecorded)
      #expect(try project(fixture, on: "2026-12-31").status == .pipeline)
    }
  }

  @Test func `the years that a budget names replace those years alone`() throws {
    try LedgerFixture.run { fixture in
      func budget() throws -> [Int: Int64] {
        Dictionary(
          uniqueKeysWithValues: try project(fixture, on: "2026-11-24").budget.map {
            ($0.year, $0.usd)
          })
      }
      _ = try change(fixture, .projectChanges, ["budget": "2004=5;2005=6.50"])
      #expect(try budget() == [2003: 69_702_600, 2004: 500, 2005: 650])
      _ = try change(fixture, .projectChanges, ["budget": "2004=7;2003=0"])
      #expect(try budget() == [2004: 700, 2005: 650])
    }
  }
}
