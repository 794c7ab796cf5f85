import FundDomain
import Markup
import Plain

extension Chart {
  /// One line of what the picture says, in words: whose figures, and the figures.
  struct Line: Hashable {
    /// A figure, under the name of its series where the chart has a key.
    struct Part: Hashable {
      var name: String?
      var shown: String
    }

    var label: String
    /// What the parts add up to, where they do.
    var whole: String?
    var parts: [Part]

    /// Names in elements of their own, so that one that is written from the right moves no figure.
    var node: Node {
      var nodes: [Node] = [.element(.bdi, [:], [.text(label)]), ": "]
      if let whole { nodes.append("\(whole)\(parts.isEmpty ? "" : ", of which: ")") }
      for (place, part) in parts.enumerated() {
        if place > 0 { nodes.append("; ") }
        if let name = part.name { nodes += [.element(.bdi, [:], [.text(name)]), " "] }
        nodes.append(.text(part.shown))
      }
      return .element(.li, [:], nodes)
    }
  }

  /// Every figure of the picture.
  var lines: [Line] {
    let shares = shares.map { form == .shares ? "\($0), " : "" }
    let lines = zip(items, shares).map { item, share in
      let skipsNil = form == .stackedBars || form == .heat
      let parts = zip(series, item.figures).filter { !skipsNil || $1 != 0 }.map {
        Line.Part(name: hasKey ? named($0) : nil, shown: share + shown($1))
      }
      // Of one part, the part is the whole.
      let isWhole = parts.isEmpty || form == .stackedBars && parts.count > 1
      return Line(
        label: named(item.label), whole: isWhole ? shown(item.total) : nil, parts: parts)
    }
    let held = mark.map { Line(label: named($0.label), parts: [.init(shown: shown($0.figure))]) }
    return lines + (held.map { [$0] } ?? [])
  }

  /// A name as words have it: whole, unless it is longer than any name is.
  private func named(_ name: String) -> String { cut(oneLine(name), toWidth: 160) }

  /// What is to be seen, in a sentence, for those who do not see it.
  var summary: String {
    let names = hasKey ? ": " + series.joined(separator: ", ") : ""
    let kind =
      switch form {
      case .bars: "Bars for \(items.count) items\(names)."
      case .stackedBars: "Bars for \(items.count) items, made of parts\(names)."
      case .shares: "A whole of \(shown(items.map(\.total).reduce(0, +))) in \(items.count) shares."
      case .heat: "A table of \(items.count) rows\(names)."
      case .line: "A line from \(items[0].label) to \(items[items.count - 1].label)\(names)."
      }
    return "\(kind) \(largest) Every figure stands in the text beside it."
  }

  /// The share of each item in the whole, in tenths of a per cent that add up to 100.0%.
  var shares: [String] {
    guard form == .shares else { return items.map { _ in "" } }
    return apportion(1000, over: items.map { $0.figures[0] }).map {
      decimalText($0, exponent: 1) + "%"
    }
  }

  private var largest: String {
    let of = form == .stackedBars ? items.map(\.total) : items.map { $0.figures.max() ?? 0 }
    let place = of.indices.max { (of[$0], $1) < (of[$1], $0) } ?? 0
    return "The largest is \(items[place].label), \(shown(of[place]))."
  }

  /// The picture with its title and the words beside it.
  ///
  /// - Parameters:
  ///   - id: a name that no other part of the page has.
  ///   - heading: h2 under a report's title.
  func figure(id: String, heading: Tag) -> Node {
    .element(
      .section, [.class: "exhibit"],
      [
        .element(heading, [:], [.text(oneLine(title))]),
        .element(.p, [.class: "unit"], ["(\(oneLine(unitTitle)))"]),
        .element(
          .div, [.class: form == .heat ? "beside heat" : "beside"],
          [
            .element(.div, [.class: "picture"], [svg(id: id)]),
            .element(.ul, [.class: "words"], lines.map(\.node)),
          ]),
      ])
  }
}

extension Chart.Item {
  /// What its series add up to.
  var total: Int64 { figures.reduce(0, +) }
}
