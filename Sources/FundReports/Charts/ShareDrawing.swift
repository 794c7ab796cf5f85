import Markup

extension Chart {
  /// The whole as one bar in its parts, and under it what each part is.
  func shareDrawing(id: String) -> Drawing {
    let scale = ChartScale([items.reduce(0) { $0 + Int128($1.figures[0]) }], room: 10_000)
    var nodes = [ChartFill.definitions(id: id, count: items.count)]
    var begin = Int128(0)
    for (place, item) in items.enumerated() {
      let end = begin + Int128(item.figures[0])
      let (from, to) = (scale.place(begin), scale.place(end))
      nodes.append(
        ChartFill.area(
          id: id, place, x: percentLength(from), y: 1, width: percentLength(to - from), height: 32))
      if from > 0 { nodes.append(ChartFill.gap(from, 1, 33)) }
      begin = end
    }
    nodes += ChartFill.key(id: id, items.map { short($0.label, 240) }, from: 46)
    for (place, share) in shares.enumerated() {
      nodes.append(.label(share, x: "100%", y: 57 + place * 20, anchor: "end", as: "value"))
    }
    return Drawing(height: 44 + items.count * 20, nodes: nodes)
  }
}
