import Plain
import TestSupport
import Testing

/// The calendar against a reader that knows RFC 5545 and takes nothing else.
@Suite struct ICalendarTests {
  private func calendar(_ events: [ICalendar.Event]) -> ICalendar {
    ICalendar(product: "-//a//b//EN", name: "Due", stamp: "20021231T235959Z", events: events)
  }

  private func event(_ summary: String, uid: String = "a@b") -> ICalendar.Event {
    ICalendar.Event(
      uid: uid, day: "20020630", next: "20020701", summary: summary, description: "d",
      category: "c")
  }

  @Test func `an event is written line by line`() {
    #expect(
      calendar([event("Norway")]).text()
        == [
          "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//a//b//EN", "CALSCALE:GREGORIAN",
          "X-WR-CALNAME:Due", "BEGIN:VEVENT", "UID:a@b", "DTSTAMP:20021231T235959Z",
          "DTSTART;VALUE=DATE:20020630", "DTEND;VALUE=DATE:20020701", "SUMMARY:Norway",
          "DESCRIPTION:d", "CATEGORIES:c", "TRANSP:TRANSPARENT", "END:VEVENT", "END:VCALENDAR", "",
        ].joined(separator: "\r\n"))
  }

  @Test(arguments: [
    "a, b; c\\d\ne", "", ":", "\"quoted\"", String(repeating: "x", count: 67),
    String(repeating: "x", count: 68), String(repeating: "é", count: 200),
    "Türkiye 日本国 " + String(repeating: "国", count: 60), "👩‍👩‍👧‍👦" + String(repeating: "🇳🇴", count: 30),
    String(repeating: "\\;,", count: 50),
  ])
  func `what is written is read back`(summary: String) throws {
    let text = calendar([event(summary), event("second", uid: summary)]).text()
    let read = try CalendarReader.read(text)
    #expect(read.count == 2)
    #expect(read[0]["SUMMARY"] == summary)
    #expect(read[1]["UID"] == summary && read[1]["SUMMARY"] == "second")
  }

  @Test func `what commands a terminal is made visible`() throws {
    let read = try CalendarReader.read(calendar([event("a\u{1B}[31m\rb")]).text())
    #expect(read[0]["SUMMARY"] == #"a\u{1B}[31mb"#)
  }

  @Test func `a calendar without events holds something all the same`() throws {
    let text = calendar([]).text()
    #expect(try CalendarReader.read(text).isEmpty)
    #expect(text.contains("BEGIN:VTIMEZONE\r\n"))
  }
}
