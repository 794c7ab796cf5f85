import Foundation
import TestSupport
import Testing

/// What the sample of 2002-2003 received and has: by sub-fund and by currency, at every day that
/// matters and as it was known then.
@Suite struct SampleBalancesTests {
  private let files: SampleFiles

  init() throws { files = try SampleFiles() }

  private func withSample(_ body: (SampleLedger) throws -> Void) throws {
    try withTemporaryFolder { try body(SampleLedger("2002-2003", in: $0)) }
  }

  /// What the script records of money, beside the tables: amount, currency and day.
  private static let acts: [(String, String, String)] = [
    // Openings; the one of a pledge is no money.
    ("812408.75", "USD", "1999-12-31"), ("38214.60", "USD", "1999-12-31"),
    ("187640.27", "USD", "1999-12-31"), ("118750.00", "USD", "1999-12-31"),
    ("263915.40", "USD", "1999-12-31"), ("96480.00", "USD", "1999-12-31"),
    ("184230.55", "USD", "1999-12-31"),
    // Paid.
    ("-11900", "USD", "2000-02-18"), ("-4320", "USD", "2001-06-08"),
    ("-1184.60", "USD", "2001-12-20"), ("4320", "USD", "2002-02-20"),
    ("-3420", "USD", "2002-02-20"), ("-11520", "USD", "2003-10-24"),
    // Received.
    ("2385", "USD", "2002-08-30"), ("125", "USD", "2003-03-31"), ("1386.20", "USD", "2003-04-25"),
    ("25000", "EUR", "2003-12-04"), ("15000", "CHF", "2003-12-18"),
    ("1873.20", "EUR", "2003-12-30"), ("1250", "EUR", "2004-09-10"),
  ]

  /// The money in each currency at the end of a day, from the files alone, in hundredths.
  private func money(at end: String) throws -> [String: Int] {
    var money: [String: Int] = [:]
    func move(_ amount: String, _ currency: String, _ day: String, sign: Int = 1) throws {
      guard day <= end else { return }
      let isOut = amount.hasPrefix("-")
      money[currency, default: 0] +=
        try (isOut ? -sign : sign) * files.money(isOut ? String(amount.dropFirst()) : amount)
    }
    for (amount, currency, day) in Self.acts { try move(amount, currency, day) }
    for row in try files.rows("contributions") where row["kind"] != "in-kind" {
      try move(row["amount"]!, row["currency"]!, row["on"]!)
    }
    for kind in ["refunds", "disbursements"] {
      for row in try files.rows(kind) {
        try move(row["amount"]!, row["currency"]!, row["on"]!, sign: -1)
      }
    }
    for line in files.table("exchange") {
      try move(line[2], line[3], line[0], sign: -1)
      try move(line[4], line[5], line[0])
    }
    for line in files.table("bank") {
      try move(line[2], "USD", line[0])
      try move(line[3], "USD", line[0], sign: -1)
    }
    return money.filter { $0.value != 0 }
  }

  @Test func `what was collected is what receipts say`() throws {
    let pledges = try files.rows("pledges")
    func subFund(_ row: [String: String]) -> String {
      let promise = pledges.first { $0["reference"] == row["pledge"] }
      let own = promise ?? row
      return own["sub-fund"] != "" ? own["sub-fund"]! : own["earmark"] == "" ? "GP" : "SP"
    }
    var wanted: [String: Int] = [:]
    func add(_ fund: String, _ day: String, _ cents: Int) {
      wanted["\(SampleFiles.biennium(day)) \(fund)", default: 0] += cents
    }
    for row in try files.rows("contributions") where row["kind"] != "in-kind" {
      let day = row["on"]!
      let dollars = try files.dollars(files.money(row["amount"]!), row["currency"]!, on: day)
      add(subFund(row), day, dollars)
    }
    // Liechtenstein's gift for 2004, and Portugal's: unearmarked, reversed, and with its earmark.
    add("GP", "2003-12-18", try files.dollars(1_500_000, "CHF", on: "2003-12-18"))
    let portugal = try files.dollars(2_500_000, "EUR", on: "2003-12-04")
    add("GP", "2003-12-04", portugal)
    add("GP", "2004-04-05", -portugal)
    add("SP", "2004-04-05", try files.dollars(2_500_000, "EUR", on: "2004-04-05"))
    try withSample { ledger in
      for year in [2000, 2002, 2004] {
        let collected = try ledger.statement("\(year)-\(year + 1)")["contributions-collected"]
        for fund in ["GP", "SP", "CA", "PSC"] {
          #expect(collected?[fund] == wanted["\(year) \(fund)"] ?? 0, "\(year) \(fund)")
        }
      }
    }
  }

  @Test(arguments: ["2000-12-31", "2001-12-31", "2002-12-31", "2003-12-31", "2005-12-31"])
  func `the money in each currency is what came and went`(end: String) throws {
    let wanted = try money(at: end)
    try withSample { ledger in
      let rows = try ledger.sql(
        """
        SELECT currency, sum(amount) * CASE exponent WHEN 2 THEN 1 ELSE 100 END FROM posting
        JOIN account ON number = account JOIN currency ON code = currency
        WHERE account.name = 'assets:cash' AND date <= '\(end)'
        GROUP BY currency HAVING sum(amount) <> 0
        """)
      let seen = Dictionary(uniqueKeysWithValues: rows.map { ($0[0], Int($0[1])!) })
      #expect(seen == wanted)
    }
  }

  /// What is obligated and not yet paid at the end of a day, from the files alone.
  private func owed(at end: String) throws -> [String: Int] {
    // What was open before the ledger, what the script records, and euros paid in dollars.
    var owed = ["USD": 1_264_000 - 1_190_000]
    if end >= "2003-10-24" { owed = ["USD": owed["USD"]! + 894_000 + 640_000, "EUR": -1_000_000] }
    for row in try files.rows("obligations") where row["on"]! <= end {
      owed[row["currency"]!, default: 0] += try files.money(row["amount"]!)
    }
    for row in try files.rows("disbursements") where row["on"]! <= end && row["obligation"] != "" {
      owed[row["currency"]!, default: 0] -= try files.money(row["amount"]!)
    }
    for line in files.table("reduce") where line[0] <= end {
      owed[line[3], default: 0] -= try files.money(line[2])
    }
    return owed
  }

  @Test(arguments: [("2001-12-31", 2_500_000, 0), ("2003-12-31", 1_785_714, 1_152_959)])
  func `a closed biennium leaves its money and claims less its debts, at the rates of its last day`(
    end: String, claims: Int, deferred: Int
  ) throws {
    func worth(_ money: [String: Int]) throws -> Int {
      try money.reduce(0) { try $0 + files.dollars($1.value, $1.key, on: end) }
    }
    let owed = try owed(at: end)
    #expect(owed.values.allSatisfy { $0 >= 0 })
    let debts = try worth(owed)
    let closing = try worth(money(at: end)) + claims - debts - deferred
    try withSample { ledger in
      // Each balance is rounded for itself.
      let lines = try ledger.statement("\(SampleFiles.biennium(end))-\(end.prefix(4))")
      #expect(try abs(#require(lines["closing-balance"]?["total"]) - closing) <= 5)
      let report = try ledger.json(["report", "trial-balance", "--as-at", end])
      let accounts = try #require(report["accounts"] as? [[String: Any]])
      let seen = accounts.first { $0["account"] as? String == "liabilities:obligations" }
      #expect(try abs(cents(seen?["credit"]) - debts) <= 5)
    }
  }

  @Test func `no money is overdrawn, and nothing is spent twice`() throws {
    try withSample { ledger in
      let overdrawn = try ledger.sql(
        """
        WITH day AS (
          SELECT sub_fund, currency, date, sum(amount) AS amount FROM posting
          JOIN account ON number = account WHERE account.name = 'assets:cash' GROUP BY 1, 2, 3)
        SELECT * FROM (
          SELECT sub_fund, currency, date,
            sum(amount) OVER (PARTITION BY sub_fund, currency ORDER BY date) AS balance FROM day)
        WHERE balance < 0
        """)
      #expect(overdrawn.isEmpty, "\(overdrawn)")
      let overspent = try ledger.sql(
        """
        SELECT allotment, sum(usd) FROM posting JOIN account ON number = account
        WHERE account.name = 'budget:unobligated' GROUP BY allotment HAVING sum(usd) < 0
        """)
      #expect(overspent.isEmpty, "\(overspent)")
    }
  }

  @Test func `the trial balance is the sum of postings, whatever had been recorded`() throws {
    try withSample { ledger in
      let acts = try ledger.sql(
        "SELECT seq FROM entry WHERE kind IN ('closing', 'reopening', 'reversal') ORDER BY seq")
      let last = try ledger.sql("SELECT max(seq) FROM entry")
      let known = (acts + last).map { Int($0[0])! } + [2500, 2700, 2900, 3100]
      for known in known.map(Optional.some) + [nil] {
        for day in ["2001-12-31", "2003-06-30", "2003-12-31", "2005-12-31"] {
          let report = try ledger.json(
            ["report", "trial-balance", "--as-at", day]
              + (known.map { ["--known-at", "\($0)"] } ?? []))
          var seen: [String: Int] = [:]
          for line in try #require(report["accounts"] as? [[String: Any]]) {
            seen[try #require(line["account"] as? String)] = try cents(line["balance"])
          }
          let rows = try ledger.sql(
            """
            SELECT account.name, sum(usd) FROM posting JOIN account ON number = account
            WHERE date <= '\(day)' AND entry <= \(known ?? .max) GROUP BY 1 HAVING sum(usd) <> 0
            """)
          let wanted = Dictionary(uniqueKeysWithValues: rows.map { ($0[0], Int($0[1])!) })
          #expect(seen.filter { $0.value != 0 } == wanted, "\(day), known at \(known ?? 0)")
        }
      }
    }
  }

  @Test func `every kind of document occurs`() throws {
    try withSample { ledger in
      let rows = try ledger.sql("SELECT DISTINCT kind FROM entry ORDER BY kind")
      #expect(
        rows.map { $0[0] } == [
          "adjustment", "allotment", "allotment_change", "charge", "closing", "co_funding",
          "commitment", "contribution", "deferred_income", "disbursement", "donor",
          "donor_change", "earmark_change", "exchange", "falling_due", "fund", "interest",
          "mandate", "obligation", "obligation_change", "opening", "other_income", "pledge",
          "pledge_increase", "programme", "project", "rate", "recovery", "refund", "reopening",
          "request", "revaluation", "reversal", "sub_fund", "transfer", "treaty_act", "write_off",
        ])
    }
  }
}
