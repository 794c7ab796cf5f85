import Foundation
import TestSupport
import Testing

/// What the sample of 2002-2003 allots and spends, against its files, and against the ledger's own
/// file asked with sqlite3: nothing here goes the program's way.
@Suite struct SampleSpendingTests {
  private let files: SampleFiles

  init() throws { files = try SampleFiles() }

  private func withSample(_ body: (SampleLedger) throws -> Void) throws {
    try withTemporaryFolder { try body(SampleLedger("2002-2003", in: $0)) }
  }

  /// An obligation as it stands, from the files.
  private struct Obligation {
    let day: String
    let currency: String
    var money: Int
    var dollars: Int
  }

  /// What the script records by itself: obligations, direct payments, what came back.
  private static let recorded = (
    obligations: [("PO-2003-12", "8940", "USD", "2003-10-20")],
    increases: [("GA-2002-03", "6400")],
    payments: [("4320", "2001-06-08"), ("1184.60", "2001-12-20")],
    recoveries: [("2003-04-25", "GA-2002-01", "1386.20"), ("2004-09-10", "GA-2003-03", "1250")]
  )

  /// Expenditure and savings of each biennium, in US cents, from the files alone.
  private func spending() throws -> (expenditure: [Int: Int], savings: [Int: Int]) {
    var expenditure: [Int: Int] = [:]
    var savings: [Int: Int] = [:]
    var obligations: [String: Obligation] = [:]
    func incur(_ dollars: Int, _ day: String) {
      expenditure[SampleFiles.biennium(day), default: 0] += dollars
    }
    func obligate(_ reference: String, _ text: String, _ currency: String, _ day: String) throws {
      let money = try files.money(text)
      let dollars = try files.dollars(money, currency, on: day)
      obligations[reference] = Obligation(
        day: day, currency: currency, money: money, dollars: dollars)
      incur(dollars, day)
    }
    for row in try files.rows("obligations") {
      try obligate(row["reference"]!, row["amount"]!, row["currency"]!, row["on"]!)
    }
    for (reference, amount, currency, day) in Self.recorded.obligations {
      try obligate(reference, amount, currency, day)
    }
    for (reference, amount) in Self.recorded.increases {
      let money = try files.money(amount)
      obligations[reference]!.money += money
      obligations[reference]!.dollars += money
      incur(money, obligations[reference]!.day)
    }
    for row in try files.rows("disbursements") where row["obligation"] == "" {
      incur(
        try files.dollars(files.money(row["amount"]!), row["currency"]!, on: row["on"]!),
        row["on"]!)
    }
    for (amount, day) in Self.recorded.payments { incur(try files.money(amount), day) }
    for line in files.table("bank") { incur(try files.money(line[3]), line[0]) }
    let backs = files.table("reduce").map { ($0[0], $0[1], $0[2]) } + Self.recorded.recoveries
    for (day, reference, amount) in backs.sorted(by: { $0.0 < $1.0 }) {
      let money = try files.money(amount)
      // What was open before the ledger is savings whenever it is reduced.
      let obligation = obligations[reference]
      let back = obligation.map { SampleFiles.share(of: $0.dollars, money, in: $0.money) } ?? money
      obligations[reference]?.money -= money
      obligations[reference]?.dollars -= back
      if let own = obligation?.day, SampleFiles.biennium(own) == SampleFiles.biennium(day) {
        incur(-back, day)
      } else {
        savings[SampleFiles.biennium(day), default: 0] += back
      }
    }
    return (expenditure, savings)
  }

  @Test func `expenditure and savings are what obligations, payments and reductions say`() throws {
    let (expenditure, savings) = try spending()
    try withSample { ledger in
      for year in [2000, 2002, 2004] {
        let lines = try ledger.statement("\(year)-\(year + 1)")
        #expect(lines["expenditure"]?["total"] == expenditure[year], "\(year)")
        #expect(lines["savings"]?["total"] == savings[year], "\(year)")
      }
    }
  }

  @Test func `what is allotted to a project is what the file and the script say`() throws {
    var wanted: [String: Int] = ["GLO/2002/RATIFICATION": 6_780_000, "FS/HUN/00/R12": 3_800_000]
    var projects: [String: String] = [:]
    for row in try files.rows("allotments") {
      projects[row["reference"]!] = row["project"]
      wanted[row["project"]!, default: 0] += try files.money(row["amount"]!)
    }
    for line in files.table("give_back") {
      wanted[try #require(projects[line[1]]), default: 0] -= try files.money(line[2])
    }
    try withSample { ledger in
      let list = try ledger.json(["list", "allotments"])
      var allotted: [String: Int] = [:]
      for line in try #require(list["allotments"] as? [[String: Any]]) {
        allotted[try #require(line["project"] as? String), default: 0] += try cents(line["usd"])
      }
      #expect(allotted == wanted)
    }
  }

  @Test func `programme support is its rate on every charge, and PSC earned what others bore`()
    throws
  {
    try withSample { ledger in
      // What a document spent of an allotment is its charge with the support that it owes.
      let rows = try ledger.sql(
        """
        SELECT posting.document, allotment, support,
          sum(iif(account.name = 'budget:spent', posting.usd, 0)),
          sum(iif(account.name = 'assets:inter-fund', -posting.usd, 0))
        FROM posting JOIN account ON number = account
        JOIN allotment ON allotment.entry = posting.allotment
        JOIN entry ON entry.seq = posting.document
        WHERE entry.kind IN ('obligation', 'disbursement')
        GROUP BY posting.document, posting.allotment
        """)
      var rates: Set<Int> = []
      for row in rows {
        let (rate, spent, support) = (Int(row[2])!, Int(row[3])!, Int(row[4])!)
        rates.insert(rate)
        let charge = spent - support
        #expect(support == SampleFiles.share(of: charge, rate, in: 1_000_000), "\(row)")
      }
      #expect(rows.count > 150 && rates == [0, 70_000, 130_000])
      for biennium in ["2000-2001", "2002-2003", "2004-2005"] {
        let lines = try ledger.statement(biennium)
        let charged = try #require(lines["programme-support"]?["total"])
        #expect(charged > 0 && lines["programme-support-income"]?["total"] == charged)
        #expect(lines["transfers"]?["total"] == 0)
      }
    }
  }

  @Test(arguments: ["2001-12-31", "2003-12-31", "2005-12-31"])
  func `a project has what is allotted to it, and what is earmarked to it and not allotted`(
    end: String
  ) throws {
    try withSample { ledger in
      let rows = try ledger.sql(
        """
        WITH source AS (
          SELECT contribution.entry, coalesce(pledge.earmark, contribution.earmark) AS earmark
          FROM contribution LEFT JOIN pledge ON pledge.entry = contribution.pledge
          UNION ALL SELECT entry, earmark FROM opening)
        SELECT code, (
            SELECT coalesce(-sum(usd), 0) FROM posting JOIN account ON number = account
            WHERE account.name = 'budget:issued' AND date <= '\(end)'
              AND posting.project = project.project
          ) + (
            SELECT coalesce(sum(iif(account.name = 'adjustments:refunds', -usd, usd)), 0)
            FROM source JOIN posting ON source = source.entry JOIN account ON number = account
            WHERE earmark = 'project:' || code AND date <= '\(end)' AND account.name IN (
              'assets:cash', 'liabilities:deferred-income', 'budget:issued',
              'adjustments:refunds'))
        FROM project WHERE entry = project.project
        """)
      let list = try ledger.json(["list", "projects", "--by", "region", "--as-at", end])
      var funded: [String: Int] = [:]
      for group in try #require(list["groups"] as? [[String: Any]]) {
        for project in try #require(group["projects"] as? [[String: Any]]) {
          funded[try #require(project["code"] as? String), default: 0] +=
            try cents(project["funded"])
        }
      }
      #expect(rows.count == 31 && funded.values.reduce(0, +) > 0)
      for row in rows { #expect(funded[row[0]] == Int(row[1]), "\(row)") }
    }
  }
}
