/// A JSON value whose keys keep the order in which they are given; none stands twice in an object.
public indirect enum JSON: Sendable {
  case object([(String, JSON)])
  case array([JSON])
  case string(String)
  case integer(Int64)
  case bool(Bool)
  case null

  /// The value as text of RFC 8259, indented by two blanks.
  ///
  /// - Parameter indent: the level of what it stands in.
  public func text(indent: Int = 0) -> String {
    var text = ""
    append(to: &text, indent: indent)
    return text
  }

  /// The value as text on one line, without blanks.
  public func line() -> String {
    var text = ""
    append(to: &text, indent: nil)
    return text
  }

  /// A member of an object that is written piece by piece.
  public static func member(_ key: String, _ value: JSON) -> String {
    "  \(JSON.string(key).text()): \(value.text(indent: 1))"
  }

  private func append(to text: inout String, indent: Int?) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let number): text += String(number)
    case .string(let value): JSON.append(value, to: &text)
    case .array(let items):
      JSON.list("[", "]", items, to: &text, indent) { item, text in
        item.append(to: &text, indent: indent.map { $0 + 1 })
      }
    case .object(let members):
      assert(Set(members.map(\.0)).count == members.count, "a key stands twice in an object")
      JSON.list("{", "}", members, to: &text, indent) { member, text in
        JSON.append(member.0, to: &text)
        text += indent == nil ? ":" : ": "
        member.1.append(to: &text, indent: indent.map { $0 + 1 })
      }
    }
  }

  private static func list<Item>(
    _ open: String, _ close: String, _ items: [Item], to text: inout String,
    _ indent: Int?, _ each: (Item, inout String) -> Void
  ) {
    func endLine(_ level: Int) {
      if let indent { text += "\n" + String(repeating: "  ", count: indent + level) }
    }
    text += open
    for (place, item) in items.enumerated() {
      if place > 0 { text += "," }
      endLine(1)
      each(item, &text)
    }
    if !items.isEmpty { endLine(0) }
    text += close
  }

  private static func append(_ value: String, to text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      default:
        if scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) {
          let digits = String(scalar.value, radix: 16)
          text += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
        } else {
          text.unicodeScalars.append(scalar)
        }
      }
    }
    text += "\""
  }
}

extension JSON: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) { self = .string(value) }
}
