import Markup

extension Chart {
  /// Bars from left to right, under the name of what they belong to, each with its figure.
  func barDrawing(id: String) -> Drawing {
    var drawing = Drawing()
    drawing.nodes.append(ChartFill.definitions(id: id, count: series.count))
    if hasKey {
      drawing.nodes += ChartFill.key(id: id, series.map { short($0) }, from: 0)
      drawing.height = series.count * 20 + 12
    }
    let bars = Bars(
      id: id, scale: ChartScale(items.flatMap(ends), room: 6200))
    for item in items {
      drawing.nodes.append(.label(short(item.label), y: drawing.height + 12))
      drawing.height += Bars.labelHeight
      let top = drawing.height
      if form == .stackedBars {
        drawing.nodes += bars.stack(item.figures, at: drawing.height, shown(item.total))
        drawing.height += Bars.step
      } else {
        for (place, figure) in item.figures.enumerated() {
          drawing.nodes += bars.bar(place, figure, at: drawing.height, shown(figure))
          drawing.height += Bars.step
        }
      }
      drawing.nodes.append(bars.axis(from: top - 2, to: drawing.height))
      drawing.height += Bars.gap
    }
    drawing.height -= Bars.gap
    return drawing
  }

  /// How many items of so many bars each stand on a sheet of paper.
  static func itemsOfPage(bars: Int) -> Int {
    930 / (Bars.labelHeight + bars * Bars.step + Bars.gap)
  }

  /// How far the bars of an item reach to the left and to the right.
  private func ends(_ item: Item) -> [Int128] {
    let figures = item.figures.map { Int128($0) }
    guard form == .stackedBars else { return figures }
    return [
      figures.filter { $0 < 0 }.reduce(0, +), figures.filter { $0 > 0 }.reduce(0, +),
    ]
  }
}

/// Bars on one scale.
private struct Bars {
  static let labelHeight = 17
  static let step = 15
  static let gap = 9
  private static let height = 12

  let id: String
  let scale: ChartScale

  /// A bar from zero to its figure, and the figure in words behind its end.
  func bar(_ place: Int, _ figure: Int64, at y: Int, _ words: String) -> [Node] {
    let end = scale.place(Int128(figure))
    return (figure == 0 ? [] : [area(place, scale.zero, end, y)])
      + [value(words, behind: max(scale.zero, end), y)]
  }

  /// The parts of one bar, what is below zero to the left of it.
  func stack(_ figures: [Int64], at y: Int, _ words: String) -> [Node] {
    var nodes: [Node] = []
    var (left, right) = (Int128(0), Int128(0))
    for (place, figure) in figures.enumerated() where figure != 0 {
      let begin = figure < 0 ? left : right
      let end = begin + Int128(figure)
      nodes.append(area(place, scale.place(begin), scale.place(end), y))
      if begin != 0 { nodes.append(ChartFill.gap(scale.place(begin), y, y + Self.height)) }
      if figure < 0 { left = end } else { right = end }
    }
    return nodes + [value(words, behind: scale.place(right), y)]
  }

  func axis(from top: Int, to bottom: Int) -> Node {
    let x = percentLength(scale.zero)
    return .rule("axis", from: (x, top), to: (x, bottom))
  }

  private func area(_ place: Int, _ from: Int, _ to: Int, _ y: Int) -> Node {
    ChartFill.area(
      id: id, place, x: percentLength(min(from, to)), y: y, width: percentLength(abs(to - from)),
      height: Self.height)
  }

  private func value(_ words: String, behind x: Int, _ y: Int) -> Node {
    .label(words, x: percentLength(x), y: y + 11, dx: 6, as: "value")
  }
}
