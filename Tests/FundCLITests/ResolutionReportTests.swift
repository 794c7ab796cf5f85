import Foundation
import TestSupport
import Testing

/// The reports on what the resolution asks, against what the sample's file itself adds up to, and
/// against one another.
@Suite struct ResolutionReportTests {
  private static let period = "2002-2003"
  private static let within = "date BETWEEN '2002-01-01' AND '2003-12-31'"

  /// The version of a project that held at the end of the period.
  private static let held = """
    (SELECT own.entry FROM project AS own WHERE own.project = posting.project
      AND coalesce(own.holds_from, '') <= '2003-12-31'
      ORDER BY coalesce(own.holds_from, '') DESC, own.entry DESC LIMIT 1)
    """
  private static let accounts = """
    SELECT number FROM account WHERE name LIKE 'expenditure:%' AND name <> 'expenditure:in-kind'
    """

  private func sums(_ ledger: SampleLedger, _ sql: String) throws -> [String: Int] {
    try ledger.sql(sql).reduce(into: [:]) { sums, row in
      sums[row[0], default: 0] += try #require(Int(row[1]))
    }
  }

  private func report(_ ledger: SampleLedger, _ arguments: String...) throws -> [String: Any] {
    try ledger.json(["report"] + arguments + ["-p", Self.period])
  }

  private func rows(_ report: [String: Any], _ key: String = "rows") throws -> [[String: Any]] {
    try #require(report[key] as? [[String: Any]])
  }

  private func total(_ report: [String: Any], _ measure: String) throws -> Int {
    try cents(try #require(report["total"] as? [String: Any])[measure])
  }

  @Test func `money by gender marker is what postings of the marked projects add up to`() throws {
    try withTemporaryFolder { folder in
      let ledger = try SampleLedger("2002-2003", in: folder)
      let gender = try report(ledger, "gender")
      let marker = """
        coalesce((SELECT gender FROM project WHERE entry = \(Self.held)),
          iif(posting.project IS NULL, '-', 'unmarked'))
        """
      let spent = try sums(
        ledger,
        """
        SELECT \(marker), sum(usd) FROM posting
        WHERE account IN (\(Self.accounts)) AND \(Self.within) GROUP BY 1
        """)
      let allotted = try sums(
        ledger,
        """
        SELECT \(marker), -sum(usd) FROM posting
        WHERE account = (SELECT number FROM account WHERE name = 'budget:issued')
          AND \(Self.within) GROUP BY 1
        """)
      var projects = 0
      for row in try rows(gender) {
        let key = try #require(row["key"] as? String)
        #expect(try cents(row["spent"]) == spent[key] ?? 0, "\(key)")
        #expect(try cents(row["allotted"]) == allotted[key] ?? 0, "\(key)")
        projects += try #require(row["projects"] as? Int)
      }
      #expect(try rows(gender).map { $0["key"] as? String } == ["2", "1", "0", "unmarked", "-"])
      #expect(try total(gender, "spent") == spent.values.reduce(0, +))
      #expect(try #require(gender["total"] as? [String: Any])["projects"] as? Int == projects)
    }
  }

  @Test func `what is spent is the same in three reports and the statement`() throws {
    try withTemporaryFolder { folder in
      let ledger = try SampleLedger("2002-2003", in: folder)
      let statement = try ledger.statement(Self.period)
      let spent = try #require(statement["expenditure"]?["total"])
      let support = try #require(statement["programme-support"]?["total"])
      for name in ["gender", "mandate", "development"] {
        let report = try report(ledger, name)
        #expect(try total(report, "spent") == spent + support, "\(name)")
        #expect(try total(report, "allotted") == 468_789_100, "\(name)")
      }
      let development = try report(ledger, "development")
      for measure in ["spent", "allotted"] {
        let sum = try rows(development).reduce(0) { try $0 + cents($1[measure]) }
        #expect(try sum == total(development, measure))
        let groups = try rows(development).filter {
          ["developing", "transition"].contains($0["key"] as? String)
        }.reduce(0) { try $0 + cents($1[measure]) }
        let priority = try #require(development["priority"] as? [String: Any])
        #expect(try cents(priority[measure]) == groups)
      }
    }
  }

  @Test func `a mandate has the money of the projects that cite it`() throws {
    try withTemporaryFolder { folder in
      let ledger = try SampleLedger("2002-2003", in: folder)
      let mandate = try report(ledger, "mandate")
      let spent = try sums(
        ledger,
        """
        SELECT mandate.code, sum(usd) FROM (
          SELECT usd, \(Self.held) AS version FROM posting
          WHERE account IN (\(Self.accounts)) AND \(Self.within)) AS own
        JOIN project_mandate ON project_mandate.entry = own.version
        JOIN mandate ON mandate.entry = project_mandate.mandate GROUP BY 1
        """)
      for row in try rows(mandate) {
        let code = try #require(row["key"] as? String)
        let projects = try #require(row["projects"] as? [[String: Any]])
        #expect(try cents(row["spent"]) == spent[code] ?? 0, "\(code)")
        #expect(try projects.reduce(0) { try $0 + cents($1["spent"]) } == spent[code] ?? 0)
        #expect(row["count"] as? Int == projects.count)
      }
      // Paragraph 20 asks something of all projects, and none cites it: it is there all the same.
      let codes = try rows(mandate).compactMap { $0["key"] as? String }
      #expect(codes.count == 13 && codes.last == "56/123/OP20" && codes.first == "56/123/OP3")
      let parts = try ["citing", "others", "withoutProject"].reduce(0) { sum, key in
        try sum + cents(try #require(mandate[key] as? [String: Any])["spent"])
      }
      #expect(try parts == total(mandate, "spent"))
    }
  }

  @Test func `co-funding is the sum of its documents, ours of the allotments`() throws {
    try withTemporaryFolder { folder in
      let ledger = try SampleLedger("2002-2003", in: folder)
      let synergies = try report(ledger, "synergies")
      let theirs = try sums(
        ledger,
        """
        SELECT project.code, sum(usd) FROM co_funding JOIN entry ON entry.seq = co_funding.entry
        JOIN project ON project.entry = co_funding.project
        WHERE \(Self.within) GROUP BY 1
        """)
      let ours = try sums(
        ledger,
        """
        SELECT project.code, -sum(usd) FROM posting JOIN project ON project.entry = posting.project
        WHERE account = (SELECT number FROM account WHERE name = 'budget:issued')
          AND \(Self.within) GROUP BY 1
        """)
      for row in try rows(synergies) {
        let code = try #require(row["key"] as? String)
        #expect(try cents(row["theirs"]) == theirs[code], "\(code)")
        #expect(try cents(row["ours"]) == ours[code], "\(code)")
      }
      #expect(try rows(synergies).count == theirs.count)
      #expect(try total(synergies, "theirs") == theirs.values.reduce(0, +))
      let funds = try rows(synergies, "funds").reduce(0) { try $0 + cents($1["theirs"]) }
      #expect(try funds == total(synergies, "theirs"))
    }
  }

  @Test func `requests are those of the register and those that projects tell of`() throws {
    try withTemporaryFolder { folder in
      let ledger = try SampleLedger("2002-2003", in: folder)
      let requests = try report(ledger, "requests")
      let total = try #require(requests["total"] as? [String: Any])
      let registered = try ledger.sql(
        "SELECT count(*) FROM request JOIN entry ON seq = request.entry WHERE \(Self.within)")
      // Colombia's is told by its project alone.
      #expect(total["received"] as? Int == (try #require(Int(registered[0][0]))) + 1)
      #expect(total["met"] as? Int == 6 && total["waiting"] as? Int == 4)
      // 252, 210 and 182 days for Guatemala, Honduras and Fiji, 182 for Egypt: 206.5 of four.
      #expect(total["days"] as? Int == 207 && total["daysKnownOf"] as? Int == 4)
      // On 31 December 2002 nothing of it had been approved that is known by its day.
      let before = try ledger.json(["report", "requests", "-p", "2002"])
      let then = try #require(before["total"] as? [String: Any])
      #expect(then["days"] is NSNull && then["prepared"] as? Int == 4)
    }
  }
}
