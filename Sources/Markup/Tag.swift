/// The elements that can be made. None of them runs, loads or submits anything; a link leads to
/// another part of its page.
public enum Tag: String, CaseIterable, Sendable {
  case html, head, meta, title, body
  case header, main, nav, section, footer, div, a
  case h1, h2, h3, h4, h5, h6, p, ul, li, span, bdi
  case table, caption, thead, tbody, tr, th, td
  case svg, defs, desc, pattern, text, rect, circle, line, path

  /// Whether it never holds anything, and so has no end of its own.
  var isEmpty: Bool { [.meta, .rect, .circle, .line, .path].contains(self) }

  /// Whether blanks between the elements that it holds mean nothing: each has a line of its own.
  var holdsElements: Bool {
    switch self {
    case .html, .head, .body, .header, .main, .section, .footer, .div, .ul, .table, .thead, .tbody,
      .svg, .defs:
      true
    default: false
    }
  }
}

/// The attributes that can be given. None of them runs or loads anything.
public enum Attribute: String, CaseIterable, Sendable {
  case `class`, id, lang, role, tabindex
  case ariaLabelledby = "aria-labelledby"
  case charset, content, name
  case httpEquiv = "http-equiv"
  case scope, colspan
  case xmlns
  /// A part of the page: `#` and its id.
  case href
  case x, y, x1, y1, x2, y2, cx, cy, r, d, width, height, fill, transform, viewBox, patternUnits
  case dx
  case textAnchor = "text-anchor"
}

/// What an element is given, in this order; one whose value is nil is left out.
public struct Attributes: Sendable, ExpressibleByDictionaryLiteral {
  let pairs: [(name: Attribute, value: String)]

  public init(dictionaryLiteral elements: (Attribute, String?)...) {
    precondition(Set(elements.map(\.0)).count == elements.count, "an attribute is given once")
    pairs = elements.compactMap { name, value in value.map { (name, $0) } }
  }
}
