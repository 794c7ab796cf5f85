import FundDomain
import Testing

@Suite struct DateArithmeticTests {
  @Test func `so many days later is as many steps of one day`() throws {
    var day = CalendarDate.first
    let start = try CalendarDate("2004-02-28")
    while day < .last {
      #expect(start.adding(days: day.days(since: start)) == day)
      day = day.next
    }
    #expect(start.adding(days: 1_000_000) == .last && start.adding(days: -1_000_000) == .first)
    #expect(try start.adding(days: 2) == CalendarDate("2004-03-01"))
  }

  @Test(arguments: [
    ("2002-01-31", 1, "2002-02-28"), ("2004-01-31", 1, "2004-02-29"),
    ("2002-03-31", -1, "2002-02-28"), ("2002-12-15", 1, "2003-01-15"),
    ("2003-12-31", 12, "2004-12-31"), ("2002-06-30", -6, "2001-12-30"),
    ("2004-02-29", 12, "2005-02-28"), ("2199-12-31", 1, "2199-12-31"),
    ("1900-01-01", -1, "1900-01-01"), ("2002-06-30", 0, "2002-06-30"),
  ])
  func `so many months later is the same day, or the last of a shorter month`(
    day: String, months: Int, later: String
  ) throws {
    #expect(try CalendarDate(day).adding(months: months) == CalendarDate(later))
  }
}
