import Foundation
import TestSupport
import Testing

/// The reports of the books on a ledger made by hand: letter for letter, and against sums of plain
/// SQL over the file.
@Suite struct HandMadeReportTests {
  private static let reports: [(name: String, arguments: [String])] = [
    ("statement", ["report", "biennium", "2002-2003"]),
    ("statement-thousands", ["report", "biennium", "2004-2005", "--thousands"]),
    ("journal", ["report", "journal", "-p", "2002-10"]),
    ("account", ["report", "account", "assets:cash", "-p", "2003", "--sub-fund", "GP"]),
    ("account-section", ["report", "account", "expenditure", "-p", "2003"]),
    ("trial-balance-period", ["report", "trial-balance", "-p", "2003"]),
    ("donor-traced", ["report", "donor", "JPN", "--as-at", "2005-12-31"]),
    ("donor-pro-rata", ["report", "donor", "NOR", "-p", "2002-2003"]),
    ("donor-moved", ["report", "donor", "NOR", "-p", "2004-2005"]),
    ("grid", ["report", "grid", "EGY/R31", "--as-at", "2004-12-31"]),
    ("pledges", ["report", "pledges", "--as-at", "2003-12-31"]),
    ("contributions", ["report", "contributions", "-p", "2003"]),
    ("contributions-thousands", ["report", "contributions", "-p", "2003", "--thousands"]),
    ("regularity", ["report", "regularity", "--as-at", "2004-12-31"]),
    ("projects", ["report", "projects", "--by", "theme", "--as-at", "2004-12-31"]),
    ("gap", ["report", "gap", "--as-at", "2003-12-31"]),
    ("match", ["report", "match", "--as-at", "2003-12-31"]),
    ("balance", ["report", "balance", "-p", "2002-2003"]),
    ("show-obligation", ["show", "OBL-2002-0001", "--as-at", "2004-12-31"]),
    ("show-project", ["show", "EGY/R31", "--as-at", "2004-12-31"]),
  ]

  /// What changes with the moment of recording: instants, hashes, and the day of master data; and
  /// the look of pages, which is one for all.
  private func settled(_ text: String) -> String {
    withoutLook(text).replacing(/[0-9a-f]{64}/, with: "HEAD")
      .replacing(/20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z/, with: "INSTANT")
      .replacing(/20(2[5-9]|[3-9]\d)-\d\d-\d\d/, with: "TODAY")
  }

  @Test func `every report of the hand-made ledger is as it was, in every format`() throws {
    let endings = [
      ("text", "txt"), ("json", "json"), ("csv", "csv"), ("markdown", "md"), ("html", "html"),
    ]
    try withTemporaryFolder { folder in
      let ledger = try HandMadeLedger(in: folder)
      for (name, arguments) in Self.reports {
        for (format, ending) in endings {
          if arguments.contains("--thousands"), ["json", "csv"].contains(format) { continue }
          let text = try ledger.run(arguments + ["--format", format])
          expectGolden(settled(text), "hand-made-\(name).\(ending)")
        }
      }
    }
  }

  @Test func `what moved in a report is told in every format`() throws {
    try withTemporaryFolder { folder in
      let ledger = try HandMadeLedger(in: folder)
      let question = [
        "report", "diff", "biennium", "2002-2003", "--by", "donor", "--known-at", "20",
        "--known-at", "30", "--ledger", ledger.path, "--format",
      ]
      for (format, ending) in [
        ("text", "txt"), ("json", "json"), ("csv", "csv"), ("markdown", "md"), ("html", "html"),
      ] {
        let told = try Program.run(question + [format], in: folder)
        #expect(told.status == 1, "\(told.errors)")
        expectGolden(settled(told.output), "hand-made-diff.\(ending)")
      }
      let book = try Program.run(question + ["xlsx"], in: folder)
      #expect(book.status == 1, "\(book.errors)")
      expectGolden(
        settled(try OpenedWorkbook(book.outputData).readable), "hand-made-diff.xlsx.txt")
    }
  }

  @Test func `the journal holds every document and posting, and its debits are its credits`()
    throws
  {
    try withTemporaryFolder { folder in
      let ledger = try HandMadeLedger(in: folder)
      let journal = try ledger.json(["report", "journal"])
      let rows = try #require(journal["rows"] as? [[String: Any]])
      #expect(try rows.count == ledger.sql("SELECT count(*) FROM entry WHERE series IS NOT NULL"))
      #expect(rows.map { $0["on"] as! String } == rows.map { $0["on"] as! String }.sorted())
      let postings = rows.flatMap { $0["postings"] as! [[String: Any]] }
      #expect(try postings.count == ledger.sql("SELECT count(*) FROM posting"))
      let total = try #require(journal["total"] as? [String: Any])
      for (key, condition) in [
        ("debit", "account < 800 AND usd > 0"), ("credit", "account < 800 AND usd < 0"),
        ("budgetDebit", "account > 800 AND usd > 0"),
        ("budgetCredit", "account > 800 AND usd < 0"),
      ] {
        let sum = try ledger.sql("SELECT abs(sum(usd)) FROM posting WHERE \(condition)")
        #expect(try cents(total[key]) == sum, "\(key)")
      }
      // As people, spreadsheets and programs read it: as many postings in each.
      let csv = try ledger.run(["report", "journal", "--format", "csv"])
      let memoranda = rows.count { ($0["postings"] as! [Any]).isEmpty }
      #expect(csv.split(separator: "\n").count == 1 + postings.count + memoranda + 2)
      let text = try ledger.run(["report", "journal"])
      #expect(
        text.split(separator: "\n").count { $0.hasPrefix("  ") } == postings.count + memoranda)
    }
  }

  @Test func `an account's ledger runs from its opening to its closing balance`() throws {
    try withTemporaryFolder { folder in
      let ledger = try HandMadeLedger(in: folder)
      let names = try ledger.json(["report", "trial-balance", "--as-at", "2005-12-31"])["accounts"]
      let accounts = try #require(names as? [[String: Any]]).map { $0["account"] as! String }
      for name in accounts + ["assets", "liabilities", "income", "expenditure", "budget"] {
        let report = try ledger.json(["report", "account", name, "-p", "2003"])
        let chart =
          "account IN (SELECT number FROM account WHERE name = '\(name)' OR section = '\(name)')"
        let sum = "SELECT sum(usd) FROM posting WHERE \(chart) AND date"
        var balance = try ledger.sql("\(sum) < '2003-01-01'")
        #expect(try cents(report["opening"]) == balance, "\(name)")
        for row in try #require(report["rows"] as? [[String: Any]]) {
          balance += try cents(row["usd"])
          #expect(try cents(row["balance"]) == balance, "\(name)")
        }
        #expect(try balance == ledger.sql("\(sum) < '2004-01-01'"), "\(name)")
        #expect(try cents(report["closing"]) == balance, "\(name)")
      }
    }
  }

  @Test func `a donor's money is traced where it is kept apart, and shared where it is not`()
    throws
  {
    try withTemporaryFolder { folder in
      let ledger = try HandMadeLedger(in: folder)
      let report = try ledger.json(["report", "donor", "NOR", "-p", "2002-2003"])
      let rows = try #require(report["rows"] as? [[String: Any]])
      let traced = try #require(rows.first { $0["key"] as? String == "SP theme:juvenile-justice" })
      let source =
        "source = (SELECT seq FROM entry WHERE series = 'CTB' AND year = 2002 AND serial = 1)"
      let spent = try ledger.sql(
        "SELECT sum(usd) FROM posting WHERE \(source) AND date < '2004' AND account BETWEEN 500 AND 599"
      )
      let charged = try cents(traced["expenditure"]) + cents(traced["programmeSupport"])
      #expect(charged == spent)
      #expect(traced["basis"] as? String == "traced")
      // 56,179.78 came, 150.00 of interest; 40,000.00 were charged, 565.00 of it came back.
      #expect(traced["unspent"] as? String == "16894.78")

      // The pool of GP at the end of 2003: 10,000.00 from before, 19,646.37 and 15,000.00 given.
      let pool = try #require(rows.first { $0["key"] as? String == "GP" })
      #expect(pool["basis"] as? String == "pro rata")
      let whole = 1_000_000 + 1_964_637 + 1_500_000
      #expect(
        pool["share"] as? String == String(format: "%.4f", 150_000_000 / Double(whole)))
      let expenditure = try ledger.sql(
        """
        SELECT sum(usd) FROM posting WHERE source IS NULL AND date < '2004'
          AND account BETWEEN 501 AND 511
          AND sub_fund = (SELECT sub_fund FROM sub_fund WHERE code = 'GP') AND account <> 511
        """)
      #expect(expenditure == 123_456 + 1234)
      let share = Double(expenditure) * 1_500_000 / Double(whole)
      #expect(try abs(Double(cents(pool["expenditure"])) - share) <= 1)
    }
  }

  @Test func `every donor's statement foots, from one biennium to the next`() throws {
    try withTemporaryFolder { folder in
      let ledger = try HandMadeLedger(in: folder)
      for donor in ["NOR", "DEU", "EU", "JPN"] {
        var closing = 0
        for period in ["2000-2001", "2002-2003", "2004-2005"] {
          let report = try ledger.json(["report", "donor", donor, "-p", period])
          let total = try #require(report["total"] as? [String: Any])
          func of(_ key: String) throws -> Int { try cents(total[key]) }
          #expect(try of("opening") == closing, "\(donor) \(period)")
          closing = try of("unspent")
          let end =
            try of("opening") + of("collected") - of("refunded") + of("other")
            - of("expenditure") - of("programmeSupport")
          #expect(end == closing, "\(donor) \(period)")
          let own = "donor = (SELECT donor FROM donor WHERE code = '\(donor)')"
          let cash = try ledger.sql(
            """
            SELECT sum(usd) FROM posting WHERE account = 101 AND \(own)
              AND document IN (SELECT entry FROM contribution)
              AND date BETWEEN '\(period.prefix(4))-01-01' AND '\(period.suffix(4))-12-31'
            """)
          #expect(try of("collected") == cash, "\(donor) \(period)")
        }
      }
    }
  }

  @Test func `a project's grid is its allotments by donor and year`() throws {
    try withTemporaryFolder { folder in
      let ledger = try HandMadeLedger(in: folder)
      for project in ["EGY/R31", "COL/X07", "GLOT59"] {
        let grid = try ledger.json(["report", "grid", project])
        let own = "project = (SELECT project FROM project WHERE code = '\(project)')"
        for row in try #require(grid["rows"] as? [[String: Any]]) {
          let year = try #require(row["key"] as? String)
          let sum = try ledger.sql(
            "SELECT -sum(usd) FROM posting WHERE account = 801 AND \(own) AND date LIKE '\(year)%'")
          #expect(try cents(row["total"]) == sum, "\(project) \(year)")
          let parts = try #require(row["sources"] as? [String: Any]).values.map { try cents($0) }
          #expect(parts.reduce(0, +) == sum, "\(project) \(year)")
          let budget = try cents(row["budget"])
          #expect(try cents(row["gap"]) == max(budget - sum, 0))
          #expect(try cents(row["over"]) == max(sum - budget, 0))
        }
        let spent = try #require(grid["expenditure"] as? [String: Any])
        let total = try #require(spent["total"] as? [String: Any])
        let sum = try ledger.sql(
          "SELECT sum(usd) FROM posting WHERE account BETWEEN 500 AND 599 AND \(own)")
        #expect(try cents(total["total"]) == sum, "\(project)")
      }
    }
  }

  @Test func `a pledge's trail leads to every payment, and a payment's back to its pledge`() throws
  {
    try withTemporaryFolder { folder in
      let ledger = try HandMadeLedger(in: folder)
      func numbers(_ nodes: Any?) throws -> [String] {
        try #require(nodes as? [[String: Any]]).flatMap { node in
          try [node["number"] as! String] + numbers(node["leadsTo"])
        }
      }
      let down = try ledger.json(["show", "PLG-2002-0002"])
      #expect(
        try numbers(down["trail"]) == [
          "PLG-2002-0002", "CTB-2002-0002", "ALT-2002-0002", "OBL-2002-0002", "DSB-2003-0002",
          "OBL-2002-0002.2", "PLG-2002-0002.2", "CTB-2003-0002",
        ])
      let up = try ledger.json(["show", "DSB-2003-0002"])
      #expect(
        try numbers(up["trail"]) == [
          "PLG-2002-0002", "CTB-2002-0002", "ALT-2002-0002", "OBL-2002-0002", "DSB-2003-0002",
        ])
      let refund = try ledger.json(["show", "RFD-2003-0001"])
      #expect(try numbers(refund["trail"]) == ["CTB-2002-0005", "RFD-2003-0001"])
      let reversal = try ledger.json(["show", "REV-2003-0001"])
      #expect(try numbers(reversal["trail"]) == ["CTB-2003-0001", "REV-2003-0001"])
    }
  }

  /// What lines of a statement say of a sub-fund, together.
  private func ofFund(_ lines: [[String: Any]], _ fund: String) throws -> Int {
    try lines.reduce(0) { try $0 + cents(($1["subFunds"] as? [String: Any])?[fund]) }
  }

  @Test func `the statement's themes are the breakdown's, and add up to its expenditure`() throws {
    try withTemporaryFolder { folder in
      let ledger = try HandMadeLedger(in: folder)
      for period in ["2002-2003", "2004-2005", "2003"] {
        let statement = try ledger.json(["report", "biennium", period])
        let themes = try #require(statement["expenditureByTheme"] as? [[String: Any]])
        let lines = try #require(statement["lines"] as? [[String: Any]])
        let line = try #require(lines.first { $0["id"] as? String == "expenditure" })
        let sum = try themes.reduce(0) { try $0 + cents($1["total"]) }
        #expect(try sum == cents(line["total"]))
        for fund in ["GP", "SP", "CA", "PSC"] {
          #expect(try ofFund(themes, fund) == ofFund([line], fund), "\(fund)")
        }
        let by = try ledger.json(["report", "biennium", period, "--by", "theme"])
        let rows = try #require(by["rows"] as? [[String: Any]])
        for theme in themes where try cents(theme["total"]) != 0 {
          let row = rows.first { $0["key"] as? String == theme["key"] as? String }
          #expect(row?["expenditure"] as? String == theme["total"] as? String)
        }
        let continuity = try #require(statement["continuity"] as? [String: Any])
        #expect(continuity["opening"] as? String == continuity["previousClosing"] as? String)
      }
    }
  }
}
