public import FundDomain
import Markup

extension Report {
  /// The report's charts alone, one under the other, as one SVG picture on white that stands by
  /// itself.
  ///
  /// - Throws: `no-chart` where there is nothing to look at.
  public func svg() throws(LedgerError) -> String {
    let charts = charts
    guard !charts.isEmpty else { throw .noChart(elsewhere: chartElsewhere) }
    return picture(of: charts)
  }
}

extension LedgerError {
  /// Not every report has a chart, and one without a figure has none.
  ///
  /// - Parameter elsewhere: the command whose answer has what would be looked at, where there is one.
  public static func noChart(elsewhere command: String? = nil) -> LedgerError {
    LedgerError(
      rule: "no-chart", "there is no chart in that answer",
      hint: "ask for html or text" + (command.map { "; cpcjf \($0) has a chart" } ?? ""))
  }
}

/// Charts one under the other, each with its title, as one picture.
func picture(of charts: [Chart]) -> String {
  let (margin, width, head) = (20, 680, 50)
  var nodes: [Node] = []
  var whole = width
  var height = margin
  for (place, chart) in charts.enumerated() {
    let drawing = chart.drawing(id: "chart-\(place + 1)")
    whole = max(whole, drawing.width ?? 0)
    nodes += [
      .label(chart.short(chart.title, width), x: "\(margin)", y: height + 16, as: "title"),
      .label("(\(chart.unitTitle))", x: "\(margin)", y: height + 36, as: "unit"),
      chart.svg(id: "chart-\(place + 1)", at: (margin, height + head, drawing.width ?? width)),
    ]
    height += head + drawing.height + 2 * margin
  }
  let size = (width: whole + 2 * margin, height: height - margin)
  let ground = Node.element(
    .rect, [.class: "ground", .width: "\(size.width)", .height: "\(size.height)"])
  let root = Node.element(
    .svg,
    [
      .xmlns: "http://www.w3.org/2000/svg", .class: "chart", .width: "\(size.width)",
      .height: "\(size.height)", .viewBox: "0 0 \(size.width) \(size.height)",
    ],
    [.stylesheet(PictureStyle.rules), ground] + nodes)
  return root.written().joined() + "\n"
}

/// How pictures that stand by themselves look: as charts on a page of paper, in colours that need
/// no page to say them.
enum PictureStyle {
  static let rules: StaticString = """

    text { font: 13px system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
    text { fill: #16191d; }
    .title { font-size: 16px; font-weight: 600; }
    .unit { fill: #4b525b; }
    .ground { fill: #ffffff; }
    .color-1 { fill: #1d5f93; } .color-2 { fill: #b4540a; }
    .color-3 { fill: #3a7136; } .color-4 { fill: #75459b; }
    .color-5 { fill: #826400; } .color-6 { fill: #a3304a; }
    .color-7 { fill: #1f767d; } .color-8 { fill: #5b636d; }
    .hatch { stroke: #ffffff; stroke-width: 1.6; fill: none; }
    .hatch-dot { fill: #ffffff; }
    .gap { stroke: #ffffff; stroke-width: 2.5; }
    .edge-1 { stroke: #1d5f93; } .edge-2 { stroke: #b4540a; }
    .edge-3 { stroke: #3a7136; } .edge-4 { stroke: #75459b; }
    .edge-5 { stroke: #826400; } .edge-6 { stroke: #a3304a; }
    .edge-7 { stroke: #1f767d; } .edge-8 { stroke: #5b636d; }
    .cell { stroke: #ffffff; stroke-width: 1.5; }
    .axis { stroke: #16191d; }
    .grid { stroke: #c6ccd4; }
    .mark { stroke: #16191d; stroke-width: 1.5; stroke-dasharray: 2 3; }
    .line-1, .line-2, .line-3, .line-4, .line-5, .line-6, .line-7, .line-8 { stroke-width: 2.5; }
    .line-1 { stroke: #1d5f93; } .line-2 { stroke: #b4540a; stroke-dasharray: 7 3; }
    .line-3 { stroke: #3a7136; stroke-dasharray: 2 2; }
    .line-4 { stroke: #75459b; stroke-dasharray: 9 3 2 3; }
    .line-5 { stroke: #826400; stroke-dasharray: 14 4; }
    .line-6 { stroke: #a3304a; stroke-dasharray: 5 5; }
    .line-7 { stroke: #1f767d; stroke-dasharray: 2 5; }
    .line-8 { stroke: #5b636d; stroke-dasharray: 9 2 2 2 2 2; }
    .shade-0 { fill: none; } .shade-1 { fill: #eef4fa; } .shade-2 { fill: #d7e6f4; }
    .shade-3 { fill: #bcd5eb; } .shade-4 { fill: #9dc1e0; } .shade-5 { fill: #7eacd3; }

    """
}
