import Markup
import TestSupport
import Testing

@testable import FundReports

@Suite struct ChartTests {
  @Test func `where there is nothing to see there is no chart`() {
    #expect(Chart(.bars, "A", series: ["B"], items: []) == nil)
    #expect(Chart(.bars, "A", series: ["B"], items: [Chart.Item("C", [0])]) == nil)
    let owed = [Chart.Item("C", [500]), Chart.Item("D", [-1])]
    #expect(Chart(.shares, "A", series: ["B"], items: owed) == nil)
    #expect(Chart(.bars, "A", series: ["B"], items: owed)?.items == owed)
  }

  @Test func `a part that is zero everywhere is left out, and what is left is still named`() throws
  {
    let items = [Chart.Item("E", [0, 3])]
    let parts = try #require(Chart(.stackedBars, "A", series: ["B", "C"], items: items))
    #expect(parts.series == ["C"] && parts.hasKey)
    #expect(parts.items == [Chart.Item("E", [3])])
    let bars = try #require(Chart(.bars, "A", series: ["B", "C"], items: items))
    #expect(bars.series == ["B", "C"])
  }

  @Test func `shares are the largest first, the rest are others, and they add up to the whole`()
    throws
  {
    let items = [40, 10, 0, 90, 10, 20, 30, 50, 60, 70].enumerated().map {
      Chart.Item("Donor \($0)", [Int64($1)])
    }
    let chart = try #require(Chart(.shares, "A", series: ["B"], items: items))
    #expect(chart.items.map(\.label).first == "Donor 3")
    #expect(chart.items.map { $0.figures[0] } == [90, 70, 60, 50, 40, 30, 20, 20])
    #expect(chart.items.last?.label == "Others (2)")
    #expect(
      chart.shares == ["23.7%", "18.4%", "15.8%", "13.1%", "10.5%", "7.9%", "5.3%", "5.3%"])
  }

  @Test func `what is too much to look at becomes others, each figure with its own`() throws {
    let items = (1...30).map { row in Chart.Item("\(row)", (0..<10).map { Int64(row * $0) }) }
    let chart = try #require(
      Chart(.stackedBars, "A", series: (0..<10).map { "S\($0)" }, items: items))
    #expect(chart.series == ["S3", "S4", "S5", "S6", "S7", "S8", "S9", "Others (2)"])
    #expect(chart.items.count == 22)
    #expect(chart.items.first?.label == "10")
    #expect(chart.items.last?.label == "Others (9)")
    #expect(chart.items.last?.figures == [3, 4, 5, 6, 7, 8, 9, 1 + 2].map { $0 * 45 })
    #expect(chart.items.map(\.total).reduce(0, +) == items.map(\.total).reduce(0, +))
  }

  @Test func `every figure is in the words beside its picture`() throws {
    func lines(_ form: Chart.Form, _ series: [String], _ items: [Chart.Item]) throws -> [String] {
      try words(#require(Chart(form, "A", series: series, items: items)))
    }
    let items = [Chart.Item("2002", [100, -250]), Chart.Item("2003", [123_456_789, 0])]
    #expect(
      try lines(.bars, ["In", "Out"], items)
        == ["2002: In 1.00; Out (2.50)", "2003: In 1,234,567.89; Out —"])
    #expect(
      try lines(.stackedBars, ["In", "Out"], items)
        == [
          "2002: (1.50), of which: In 1.00; Out (2.50)",
          "2003: In 1,234,567.89",
        ])
    #expect(
      try lines(.heat, ["In", "Out"], [Chart.Item("A", [0, 200]), Chart.Item("B", [0, 0])])
        == ["A: Out 2.00", "B: —"])
    #expect(try lines(.bars, ["In"], [Chart.Item("2002", [100])]) == ["2002: 1.00"])
    #expect(
      try lines(.shares, ["In"], [Chart.Item("A", [100]), Chart.Item("B", [200])])
        == ["B: 66.7%, 2.00", "A: 33.3%, 1.00"])
    let line = try #require(
      Chart(
        .line, "A", in: .count(of: "parties"), series: ["B"], items: [Chart.Item("2002", [6])],
        mark: Chart.Mark("Needed", at: 40)))
    #expect(try words(line) == ["2002: 6", "Needed: 40"])
  }

  @Test func `bars are as long as their figures, to the hundredth of a per cent`() throws {
    var numbers = SplitMix64(seed: 2003)
    for _ in 0..<50 {
      let largest = Int64.random(in: 1...Int64.max, using: &numbers)
      let figures =
        [largest] + (0..<6).map { _ in Int64.random(in: 1...largest, using: &numbers) }
      let chart = try #require(
        Chart(.bars, "A", series: ["B"], items: figures.map { Chart.Item("C", [$0]) }))
      let widths = try bars(chart).map(\.width)
      for (width, figure) in zip(widths, figures) {
        // 6,200 hundredths for the largest: |width · largest - figure · 6200| is half a step at most.
        let error = Int128(width) * Int128(largest) - Int128(figure) * 6200
        #expect(error.magnitude * 2 <= Int128(largest).magnitude, "\(figure) of \(largest)")
      }
    }
  }

  @Test func `what is below zero goes to the left, and parts meet without a gap`() throws {
    let chart = try #require(
      Chart(
        .stackedBars, "A", series: ["B", "C", "D"],
        items: [Chart.Item("2002", [100, -100, 200]), Chart.Item("2003", [7, 11, 13])]))
    let bars = try bars(chart)
    #expect(bars[0] == Bar(x: 1550, width: 1550))
    #expect(bars[1] == Bar(x: 0, width: 1550))
    #expect(bars[2] == Bar(x: 3100, width: 3100))
    #expect(bars[3].x == 1550)
    #expect(bars[3].x + bars[3].width == bars[4].x)
    #expect(bars[4].x + bars[4].width == bars[5].x)
    #expect(bars[5].x + bars[5].width == 1550 + 31 * 4650 / 300 + 1)
  }

  @Test func `a whole is filled by its shares, whatever they are`() throws {
    let items = [Int64.max / 3, 5, 1, Int64.max / 7].map { Chart.Item("A", [$0]) }
    let bars = try bars(try #require(Chart(.shares, "A", series: ["B"], items: items)))
    #expect(bars.first?.x == 0)
    #expect(bars.map(\.width).reduce(0, +) == 10_000)
    for (left, right) in zip(bars, bars.dropFirst()) { #expect(left.x + left.width == right.x) }
  }

  @Test func `a shade says how many fifths of the largest a figure is`() throws {
    let chart = try #require(
      Chart(
        .heat, "A", series: ["B", "C", "D", "E", "F", "G", "H"],
        items: [Chart.Item("I", [100, 81, 80, 1, 0, -5, 41])]))
    let shades = try rectangles(chart).compactMap { $0["class"] }.filter { $0.contains("shade") }
    #expect(shades.compactMap { $0.last.flatMap { Int(String($0)) } } == [5, 5, 4, 1, 0, 0, 3])
  }

  @Test func `a line goes from left to right at even steps, as high as its figures`() throws {
    let chart = try #require(
      Chart(
        .line, "A", in: .count(of: "parties"), series: ["B"],
        items: [0, 10, 25, 40].map { Chart.Item("\($0)", [$0]) }, mark: Chart.Mark("C", at: 20)))
    let events = try StrictMarkup(chart.svg(id: "c").document().joined()).events
    let points = events.compactMap { event -> [String]? in
      guard case .open("circle", let attributes) = event else { return nil }
      return [attributes["cx"] ?? "", attributes["cy"] ?? ""]
    }
    #expect(
      points == [["5.00%", "184"], ["35.00%", "144"], ["65.00%", "84"], ["95.00%", "24"]])
    let mark = events.compactMap { event -> String? in
      guard case .open("line", let attributes) = event, attributes["class"] == "mark" else {
        return nil
      }
      return attributes["y1"]
    }
    #expect(mark == ["104"])
  }

  @Test func `a label is cut where a narrow page ends`() throws {
    let chart = try #require(Chart(.bars, "A", series: ["B"], items: [Chart.Item("C", [1])]))
    #expect(chart.short("Trafficking in persons") == "Trafficking in persons")
    let long = chart.short(String(repeating: "W", count: 4096))
    #expect(long.hasSuffix("W…") && long.count == 24)
    #expect(chart.short("two\nlines") == "two lines")
  }
}

/// A bar in hundredths of a per cent of the width.
private struct Bar: Equatable {
  var x: Int
  var width: Int
}

/// The words beside a chart, a line each.
private func words(_ chart: Chart) throws -> [String] {
  try chart.lines.map {
    try StrictMarkup($0.node.document().joined()).texts(in: "li").joined()
  }
}

private func rectangles(_ chart: Chart) throws -> [[String: String]] {
  try StrictMarkup(chart.svg(id: "c").document().joined()).events.compactMap { event in
    guard case .open("rect", let attributes) = event else { return nil }
    return attributes
  }
}

/// The bars of a chart: its rectangles whose places are parts of the width.
private func bars(_ chart: Chart) throws -> [Bar] {
  func hundredths(_ length: String?) -> Int? {
    guard let length, length.hasSuffix("%") else { return nil }
    return Int(length.dropLast().filter { $0 != "." })
  }
  return try rectangles(chart).compactMap { attributes in
    guard let x = hundredths(attributes["x"]), let width = hundredths(attributes["width"])
    else { return nil }
    return Bar(x: x, width: width)
  }
}
