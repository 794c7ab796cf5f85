import Foundation
import FundDomain
import FundReports
import FundStorage
import Plain
import TestSupport
import Testing

@Suite struct BookletTests {
  /// A statement, what was given in each year, and pledges, as one document.
  private func booklet(_ body: (Booklet) throws -> Void) throws {
    try TestLedger.run { test in
      try test.gift("1000.10", "2002-03-01")
      try test.gift("2500", "2003-03-01", ["donor": "SWE", "earmark": ""])
      try test.record(
        .pledges,
        ["donor": "DEU", "amount": "900 EUR", "on": "2002-05-01", "due": "2002-12-31=900"])
      let booklet = try Ledger(opening: test.path).read { books in
        let period = try Period("2002-2003", today: CalendarDate("2026-11-24"))
        return Booklet(
          "implementation", title: "Report of the Secretary-General <draft>",
          subtitle: ["Implementation of resolution 56/123", "2002-2003"],
          keys: [("session", .integer(57))],
          introduction: try TreatyCountdown(books, asAt: period.to),
          parts: [
            Booklet.Part(try Statement(books, for: period)),
            Booklet.Part(
              try Breakdown(books, for: period, by: .year, regions: .unodc),
              "Money by year", [.operative(8)]),
            Booklet.Part(try PledgesReport(books, in: period, asAt: period.to)),
          ], footnotes: ["Money is counted as the Fund's rules say."],
          foot: try ReportFoot(books, asAt: period.to))
      }
      try body(booklet)
    }
  }

  @Test func `a document is as it was, in every form`() throws {
    try booklet { booklet in
      expectGolden(booklet.text(), "booklet.txt", filePath: goldenFolder)
      expectGolden(booklet.markdown(), "booklet.md", filePath: goldenFolder)
      expectGolden(booklet.json.text() + "\n", "booklet.json", filePath: goldenFolder)
      let book = try OpenedWorkbook(Data(booklet.workbook()))
      expectGolden(book.readable, "booklet.xlsx.txt", filePath: goldenFolder)
      expectGolden(withoutLook(booklet.html()), "booklet.html", filePath: goldenFolder)
      _ = try StrictMarkup("<!DOCTYPE html>\n" + booklet.svg())
    }
  }

  @Test func `the same document gives the same bytes`() throws {
    try booklet { booklet in
      let first = try booklet.workbook()
      let second = try booklet.workbook()
      #expect(second == first)
      #expect(booklet.html() == booklet.html())
    }
  }

  @Test func `its contents lead to every chapter, and its foot is said once`() throws {
    try booklet { booklet in
      let page = try StrictMarkup(booklet.html())
      let links = page.events.compactMap { event -> String? in
        guard case .open("a", let attributes) = event else { return nil }
        return attributes["href"]
      }
      let ids = page.events.compactMap { event -> String? in
        guard case .open(_, let attributes) = event else { return nil }
        return attributes["id"]
      }
      #expect(links == ["#introduction", "#chapter-1", "#chapter-2", "#chapter-3", "#end"])
      #expect(links.allSatisfy { ids.contains(String($0.dropFirst())) })
      #expect(Set(ids).count == ids.count)
      let titles = page.texts(in: "h2")
      #expect(
        titles == [
          "Contents", "Entry into force of treaties as at 2003-12-31",
          "1. Statement for the biennium 2002-2003", "2. Money by year (paragraph 8)",
          "3. Pledges of 2002-2003 as at 2003-12-31", "What this document stands on",
        ])
      for text in [booklet.text(), booklet.markdown(), booklet.html()] {
        #expect(text.ranges(of: "As at 2003-12-31. Ledger:").count == 1)
      }
      let book = try OpenedWorkbook(Data(booklet.workbook()))
      let links2 = try #require(book.worksheets.first).xml.matches(of: /location="'([^']*)'!A1"/)
      #expect(links2.count == 4)
      for link in links2 {
        #expect(book.worksheets.contains { $0.name == String(link.output.1) })
      }
      for worksheet in book.worksheets {
        for cell in worksheet.cells where cell.formula != nil {
          #expect(worksheet.sum(cell.formula ?? "") == cell.hundredths, "\(cell.name)")
        }
      }
    }
  }

  @Test func `its JSON holds what each report says by itself`() throws {
    try booklet { booklet in
      let data = Data(booklet.json.text().utf8)
      let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
      let chapters = try #require(object["chapters"] as? [[String: Any]])
      let contents = chapters.compactMap { $0["content"] as? [String: Any] }
      #expect(contents.map { $0["report"] as? String } == ["biennium", "biennium", "pledges"])
      #expect(chapters.map { $0["number"] as? Int } == [1, 2, 3])
      #expect(chapters[1]["title"] as? String == "Money by year")
      #expect(chapters[1]["paragraphs"] as? [String] == ["56/123/OP8"])
      let introduction = try #require(object["introduction"] as? [String: Any])
      #expect(introduction["report"] as? String == "treaties-countdown")
      #expect(object["session"] as? Int == 57)
      #expect(object["head"] as? String == contents[0]["head"] as? String)
    }
  }
}
