import FundDomain
import FundReports
import Plain
import Testing

/// The numbers of `get`, with figures worked out by hand.
@Suite struct QuantityTests {
  /// 1,000.00 given, 500.00 allotted, 200.00 obligated with 26.00 of support in 2002; 50.00 and
  /// 6.50 more in 2004, 80.00 paid.
  private func spent(_ ledger: TestLedger) throws {
    try ledger.gift("1000", "2002-06-28")
    try ledger.allot("500", from: "CTB-2002-0001", "2002-07-01")
    try ledger.obligate("200", "2002-07-02")
    try ledger.record(
      .disbursements, ["obligation": "OBL-2002-0001", "amount": "80 USD", "on": "2002-08-01"])
    try ledger.obligate("50", "2004-02-01")
  }

  private func ask(
    _ ledger: TestLedger, _ make: (any Books) throws -> Quantity
  ) throws -> String { try ledger.read(make).text }

  @Test func `balances, income and expenditure are the statement's`() throws {
    try TestLedger.run { ledger in
      try spent(ledger)
      let period = try Period("2002-2003")
      try ledger.read { books in
        let statement = try Statement(books, for: period)
        let fund = try books.subFund("SP")
        #expect(
          try Quantity.balance(books, of: fund, asAt: period.to).text == "774.00"
            && statement.figures.value(.closingBalance, of: fund.id) == 77_400)
        #expect(
          try Quantity.balance(books, of: nil, asAt: period.to).text == "800.00"
            && statement.figures.total(.closingBalance) == 80_000)
        #expect(
          try Quantity.income(books, of: nil, donor: nil, in: period).text == "1026.00"
            && statement.figures.total(.totalIncome) == 102_600)
        #expect(
          try Quantity.expenditure(books, of: nil, project: nil, in: period).text == "226.00"
            && statement.figures.total(.totalExpenditure) == 22_600)
      }
    }
  }

  @Test func `one donor's income and one project's spending are asked for alone`() throws {
    try TestLedger.run { ledger in
      try spent(ledger)
      try ledger.gift("300", "2002-06-28", ["donor": "DEU"])
      try ledger.project("P2")
      try ledger.allot("100", from: "CTB-2002-0002", "2002-07-01", to: "P2")
      let (norway, project) = try ledger.read { (try $0.donor("NOR").id, try $0.project("P2").id) }
      let day = try CalendarDate("2004-12-31")
      let period = try Period("2002-2003")
      #expect(
        try ask(ledger) { try .income($0, of: nil, donor: norway, in: period) } == "1000.00")
      #expect(
        try ask(ledger) { try .expenditure($0, of: nil, project: project, in: period) } == "0.00")
      #expect(
        try ask(ledger) { try .unobligated($0, of: nil, project: project, asAt: day) } == "100.00")
      #expect(
        try ask(ledger) { try .unobligated($0, of: nil, project: nil, asAt: day) } == "317.50")
      #expect(
        try ask(ledger) { try .unliquidated($0, of: nil, project: nil, asAt: day) } == "170.00")
      let support = try ledger.read { try $0.subFund("PSC") }
      #expect(
        try ask(ledger) { try .unliquidated($0, of: support, project: nil, asAt: day) } == "0.00")
    }
  }

  /// 226.00 of 500.00 is 45.2 per cent; 56.50 of the 274.00 that were left is 20.6.
  @Test func `the rate of delivery is of what is allotted, or of what a period had to spend`()
    throws
  {
    try TestLedger.run { ledger in
      try spent(ledger)
      let day = try CalendarDate("2004-12-31")
      func rate(_ period: String?, asAt: CalendarDate) throws -> String {
        try ask(ledger) {
          try .deliveryRate($0, of: nil, in: period.map { try Period($0) }, asAt: asAt)
        }
      }
      #expect(try rate(nil, asAt: CalendarDate("2003-12-31")) == "45.2")
      #expect(try rate(nil, asAt: day) == "56.5")
      #expect(try rate("2002-2003", asAt: day) == "45.2")
      #expect(try rate("2004", asAt: day) == "20.6")
      let error = #expect(throws: LedgerError.self) { try rate("2001", asAt: day) }
      #expect(error?.rule == "nothing-allotted")
    }
  }

  /// 113.00 of 500.00 came back in 2005, of which 217.50 were left to obligate: what was spent in
  /// the years is what is spent to date, 169.50.
  @Test func `a period in which more came back than was spent has a rate of delivery below zero`()
    throws
  {
    try TestLedger.run { ledger in
      try spent(ledger)
      try ledger.record(
        .obligationChanges,
        ["number": "OBL-2002-0001", "amount": "-100 USD", "on": "2005-02-01"])
      let day = try CalendarDate("2005-12-31")
      func rate(_ period: String?) throws -> String {
        try ask(ledger) {
          try .deliveryRate($0, of: nil, in: period.map { try Period($0) }, asAt: day)
        }
      }
      #expect(try rate("2005") == "-52.0")
      #expect(try rate("2004-2005") == "-20.6")
      #expect(try rate(nil) == "33.9")
    }
  }

  @Test func `what is outstanding is the report's, and a pledge's own is in its currency`() throws {
    try TestLedger.run { ledger in
      try ledger.pledge("2002-01-15")
      try ledger.pledge("2002-01-15", ["amount": "900 EUR", "donor": "DEU"])
      try ledger.pledge("2002-01-15", ["amount": "50000 USD", "announced": "yes"])
      try ledger.pay("PLG-2002-0001", "333.33", "2002-02-01")
      try ledger.record(
        .writeOffs,
        ["pledge": "PLG-2002-0002", "amount": "300 EUR", "reason": "lapsed", "on": "2002-03-01"])
      try ledger.record(
        .pledgeChanges,
        ["pledge": "PLG-2002-0001", "amount": "100 USD", "document": "Fax", "on": "2002-03-01"])
      func owed(_ donor: String?, _ day: String) throws -> String {
        try ask(ledger) { books in
          try .outstanding(
            books, of: donor.map { try books.donor($0).id }, asAt: CalendarDate(day))
        }
      }
      #expect(try owed(nil, "2002-01-31") == "1900.00")
      #expect(try owed("NOR", "2002-02-28") == "666.67")
      #expect(try owed(nil, "2002-12-31") == "1366.67")
      #expect(try owed("SWE", "2002-12-31") == "0.00")
      let day = try CalendarDate("2002-12-31")
      let pledge = try ledger.read {
        try Quantity.outstanding($0, onPledge: "PLG-2002-0002", asAt: day)
      }
      #expect(pledge.text == "600.00" && pledge.json.text().contains("\"currency\": \"EUR\""))
      let early = #expect(throws: LedgerError.self) {
        try ledger.read {
          try Quantity.outstanding($0, onPledge: "PLG-2002-0002", asAt: CalendarDate("2002-01-14"))
        }
      }
      #expect(early?.rule == "unknown-pledge")
    }
  }
}
