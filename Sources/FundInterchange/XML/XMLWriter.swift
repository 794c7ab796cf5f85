import Plain

/// Writes XML 1.0 piece by piece: what is written is never held.
///
/// The names of elements and attributes are the source's own; whatever a text or the value of an
/// attribute is made of, it is read back as it is and never as markup. What XML cannot hold at all,
/// as most control characters, is made visible: `\u{7}`.
final class XMLWriter {
  typealias Attributes = KeyValuePairs<StaticString, String?>

  private let write: (String) throws -> Void
  private var depth = 0

  /// - Parameter write: takes each piece of the file in turn, UTF-8.
  init(to write: @escaping (String) throws -> Void) throws {
    self.write = write
    try write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
  }

  /// An element that holds others, each on a line of its own. An attribute that is nil is left out.
  func element(
    _ name: StaticString, _ attributes: Attributes = [:], _ content: () throws -> Void
  ) throws {
    try write("\(indent)<\(name)\(Self.text(attributes))>\n")
    depth += 1
    try content()
    depth -= 1
    try write("\(indent)</\(name)>\n")
  }

  /// An element that holds a text.
  func element(_ name: StaticString, _ attributes: Attributes = [:], text: String) throws {
    try write(
      "\(indent)<\(name)\(Self.text(attributes))>\(escaped(text, inAttribute: false))</\(name)>\n")
  }

  /// An element that holds nothing.
  func element(_ name: StaticString, _ attributes: Attributes) throws {
    try write("\(indent)<\(name)\(Self.text(attributes))/>\n")
  }

  private var indent: String { String(repeating: "  ", count: depth) }

  private static func text(_ attributes: Attributes) -> String {
    var text = ""
    for (name, value) in attributes {
      if let value { text += " \(name)=\"\(escaped(value, inAttribute: true))\"" }
    }
    return text
  }
}

/// A text that XML reads as itself. In attributes a reader makes blanks of line ends and tabs, and
/// everywhere line feeds of carriage returns, unless they are references.
private func escaped(_ text: String, inAttribute: Bool) -> String {
  markupText(text) { scalar in
    switch scalar {
    case "\r": "&#13;"
    case "\n", "\t": inAttribute ? "&#\(scalar.value);" : nil
    default: isCharacter(scalar) ? nil : visible(scalar)
    }
  }
}

/// Whether XML 1.0 has the character.
private func isCharacter(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x9, 0xA, 0xD: true
  case 0..<0x20, 0xFFFE, 0xFFFF: false
  default: true
  }
}
