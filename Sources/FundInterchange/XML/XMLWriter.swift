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
  guard !text.utf8.allSatisfy(isPlain) else { return text }
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"" where inAttribute: result += "&quot;"
    case "\r": result += "&#13;"
    case "\n", "\t":
      if inAttribute {
        result += "&#\(scalar.value);"
      } else {
        result.unicodeScalars.append(scalar)
      }
    default:
      if isCharacter(scalar) {
        result.unicodeScalars.append(scalar)
      } else {
        result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      }
    }
  }
  return result
}

/// Whether a byte is a letter, digit or mark of ASCII that stands for itself anywhere.
private func isPlain(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): false
  default: (0x20..<0x7F).contains(byte)
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
