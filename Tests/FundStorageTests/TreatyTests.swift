import FundDomain
import FundStorage
import Testing

/// What participants did about treaties: kept once, added to, never contradicted.
@Suite struct TreatyTests {
  private let armenia = [
    "instrument": "UNTOC", "participant": "Armenia", "signature_date": "2001-11-15",
    "consent_date": "2003-07-01", "consent_type": "ratification", "source": "a list",
  ]

  private func with(_ fields: [String: String]) -> [String: String] {
    armenia.merging(fields) { $1 }
  }

  private func acts(_ fixture: LedgerFixture, _ participant: Participant) throws -> [TreatyAct] {
    try fixture.ledger().read {
      try $0.treatyActs(to: try Instrument("UNTOC"), of: participant)
    }
  }

  private let state = { (code: String) throws -> Participant in .state(try Country(code)) }

  @Test func `the same line again records nothing, and what differs is refused`() throws {
    try LedgerFixture.run { fixture in
      #expect(try fixture.record(.treaties, armenia) == "UNTOC ARM")
      let before = try fixture.head
      for same in [
        armenia, with(["source": "another list"]), with(["participant": "ARM"]),
        with(["consent_date": "", "consent_type": ""]), with(["signature_date": ""]),
      ] {
        let again = try fixture.write { try $0.record(.treaties, Form(same)) }
        #expect(again.alreadyRecorded && again.name == "UNTOC ARM")
      }
      #expect(try fixture.head == before)
      for (fields, field) in [
        (["signature_date": "2001-11-16"], "signature_date"),
        (["signature_note": "declaration"], "signature_note"),
        (["consent_date": "2003-07-02"], "consent_date"),
        (["consent_type": "accession"], "consent_type"),
      ] {
        let error = try fixture.refuses("treaty-act-contradicts", .treaties, with(fields))
        #expect(error?.field == field)
      }
      #expect(try fixture.ledger().verify().isOK)
    }
  }

  @Test func `a later line adds what is new, and its own entry says no more`() throws {
    try LedgerFixture.run { fixture in
      try fixture.record(
        .treaties, with(["consent_date": "", "consent_type": "", "signature_note": "a note"]))
      try fixture.record(.treaties, armenia)
      let acts = try acts(fixture, state("ARM"))
      #expect(acts.map { $0.signature?.note } == ["a note", nil])
      #expect(acts.map { $0.signature == nil } == [false, true])
      #expect(acts.map { $0.consent?.date.description } == [nil, "2003-07-01"])
      try fixture.refuses(
        "treaty-act-contradicts", .treaties, with(["consent_date": "2003-07-03"]))
    }
  }

  @Test(arguments: [
    ("unknown-instrument", "instrument", ["instrument": "UNTCO"]),
    ("unknown-participant", "participant", ["participant": "Armenai"]),
    ("participant-no-state", "participant", ["participant": "Aruba"]),
    ("state-ended", "participant", ["participant": "Yugoslavia"]),
    ("state-not-begun", "participant", ["participant": "Montenegro"]),
    ("date-unreadable", "consent_date", ["consent_date": "1 July 2003"]),
    ("act-before-adoption", "signature_date", ["signature_date": "2000-11-14"]),
    ("act-before-adoption", "signature_date", ["instrument": "UNCAC"]),
    ("date-in-future", "consent_date", ["consent_date": "2026-11-25"]),
    ("consent-before-signature", "consent_date", ["consent_date": "2001-11-14"]),
    ("unknown-word", "consent_type", ["consent_type": "a"]),
    ("field-missing", "consent_type", ["consent_type": ""]),
    ("field-missing", "consent_date", ["consent_date": ""]),
    ("field-missing", "participant", ["participant": " "]),
    ("field-missing", "signature_date", ["signature_date": "", "signature_note": "a note"]),
    (
      "field-missing", "signature_date",
      ["signature_date": "", "consent_date": "", "consent_type": ""]
    ),
  ])
  func `a line that breaks a rule is refused at its field`(
    rule: String, field: String, fields: [String: String]
  ) throws {
    try LedgerFixture.run { fixture in
      let error = try fixture.refuses(rule, .treaties, with(fields))
      #expect(error?.field == field)
    }
  }

  @Test func `an unknown participant is answered with the nearest State or organization`() throws {
    try LedgerFixture.run { fixture in
      let state = try fixture.refuses(
        "unknown-participant", .treaties, with(["participant": "Armenai"]))
      #expect(state?.hint?.hasPrefix("did you mean Armenia") == true)
      let union = try fixture.refuses(
        "unknown-participant", .treaties, with(["participant": "Europaen Union"]))
      #expect(union?.hint?.contains("European Union") == true)
    }
  }

  /// A consent that was recorded first is no reason to accept a signature after it.
  @Test func `nobody signs what binds it already, whichever was told first`() throws {
    try LedgerFixture.run { fixture in
      try fixture.record(.treaties, with(["signature_date": ""]))
      let error = try fixture.refuses(
        "consent-before-signature", .treaties,
        with(["signature_date": "2003-07-02", "consent_date": "", "consent_type": ""]))
      #expect(error?.field == "signature_date")
    }
  }

  @Test func `a former State is found by name and date, and is the State that goes on with it`()
    throws
  {
    try LedgerFixture.run { fixture in
      let signed = with([
        "participant": "Yugoslavia", "signature_date": "2000-12-12", "consent_date": "",
        "consent_type": "",
      ])
      #expect(try fixture.record(.treaties, signed) == "UNTOC SRB")
      let again = try fixture.write {
        try $0.record(.treaties, Form(signed.merging(["participant": "Serbia"]) { $1 }))
      }
      #expect(again.alreadyRecorded)
      try fixture.refuses(
        "treaty-act-contradicts", .treaties,
        with(["participant": "Serbia and Montenegro", "consent_date": "2004-01-01"]))
      let error = try fixture.refuses("state-ended", .treaties, with(["participant": "YUG"]))
      #expect(error?.hint?.hasSuffix("Serbia and Montenegro") == true)
      let participant = try state("SRB")
      #expect(participant.named(on: try CalendarDate("2001-12-19")).name == "Yugoslavia")
      #expect(participant.named(on: try CalendarDate("2010-01-01")).name == "Serbia")
    }
  }

  @Test func `an organization takes part under any of its names`() throws {
    try LedgerFixture.run { fixture in
      let fields = with(["participant": "European Community", "consent_date": "2004-05-21"])
      #expect(try fixture.record(.treaties, fields) == "UNTOC EU")
      let union = Participant.organization(try #require(RegionalOrganization("EU")))
      #expect(try acts(fixture, union).count == 1)
      #expect(try acts(fixture, state("ARM")).isEmpty)
      let all = try fixture.ledger().read { try $0.treatyActs(to: nil, of: nil) }
      #expect(all.map(\.participant) == [union])
    }
  }

  @Test func `what is reversed is gone, known before, and may be recorded otherwise`() throws {
    try LedgerFixture.run { fixture in
      try fixture.record(.treaties, armenia)
      let recorded = try fixture.head.entries
      let batch = try fixture.ledger().read { try $0.newestBatch }
      _ = try fixture.write { try $0.undo(batch: batch, Form(["reason": "a wrong list"])) }
      let participant = try state("ARM")
      #expect(try acts(fixture, participant).isEmpty)
      let before = try fixture.ledger().read(knownAt: recorded) {
        try $0.treatyActs(to: nil, of: participant)
      }
      #expect(before.count == 1)
      try fixture.record(.treaties, with(["consent_date": "2003-07-02"]))
      #expect(try acts(fixture, participant).count == 1)
      #expect(try fixture.ledger().verify().isOK)
    }
  }

  @Test func `a closed biennium closes no treaty`() throws {
    try LedgerFixture.run { fixture in
      _ = try fixture.write { try $0.close(Form(["period": "2002-2003"])) }
      try fixture.record(.treaties, armenia)
      #expect(try acts(fixture, state("ARM")).count == 1)
    }
  }
}
