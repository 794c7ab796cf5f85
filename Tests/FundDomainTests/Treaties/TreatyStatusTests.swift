import FundDomain
import Testing

/// Entry into force, with acts that are made up.
@Suite struct TreatyStatusTests {
  private let states = Country.all.filter(\.isMemberState).map { Participant.state($0) }

  private func day(_ text: String) throws -> CalendarDate { try CalendarDate(text) }

  private func act(
    _ instrument: String, _ participant: Participant, consent: String? = nil,
    signature: String? = nil
  ) throws -> TreatyAct {
    TreatyAct(
      instrument: try Instrument(instrument), participant: participant,
      signature: try signature.map { TreatyAct.Signature(date: try CalendarDate($0)) },
      consent: try consent.map { .init(date: try CalendarDate($0), kind: .ratification) })
  }

  /// So many States that consent on one day.
  private func consents(_ instrument: String, _ count: Int, on day: String) throws -> [TreatyAct] {
    try states.prefix(count).map { try act(instrument, $0, consent: day) }
  }

  private func status(
    _ instrument: String, _ acts: [TreatyAct], on day: String = "2010-01-01"
  ) throws -> TreatyStatus {
    let instrument = try Instrument(instrument)
    return try #require(
      TreatyStatus.all(acts, on: try self.day(day)).first { $0.instrument == instrument })
  }

  @Test func `the ninetieth day after the fortieth instrument`() throws {
    var acts = try consents("UNTOC", 39, on: "2002-01-01")
    var status = try status("UNTOC", acts)
    #expect(status.counted == 39 && status.missing == 1)
    #expect(status.decisive == nil && status.entryIntoForce == nil && !status.isInForce)
    acts.append(try act("UNTOC", states[39], consent: "2003-12-01"))
    acts.append(try act("UNTOC", states[40], consent: "2004-12-01"))
    status = try self.status("UNTOC", acts)
    #expect(status.counted == 41 && status.missing == 0)
    #expect(try status.decisive == day("2003-12-01"))
    // 30 days of December, 31 of January, 29 of February in a leap year.
    #expect(try status.entryIntoForce == day("2004-02-29"))
    #expect(status.positions.map(\.place) == (1...41).map { $0 })
  }

  @Test func `what is not in force yet is known once its last instrument is there`() throws {
    let acts = try consents("UNTOC", 40, on: "2003-07-01")
    #expect(try status("UNTOC", acts, on: "2003-06-30").entryIntoForce == nil)
    let known = try status("UNTOC", acts, on: "2003-07-01")
    #expect(try known.entryIntoForce == day("2003-09-29"))
    #expect(!known.isInForce)
    #expect(try !status("UNTOC", acts, on: "2003-09-28").isInForce)
    #expect(try status("UNTOC", acts, on: "2003-09-29").isInForce)
  }

  @Test func `the Convention against Corruption needs thirty`() throws {
    #expect(try status("UNCAC", consents("UNCAC", 29, on: "2004-01-01")).decisive == nil)
    let status = try status("UNCAC", consents("UNCAC", 30, on: "2005-09-15"))
    #expect(try status.entryIntoForce == day("2005-12-14"))
  }

  @Test func `an organization's instrument is not counted with its member States'`() throws {
    let union = Participant.organization(try #require(RegionalOrganization("European Union")))
    let acts =
      try consents("UNTOC", 39, on: "2002-01-01") + [act("UNTOC", union, consent: "2001-01-01")]
    let status = try status("UNTOC", acts)
    #expect(status.counted == 39 && status.decisive == nil)
    #expect(status.parties.count == 40)
    let own = try #require(status.parties.first)
    #expect(own.participant == union && own.place == nil)
  }

  @Test func `a Protocol that is ready before its Convention enters into force with it`() throws {
    let protocolActs = try consents("FIREARMS", 40, on: "2002-01-01")
    let waiting = try status("FIREARMS", protocolActs)
    #expect(try waiting.decisive == day("2002-01-01"))
    #expect(waiting.missing == 0 && waiting.entryIntoForce == nil && !waiting.isInForce)
    let acts = try protocolActs + consents("UNTOC", 40, on: "2003-07-01")
    // Before the Convention's fortieth instrument nobody could know it.
    #expect(try status("FIREARMS", acts, on: "2003-06-30").entryIntoForce == nil)
    #expect(try status("FIREARMS", acts).entryIntoForce == day("2003-09-29"))
    // A Protocol that is ready later keeps its own day.
    let later = try consents("TIP", 40, on: "2003-09-26") + consents("UNTOC", 40, on: "2003-07-01")
    #expect(try status("TIP", later).entryIntoForce == day("2003-12-25"))
  }

  @Test func `who signed and ratified is both, in whatever order it was told`() throws {
    let state = states[0]
    let acts = [
      try act("TIP", state, consent: "2002-05-01"), try act("TIP", state, signature: "2000-12-12"),
      try act("TIP", states[1], signature: "2001-01-01"),
    ]
    let then = try status("TIP", acts, on: "2001-12-19")
    #expect(then.signatories.count == 2 && then.parties.isEmpty)
    let now = try status("TIP", acts)
    #expect(now.signatories.count == 2)
    #expect(now.parties.map(\.participant) == [state])
    #expect(try status("TIP", acts, on: "2000-12-11").positions.isEmpty)
  }
}
