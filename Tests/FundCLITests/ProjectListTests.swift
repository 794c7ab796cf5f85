import TestSupport
import Testing

/// Every line of the list of projects adds up, and every column, however projects are grouped.
@Suite struct ProjectListTests {
  @Test(arguments: ["region", "theme", "status"])
  func `every line and every column adds up`(grouping: String) throws {
    try withTemporaryFolder { folder in
      let ledger = try SampleLedger("2002-2003", in: folder)
      let list = try ledger.json(["list", "projects", "--by", grouping])
      let whole = try ledger.json(["list", "projects"])
      let totals = try figures(list["totals"])
      #expect(totals["budget"] == (try figures(whole["totals"])["budget"]))
      #expect(totals["funded"] == (try figures(whole["totals"])["funded"]))
      #expect(totals["over"] != 0 && totals["gap"] != 0)
      var sums: [String: Int] = [:]
      for group in try #require(list["groups"] as? [[String: Any]]) {
        var parts: [String: Int] = [:]
        for project in try #require(group["projects"] as? [[String: Any]]) {
          let line = try figures(project)
          #expect(adds(line), "\(group["key"] ?? "") \(project["code"] ?? "")")
          parts.merge(line, uniquingKeysWith: +)
        }
        #expect(parts == (try figures(group["totals"])) && adds(parts))
        sums.merge(parts, uniquingKeysWith: +)
      }
      #expect(sums == totals && adds(totals))
    }
  }

  private func figures(_ object: Any?) throws -> [String: Int] {
    let object = try #require(object as? [String: Any])
    return try Dictionary(
      uniqueKeysWithValues: ["budget", "funded", "spent", "gap", "over"].map {
        ($0, try cents(object[$0]))
      })
  }

  private func adds(_ line: [String: Int]) -> Bool {
    guard let budget = line["budget"], let funded = line["funded"], let gap = line["gap"],
      let over = line["over"]
    else { return false }
    return budget - funded == gap - over && gap >= 0 && over >= 0
  }
}
