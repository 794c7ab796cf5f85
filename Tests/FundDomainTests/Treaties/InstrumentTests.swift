import FundDomain
import Testing

@Suite struct InstrumentTests {
  /// The keys that other programs rely on, with the days of resolutions 55/25, 55/255 and 58/4.
  @Test func `the instruments are those that were published`() throws {
    let all = Instrument.all
    #expect(all.map(\.code) == ["UNTOC", "TIP", "SOM", "FIREARMS", "UNCAC"])
    #expect(
      all.map { "\($0.adopted)" } == [
        "2000-11-15", "2000-11-15", "2000-11-15", "2001-05-31", "2003-10-31",
      ])
    #expect(all.map(\.needed) == [40, 40, 40, 40, 30])
    #expect(all.allSatisfy { $0.days == 90 })
    #expect(all.map { $0.convention?.code } == [nil, "UNTOC", "UNTOC", "UNTOC", nil])
  }

  @Test(arguments: [
    ("untoc", "UNTOC"), ("Palermo Convention", "UNTOC"), ("Firearms Protocol", "FIREARMS"),
    ("United Nations Convention against Corruption", "UNCAC"),
  ])
  func `an instrument is found by its code, title or usual name`(name: String, code: String) throws
  {
    #expect(try Instrument(name).code == code)
  }

  @Test func `an unknown instrument names the nearest`() {
    let error = #expect(throws: LedgerError.self) { try Instrument("UNTCO") }
    #expect(error?.rule == "unknown-instrument")
    #expect(error?.hint == "did you mean UNTOC?")
  }

  /// What themes say that they serve is an instrument, or one of the three words for other work.
  @Test func `every theme serves an instrument or says what else`() {
    let codes = Instrument.all.map(\.code) + ["terrorism", "vienna-plans", "other"]
    for theme in Theme.all { #expect(codes.contains(theme.instrument), "\(theme.code)") }
  }
}
