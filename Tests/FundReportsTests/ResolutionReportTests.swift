import FundDomain
import FundReports
import Testing

/// Requests, mandates, co-funding and markers on small ledgers, with figures worked out by hand.
@Suite struct ResolutionReportTests {
  private func cases(_ ledger: TestLedger, _ day: String) throws -> [String] {
    try ledger.read { try RequestList($0, asAt: CalendarDate(day)) }.cases.map { request in
      let days = request.days.map { " in \($0) days" } ?? ""
      let projects = request.projects.map { " \($0.code)" }.joined()
      return "\(request.country) \(request.date) \(request.status)\(projects)\(days)"
    }
  }

  private func ask(_ ledger: TestLedger, _ state: String, _ day: String) throws -> String {
    try ledger.record(
      .requests, ["state": state, "themes": "corruption", "on": day, "document": "Letter"])
  }

  @Test func `a request waits, is prepared, and is met on the day of the approval`() throws {
    try TestLedger.run { ledger in
      let number = try ask(ledger, "EGY", "2002-03-01")
      try ledger.project("P2", ["status": "pipeline"])
      try ledger.record(.projectChanges, ["code": "P2", "requests": number, "on": "2002-04-01"])
      try ledger.record(.projectChanges, ["code": "P2", "status": "approved", "on": "2002-05-01"])
      try ledger.record(.projectChanges, ["code": "P2", "status": "ongoing", "on": "2002-06-01"])
      try ledger.record(.projectChanges, ["code": "P2", "status": "cancelled", "on": "2003-01-01"])
      #expect(try cases(ledger, "2002-02-28") == [])
      #expect(try cases(ledger, "2002-03-31") == ["EGY 2002-03-01 waiting"])
      #expect(try cases(ledger, "2002-04-30") == ["EGY 2002-03-01 prepared P2"])
      #expect(try cases(ledger, "2002-05-01") == ["EGY 2002-03-01 met P2 in 61 days"])
      #expect(try cases(ledger, "2002-12-31") == ["EGY 2002-03-01 met P2 in 61 days"])
      #expect(try cases(ledger, "2003-01-01") == ["EGY 2002-03-01 waiting P2"])
    }
  }

  @Test func `a project that names no request meets that of the State and day that it says`() throws
  {
    try TestLedger.run { ledger in
      _ = try ask(ledger, "EGY", "2002-03-01")
      _ = try ask(ledger, "EGY", "2002-03-02")
      let asked = ["requested-by": "EGY", "requested-on": "2002-03-02"]
      try ledger.project("P2", asked)
      try ledger.project("P3", ["requested-by": "JOR", "requested-on": "2002-07-01"])
      try ledger.project("P4", ["requested-by": "JOR"])
      // The first versions say no day of an approval; P4 says no day of the request.
      #expect(
        try cases(ledger, "2002-12-31") == [
          "EGY 2002-03-01 waiting", "EGY 2002-03-02 met P2", "JOR 2002-07-01 met P3",
        ])
      let report = try ledger.read {
        try RequestsReport($0, in: Period("2002-07-01..2002-12-31"))
      }
      #expect(report.total.cases.count == 1 && report.undated.map(\.code) == ["P4"])
    }
  }

  @Test func `a project meets a request that is older than its approval from that day on`() throws {
    try TestLedger.run { ledger in
      try ledger.project("P2", ["status": "pipeline"])
      try ledger.record(.projectChanges, ["code": "P2", "status": "approved", "on": "2002-01-10"])
      let number = try ask(ledger, "EGY", "2002-03-01")
      try ledger.record(.projectChanges, ["code": "P2", "requests": number, "on": "2002-03-11"])
      #expect(try cases(ledger, "2002-12-31") == ["EGY 2002-03-01 met P2 in 10 days"])
    }
  }

  /// One hundred dollars over three equal shares: the first has the cent that is left over.
  @Test func `a country's part of a project is to the cent`() throws {
    try TestLedger.run { ledger in
      try ledger.project("P2", ["countries": "AFG;ALB;NOR", "gender": ""])
      let gift = try ledger.gift("500", "2002-02-01")
      try ledger.allot("113", from: gift, "2002-02-02", to: "P2")
      try ledger.obligate("100", "2002-02-03", project: "P2")
      let sheet = try ledger.read { try DevelopmentReport($0, in: Period("2002")) }.sheet
      // Shares are whole millionths: 33.3334, 33.3333 and 33.3333 per cent of 113.00, support
      // cost of 13 per cent included.
      let spent = sheet.rows.filter { $0.cells.count > 6 }.map { ($0.cells[1], $0.cells[6]) }
      let wanted: [(String, Int64)] = [
        ("Developing countries", 3767), ("Economies in transition", 3767),
        ("Developing and in transition", 7534), ("Developed economies", 3766),
        ("Countries in no group", 0), ("Regional and global projects", 0), ("Total", 11300),
        ("Least developed countries", 3767), ("Landlocked developing countries", 3767),
        ("Small island developing States", 0),
      ]
      #expect(spent.count == wanted.count)
      for ((title, cents), (name, dollars)) in zip(spent, wanted) {
        #expect(title == .text(name) && cents == .money(dollars, exponent: 2), "\(name)")
      }
      let gender = try ledger.read { try GenderReport($0, in: Period("2002")) }
      #expect(gender.rows.map(\.projects.count) == [0, 1, 0, 1])
    }
  }

  @Test func `funds that differ in spelling alone are one, and what is reversed is gone`() throws {
    try TestLedger.run { ledger in
      func give(_ fund: String, _ amount: String) throws -> String {
        try ledger.record(
          .coFunding, ["project": "P1", "fund": fund, "amount": amount, "on": "2002-05-01"])
      }
      _ = try give("UNDP", "100 USD")
      _ = try give("undp", "50.50 EUR")
      let wrong = try give("World Bank", "7 USD")
      try ledger.record(.reversals, ["number": wrong, "reason": "Never signed"])
      let report = try ledger.read { try SynergiesReport($0, in: Period("2002")) }
      #expect(report.funds.map(\.name) == ["UNDP"] && report.funds.map(\.usd) == [15050])
      #expect(report.rows.map(\.theirs) == [15050] && report.ours == 0)
      let before = try ledger.read { try SynergiesReport($0, in: Period("2001")) }
      #expect(before.rows.isEmpty)
    }
  }

  @Test func `what was taken back later stood on the day, what was added in error never did`()
    throws
  {
    try TestLedger.run { ledger in
      try ledger.record(.mandates, ["code": "56/123/OP5", "title": "Development"])
      try ledger.project("P2", ["mandates": "56/123/OP5"])
      let number = try ask(ledger, "EGY", "2002-03-01")
      try ledger.record(.reversals, ["number": number, "reason": "Withdrawn", "on": "2002-06-01"])
      try ledger.undo(batch: ledger.read { try $0.newestBatch } - 2)
      let day = try CalendarDate("2002-05-01")
      let (cases, projects) = try ledger.read { books in
        let books = books.asAt(day)
        return (
          try RequestList(books, asAt: day).cases.count,
          try books.projects(on: day).map(\.code)
        )
      }
      #expect(cases == 1 && projects == ["P1"])
      #expect(try self.cases(ledger, "2002-06-01") == [])
    }
  }

  @Test func `a report whose parts are not the statement's is refused`() throws {
    try TestLedger.run { ledger in
      let gift = try ledger.gift("500", "2002-02-01")
      try ledger.allot("113", from: gift, "2002-02-02")
      try ledger.obligate("100", "2002-02-03")
      let year = try Period("2002")
      _ = try ledger.read { try GenderReport($0, in: year) }
      try ledger.tamper(
        """
        UPDATE daily_total SET usd = usd + 1
        WHERE account = (SELECT number FROM account WHERE name = 'expenditure:travel');
        """)
      for make: (any Books) throws -> any Report in [
        { try GenderReport($0, in: year) }, { try MandateReport($0, in: year) },
        { try DevelopmentReport($0, in: year) },
      ] {
        let error = #expect(throws: LedgerError.self) { try ledger.read { _ = try make($0) } }
        #expect(error?.rule == "does-not-foot")
      }
    }
  }
}
