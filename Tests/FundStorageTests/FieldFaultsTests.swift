import FundDomain
import FundStorage
import Testing

/// A row that is refused tells every fault of its own, each at its field.
@Suite struct FieldFaultsTests {
  @Test(arguments: [
    (
      DocumentKind.contributions,
      [
        "donor": "Norwy", "amount": "5.001", "currency": "USX", "on": "2003-02-30",
        "earmark": "country:Atlantis", "sub-fund": "XX", "pledge": "P-9", "kind": "goods",
        "support-rate": "200", "memo": "a\u{202E}",
      ],
      [
        "donor", "currency", "on", "earmark", "sub-fund", "pledge", "kind", "support-rate", "memo",
      ]
    ),
    (
      .projects,
      [
        "code": "P", "title": "T", "themes": "coruption", "countries": "EGY=50;NOR=40",
        "start": "2002", "budget": "02=5", "gender": "3", "requested-by": "Atlantis",
        "programme": "GPX", "status": "begun",
      ],
      [
        "themes", "countries", "start", "budget", "gender", "requested-by", "programme", "status",
      ]
    ),
    (
      .rates, ["currency": "XQQ", "effective": "2002-02-30", "units-per-usd": "0"],
      ["currency", "effective", "units-per-usd"]
    ),
    (
      .obligations, ["project": "EGY/R99", "amount": "-5", "currency": "USD", "class": "stuff"],
      ["project", "amount", "on", "class"]
    ),
    (
      .allotments,
      [
        "project": "EGY/R31", "amount": "1e5", "currency": "USD", "on": "x",
        "from": "CTB-2002-0009",
      ],
      ["amount", "on", "from"]
    ),
    (.donors, ["code": "X", "name": "X", "kind": "stat", "country": "Nory"], ["kind", "country"]),
  ])
  func `every field that is wrong by itself is told`(
    kind: DocumentKind, fields: [String: String], wrong: [String]
  ) throws {
    try LedgerFixture.run { fixture in
      let faults = try fixture.write(keep: false) { journal in
        let form = Form(fields)
        do {
          _ = try journal.record(kind, form)
          return [LedgerError]()
        } catch let error as LedgerError {
          return journal.faults(of: kind, form, refusedFor: error)
        }
      }
      #expect(Set(faults.compactMap(\.field)) == Set(wrong), "\(faults.map(\.message))")
      #expect(faults.count == wrong.count)
    }
  }

  @Test func `what only the whole can judge is told with the fields, once`() throws {
    try LedgerFixture.run { fixture in
      let form = Form([
        "donor": "NOR", "amount": "5", "currency": "CHF", "on": "2003-01-01", "earmark": "x",
      ])
      let faults = try fixture.write(keep: false) { journal in
        do {
          _ = try journal.record(.contributions, form)
          return [LedgerError]()
        } catch let error as LedgerError {
          return journal.faults(of: .contributions, form, refusedFor: error)
        }
      }
      #expect(faults.map(\.rule).sorted() == ["earmark-unreadable", "rate-missing"])
    }
  }
}
