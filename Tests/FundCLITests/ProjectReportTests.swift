import Foundation
import TestSupport
import Testing

/// What projects have, lack and deliver: the reports of projects and priorities against one
/// another, and against sums that sqlite3 takes from the file.
@Suite struct ProjectReportTests {
  private func withSample(_ body: (SampleLedger) throws -> Void) throws {
    try withTemporaryFolder { try body(SampleLedger("2002-2003", in: $0)) }
  }

  private func rows(_ report: [String: Any], _ key: String = "rows") throws -> [[String: Any]] {
    try #require(report[key] as? [[String: Any]])
  }

  private func total(_ report: [String: Any], _ key: String = "total") throws -> [String: Any] {
    try #require(report[key] as? [String: Any])
  }

  @Test(arguments: ["region", "theme", "status"])
  func `the report of projects has what the list has`(grouping: String) throws {
    try withSample { ledger in
      let day = ["--as-at", "2003-12-31"]
      let report = try ledger.json(["report", "projects", "--by", grouping] + day)
      let list = try ledger.json(["list", "projects", "--by", grouping] + day)
      let groups = try rows(list, "groups")
      #expect(try rows(report).map { $0["key"] as? String } == groups.map { $0["key"] as? String })
      for (row, group) in try zip(rows(report), groups) {
        let sums = try total(group, "totals")
        for key in ["budget", "funded", "gap", "over"] {
          #expect(row[key] as? String == sums[key] as? String, "\(row["key"]!) \(key)")
        }
        for (project, item) in try zip(rows(row, "projects"), rows(group, "projects")) {
          #expect(project["key"] as? String == item["code"] as? String)
          for key in ["budget", "funded", "gap", "over"] {
            #expect(project[key] as? String == item[key] as? String, "\(item["code"]!) \(key)")
          }
        }
      }
    }
  }

  @Test(arguments: [("1900-01-01", "2003-12-31"), ("2002-01-01", "2003-12-31")])
  func `what projects were allotted, obligated and paid is the sum of the file's postings`(
    from: String, to: String
  ) throws {
    try withSample { ledger in
      let period = from == "1900-01-01" ? ["--as-at", to] : ["-p", "\(from)..\(to)"]
      let delivery = try ledger.json(["report", "delivery", "--by", "project"] + period)
      let sums = try ledger.sql(
        """
        SELECT code,
          -sum(iif(account = 801 AND date >= '\(from)', usd, 0)),
          sum(iif(account = 803 AND date >= '\(from)', usd, 0)),
          sum(iif(account = 802, usd, 0)),
          sum(iif(account = 802 AND date < '\(from)', usd, 0)),
          -sum(iif(account = 101 AND date >= '\(from)', usd, 0))
        FROM posting JOIN (SELECT DISTINCT project, code FROM project) USING (project)
        WHERE date <= '\(to)' GROUP BY code
        """)
      var wanted: [String: [Int]] = [:]
      for sum in sums where sum.dropFirst().contains(where: { $0 != "0" }) {
        wanted[sum[0]] = sum.dropFirst().map { Int($0)! }
      }
      var seen: [String: [Int]] = [:]
      for row in try rows(delivery) {
        seen[row["key"] as! String] = try [
          cents(row["allotted"]), cents(row["obligated"]), cents(row["unobligated"]),
          row["unobligatedBefore"].map { try cents($0) } ?? 0, cents(row["disbursed"]),
        ]
      }
      for (code, figures) in wanted { #expect(seen[code] == figures, "\(code)") }
      #expect(seen.keys.sorted() == wanted.keys.sorted() && seen.count > 15)
      // And one number is the same to whoever asks for it.
      for code in ["EGY/R31", "FS/NIR/01/R16"] {
        let rate = try ledger.run(["get", "delivery-rate", "--project", code] + period)
        let row = try rows(delivery).first { $0["key"] as? String == code }
        #expect(rate == "\(row?["deliveryRate"] as? String ?? "")\n")
      }
      let rate = try ledger.run(["get", "delivery-rate"] + period)
      #expect(try rate == "\(total(delivery)["deliveryRate"] as? String ?? "")\n")
    }
  }

  @Test func `every grouping of delivery has the same total, and the projects' report its rows`()
    throws
  {
    try withSample { ledger in
      for period in ["2002-2003", "2003"] {
        var totals: Set<String> = []
        for grouping in [
          "project", "theme", "programme", "region", "country", "instrument", "status", "sub-fund",
        ] {
          let report = try ledger.json(["report", "delivery", "--by", grouping, "-p", period])
          let keys = ["unobligatedBefore", "allotted", "obligated", "unobligated", "disbursed"]
          let sums = try keys.map { key in try rows(report).reduce(0) { try $0 + cents($1[key]) } }
          #expect(try sums == keys.map { try cents(total(report)[$0]) }, "\(grouping)")
          totals.insert("\(sums)")
        }
        #expect(totals.count == 1)
        for grouping in ["theme", "region", "status"] {
          let arguments = ["--by", grouping, "-p", period]
          let delivery = try rows(ledger.json(["report", "delivery"] + arguments))
          for row in try rows(ledger.json(["report", "projects"] + arguments)) {
            let same = delivery.first { $0["key"] as? String == row["key"] as? String }
            #expect(
              try same.map { try cents($0["obligated"]) } ?? 0 == cents(row["obligated"]))
            #expect(
              try same.map { try cents($0["disbursed"]) } ?? 0 == cents(row["disbursed"]))
            #expect(
              same == nil || same?["deliveryRate"] as? String == row["deliveryRate"] as? String)
          }
        }
      }
    }
  }

  @Test(arguments: ["2001-12-31", "2003-12-31", "2005-12-31"])
  func `the gap is that of the approved projects in the list, covered or not`(day: String) throws {
    try withSample { ledger in
      let report = try ledger.json(["report", "gap", "--as-at", day])
      let list = try ledger.json(["list", "projects", "--by", "theme", "--as-at", day])
      var wanted: [String: [Int]] = [:]
      for group in try rows(list, "groups") {
        for item in try rows(group, "projects")
        where ["approved", "ongoing"].contains(item["status"] as? String) {
          let sums = wanted[group["key"] as! String] ?? [0, 0, 0]
          wanted[group["key"] as! String] = try [
            sums[0] + cents(item["budget"]), sums[1] + cents(item["gap"]),
            sums[2] + cents(item["over"]),
          ]
        }
      }
      var seen: [String: [Int]] = [:]
      for row in try rows(report) {
        func of(_ key: String) throws -> Int { try cents(row[key]) }
        #expect(
          try of("coveredByCash") + of("coveredByPledges") + of("uncovered") == of("budget"))
        seen[row["key"] as! String] = try [
          of("budget"), of("coveredByPledges") + of("uncovered"), of("over"),
        ]
        for key in ["budget", "coveredByCash", "coveredByPledges", "uncovered", "over"] {
          let regions = try rows(row, "regions").reduce(0) { try $0 + cents($1[key]) }
          #expect(try regions == of(key), "\(row["key"]!) \(key)")
        }
      }
      #expect(seen == wanted.filter { $0.value != [0, 0, 0] })
      let pool = try total(report, "generalPurpose")
      #expect(
        try cents(pool["couldFill"])
          == min(cents(pool["uncommitted"]), cents(total(report)["uncovered"])))
      let status = try rows(ledger.json(["status", "--as-at", day]))
      let gp = try #require(status.first { $0["key"] as? String == "GP" })
      #expect(try cents(pool["uncommitted"]) <= cents(gp["uncommitted"]))
    }
  }

  @Test(arguments: ["2001-12-31", "2003-12-31", "2005-12-31"])
  func `what is idle is left of the gifts, and each project it fits may be given it`(
    day: String
  ) throws {
    try withSample { ledger in
      let report = try ledger.json(["report", "match", "--as-at", day])
      let left = try ledger.sql(
        """
        WITH gift AS (
          SELECT source, sum(iif(account = 601, -usd, usd)) AS cents FROM posting
          WHERE account IN (101, 202, 801, 601) AND source IS NOT NULL AND date <= '\(day)'
          GROUP BY source)
        SELECT donor.code || ' ' || sub_fund.code, sum(cents), count(*) FROM gift
        JOIN (SELECT entry, donor, sub_fund FROM contribution
          UNION SELECT entry, donor, sub_fund FROM opening) AS given ON given.entry = source
        LEFT JOIN donor_change ON contribution = given.entry
        JOIN donor ON donor.donor = coalesce(donor_change.donor, given.donor)
        JOIN sub_fund ON sub_fund.sub_fund = given.sub_fund WHERE cents <> 0 GROUP BY 1
        """)
      var wanted = Dictionary(
        uniqueKeysWithValues: left.map { ($0[0], [Int($0[1])!, Int($0[2])!]) })
      for row in try rows(report) where row["pool"] as? Bool == false {
        let key = "\(row["donor"] as! String) \(row["subFund"] as! String)"
        wanted[key]?[0] -= try cents(row["left"])
        wanted[key]?[1] -= row["contributions"] as! Int
      }
      #expect(wanted.values.allSatisfy { $0 == [0, 0] }, "\(wanted)")

      // A project's gap is the list's; what may be allotted is allotted, and a cent more refused.
      let list = try ledger.json(["list", "projects", "--as-at", day])
      var gaps: [String: String] = [:]
      for item in try rows(rows(list, "groups")[0], "projects") {
        gaps[item["code"] as! String] = item["gap"] as? String
      }
      for project in try rows(report, "projects") {
        #expect(project["gap"] as? String == gaps[project["key"] as! String])
      }
      for row in try rows(report) {
        for fit in try rows(row, "projects") {
          #expect(try cents(fit["couldBeAllotted"]) <= cents(row["left"]))
        }
      }
    }
  }

  @Test func `a fit is what an allotment lets pass, and nothing else is`() throws {
    try withSample { ledger in
      let report = try ledger.json(["report", "match", "--as-at", "2005-12-31"])
      var tried = (passed: 0, refused: 0)
      for row in try rows(report) where row["contributions"] as? Int == 1 {
        let fits = try rows(row, "projects").map { $0["key"] as! String }
        for project in try rows(report, "projects").map({ $0["key"] as! String }).prefix(12) {
          let outcome = try Program.run(
            [
              "record", "allotment", "--project", project, "--amount", "1 USD", "--from",
              row["oldest"] as! String, "--on", "2005-12-31", "--dry-run", "--ledger", ledger.path,
            ], in: ledger.folder)
          if fits.contains(project) {
            // The books as they stand, or the sub-fund, may have less.
            #expect(outcome.status == 0, "\(row["key"]!) to \(project): \(outcome.errors)")
            tried.passed += 1
          } else {
            let refusals = ["outside-earmark", "purpose-not-stated", "over-share-of-budget"]
            #expect(
              refusals.contains { outcome.errors.contains($0) },
              "\(row["key"]!) to \(project): \(outcome.errors)")
            tried.refused += 1
          }
        }
      }
      #expect(tried.passed > 3 && tried.refused > 20, "\(tried)")
    }
  }

  @Test func `balance and trend have the money of the breakdown by theme`() throws {
    try withSample { ledger in
      let convention: Set = [
        "trafficking-in-persons", "smuggling-of-migrants", "organized-crime", "firearms",
        "money-laundering", "treaty-ratification",
      ]
      let neither: Set = ["programme-support", "unclassified", "not-earmarked", "-"]
      let balance = try ledger.json(["report", "balance", "--as-at", "2005-12-31"])
      for part in try rows(balance) where part["key"] as? String != "1998-1999" {
        let biennium = try #require(part["key"] as? String)
        let themes = try rows(ledger.json(["report", "biennium", biennium, "--by", "theme"]))
        for line in try rows(part, "priorities") {
          let own = themes.filter { theme in
            let key = theme["key"] as! String
            switch line["key"] as? String {
            case "convention": return convention.contains(key)
            case "neither": return neither.contains(key)
            default: return !convention.contains(key) && !neither.contains(key)
            }
          }
          for key in ["contributions", "expenditure"] {
            let sum = try own.reduce(0) { try $0 + cents($1[key]) }
            #expect(try cents(line[key]) == sum, "\(biennium) \(line["key"]!) \(key)")
          }
        }
        let lines = try ledger.statement(biennium)
        #expect(try cents(part["expenditure"]) == lines["expenditure"]?["total"])
        let allotted = try ledger.sql(
          """
          SELECT -sum(usd) FROM posting WHERE account = 801 AND date BETWEEN
            '\(biennium.prefix(4))-01-01' AND '\(biennium.suffix(4))-12-31'
          """)
        #expect(try cents(part["allotted"]) == Int(allotted[0][0]))
        let projects = try rows(part, "priorities").reduce(0) { $0 + ($1["projects"] as! Int) }
        #expect(part["projects"] as? Int == projects)
      }
      for theme in ["juvenile-justice", "corruption", "victims"] {
        let trend = try ledger.json(
          ["report", "trend", "--theme", theme, "--as-at", "2005-12-31"])
        for row in try rows(trend) where row["key"] as? String != "1999" {
          let year = try #require(row["key"] as? String)
          let by = try rows(ledger.json(["report", "biennium", year, "--by", "theme"]))
          let own = by.first { $0["key"] as? String == theme }
          for key in ["contributions", "expenditure"] {
            #expect(
              try cents(row[key]) == own.map { try cents($0[key]) } ?? 0, "\(theme) \(year) \(key)")
          }
        }
      }
    }
  }

  @Test func `the trend of juvenile justice counts its projects, as their dates say`() throws {
    try withSample { ledger in
      let trend = try ledger.json(
        ["report", "trend", "--theme", "juvenile-justice", "--as-at", "2005-12-31"])
      let counts = try rows(trend).map { [$0["started"] as! Int, $0["underWay"] as! Int] }
      // LEB/R30 from 1999, EGY/R31 from June 2003, FS/JOR/04/R56 from October 2004; the two of 2006
      // and later are only proposed.
      #expect(counts == [[1, 1], [0, 1], [0, 1], [0, 1], [1, 2], [1, 3], [0, 3]])
      let budgets = try rows(trend).map { try cents($0["budget"]) }
      #expect(
        budgets == [0, 3_000_000, 6_000_000, 11_000_000, 20_702_600, 25_500_000, 19_000_000])
    }
  }
}
