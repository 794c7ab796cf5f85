import FundDomain
import Testing

@Suite struct IdentificationTests {
  @Test(
    arguments: [
      ("NOR", nil, nil, "NOR"), (nil, "Norway", nil, "NOR"), (nil, "NORWAY ", nil, "NOR"),
      (nil, "Government of Norway", nil, "NOR"), (nil, "Norway, Government of", nil, "NOR"),
      ("XM-DAC-8", "Somebody", nil, "NOR"), ("XM-DAC-8-1", nil, nil, "NOR"),
      ("NO-BRC-971277882", "Norad", "10", "NOR"), ("NO-BRC-971277882", "Norad", nil, nil),
      ("SE-0", nil, nil, "SWE"), ("DE-GOV-1", "BMZ", nil, "DEU"), ("12711", "Norway", nil, "NOR"),
      ("Norway", nil, nil, "NOR"), ("XM-DAC-41119", nil, nil, nil), ("NO", nil, nil, nil),
      ("XM-DAC-12", "DFID", "10", nil), (nil, "Government of Atlantis", nil, nil),
      (nil, nil, nil, nil),
      ("Not available", nil, nil, nil), (nil, "Norwegian Church Aid", "21", nil),
    ] as [(String?, String?, String?, String?)])
  func `a donor is found by reference, alias or name, and never guessed`(
    reference: String?, name: String?, kind: String?, wanted: String?
  ) throws {
    try LedgerFixture.run { fixture in
      let found = try fixture.ledger().read { books in
        try Identification(books).donor(
          ReportedParty(reference: reference, name: name, kind: kind)
        ).map { try books.donor($0).code }
      }
      #expect(found == wanted)
    }
  }

  @Test func `an alias that is added later finds what was reported before`() throws {
    try LedgerFixture.run { fixture in
      func donor() throws -> EntryNumber? {
        try fixture.ledger().read {
          try Identification($0).donor(ReportedParty(reference: "12711", name: "Styrelsen"))
        }
      }
      #expect(try donor() == nil)
      try fixture.record(.donorChanges, ["code": "SWE", "aliases": "12711", "on": "2003-01-01"])
      #expect(try donor() != nil)
    }
  }

  @Test func `a project is found by identifier, own number or title, the Fund by its names`() throws
  {
    try LedgerFixture.run { fixture in
      try fixture.ledger().read { books in
        let identification = try Identification(books)
        let project = try books.project("EGY/R31").id
        for (identifier, number, title) in [
          ("EGY/R31", nil, nil), ("XX-1-EGYR31", nil, nil), ("A", "EGY-R31", nil),
          ("A2", nil, "Juvenile Justice"),
        ] as [(String, String?, String?)] {
          var activity = ReportedActivity(publisher: "XX-1", identifier: identifier)
          (activity.ownNumber, activity.title) = (number, title)
          #expect(try identification.project(activity) == project)
        }
        let other = ReportedActivity(publisher: "XX-1", identifier: "XX-1-EGYR32")
        #expect(try identification.project(other) == nil)
        for party in [
          ReportedParty(reference: "xm-dac-41128"), ReportedParty(name: "U.N.O.D.C."),
          ReportedParty(name: "Test"),
        ] {
          #expect(identification.isFund(party))
        }
        #expect(!identification.isFund(ReportedParty(reference: "XM-DAC-41119", name: "UNFPA")))
      }
    }
  }
}
