import Markup
import Plain

extension Chart {
  /// A table whose shades tell large from small; every figure stands on its shade.
  func heatDrawing() -> Drawing {
    let figures = items.flatMap(\.figures)
    // Room for the widest figure, and for names unless they are very long.
    let step = max(104, 20 + 8 * (figures.map { shown($0).count }.max() ?? 0))
    let left = min(max(120, 20 + 8 * (items.map { displayWidth($0.label) }.max() ?? 0)), 250)
    let row = 26
    let heads = series.map { wrapped($0, toWidth: 14, lines: 3) }
    let top = (heads.map(\.count).max() ?? 0) * 16 + 8
    let largest = figures.max() ?? 0
    var nodes: [Node] = []
    for (column, lines) in heads.enumerated() {
      for (line, words) in lines.enumerated() {
        nodes.append(
          .label(
            words, x: "\(left + step * column + step / 2)",
            y: top - 8 - (lines.count - 1 - line) * 16, anchor: "middle"))
      }
    }
    for (place, item) in items.enumerated() {
      let y = top + place * row
      nodes.append(.label(short(item.label, left - 10), y: y + 17))
      for (column, figure) in item.figures.enumerated() {
        let x = left + step * column
        let shade = shade(figure, of: largest)
        nodes += [
          .element(
            .rect,
            [
              .class: "cell shade-\(shade)", .x: "\(x)", .y: "\(y)", .width: "\(step)",
              .height: "\(row)",
            ]),
          .label(
            shown(figure), x: "\(x + step - 8)", y: y + 17, anchor: "end", as: "value"),
        ]
      }
    }
    return Drawing(
      height: top + items.count * row, width: left + step * series.count, nodes: nodes)
  }

  /// From 1 to 5 by fifths of the largest; 0 for nil and what is below it.
  private func shade(_ figure: Int64, of largest: Int64) -> Int {
    guard figure > 0 else { return 0 }
    return Int((Int128(figure) * 5 + Int128(largest) - 1) / Int128(largest))
  }

  /// Words on a few short lines.
  private func wrapped(_ text: String, toWidth width: Int, lines most: Int) -> [String] {
    let lines = Plain.wrapped(oneLine(text), toWidth: width)
    let rest = lines.dropFirst(most - 1).joined(separator: " ")
    return (lines.prefix(most - 1) + (rest.isEmpty ? [] : [rest])).map { cut($0, toWidth: width) }
  }
}
