import FundDomain
import Testing

@Suite struct MembershipTests {
  private func members(_ period: String) throws -> [Country] {
    Country.members(in: try Period(period))
  }

  /// The numbers that the United Nations gave of its Members, after each admission.
  @Test(arguments: [
    ("1990-12-31", 159), ("1991-12-31", 166), ("1992-12-31", 179), ("1993-12-31", 184),
    ("1994-12-15", 185), ("1999-09-13", 185), ("1999-09-14", 188), ("2000-09-05", 189),
    ("2001-12-19", 189), ("2002-09-09", 189), ("2002-09-10", 190), ("2002-09-26", 190),
    ("2002-09-27", 191), ("2006-06-28", 192), ("2011-07-13", 192), ("2011-07-14", 193),
    ("2026-01-01", 193),
  ])
  func `there were as many Members on a day as the United Nations counted`(
    day: String, count: Int
  ) throws {
    // Of 1992-12-31, Czechoslovakia was one and its successors none.
    #expect(try members(day).count == count)
  }

  @Test func `a Member that changed its name within a period stands there once, by the last`()
    throws
  {
    let codes = { (period: String) in try members(period).map(\.code) }
    #expect(try codes("2002").contains("YUG") && !codes("2002").contains("SCG"))
    #expect(try codes("2002-2003").contains("SCG") && !codes("2002-2003").contains("YUG"))
    #expect(try codes("2002-2003").count == 191)
    #expect(try codes("2006").contains("SRB") && codes("2006").contains("MNE"))
    #expect(try !codes("2006").contains("SCG") && codes("2006").count == 192)
    #expect(try codes("1992-1993").contains("CSK") && codes("1992-1993").contains("SVK"))
  }

  @Test func `what a former Member gave is that of the one that goes on with it`() throws {
    let members = Set(try members("2010"))
    #expect(try Country("YUG").member(among: members)?.code == "SRB")
    #expect(try Country("ZAR").member(among: members)?.code == "COD")
    #expect(try Country("NOR").member(among: members)?.code == "NOR")
    #expect(try Country("CSK").member(among: members) == nil)
    #expect(try Country("VAT").member(among: members) == nil)
    let early = Set(try self.members("2001"))
    #expect(try Country("CHE").member(among: early) == nil)
    #expect(try Country("CHE").membership?.from == CalendarDate("2002-09-10"))
  }
}
