import FundDomain
import FundReports
import Testing

/// A report whose parts do not add up is not printed.
@Suite struct RefusalTests {
  private static let period = Period(from: .start(of: 2002), to: .end(of: 2003))

  private static let reports: [(name: String, tampers: [String], report: Make)] = [
    ("contributions", [cash], { try ContributionsReport($0, in: period) }),
    ("participation", [cash], { try ParticipationReport($0, in: period) }),
    ("regularity", [cash], { try RegularityReport($0, in: period) }),
    (
      "projects", [daily(802)],
      { try ProjectsReport($0, by: .theme, in: period) }
    ),
    ("delivery", [daily(802)], { try DeliveryReport($0, by: .project, in: period) }),
    ("match", [source], { try MatchReport($0, asAt: period.to) }),
    ("balance", [daily(503), daily(401)], { try BalanceReport($0, in: period) }),
    ("trend", [daily(503), daily(801)], { try TrendReport($0, of: nil, in: period) }),
  ]

  typealias Make = @Sendable (any Books) throws -> any Report

  private static let cash = daily(101)

  /// What is kept by day no longer is what the postings add up to.
  private static func daily(_ account: Int) -> String {
    "UPDATE daily_total SET usd = usd + 1, amount = amount + 1 WHERE account = \(account)"
  }

  /// An allotment draws on money that nobody gave.
  private static let source = """
    DROP TRIGGER posting_no_update;
    UPDATE posting SET source = 1 WHERE account = 801
    """

  @Test(arguments: reports.indices)
  func `a report whose parts do not add up is refused, and was printed before`(
    place: Int
  ) throws {
    let (name, tampers, make) = Self.reports[place]
    for tamper in tampers {
      try TestLedger.run { ledger in
        let gift = try ledger.gift("1000", "2002-03-01")
        try ledger.allot("800", from: gift, "2002-03-02")
        try ledger.obligate("300", "2002-04-01")
        _ = try ledger.read { try make($0) }
        try ledger.tamper(tamper)
        let refused = #expect(throws: LedgerError.self, "\(name): \(tamper)") {
          _ = try ledger.read { try make($0) }
        }
        #expect(refused?.rule == "does-not-foot", "\(name): \(tamper)")
      }
    }
  }
}
