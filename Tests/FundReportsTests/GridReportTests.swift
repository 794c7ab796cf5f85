import FundDomain
import FundReports
import Testing

/// A project's money by donors: what is told apart in it.
@Suite struct GridReportTests {
  /// 200.00 and 100.00 are obligated in 2002, each with 13 per cent; in 2004 the second is reversed
  /// and the first is 50.00 less.
  @Test func `what corrects an earlier biennium is no savings on it`() throws {
    try TestLedger.run { ledger in
      try ledger.gift("1000", "2002-01-15")
      try ledger.allot("565", from: "CTB-2002-0001", "2002-02-01")
      try ledger.obligate("200", "2002-03-01")
      try ledger.obligate("100", "2002-03-01")
      try ledger.record(
        .reversals, ["number": "OBL-2002-0002", "reason": "Entered twice", "on": "2004-02-01"])
      try ledger.record(
        .obligationChanges,
        ["number": "OBL-2002-0001", "amount": "-50 USD", "on": "2004-03-01"])
      let lines = try ledger.read { books in
        try GridReport(books, of: books.project("P1"), in: Period("2004-2005"))
          .sheet.csv().split(separator: "\n").map(String.init)
      }
      #expect(lines.contains { $0.hasPrefix("Savings on earlier bienniums,,56.50,56.50") })
      #expect(lines.contains { $0.hasPrefix("Corrections of earlier bienniums,,113.00,113.00") })
      #expect(lines.contains { $0.hasPrefix("Unobligated of the allotments,,395.50,395.50") })
    }
  }
}
