import Foundation
import TestSupport
import Testing

/// Pages of the sample's reports, read as a strict reader reads them.
@Suite struct PageTests {
  @Test func `the words beside a chart add up to the report`() throws {
    try withTemporaryFolder { folder in
      let ledger = try SampleLedger("2002-2003", in: folder)
      let question = ["report", "biennium", "2002-2003", "--by", "year"]
      let report = try ledger.json(question)
      let rows = try #require(report["rows"] as? [[String: Any]])
      let page = try StrictMarkup(try ledger.run(question + ["--format", "html"]))
      for row in rows {
        let year = try #require(row["key"] as? String)
        let contributions = try cents(row["contributions"])
        let lines = page.texts(in: "li").filter { $0.hasPrefix(year + ": ") }
        #expect(lines.count == 2, "by kind of donor, and by sub-fund")
        for line in lines {
          let figures = line.matches(of: /[0-9,]+\.[0-9]{2}/).map {
            Int($0.output.filter(\.isNumber)) ?? 0
          }
          #expect(figures.first == contributions)
          #expect(figures.dropFirst().reduce(0, +) == contributions)
        }
      }
      #expect(rows.count == 2)
    }
  }

  @Test(arguments: [
    ["list", "projects", "--by", "theme"], ["report", "pledges"],
    ["report", "biennium", "2002-2003", "--thousands"], ["list", "contributions"],
  ])
  func `the same question gives the same page, on the screen and in a file`(
    question: [String]
  ) throws {
    try withTemporaryFolder { folder in
      let ledger = try SampleLedger("2002-2003", in: folder)
      let page = try ledger.run(question + ["--as-at", "2003-12-31", "--format", "html"])
      _ = try ledger.run(question + ["--as-at", "2003-12-31", "-o", "page.html"])
      #expect(try String(contentsOfFile: folder + "/page.html", encoding: .utf8) == page)
      _ = try StrictMarkup(page)
    }
  }
}
