import Foundation
import Plain
import TestSupport
import Testing

@testable import FundReports

@Suite struct WorkbookTests {
  @Test func `a statement's sums are formulas that give its figures, every cell of its kind`()
    throws
  {
    let book = try opened(SheetSample.statement)
    let sheet = try #require(book.worksheets.first)
    #expect(sheet.name == "Statement of the Fund")
    #expect(sheet["A1"]?.value == "Statement of the Fund")
    #expect(sheet["C5"]?.value == "Total")
    #expect(sheet["B9"]?.formula == "ROUND(SUM(B7:B8),2)")
    #expect(sheet["B9"]?.value == "1234.56")
    #expect(sheet["C13"]?.formula == "ROUND(SUM(C9:C11),2)", "a heading counts nothing")
    #expect(sheet["C13"]?.value == "1001045.06")
    #expect(sheet["B8"]?.value == "0" && sheet["B12"]?.value == "—")
    #expect(sheet["B11"]?.value == "-200")
    #expect(sheet["B11"]?.format == "#,##0.00_);(#,##0.00);\"—\"_)")
    #expect(sheet["C14"]?.formula == nil, "for information: part of no sum, and no sum")
    #expect(sheet.xml.contains("<pane xSplit=\"1\" ySplit=\"5\""))
    for worksheet in book.worksheets {
      for cell in worksheet.cells where cell.formula != nil {
        #expect(worksheet.sum(cell.formula ?? "") == cell.hundredths, "\(cell.name)")
      }
    }
  }

  @Test func `thousands are a format over every cent`() throws {
    var sheet = SheetSample.statement
    sheet.thousands = true
    let cell = try #require(try opened(sheet).worksheets[0]["B7"])
    #expect(cell.value == "1234.56")
    #expect(cell.format == "#,##0.0,_);(#,##0.0,);\"—\"_)")
  }

  @Test func `dates are days, shares are parts of one, counts have no decimals`() throws {
    let sheet = Sheet(
      title: "Kinds",
      columns: [
        Sheet.Column(title: "On", kind: .date, id: "on"),
        Sheet.Column(title: "Share", kind: .percent, id: "share"),
        Sheet.Column(title: "Things", kind: .count, id: "things"),
        Sheet.Column(title: "Yen", kind: .money, id: "yen"),
        Sheet.Column(title: "Nothing", kind: .text, id: "nothing"),
      ],
      rows: [
        Sheet.Row([
          .text("2003-12-31"), .percent(tenths: -125), .count(7), .money(1234, exponent: 0),
        ]),
        Sheet.Row([.text("1899-01-01"), .nilValue, .count(0), .money(.max, exponent: 2)]),
        Sheet.Row([.text("someday")]),
      ])
    let cells = try opened(sheet).worksheets[0]
    // Counted by LibreOffice: 31 December 2003 is day 37,986.
    #expect(cells["A4"]?.value == "37986" && cells["A4"]?.format == "yyyy-mm-dd")
    #expect(cells["B4"]?.value == "-0.125" && cells["B4"]?.format == "0.0%_);(0.0%);0.0%_)")
    #expect(cells["C4"]?.value == "7" && cells["C4"]?.format == "#,##0_);(#,##0);0_)")
    #expect(cells["D4"]?.format == "#,##0_);(#,##0);\"—\"_)")
    #expect(cells["A5"]?.value == "1899-01-01" && cells["A5"]?.isText == true)
    #expect(cells["A6"]?.value == "someday")
    // Excel would round it: it is words.
    #expect(cells["D5"]?.value == "92,233,720,368,547,758.07" && cells["D5"]?.isText == true)
    #expect(!cells.cells.contains { $0.name.hasPrefix("E") }, "what is blank is left out")
  }

  @Test func `whatever a name is made of, it is words in its cell`() throws {
    let names = [
      "=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(\"http://x\",\"y\")", "=cmd|' /C calc'!A0",
      "<script>alert(1)</script>", "</t></si>", "&lt;", "_x0041_", "\u{202E}gpj", "a\u{0}b\u{FFFE}",
      "two\nlines", "http://example.org", "'quoted", String(repeating: "A", count: 40_000),
      String(repeating: "\u{1F468}\u{200D}\u{1F469}", count: 7000),
    ]
    let book = try opened(SheetSample.names(names))
    let sheet = try #require(book.worksheets.first)
    let cells = names.indices.map { sheet["A\($0 + 4)"] }
    #expect(cells.allSatisfy { $0?.isText == true && $0?.formula == nil })
    #expect(cells[0]?.value == "=1+1" && cells[6]?.value == "<script>alert(1)</script>")
    #expect(cells[9]?.value == "_x005F_x0041_", "which Excel shows as it was recorded")
    #expect(cells[11]?.value == "a\\u{0}b\\u{FFFE}")
    #expect(cells[15]?.value.utf16.count == 32_767)
    #expect((cells[16]?.value.utf16.count ?? 0) <= 32_767)
    #expect(!book.parts.keys.contains { $0.contains("sheet1.xml.rels") }, "no link leads anywhere")
  }

  @Test func `every form of chart is drawn from its own figures`() throws {
    let sample = ChartSample()
    let book = try OpenedWorkbook(Data(sample.workbook()))
    #expect(book.worksheets.map(\.name) == ["Every form of chart", "Charts"])
    // The heat table is shaded where it stands.
    let drawn = sample.charts.count { $0.form != .heat }
    #expect(book.parts.keys.count { $0.hasPrefix("xl/charts/chart") } == drawn)
    #expect(book.worksheets[1].xml.contains("<colorScale>"))
    let figures = book.worksheets[1].cells.filter { !$0.isText && $0.formula == nil }
    let marks = sample.charts.reduce(0) { $0 + ($1.mark == nil ? 0 : $1.items.count) }
    #expect(
      figures.count == sample.charts.reduce(marks) { $0 + $1.items.count * $1.series.count })
    expectGolden(book.readable, "charts.xlsx.txt", filePath: goldenFolder)
  }

  @Test func `a chart's figure that Excel would round is words, and is not drawn`() throws {
    let largest: Int64 = 999_999_999_999_999
    for form in [Chart.Form.bars, .stackedBars, .shares, .line, .heat] {
      for figure in [largest, largest + 1, .max] {
        let chart = try #require(
          Chart(form, "Large", series: ["A"], items: [.init("B", [figure]), .init("C", [5])]))
        let book = try OpenedWorkbook(Data(ChartsAlone(charts: [chart]).workbook()))
        let cell = try #require(book.worksheets[1]["B4"])
        let drawn = book.parts.keys.contains { $0.hasPrefix("xl/charts/chart") }
        #expect(cell.isText == (figure > largest), "\(form) \(figure)")
        #expect(drawn == (form != .heat && figure == largest), "\(form) \(figure)")
        #expect(cell.isText ? cell.value == chart.shown(figure) : cell.value == "9999999999999.99")
        #expect(book.worksheets[1]["B5"]?.value == "0.05")
      }
    }
  }

  @Test func `the same sheets give the same bytes`() throws {
    let first = try ChartSample().workbook()
    #expect(try ChartSample().workbook() == first)
  }

  @Test func `worksheets have names that Excel takes`() {
    var names = WorksheetNames()
    #expect(names.name(for: "The Fund: trial balance") == "Trial balance")
    #expect(names.name(for: "Another: TRIAL BALANCE") == "TRIAL BALANCE (2)")
    #expect(names.name(for: "a/b\\c?d*e[f]g:h'i") == "A-b-c-d-e-f-g-h-i")
    #expect(names.name(for: "History") == "History (2)")
    #expect(names.name(for: "") == "Report")
    #expect(
      names.name(for: "Contributions reconciled with their cash") == "Contributions reconciled")
    let long = String(repeating: "x", count: 40)
    #expect(names.name(for: long).utf16.count == 31)
    #expect(names.name(for: long).hasSuffix("… (2)"))
    #expect(names.name(for: String(repeating: "\u{1F4B6}", count: 40)).utf16.count <= 31)
  }

  private func opened(_ sheet: Sheet) throws -> OpenedWorkbook {
    try OpenedWorkbook(Data(OneSheet(sheet: sheet).workbook()))
  }
}

/// A report of charts and nothing else.
private struct ChartsAlone: Report {
  var charts: [Chart]
  var sheet: Sheet { Sheet(title: "Charts alone", columns: [], rows: []) }
  var json: JSON { .null }
}

/// A report of a sheet and nothing else.
struct OneSheet: Report {
  var sheet: Sheet
  var json: JSON { .null }
}
