import FundDomain
import Testing

@Suite struct CountryLivesTests {
  @Test(arguments: [
    ("891", "2003-02-03", "YUG"), ("891", "2003-02-04", "SCG"), ("CS", "1992-12-31", "CSK"),
    ("CS", "2004-01-01", "SCG"), ("Serbia", "2001-09-06", "SRB"),
  ])
  func `a name is that of who bore it on the day`(name: String, day: String, code: String) throws {
    #expect(try Country(name, on: CalendarDate(day)).code == code)
  }

  @Test(arguments: [
    ("SRB", "2001-09-06", "YUG"), ("YUG", "2003-12-11", "SCG"), ("SCG", "2010-01-01", "SRB"),
    ("SRB", "2006-06-02", "SCG"), ("COD", "1997-05-16", "ZAR"), ("NOR", "2001-01-01", "NOR"),
    ("MNE", "2006-06-02", nil), ("CSK", "2001-01-01", nil),
  ])
  func `a State has the name that it had on the day`(code: String, day: String, then: String?)
    throws
  {
    #expect(try Country(code).named(on: CalendarDate(day))?.code == then)
  }

  /// 193 Members of the United Nations, two observers, and two States associated with another.
  @Test func `a State is a Member, an observer or associated`() {
    let states = Country.all.filter { $0.until == nil && $0.isState }
    #expect(states.count == 197)
    let others = states.filter { !$0.isMemberState }.map(\.code)
    #expect(others == ["COK", "NIU", "PSE", "VAT"])
  }

  @Test(arguments: [
    "St. Kitts and Nevis", "The former Yugoslav Republic of Macedonia", "Cabo Verde", "Swaziland",
    "Bolivia (Plurinational State of)", "Cook Islands", "Niue", "Holy See", "State of Palestine",
    "United Kingdom", "Netherlands", "Viet Nam", "Libyan Arab Jamahiriya", "Czech Republic",
    "Serbia and Montenegro", "Yugoslavia", "Micronesia (Federated States of)",
    "Lao People's Democratic Republic", "Democratic People's Republic of Korea",
    "Republic of Moldova", "Türkiye", "Gambia", "Côte d'Ivoire",
  ])
  func `States are found by the names that treaty lists use`(name: String) throws {
    #expect(try Country(name).isState)
  }
}
