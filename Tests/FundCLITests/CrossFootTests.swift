import Foundation
import TestSupport
import Testing

/// The same figure is the same to the cent in every report that has it.
@Suite struct CrossFootTests {
  /// Where a report says a figure: the question, of which `{p}` is the period and `{end}` its last
  /// day, and the places in its JSON that add up to it.
  ///
  /// A place is a path: `*` is every element of a list, `key=GP` those that have it.
  private typealias Place = (question: String, paths: String)

  private static let figures: [(name: String, places: [Place])] = [
    (
      "collected",
      [
        ("report biennium {p}", "lines.id=contributions-collected.total"),
        ("report biennium {p} --by donor", "rows.*.collected"),
        ("report contributions -p {p}", "total.collected"),
        ("report contributions -p {p}", "rows.*.collected"),
        ("report participation -p {p}", "members.collected + others.collected"),
        ("report participation -p {p}", "groups.*.collected"),
      ]
    ),
    (
      "received in kind",
      [
        ("report biennium {p}", "lines.id=contributions-in-kind.total"),
        ("report contributions -p {p}", "total.inKind"),
        ("report participation -p {p}", "rows.*.inKind"),
      ]
    ),
    (
      "given",
      [
        ("report contributions -p {p}", "total.collected + total.inKind"),
        ("report regularity -p {p}", "total.given"),
        ("report regularity -p {p}", "rows.*.given"),
      ]
    ),
    (
      "contributions",
      [
        ("report biennium {p}", "lines.id=contributions.total"),
        ("report biennium {p} --by theme", "rows.*.contributions"),
        ("report balance -p {p}", "total.contributions"),
        ("report balance -p {p}", "themes.*.contributions"),
        ("report trend -p {p}", "rows.*.contributions"),
      ]
    ),
    (
      "expenditure",
      [
        ("report biennium {p}", "lines.id=expenditure.total"),
        ("report biennium {p} --by region", "rows.*.expenditure"),
        ("report balance -p {p}", "rows.*.priorities.*.expenditure"),
        ("report trend -p {p}", "total.expenditure"),
      ]
    ),
    (
      "spent with programme support",
      [
        ("report biennium {p}", "lines.id=expenditure.total + lines.id=programme-support.total"),
        ("report gender -p {p}", "total.spent"), ("report mandate -p {p}", "total.spent"),
        ("report development -p {p}", "total.spent"),
      ]
    ),
    (
      "allotted",
      [
        ("report gender -p {p}", "total.allotted"), ("report mandate -p {p}", "total.allotted"),
        ("report development -p {p}", "total.allotted"),
        ("report balance -p {p}", "total.allotted"), ("report trend -p {p}", "rows.*.allotted"),
        ("report delivery -p {p}", "total.allotted"),
        ("report delivery --by theme -p {p}", "rows.*.allotted"),
      ]
    ),
    (
      "obligated",
      [
        ("report delivery -p {p}", "total.obligated"),
        ("report delivery --by sub-fund -p {p}", "rows.*.obligated"),
        ("report projects -p {p}", "total.obligated"),
        ("report projects --by theme -p {p}", "rows.*.obligated"),
      ]
    ),
    (
      "disbursed",
      [
        ("report delivery -p {p}", "rows.*.disbursed"),
        ("report projects --by status -p {p}", "rows.*.projects.*.disbursed"),
      ]
    ),
    (
      "unobligated",
      [
        ("status --as-at {end}", "rows.*.unobligated"),
        ("report delivery -p {p}", "total.unobligated"),
        ("report trial-balance --as-at {end}", "accounts.account=budget:unobligated.balance"),
      ]
    ),
    (
      "unliquidated",
      [
        ("status --as-at {end}", "rows.*.unliquidated"),
        ("report trial-balance --as-at {end}", "accounts.account=liabilities:obligations.credit"),
      ]
    ),
    (
      "budgets of projects",
      [
        ("report projects -p {p}", "total.budget"),
        ("list projects --as-at {end}", "totals.budget"),
        ("list projects --by theme --as-at {end}", "groups.*.totals.budget"),
      ]
    ),
    (
      "funded",
      [
        ("report projects -p {p}", "total.funded"),
        ("report projects --by theme -p {p}", "rows.*.funded"),
        ("list projects --as-at {end}", "totals.funded"),
      ]
    ),
    (
      "what approved projects lack",
      [
        ("report gap --as-at {end}", "total.uncovered + total.coveredByPledges"),
        (
          "list projects --by theme --as-at {end}",
          "groups.*.projects.status=approved.gap + groups.*.projects.status=ongoing.gap"
        ),
      ]
    ),
    (
      "uncovered",
      [
        ("report gap --as-at {end}", "total.uncovered"),
        ("report gap --as-at {end}", "rows.*.regions.*.uncovered"),
        ("report gap --as-at {end}", "programmes.*.uncovered"),
      ]
    ),
    (
      "outstanding pledges",
      [
        ("report pledges --as-at {end}", "total.outstanding"),
        ("report contributions -p {p}", "total.outstanding + total.dueLater"),
      ]
    ),
    (
      "idle general-purpose money",
      [
        ("report gap --as-at {end}", "generalPurpose.uncommitted"),
        ("report match --as-at {end}", "rows.key=GP.left"),
      ]
    ),
    (
      "cash",
      [
        ("status --as-at {end}", "rows.*.cash"),
        ("report trial-balance --as-at {end}", "accounts.account=assets:cash.balance"),
        ("report account assets:cash --as-at {end}", "closing"),
      ]
    ),
  ]

  @Test(arguments: [
    ("2002-2003", "2000-2001", "2001-12-31"), ("2002-2003", "2002-2003", "2003-12-31"),
    ("2002-2003", "2004-2005", "2005-12-31"), ("unodc-2013-2024", "2018-2019", "2019-12-31"),
    ("unodc-2013-2024", "2024", "2024-12-31"),
  ])
  func `a figure is the same to the cent in every report that has it`(
    sample: String, period: String, end: String
  ) throws {
    try withTemporaryFolder { folder in
      let ledger = try SampleLedger(sample, in: folder)
      var answers: [String: [String: Any]] = [:]
      var seen = 0
      for (name, places) in Self.figures {
        var told: [Int] = []
        for place in places {
          let question = place.question.replacing("{p}", with: period)
            .replacing("{end}", with: end)
          let answer =
            try answers[question] ?? ledger.json(question.split(separator: " ").map(String.init))
          answers[question] = answer
          told.append(try Self.sum(of: place.paths, in: answer))
        }
        #expect(Set(told).count == 1, "\(name): \(zip(places.map(\.question), told))")
        if told[0] != 0 { seen += 1 }
      }
      // The sample of 2013-2024 has neither pledges nor expenditure.
      #expect(seen >= (sample == "2002-2003" ? 15 : 7), "\(seen)")
    }
  }

  private static func sum(of paths: String, in answer: Any) throws -> Int {
    try paths.split(separator: " + ").reduce(0) { sum, path in
      let found = try values(at: path.split(separator: ".")[...], in: answer)
      return try found.reduce(sum) { try $0 + cents($1) }
    }
  }

  private static func values(at path: ArraySlice<Substring>, in value: Any) throws -> [Any] {
    guard let step = path.first else { return [value] }
    let rest = path.dropFirst()
    let parts = step.split(separator: "=", maxSplits: 1)
    if step == "*" || parts.count == 2 {
      let list = try #require(value as? [[String: Any]], "\(path)")
      return try list.filter {
        parts.count == 1 || $0[String(parts[0])] as? String == String(parts[1])
      }
      .flatMap { try values(at: rest, in: $0) }
    }
    let object = try #require(value as? [String: Any], "\(path)")
    return try values(at: rest, in: #require(object[String(step)], "\(path)"))
  }
}
