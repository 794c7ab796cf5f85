import Foundation
import TestSupport
import Testing

/// `status`, `get` and `due` beside sums that sqlite3 takes from the file.
@Suite struct OverviewTests {
  /// What sqlite3 answers to a question of the file.
  private func sqlite(_ ledger: SampleLedger, _ sql: String) throws -> String {
    let child = try ChildProcess(
      "/usr/bin/env", ["sqlite3", "-readonly", ledger.path, sql], in: ledger.folder,
      environment: Program.cleanEnvironment)
    let outcome = try child.wait()
    #expect(outcome.status == 0, "\(outcome.errors)")
    return outcome.output.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// What stands on accounts at the end of 2003, as a decimal.
  private func sum(_ ledger: SampleLedger, _ accounts: String, _ fund: String?) throws -> String {
    let own = fund.map { "AND sub_fund = (SELECT sub_fund FROM sub_fund WHERE code = '\($0)')" }
    return try sqlite(
      ledger,
      """
      SELECT printf('%.2f', coalesce(sum(usd), 0) / 100.0) FROM posting JOIN account
        ON account.number = posting.account
      WHERE date <= '2003-12-31' AND (\(accounts)) \(own ?? "")
      """)
  }

  @Test func `the balances of status are the sums of the file's postings`() throws {
    try withTemporaryFolder { folder in
      let ledger = try SampleLedger("2002-2003", in: folder)
      let status = try ledger.json(["status", "--as-at", "2003-12-31"])
      let rows = try #require(status["rows"] as? [[String: Any]])
      #expect(rows.compactMap { $0["key"] as? String } == ["GP", "SP", "CA", "PSC"])
      let accounts = [
        ("cash", "name = 'assets:cash'", 1),
        ("receivable", "name = 'assets:pledges-receivable'", 1),
        ("unliquidated", "name = 'liabilities:obligations'", -1),
        ("unobligated", "name = 'budget:unobligated'", 1),
      ]
      let total = try #require(status["total"] as? [String: Any])
      for (key, condition, sign) in accounts {
        for row in rows {
          let wanted = try cents(sum(ledger, condition, row["key"] as? String))
          #expect(try cents(row[key]) == sign * wanted, "\(row) \(key)")
        }
        #expect(try cents(total[key]) == sign * cents(sum(ledger, condition, nil)))
      }
      #expect(try cents(total["unliquidated"]) > 0 && cents(total["unobligated"]) > 0)
    }
  }

  @Test func `a number of get is a sum of the file's postings, alone on its line`() throws {
    try withTemporaryFolder { folder in
      let ledger = try SampleLedger("2002-2003", in: folder)
      func get(_ words: String...) throws -> String {
        try ledger.run(["get"] + words + ["--as-at", "2003-12-31"])
      }
      let assets = "section IN ('assets', 'liabilities', 'clearing')"
      #expect(try get("balance") == sum(ledger, assets, nil) + "\n")
      #expect(try get("balance", "--sub-fund", "SP") == sum(ledger, assets, "SP") + "\n")
      let income = "section = 'income' AND date >= '2002-01-01'"
      #expect(try cents(get("income").dropLast(1).description) == -cents(sum(ledger, income, nil)))
      let spending = "section = 'expenditure' AND date >= '2002-01-01'"
      #expect(try get("expenditure", "-p", "2002-2003") == sum(ledger, spending, nil) + "\n")
      #expect(
        try get("unobligated", "--project", "EGY/R31")
          == sum(
            ledger,
            """
            name = 'budget:unobligated'
              AND project = (SELECT project FROM project WHERE code = 'EGY/R31')
            """, nil) + "\n")
      #expect(
        try get("delivery-rate")
          == sqlite(
            ledger,
            """
            SELECT printf('%.1f', 100.0 * sum(usd) FILTER (WHERE account = 803)
              / -sum(usd) FILTER (WHERE account = 801)) FROM posting
            WHERE account > 800 AND date <= '2003-12-31'
            """) + "\n")
      let pledges = try ledger.json(["report", "pledges", "--as-at", "2003-12-31"])
      let total = try #require(pledges["total"] as? [String: Any])
      #expect(try get("outstanding") == "\(total["outstanding"] ?? "")\n")
    }
  }

  @Test func `status fits a screen of 80 columns and 24 lines`() throws {
    try withTemporaryFolder { folder in
      let ledger = try SampleLedger("2002-2003", in: folder)
      for day in ["2003-12-31", "2026-01-01"] {
        let outcome = try Program.run(
          ["status", "--as-at", day, "--ledger", "2002-2003.sqlite"], in: folder,
          environment: ["COLUMNS": "80"])
        let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count <= 24 && lines.allSatisfy { $0.count <= 80 }, "\(outcome.output)")
        #expect(outcome.output.contains("Next: cpcjf check"))
      }
      _ = ledger
    }
  }

  @Test func `the calendar holds what the list holds, and the same bytes each time`() throws {
    try withTemporaryFolder { folder in
      let ledger = try SampleLedger("2002-2003", in: folder)
      let question = ["due", "--as-at", "2003-06-01", "--within", "2y"]
      let list = try #require(try ledger.json(question)["due"] as? [[String: Any]])
      let text = try ledger.run(question + ["--ics"])
      #expect(try ledger.run(question + ["--ics"]) == text)
      let events = try CalendarReader.read(text)
      #expect(list.count > 10)
      #expect(
        events.map { $0["DTSTART"] }
          == list.map { ($0["on"] as? String)?.replacing("-", with: "") })
      let recorded = try sqlite(ledger, "SELECT recorded_at FROM batch ORDER BY id DESC LIMIT 1")
      let stamp = recorded.prefix(19).filter { $0 != "-" && $0 != ":" } + "Z"
      #expect(events.allSatisfy { $0["DTSTAMP"] == stamp })
      _ = try ledger.run(question + ["-o", folder + "/due.ics"])
      #expect(try Data(contentsOf: URL(fileURLWithPath: folder + "/due.ics")) == Data(text.utf8))
    }
  }

  @Test func `every entry that a diff names moved its report, and the others did not`() throws {
    try withTemporaryFolder { folder in
      let ledger = try SampleLedger("2002-2003", in: folder)
      let report = ["biennium", "2002-2003", "--by", "theme"]
      // The entries before the biennium was closed.
      let last = try #require(Int(sqlite(ledger, "SELECT max(entry) - 1 FROM closing")))
      let first = last - 60
      let outcome = try Program.run(
        ["report", "diff"] + report
          + [
            "--known-at", "\(first)", "--known-at", "\(last)", "--format", "json", "--ledger",
            ledger.path,
          ], in: folder)
      #expect(outcome.status == 1)
      let difference = try #require(
        try JSONSerialization.jsonObject(with: outcome.outputData) as? [String: Any])
      let movers = try #require(difference["movedBy"] as? [[String: Any]])
      var moved: [Int] = []
      func rows(_ entry: Int) throws -> String {
        try ledger.run(["report"] + report + ["--known-at", "\(entry)", "--format", "csv"])
      }
      var before = try rows(first)
      for entry in (first + 1)...last {
        let now = try rows(entry)
        if now != before { moved.append(entry) }
        before = now
      }
      #expect(movers.compactMap { $0["entry"] as? Int } == moved)
      #expect(moved.count > 5 && moved.count < 60)
    }
  }
}
