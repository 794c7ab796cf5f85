import Foundation
import TestSupport
import Testing

/// Revenue as the CEB asks for it, against what the CEB published and what the statement says.
@Suite struct CEBExportTests {
  private func rows(_ ledger: SampleLedger, _ arguments: [String]) throws -> [[String: String]] {
    let path = ledger.folder + "/ceb.csv"
    _ = try ledger.run(["export", "ceb", "-o", path] + arguments)
    return try csvRows(path)
  }

  @Test(.needsSharedFolder) func `the sample gives the CEB's own figures back, year by year`()
    throws
  {
    let shared = try #require(sharedFolder())
    let published = try csvRows(shared + "/data/fund/unodc_ceb_revenue_by_donor_2013_2024.csv")
    var expected: [String: Int] = [:]
    for row in published {
      for (column, code) in [
        ("voluntary_unearmarked_usd", "R02"), ("voluntary_earmarked_usd", "R03"),
      ] where row[column] != "" {
        expected["\(row["year"]!) \(code)", default: 0] += try cents(row[column])
      }
    }
    try withTemporaryFolder { folder in
      let ledger = try SampleLedger("unodc-2013-2024", in: folder)
      var sums: [String: Int] = [:]
      for row in try rows(ledger, []) {
        sums["\(row["calendar_year"]!) \(row["rev_type"]!.prefix(3))", default: 0] +=
          try cents(row["amount"])
      }
      #expect(sums == expected)
      #expect(sums.count == 24)
    }
  }

  @Test func `all of it is the statement's income less its refunds`() throws {
    try withTemporaryFolder { folder in
      let ledger = try SampleLedger("2002-2003", in: folder)
      for period in ["2000-2001", "2002-2003", "2004-2005"] {
        let lines = try ledger.statement(period).compactMapValues { $0["total"] }
        let rows = try rows(ledger, ["-p", period])
        func sum(_ instruments: String...) throws -> Int {
          try rows.filter { instruments.contains($0["rev_type"]!) }
            .reduce(0) { try $0 + cents($1["amount"]) }
        }
        #expect(
          try sum("R02A", "R03A", "R03B", "R03C", "R03D", "R03E")
            == lines["contributions"]! + lines["refunds"]!)
        #expect(try sum("R02B", "R03F") == lines["contributions-in-kind"]!)
        #expect(try sum("R04A") == lines["programme-support-income"]!)
        #expect(try sum("R04C") == lines["interest"]! + lines["other-income"]!)
        #expect(rows.isEmpty == false)
      }
    }
  }
}
