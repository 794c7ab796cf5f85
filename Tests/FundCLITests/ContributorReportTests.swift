import Foundation
import FundDomain
import TestSupport
import Testing

/// Who gave, and who owes: the reports of contributors against one another, and against sums that
/// sqlite3 takes from the file.
@Suite struct ContributorReportTests {
  private func withSample(_ body: (SampleLedger) throws -> Void) throws {
    try withTemporaryFolder { try body(SampleLedger("2002-2003", in: $0)) }
  }

  private static let periods = [
    "2000-2001", "2002-2003", "2004-2005", "2003", "2002-06-01..2003-03-31",
  ]

  /// What contributions brought in a period, by donor, asked of the file.
  private func received(
    _ ledger: SampleLedger, _ from: String, _ to: String, account: Int = 101
  ) throws -> [String: Int] {
    let rows = try ledger.sql(
      """
      SELECT donor.code, sum(usd) FROM posting JOIN donor USING (donor)
      WHERE account = \(account) AND date BETWEEN '\(from)' AND '\(to)'
        AND document IN (SELECT entry FROM contribution) GROUP BY 1 HAVING sum(usd) <> 0
      """)
    return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], Int($0[1])!) })
  }

  private func rows(_ report: [String: Any], _ key: String = "rows") throws -> [[String: Any]] {
    try #require(report[key] as? [[String: Any]])
  }

  @Test(arguments: periods)
  func `the status of contributions is what pledges and receipts say`(period: String) throws {
    try withSample { ledger in
      let report = try ledger.json(["report", "contributions", "-p", period])
      let to = try #require(report["asAt"] as? String)
      let by = try ledger.json(["report", "biennium", period, "--by", "donor"])
      var collected: [String: Int] = [:]
      for row in try rows(by) where try cents(row["collected"]) != 0 {
        collected[row["key"] as! String] = try cents(row["collected"])
      }
      var seen: [String: Int] = [:]
      for row in try rows(report) {
        func of(_ key: String) throws -> Int { try cents(row[key]) }
        let owed =
          try of("arrears") + of("due") - of("writtenOff") - of("paidBefore") - of("paid")
          + of("inAdvance")
        #expect(try owed == of("outstanding"), "\(row)")
        #expect(
          try of("paid") + of("difference") + of("withoutPledge") == of("collected"), "\(row)")
        if try of("collected") != 0 { seen[row["key"] as! String] = try of("collected") }
      }
      #expect(seen == collected)

      // What stands at both ends is what the report of pledges says of those days.
      let total = try #require(report["total"] as? [String: Any])
      func pledges(_ day: String) throws -> [String: Any] {
        try #require(
          try ledger.json(["report", "pledges", "--as-at", day])["total"] as? [String: Any])
      }
      let end = try pledges(to)
      // What is due on the last day is owed by its end, and overdue from the next on.
      func owed(_ day: String) throws -> Int {
        try cents(pledges(CalendarDate(day).adding(days: 1).description)["overdue"])
      }
      #expect(try cents(total["outstanding"]) == owed(to))
      #expect(
        try cents(total["outstanding"]) + cents(total["dueLater"]) == cents(end["outstanding"]))
      let from = period.contains("..") ? "2002-05-31" : "\(Int(period.prefix(4))! - 1)-12-31"
      #expect(try cents(total["arrears"]) == owed(from))
    }
  }

  @Test func `arrears, what is written off, advances and days of payment are told`() throws {
    try withTemporaryFolder { folder in
      let ledger = try HandMadeLedger(in: folder)
      // The pledge of Germany: EUR 60,000 at 1.133, half due at the end of 2002, half in 2004;
      // 20,000 paid in 2002, 10,000 in 2004.
      let worth = 5_295_675
      let third = 1_765_225
      func germany(_ period: String) throws -> [String: Any] {
        let report = try ledger.json(["report", "contributions", "-p", period])
        return try #require(try rows(report).first { $0["key"] as? String == "DEU" })
      }
      let first = try germany("2002")
      #expect(try cents(first["arrears"]) == 0, "\(first["arrears"] ?? "")")
      #expect(try cents(first["due"]) == 2_647_837, "\(first["due"] ?? "")")
      #expect(try cents(first["paid"]) == third)
      #expect(try cents(first["outstanding"]) == 882_612, "\(first["outstanding"] ?? "")")
      #expect(first["standing"] as? String == "paid-in-part")
      #expect(first["firstPaid"] as? String == "2002-08-15" && first["payments"] as? Int == 1)
      let second = try germany("2003")
      #expect(try cents(second["arrears"]) == 882_612, "\(second["arrears"] ?? "")")
      #expect(try cents(second["due"]) == 0, "\(second["due"] ?? "")")
      #expect(second["standing"] as? String == "not-paid" && second["firstPaid"] is NSNull)
      let last = try germany("2004")
      #expect(try cents(last["arrears"]) == 882_612, "\(last["arrears"] ?? "")")
      #expect(try abs(cents(last["due"]) - (worth - 2_647_837)) <= 1)
      #expect(try cents(last["outstanding"]) == worth - third - cents(last["paid"]))
      // Norway's second half: 100,000 of 500,000 kroner written off in 2003.
      let report = try ledger.json(["report", "contributions", "-p", "2003"])
      let norway = try #require(try rows(report).first { $0["key"] as? String == "NOR" })
      #expect(try cents(norway["writtenOff"]) == 1_123_595, "\(norway["writtenOff"] ?? "")")
      #expect(try cents(norway["due"]) == 5_617_977, "\(norway["due"] ?? "")")
      #expect(try cents(norway["outstanding"]) == 4_494_382, "\(norway["outstanding"] ?? "")")
    }
  }

  @Test(arguments: periods)
  func `participation is the Members of the day, and what donors gave`(period: String) throws {
    try withSample { ledger in
      let report = try ledger.json(["report", "participation", "-p", period])
      let members = try rows(report).filter { $0["member"] as? Bool == true }
      #expect(members.count == (period.hasPrefix("2000") ? 189 : 191))
      let to = try #require(report["asAt"] as? String)
      let parts = period.split(separator: ".").map(String.init)
      let from = parts.count == 2 ? parts[0] : "\(period.prefix(4))-01-01"
      let cash = try received(ledger, from, to)
      let goods = try received(ledger, from, to, account: 511)
      let before = try received(ledger, "1900-01-01", "\(from)")
        .merging(try openings(ledger), uniquingKeysWith: +).filter { $0.key != "" }
      for row in try rows(report) {
        let donors = try #require(row["donors"] as? [String])
        let (cash, goods, before) = (
          sum(cash, of: donors), sum(goods, of: donors), sum(before, of: donors)
        )
        #expect(try cents(row["collected"]) == cash, "\(row)")
        #expect(try cents(row["inKind"]) == goods, "\(row)")
        let gave = cash + goods > 0
        switch row["standing"] as? String {
        // What only stands in the place of an earlier gift is no new one: Portugal's of 2004.
        case "lapsed": #expect((!gave || donors == ["PRT"]) && before > 0, "\(row)")
        case "never": #expect(!gave && before <= 0, "\(row)")
        default: #expect(gave, "\(row)")
        }
        if row["firstTime"] as? Bool == true { #expect(before <= 0, "\(row)") }
      }
      let total = try #require(report["total"] as? [String: Any])
      let lines = try ledger.statement(period)
      #expect(try cents(total["collected"]) == lines["contributions-collected"]?["total"])
      #expect(try cents(total["inKind"]) == lines["contributions-in-kind"]?["total"])
      for key in ["inAll", "current", "firstTime", "lapsed", "never"] {
        let groups = try rows(report, "groups").reduce(0) { $0 + ($1[key] as! Int) }
        #expect(groups == total[key] as? Int, "\(key)")
      }
    }
  }

  private func sum(_ figures: [String: Int], of donors: [String]) -> Int {
    donors.reduce(0) { $0 + (figures[$1] ?? 0) }
  }

  /// What donors had given before the ledger, in US cents.
  private func openings(_ ledger: SampleLedger) throws -> [String: Int] {
    let rows = try ledger.sql(
      """
      SELECT donor.code, sum(opening.usd) FROM opening JOIN donor USING (donor)
      WHERE item = 'cash' GROUP BY 1
      """)
    return try Dictionary(uniqueKeysWithValues: rows.map { ($0[0], try #require(Int($0[1]))) })
  }

  @Test func `who gave in which year is what each year's breakdown says`() throws {
    try withSample { ledger in
      let report = try ledger.json(["report", "regularity", "--as-at", "2005-12-31"])
      let donors = try rows(report)
      #expect(donors.count == 31)
      for year in 2000...2005 {
        let by = try ledger.json(["report", "biennium", "\(year)", "--by", "donor"])
        var wanted: [String: Int] = [:]
        for row in try rows(by) { wanted[row["key"] as! String] = try cents(row["collected"]) }
        for (donor, worth) in try received(ledger, "\(year)-01-01", "\(year)-12-31", account: 511) {
          wanted[donor, default: 0] += worth
        }
        for row in donors {
          let years = try #require(row["years"] as? [String: Any])
          let key = row["key"] as! String
          #expect(try cents(years["\(year)"]) == wanted[key] ?? 0, "\(key) \(year)")
        }
      }
    }
  }

  @Test func `rows of years, regularity and variation are counted by hand`() throws {
    try withSample { ledger in
      let report = try ledger.json(["report", "regularity", "--as-at", "2005-12-31"])
      func donor(_ code: String) throws -> [String: Any] {
        try #require(try rows(report).first { $0["key"] as? String == code })
      }
      // The Republic of Korea: 20,000 in 2000, 20,000 and 25,000 in 2002-2003, 25,000 in 2004.
      let korea = try donor("KOR")
      #expect(korea["yearsGiven"] as? Int == 4 && korea["longestStreak"] as? Int == 3)
      #expect(korea["currentStreak"] as? Int == 0 && korea["bienniums"] as? Int == 3)
      #expect(korea["standing"] as? String == "continuing")
      #expect(korea["regularity"] as? String == "100.0")
      // Mean 30,000, deviations 10,000, 15,000 and 5,000: the root of 350/3 of 30.
      #expect(korea["variation"] as? String == "36.0")
      let belgium = try donor("BEL")
      #expect(belgium["standing"] as? String == "lapsed")
      #expect(belgium["regularity"] as? String == "33.3")
      // Its gift of 2003 was entered anew in 2004, with its earmark.
      let portugal = try donor("PRT")
      #expect(portugal["lastYear"] as? Int == 2003 && portugal["standing"] as? String == "lapsed")
      #expect(try donor("NLD")["currentStreak"] as? Int == 1)
    }
  }
}
