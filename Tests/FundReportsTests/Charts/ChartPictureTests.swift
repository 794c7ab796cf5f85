import TestSupport
import Testing

@testable import FundReports

@Suite struct ChartPictureTests {
  @Test func `a picture alone has every chart, and a name makes no element of it`() throws {
    let harmless = try picture(ChartSample())
    #expect(harmless.events.count { $0 == .close("svg") } == 1 + ChartSample().charts.count)
    let hostile = try picture(ChartSample { "\($0) </text><script>alert(1)</script>" })
    #expect(
      hostile.elements.filter { $0.hasPrefix("svg") || $0.hasPrefix("rect") }
        == harmless.elements.filter { $0.hasPrefix("svg") || $0.hasPrefix("rect") })
    #expect(!hostile.elements.contains("script"))
  }

  @Test func `its colours are those of a page on paper`() throws {
    let page = Stylesheet.rules.description
    let alone = PictureStyle.rules.description
    for place in 1...8 {
      let color = try #require(
        page.firstMatch(of: try Regex("--c\(place): (#[0-9a-f]{6})"))?[1].substring)
      #expect(alone.contains(".color-\(place) { fill: \(color); }"))
      #expect(alone.contains(".edge-\(place) { stroke: \(color); }"))
      #expect(alone.contains(".line-\(place) { stroke: \(color);"))
    }
    for place in 1...5 {
      let color = try #require(
        page.firstMatch(of: try Regex("--h\(place): (#[0-9a-f]{6})"))?[1].substring)
      #expect(alone.contains(".shade-\(place) { fill: \(color); }"))
    }
  }

  @Test func `where there is no chart there is no picture`() {
    #expect(throws: (any Error).self) { try OneSheet(sheet: SheetSample.statement).svg() }
  }

  private func picture(_ report: ChartSample) throws -> StrictMarkup {
    try StrictMarkup("<!DOCTYPE html>\n" + report.svg())
  }
}
