import Plain

/// A piece of HTML or SVG: text, or an element that holds others.
///
/// Whatever a text or the value of an attribute is made of, it is shown and never obeyed: what
/// HTML would read as markup is written as character references, and what would command a
/// terminal or turn the direction of writing is made visible, as `\u{202E}`. Elements and
/// attributes are those of ``Tag`` and ``Attribute``; no other can be made.
public indirect enum Node: Sendable {
  /// Words or data.
  case text(String)
  /// An element with what it holds.
  case element(Tag, Attributes = [:], [Node] = [])
  /// The rules of a page's look, written as they stand: a literal of the source, never data.
  case stylesheet(StaticString)
  /// A place for other nodes, which are written when they are known.
  case gap

  /// The whole document with this node as its root, cut at its gaps.
  public func document() -> [String] {
    var pieces = ["<!DOCTYPE html>\n"]
    write(to: &pieces)
    pieces[pieces.count - 1] += "\n"
    return pieces
  }

  /// The node alone, cut at its gaps.
  public func written() -> [String] {
    var pieces = [""]
    write(to: &pieces)
    return pieces
  }

  /// Writes the node so that it reads the same as HTML and as XML.
  private func write(to pieces: inout [String]) {
    switch self {
    case .text(let words): pieces[pieces.count - 1] += escaped(words)
    case .gap: pieces.append("")
    case .stylesheet(let rules):
      precondition(!rules.description.contains("<"), "a stylesheet ends no element")
      pieces[pieces.count - 1] += "<style>\(rules)</style>"
    case .element(let tag, let attributes, let children):
      pieces[pieces.count - 1] += "<\(tag.rawValue)\(attributes.written)"
      guard !tag.isEmpty else {
        precondition(children.isEmpty, "<\(tag.rawValue)> holds nothing")
        pieces[pieces.count - 1] += "/>"
        return
      }
      let end = tag.holdsElements ? "\n" : ""
      pieces[pieces.count - 1] += ">" + end
      for child in children {
        child.write(to: &pieces)
        pieces[pieces.count - 1] += end
      }
      pieces[pieces.count - 1] += "</\(tag.rawValue)>"
    }
  }
}

extension Node: ExpressibleByStringInterpolation {
  public init(stringLiteral words: String) { self = .text(words) }
}

extension Attributes {
  fileprivate var written: String {
    precondition(
      pairs.allSatisfy { $0.name != .href || $0.value.hasPrefix("#") }, "links stay in their page")
    return pairs.map { " \($0.name.rawValue)=\"\(escaped($0.value))\"" }.joined()
  }
}

/// A text in which HTML finds no markup, and a reader no invisible command.
private func escaped(_ text: String) -> String {
  markupText(text) {
    isCommanding($0) || $0.value == 0xFFFE || $0.value == 0xFFFF ? visible($0) : nil
  }
}
