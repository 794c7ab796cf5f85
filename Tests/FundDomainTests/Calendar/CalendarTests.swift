import FundDomain
import Testing

@Suite struct CalendarTests {
  @Test func `every day is followed by the next, and its number by the next number`() throws {
    var day = try CalendarDate("1900-01-01")
    var count = 0
    while day < .last {
      let next = day.next
      #expect(next.previous == day)
      #expect(next.dayNumber == day.dayNumber + 1)
      #expect(try CalendarDate(next.description) == next)
      day = next
      count += 1
    }
    // 300 years with 73 leap days: 1904 to 2196, without 2100.
    #expect(count == 365 * 300 + 73 - 1)
  }

  @Test(arguments: [
    "2002-02-30", "2023-02-29", "2002-13-01", "0000-00-00", "12023-01-01", "03/04/2023",
    "2002-1-1", "1899-12-31", "2200-01-01", "2002-06-30 ", "２００２-06-30", "",
  ])
  func `what is no day is refused`(text: String) {
    let error = #expect(throws: LedgerError.self) { try CalendarDate(text) }
    #expect(error?.rule == "date-unreadable")
  }

  @Test func `the leap days of centuries are Gregorian`() throws {
    #expect(CalendarDate(year: 1900, month: 2, day: 29) == nil)
    #expect(CalendarDate(year: 2000, month: 2, day: 29) != nil)
    #expect(CalendarDate(year: 2100, month: 2, day: 29) == nil)
  }
}

@Suite struct PeriodTests {
  @Test(arguments: [
    ("2002-2003", "2002-01-01", "2003-12-31", "2002-2003"),
    ("2002", "2002-01-01", "2002-12-31", "2002"),
    ("2002-02", "2002-02-01", "2002-02-28", "2002-02-01..2002-02-28"),
    ("2004-02", "2004-02-01", "2004-02-29", "2004-02-01..2004-02-29"),
    ("2002-01-01..2003-06-30", "2002-01-01", "2003-06-30", "2002-01-01..2003-06-30"),
    ("2002-06-30", "2002-06-30", "2002-06-30", "2002-06-30..2002-06-30"),
  ])
  func `a period is read as people write it`(
    text: String, from: String, to: String, shown: String
  ) throws {
    let period = try Period(text)
    #expect(period.from == (try CalendarDate(from)))
    #expect(period.to == (try CalendarDate(to)))
    #expect(period.description == shown)
  }

  @Test(arguments: [
    ("2003-2004", "biennium-odd"), ("2002-2004", "period-unreadable"),
    ("2003-01-01..2002-01-01", "period-backwards"), ("02", "period-unreadable"),
    ("2002-02-30", "date-unreadable"), ("2002-00", "period-unreadable"),
  ])
  func `what is no period is refused`(text: String, rule: String) {
    let error = #expect(throws: LedgerError.self) { try Period(text) }
    #expect(error?.rule == rule)
  }

  @Test func `every day lies in exactly one biennium, which begins with an even year`() throws {
    var day = try CalendarDate("1999-12-25")
    let end = try CalendarDate("2006-01-05")
    while day < end {
      let biennium = Biennium(of: day)
      #expect(biennium.firstYear % 2 == 0)
      #expect(biennium.period.contains(day))
      #expect(biennium.previous?.period.to.next == biennium.period.from)
      #expect(
        Biennium(of: day.next).firstYear
          == (day.next > biennium.period.to ? biennium.firstYear + 2 : biennium.firstYear))
      day = day.next
    }
  }

  @Test func `the period before is as long and ends right before`() throws {
    #expect(try Period("2002-2003").previous == (try Period("2000-2001")))
    #expect(try Period("2002").previous == (try Period("2001")))
    #expect(try Period("2002-06").previous == nil)
  }

  @Test func `the last biennium is counted from today`() throws {
    let today = try CalendarDate("2026-11-24")
    #expect(try Period("last biennium", today: today) == (try Period("2024-2025")))
    #expect(try Period("this biennium", today: today) == (try Period("2026-2027")))
  }
}
