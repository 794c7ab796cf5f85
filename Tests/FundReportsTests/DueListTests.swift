import FundDomain
import FundReports
import Plain
import TestSupport
import Testing

@Suite struct DueListTests {
  private func due(_ ledger: TestLedger, _ day: String, within: Int) throws -> [String] {
    try ledger.read { try DueList($0, within: within, asAt: CalendarDate(day)) }.items.map { item in
      let amount = item.amount.map { " \($0)" } ?? ""
      return "\(item.on) \(item.kind.rawValue) \(item.key)\(amount)"
    }
  }

  @Test func `what is outstanding of instalments falls due, soonest first`() throws {
    try TestLedger.run { ledger in
      try ledger.pledge("2002-01-15", ["due": "2002-06-30=500;2002-03-31=300;2002-12-31=200"])
      try ledger.pay("PLG-2002-0001", "310", "2002-02-01")
      try ledger.pledge("2002-01-15", ["due": "2002-06-29=500;2002-07-30=500"])
      try ledger.pledge("2002-01-15", ["due": "2002-06-01=1000", "announced": "yes"])
      #expect(
        try due(ledger, "2002-06-30", within: 30) == [
          "2002-06-29 instalment PLG-2002-0002 500.00 USD",
          "2002-06-30 instalment PLG-2002-0001 490.00 USD",
          "2002-07-30 instalment PLG-2002-0002 500.00 USD",
        ])
      #expect(try due(ledger, "2002-06-30", within: 0).count == 2)
    }
  }

  /// Written off and counted: the oldest part is gone; raised: the new part falls due on its day.
  @Test func `what was written off is due no more, and what was added is due on its day`() throws {
    try TestLedger.run { ledger in
      try ledger.pledge("2014-01-15", ["due": "2014-06-30=500;2015-06-30=500"])
      try ledger.record(
        .writeOffs,
        ["pledge": "PLG-2014-0001", "amount": "600 USD", "reason": "lapsed", "on": "2014-03-01"])
      try ledger.record(
        .pledgeChanges,
        [
          "pledge": "PLG-2014-0001", "amount": "100 USD", "document": "Fax", "on": "2014-03-02",
          "due": "2015-06-30",
        ])
      #expect(
        try due(ledger, "2014-04-01", within: 500) == [
          "2015-06-30 instalment PLG-2014-0001 500.00 USD"
        ])
    }
  }

  @Test func `money to be used, ends of projects and old obligations fall due too`() throws {
    try TestLedger.run { ledger in
      let pledge = try ledger.pledge(
        "2002-01-15", ["earmark": "theme:corruption", "use-by": "2004-11-30"])
      try ledger.pay(pledge, "1000", "2002-02-01")
      try ledger.allot("226", from: pledge, "2002-02-02")
      try ledger.obligate("150", "2002-02-03")
      try ledger.obligate("50", "2003-02-03")
      try ledger.record(
        .disbursements, ["obligation": "OBL-2003-0001", "amount": "30 USD", "on": "2004-02-03"])
      try ledger.project("P2", ["end": "2004-12-30"])
      try ledger.project("P3", ["end": "2004-12-30", "status": "completed"])
      #expect(
        try due(ledger, "2004-12-01", within: 30) == [
          "2004-11-30 use-by PLG-2002-0001 774.00 USD", "2004-12-30 project-end P2",
          "2004-12-31 obligations 2002-2003 170.00 USD",
        ])
      #expect(
        try due(ledger, "2004-10-01", within: 60) == ["2004-11-30 use-by PLG-2002-0001 774.00 USD"])
    }
  }

  @Test func `the calendar is read back, and is the same whenever it is asked for`() throws {
    try TestLedger.run { ledger in
      try ledger.record(
        .donors, ["code": "UK", "name": "United Kingdom; Great Britain, N. I.", "kind": "state"])
      try ledger.pledge("2002-01-15", ["due": "2002-06-30=1000", "donor": "UK"])
      try ledger.project(
        "P2", ["end": "2002-06-30", "title": String(repeating: "Récit ", count: 30)])
      let list = try ledger.read {
        try DueList($0, within: 60, asAt: CalendarDate("2002-06-01"))
      }
      let text = list.calendar(
        ledger: "0123456789abcdef0123", recordedAt: "2026-11-24T10:20:30.123456Z"
      ).text()
      let events = try CalendarReader.read(text)
      #expect(events.map { $0["DTSTART"] } == ["20020630", "20020630"])
      #expect(events.map { $0["DTEND"] } == ["20020701", "20020701"])
      #expect(events.allSatisfy { $0["DTSTAMP"] == "20261124T102030Z" })
      #expect(
        events.map { $0["UID"] } == [
          "instalment-PLG-2002-0001-20020630@0123456789abcdef.cpcjf",
          "project-end-P2-20020630@0123456789abcdef.cpcjf",
        ])
      #expect(
        events[0]["SUMMARY"]
          == "United Kingdom; Great Britain, N. I.: 1000.00 USD due on PLG-2002-0001")
    }
  }
}
