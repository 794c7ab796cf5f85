import Markup

/// How the areas of a series are filled: a colour, and a hatching that tells it from the others
/// where colours cannot be told apart or are not printed.
enum ChartFill {
  static let count = 8

  /// The hatching of each, over squares of eight; the first has none.
  private static let hatchings: [Node?] = [
    nil,
    hatching("M-1,1 l2,-2 M0,8 l8,-8 M7,9 l2,-2"),
    .element(.circle, [.class: "hatch-dot", .cx: "4", .cy: "4", .r: "1.8"]),
    hatching("M0,4 h8"),
    hatching("M4,0 v8"),
    hatching("M-1,7 l2,2 M0,0 l8,8 M7,-1 l2,2"),
    hatching("M0,0 l8,8 M0,8 l8,-8"),
    hatching("M0,4 h8 M4,0 v8"),
  ]

  /// The patterns of so many series, for areas to refer to.
  static func definitions(id: String, count: Int) -> Node {
    precondition(count <= Self.count, "each series has a filling of its own")
    return .element(
      .defs, [:],
      (0..<count).map { place in
        .element(
          .pattern,
          [
            .id: "\(id)-fill-\(place + 1)", .patternUnits: "userSpaceOnUse", .width: "8",
            .height: "8",
          ],
          [.element(.rect, [.class: "color-\(place + 1)", .width: "8", .height: "8"])]
            + (hatchings[place].map { [$0] } ?? []))
      })
  }

  /// An area of a series, with an edge in its colour: what is small is a line at least.
  static func area(
    id: String, _ place: Int, x: String, y: Int, width: String, height: Int
  ) -> Node {
    .element(
      .rect,
      [
        .class: "edge-\(place + 1)", .x: x, .y: "\(y)", .width: width, .height: "\(height)",
        .fill: "url(#\(id)-fill-\(place + 1))",
      ])
  }

  /// What keeps two parts of a bar apart, at some hundredths of a per cent.
  static func gap(_ place: Int, _ top: Int, _ bottom: Int) -> Node {
    let x = percentLength(place)
    return .rule("gap", from: (x, top - 1), to: (x, bottom + 1))
  }

  /// The series by their names and fillings, a line each.
  static func key(id: String, _ names: [String], from top: Int) -> [Node] {
    names.enumerated().flatMap { place, name in
      let y = top + place * 20
      return [
        area(id: id, place, x: "1", y: y, width: "24", height: 12),
        .label(name, x: "32", y: y + 11),
      ]
    }
  }

  private static func hatching(_ path: String) -> Node {
    .element(.path, [.class: "hatch", .d: path])
  }
}
