import FundDomain
import Markup

extension Chart {
  /// The items from left to right, and a line for each series with marks of its own.
  func lineDrawing() -> Drawing {
    let figures = items.flatMap(\.figures) + (mark.map { [$0.figure] } ?? [])
    let top = series.count > 1 ? series.count * 20 + 32 : 24
    let plot = Plot(
      top: top, scale: ChartScale(figures.map { Int128($0) }, room: 1600), count: items.count)
    var nodes = series.count > 1 ? key : []
    for figure in Set([0, max(0, figures.max() ?? 0), min(0, figures.min() ?? 0)]).sorted() {
      let y = plot.y(figure)
      nodes.append(.rule(figure == 0 ? "axis" : "grid", from: ("0", y), to: ("100%", y)))
      if figure != 0, figure != mark?.figure {
        nodes.append(.label(shown(figure), x: "100%", y: y - 6, anchor: "end", as: "value"))
      }
    }
    if let mark {
      let y = plot.y(mark.figure)
      nodes += [
        .rule("mark", from: ("0", y), to: ("100%", y)),
        .label("\(short(mark.label, 220)): \(shown(mark.figure))", y: y - 6),
      ]
    }
    for place in series.indices {
      nodes += plot.line(place, items.map { $0.figures[place] })
    }
    let bottom = plot.bottom + 18
    // Labels longer than a year have more room, and there are fewer of them.
    let (most, room) = items.contains { short($0.label, 40) != $0.label } ? (5, 62) : (8, 40)
    let step = (items.count + most - 1) / most
    for (index, item) in items.enumerated() where (items.count - 1 - index).isMultiple(of: step) {
      let isLast = index == items.count - 1
      let edge = room > 40 && (isLast || index == 0) ? isLast ? "end" : "start" : nil
      nodes.append(
        .label(
          short(item.label, room),
          x: edge.map { $0 == "end" ? "100%" : "0" } ?? plot.x(index), y: bottom,
          anchor: edge ?? "middle"))
    }
    return Drawing(height: bottom + 6, nodes: nodes)
  }

  private var key: [Node] {
    series.enumerated().flatMap { place, name in
      let y = 7 + place * 20
      return [
        .rule("line-\(place + 1)", from: ("0", y), to: ("28", y)), Plot.point(place, x: "14", y: y),
        .label(short(name), x: "36", y: y + 4),
      ]
    }
  }
}

/// Where the points of lines stand: from 5% to 95% of the width, over 160 pixels.
private struct Plot {
  let top: Int
  let scale: ChartScale
  let count: Int

  var bottom: Int { top + 160 }

  func y(_ figure: Int64) -> Int { bottom - (scale.place(Int128(figure)) + 5) / 10 }

  func x(_ index: Int) -> String {
    percentLength(count == 1 ? 5000 : 500 + 9000 * index / (count - 1))
  }

  func line(_ place: Int, _ figures: [Int64]) -> [Node] {
    let points = figures.enumerated().map { (x: x($0), y: y($1)) }
    return zip(points, points.dropFirst()).map { .rule("line-\(place + 1)", from: $0, to: $1) }
      + points.map { Self.point(place, x: $0.x, y: $0.y) }
  }

  /// A mark of the shape that a series has.
  static func point(_ place: Int, x: String, y: Int) -> Node {
    if place.isMultiple(of: 2) {
      return .element(
        .circle, [.class: "color-\(place + 1)", .cx: x, .cy: "\(y)", .r: "4"])
    }
    return .element(
      .rect,
      [
        .class: "color-\(place + 1)", .x: x, .y: "\(y)", .width: "8", .height: "8",
        .transform: "translate(-4,-4)",
      ])
  }
}
