import Markup
import Plain

/// What a form of chart draws: how high it is, and of what.
struct Drawing {
  /// In pixels of CSS, as every measure down the page is; across it they are parts of the width,
  /// so that letters have the same size on a phone and on paper.
  var height = 0
  /// Where a picture does not follow the page: its width, also in pixels.
  var width: Int?
  var nodes: [Node] = []
}

extension Chart {
  /// What the picture is drawn of.
  func drawing(id: String) -> Drawing {
    var drawing =
      switch form {
      case .bars, .stackedBars: barDrawing(id: id)
      case .shares: shareDrawing(id: id)
      case .heat: heatDrawing()
      case .line: lineDrawing()
      }
    drawing.height += 2
    return drawing
  }

  /// The picture, whole in itself.
  ///
  /// - Parameters:
  ///   - id: a name that no other part of the page has.
  ///   - place: where it stands in another picture, and how wide it is there.
  func svg(id: String, at place: (x: Int, y: Int, width: Int)? = nil) -> Node {
    let drawing = drawing(id: id)
    return .element(
      .svg,
      [
        .class: "chart", .role: "img", .ariaLabelledby: "\(id)-title \(id)-desc",
        .x: place.map { "\($0.x)" }, .y: place.map { "\($0.y)" },
        .width: (place?.width ?? drawing.width).map { "\($0)" } ?? "100%",
        .height: "\(drawing.height)",
        .viewBox: drawing.width.map { "0 0 \($0) \(drawing.height)" },
      ],
      [
        .element(.title, [.id: "\(id)-title"], [.text(oneLine(title))]),
        .element(.desc, [.id: "\(id)-desc"], [.text(oneLine(summary))]),
      ] + drawing.nodes)
  }

  /// A label, cut where a narrow page would have no room for it: the words beside have it whole.
  func short(_ label: String, _ room: Int = 320) -> String {
    let label = oneLine(label)
    var width = 0
    for (place, character) in label.enumerated() {
      width += character.unicodeScalars.reduce(0) { $0 + hundredths($1) }
      guard width * 13 <= room * 100 else { return label.prefix(max(place - 1, 1)) + "…" }
    }
    return label
  }
}

/// How wide a letter is at most, in hundredths of its height: as in DejaVu Sans, wider than most.
private func hundredths(_ scalar: Unicode.Scalar) -> Int {
  switch scalar {
  case "m", "w", "M", "W", "@", "%", "—", "…": 100
  case "i", "j", "l", "t", "f", "I", " ", ".", ",", ":", ";", "'", "|", "!", "(", ")": 40
  case "A"..."Z": 78
  default: scalar.isASCII ? 65 : displayWidth(String(Character(scalar))) * 75
  }
}

extension Node {
  /// Words in a picture, on a line.
  static func label(
    _ words: String, x: String = "0", y: Int, dx: Int? = nil, anchor: String? = nil,
    as name: String? = nil
  ) -> Node {
    .element(
      .text,
      [
        .class: name, .x: x, .y: "\(y)", .dx: dx.map { "\($0)" }, .textAnchor: anchor,
      ], [.text(words)])
  }

  /// A line of the picture that is no figure.
  static func rule(
    _ name: String, from: (x: String, y: Int), to: (x: String, y: Int)
  ) -> Node {
    .element(
      .line, [.class: name, .x1: from.x, .y1: "\(from.y)", .x2: to.x, .y2: "\(to.y)"])
  }
}
