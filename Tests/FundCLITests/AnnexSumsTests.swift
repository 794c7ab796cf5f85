import Foundation
import TestSupport
import Testing

/// The same figure in two chapters of the annex is the same to the cent, and it is what sqlite3
/// adds up of the file.
@Suite struct AnnexSumsTests {
  enum Books: String, CaseIterable, CustomTestStringConvertible {
    case sample = "2002-2003"
    case published = "unodc-2013-2024"
    case handMade = "hand-made"

    var testDescription: String { rawValue }

    /// Periods with their first and last days.
    var periods: [(String, String, String)] {
      switch self {
      case .sample:
        [
          ("2002-2003", "2002-01-01", "2003-12-31"), ("2003", "2003-01-01", "2003-12-31"),
          ("2000-2001", "2000-01-01", "2001-12-31"),
        ]
      case .published:
        [("2018-2019", "2018-01-01", "2019-12-31"), ("2024", "2024-01-01", "2024-12-31")]
      case .handMade:
        [
          ("2002-2003", "2002-01-01", "2003-12-31"),
          ("2002-07-01..2003-06-30", "2002-07-01", "2003-06-30"),
          ("2004", "2004-01-01", "2004-12-31"),
        ]
      }
    }
  }

  /// The annex of each period, and a way to ask the file for one whole number.
  private func annexes(
    _ books: Books, _ body: (Annex, (String) throws -> Int, String) throws -> Void
  ) throws {
    try withTemporaryFolder { folder in
      let path: String
      switch books {
      case .handMade: path = try HandMadeLedger(in: folder).path
      case .sample, .published: path = try SampleLedger(books.rawValue, in: folder).path
      }
      func sum(_ query: String) throws -> Int {
        let asked = try ChildProcess(
          "/usr/bin/env", ["sqlite3", "-readonly", path, "SELECT coalesce((\(query)), 0)"],
          in: folder, environment: Program.cleanEnvironment
        ).wait()
        #expect(asked.status == 0, "\(asked.errors)")
        return try #require(Int(asked.output.filter { !$0.isNewline }))
      }
      for (period, from, to) in books.periods {
        let outcome = try Program.run(
          [
            "report", "implementation", "--session", "57", "-p", period, "--format", "json",
            "--ledger", path,
          ], in: folder)
        #expect(outcome.status == 0, "\(period): \(outcome.errors)")
        let json = try JSONSerialization.jsonObject(with: outcome.outputData)
        let annex = try Annex(try #require(json as? [String: Any]))
        try body(annex, sum, "date BETWEEN '\(from)' AND '\(to)'")
      }
    }
  }

  private static let dimensions = ["donor-kind", "donor", "theme", "region", "programme"]

  @Test(arguments: Books.allCases)
  func `what was given is one figure in all chapters, and the file's`(books: Books) throws {
    try annexes(books) { annex, sum, within in
      func posted(_ name: String, _ more: String = "") throws -> Int {
        try sum(
          """
          SELECT sum(usd) FROM posting WHERE \(within) \(more)
            AND account IN (SELECT number FROM account WHERE name LIKE '\(name)')
          """)
      }
      let contributions = try -posted("income:contributions")
      let collected = try posted(
        "assets:cash", "AND document IN (SELECT entry FROM contribution)")
      let inKind = try -posted("income:in-kind")
      let refunds = try -posted("adjustments:refunds")
      #expect(try annex.statement("contributions") == contributions)
      #expect(try annex.statement("contributions-collected") == collected)
      #expect(try annex.statement("contributions-in-kind") == inKind)
      #expect(try annex.statement("refunds") == refunds)
      for by in Self.dimensions {
        for (key, figure) in [
          ("contributions", contributions), ("collected", collected), ("refunds", refunds),
        ] {
          #expect(try annex.total("biennium", key, by: by) == figure, "\(key) by \(by)")
          let rows = try annex.rows("biennium", key, by: by)
          #expect(rows.values.reduce(0, +) == figure, "\(key) by \(by)")
        }
        #expect(
          try annex.total("biennium", "pledged", by: by)
            == annex.total("biennium", "pledged", by: "donor"), "pledged by \(by)")
      }
      #expect(try annex.total("balance", "contributions") == contributions)
      for name in ["contributions", "participation"] {
        #expect(try annex.total(name, "collected") == collected, "\(name)")
        #expect(try annex.total(name, "inKind") == inKind, "\(name)")
      }
      // Regularity is told by calendar years.
      if within.contains("-01-01'") {
        #expect(try annex.total("regularity", "given") == collected + inKind)
      }
      // Donor by donor, not in the whole alone.
      let byDonor = try annex.rows("biennium", "collected", by: "donor")
      #expect(try annex.rows("contributions", "collected") == byDonor)
      let kinds = try annex.rows("biennium", "collected", by: "donor-kind")
      #expect(kinds.values.reduce(0, +) == byDonor.values.reduce(0, +))
    }
  }

  @Test(arguments: Books.allCases)
  func `what was spent is one figure in all chapters, and the file's`(books: Books) throws {
    try annexes(books) { annex, sum, within in
      func posted(_ condition: String) throws -> Int {
        try sum(
          """
          SELECT sum(usd) FROM posting WHERE \(within)
            AND account IN (SELECT number FROM account WHERE \(condition))
          """)
      }
      let expenditure = try posted(
        "name LIKE 'expenditure:%' AND name NOT IN "
          + "('expenditure:in-kind', 'expenditure:programme-support')")
      let support = try posted("name = 'expenditure:programme-support'")
      let allotted = try -posted("name = 'budget:issued'")
      #expect(try annex.statement("expenditure") == expenditure)
      #expect(try annex.statement("programme-support") == support)
      for by in Self.dimensions {
        #expect(try annex.total("biennium", "expenditure", by: by) == expenditure, "\(by)")
        let rows = try annex.rows("biennium", "expenditure", by: by)
        #expect(rows.values.reduce(0, +) == expenditure, "\(by)")
      }
      #expect(try annex.total("balance", "expenditure") == expenditure)
      for name in ["gender", "development", "mandate"] {
        #expect(try annex.total(name, "spent") == expenditure + support, "\(name)")
      }
      for name in ["gender", "development", "mandate", "balance", "delivery"] {
        #expect(try annex.total(name, "allotted") == allotted, "\(name)")
      }
      // Theme by theme.
      let byTheme = try annex.rows("biennium", "expenditure", by: "theme")
      #expect(try annex.rows("biennium", "total", in: "expenditureByTheme") == byTheme)
      let theme = "juvenile-justice"
      #expect(try annex.total("trend", "expenditure") == byTheme[theme] ?? 0)
      #expect(
        try annex.total("trend", "contributions")
          == annex.rows("biennium", "contributions", by: "theme")[theme] ?? 0)
      #expect(
        try annex.total("trend", "allotted") == annex.rows("delivery", "allotted")[theme] ?? 0)
    }
  }

  @Test(arguments: Books.allCases)
  func `what projects have, lack and share is one figure in all chapters`(books: Books) throws {
    try annexes(books) { annex, sum, within in
      for key in ["obligated", "disbursed"] {
        #expect(try annex.total("projects", key) == annex.total("delivery", key), "\(key)")
      }
      #expect(
        try annex.total("projects", "allotted")
          == annex.total("delivery", "unobligatedBefore") + annex.total("delivery", "allotted"))
      let gap = try annex.total("gap", "uncovered") + annex.total("gap", "coveredByPledges")
      #expect(try annex.total("match", "gap") == gap)
      #expect(
        try annex.total("gap", "budget") == annex.total("gap", "coveredByCash") + gap)
      let programmes = try annex.rows("gap", "uncovered", in: "programmes")
      #expect(programmes.values.reduce(0, +) == (try annex.total("gap", "uncovered")))
      let theirs = try sum(
        """
        SELECT sum(usd) FROM co_funding JOIN entry ON entry.seq = co_funding.entry
        WHERE \(within) AND entry.seq NOT IN (SELECT reverses FROM entry WHERE reverses IS NOT NULL)
        """)
      #expect(try annex.total("synergies", "theirs") == theirs)
      let requests = try #require(annex.report("requests")["total"] as? [String: Any])
      let cases = ["met", "prepared", "waiting"].compactMap { requests[$0] as? Int }
      #expect(requests["received"] as? Int == cases.reduce(0, +) && cases.count == 3)
    }
  }

  @Test(arguments: Books.allCases)
  func `pledges are one figure in all chapters, and the file's`(books: Books) throws {
    try annexes(books) { annex, sum, within in
      let alive = "NOT IN (SELECT reverses FROM entry WHERE reverses IS NOT NULL)"
      let to = within.suffix(12)
      // Of pledges that bound their donor, on the day on which each did, with what was added.
      let binding = """
        SELECT pledge.entry AS pledge, pledge.usd AS usd, coalesce(act.date, own.date) AS date
        FROM pledge JOIN entry AS own ON own.seq = pledge.entry
        LEFT JOIN commitment ON commitment.pledge = pledge.entry AND commitment.entry \(alive)
        LEFT JOIN entry AS act ON act.seq = commitment.entry
        WHERE pledge.entry \(alive) AND (announced = 0 OR commitment.entry IS NOT NULL)
        """
      let pledged = try sum(
        """
        WITH binding AS (\(binding)) SELECT sum(usd) FROM (
          SELECT usd, date FROM binding
          UNION ALL SELECT pledge_increase.usd, max(entry.date, binding.date)
          FROM pledge_increase JOIN binding USING (pledge)
          JOIN entry ON entry.seq = pledge_increase.entry WHERE pledge_increase.entry \(alive))
        WHERE \(within)
        """)
      #expect(try annex.total("biennium", "pledged", by: "donor") == pledged, "up to \(to)")
      // Of each: pledged = collected + written off + outstanding.
      func of(_ key: String) throws -> Int { try annex.total("pledges", key) }
      #expect(try of("pledged") == of("collected") + of("writtenOff") + of("outstanding"))
      func due(_ key: String) throws -> Int { try annex.total("contributions", key) }
      let owed =
        try due("arrears") + due("due") - due("writtenOff") - due("paidBefore") - due("paid")
        + due("inAdvance")
      #expect(try owed == due("outstanding"))
      #expect(
        try due("paid") + due("difference") + due("withoutPledge") == due("collected"))
    }
  }
}
