/// A page read by the stricter of two rules wherever HTML and XML differ, so that no reader can
/// find anything else in it.
public struct StrictMarkup {
  /// What stands in a page, in its order.
  public enum Event: Hashable, Sendable {
    case open(String, [String: String])
    case close(String)
    case text(String)
  }

  /// Why a page is not well formed, and where.
  public struct Fault: Error, CustomStringConvertible {
    public let description: String
  }

  /// Everything in the page but blanks between elements; a stylesheet is one text.
  public let events: [Event]

  public init(_ page: String) throws {
    var reader = Reader(bytes: Array(page.utf8))
    try reader.readPage()
    events = reader.events
  }

  /// The elements that are opened, each with the names of its attributes.
  public var elements: [String] {
    events.compactMap { event in
      guard case .open(let name, let attributes) = event else { return nil }
      return ([name] + attributes.keys.sorted()).joined(separator: " ")
    }
  }

  /// What stands in each element of a name, the tags within it left out.
  public func texts(in element: String) -> [String] {
    var texts: [String] = []
    var isInside = false
    for event in events {
      switch event {
      case .open(element, _):
        isInside = true
        texts.append("")
      case .close(element): isInside = false
      case .text(let text) where isInside: texts[texts.count - 1] += text
      default: break
      }
    }
    return texts
  }

  /// The texts, one for each run of them.
  public var texts: [String] {
    events.compactMap { event in
      guard case .text(let text) = event else { return nil }
      return text
    }
  }
}

private struct Reader {
  let bytes: [UInt8]
  var at = 0
  var events: [StrictMarkup.Event] = []
  var open: [String] = []

  mutating func readPage() throws {
    try expect("<!DOCTYPE html>\n")
    repeat { try readNext() } while !open.isEmpty
    try expect("\n")
    guard at == bytes.count else { throw fault("something follows the end") }
  }

  private mutating func readNext() throws {
    if peek("</") {
      let name = try word("</", ">")
      guard open.popLast() == name else { throw fault("</\(name)> closes nothing") }
      events.append(.close(name))
    } else if peek("<") {
      try readElement()
    } else {
      try readText()
    }
  }

  private mutating func readElement() throws {
    try expect("<")
    let name = try readName()
    var attributes: [String: String] = [:]
    while peek(" ") {
      try expect(" ")
      let attribute = try readName()
      try expect("=\"")
      let value = try decoded(until: "\"")
      try expect("\"")
      guard attributes.updateValue(value, forKey: attribute) == nil else {
        throw fault("\(attribute) stands twice")
      }
    }
    events.append(.open(name, attributes))
    if peek("/>") {
      try expect("/>")
      events.append(.close(name))
      return
    }
    try expect(">")
    if name == "style" {
      events.append(.text(try word("", "</style>")))
      events.append(.close(name))
    } else {
      open.append(name)
    }
  }

  private mutating func readText() throws {
    let text = try decoded(until: "<")
    let blank = text.utf8.allSatisfy { $0 == 10 }
    guard blank || !text.utf8.contains(10) else { throw fault("a line feed stands in a text") }
    if !blank { events.append(.text(text)) }
  }

  /// Text up to a byte, with its four references decoded; others there are none.
  private mutating func decoded(until end: Unicode.Scalar) throws -> String {
    var text: [UInt8] = []
    while at < bytes.count, bytes[at] != UInt8(ascii: end) {
      switch bytes[at] {
      case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""):
        throw fault("a character of markup stands in a text")
      case UInt8(ascii: "&"):
        let reference = try word("&", ";")
        let byte = ["amp": "&", "lt": "<", "gt": ">", "quot": "\""][reference]
        guard let byte else { throw fault("there is no reference &\(reference);") }
        text += Array(byte.utf8)
      case 10 where end == "<":
        text.append(10)
        at += 1
      case ..<0x20, 0x7F: throw fault("a control character")
      default:
        text.append(bytes[at])
        at += 1
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func readName() throws -> String {
    let start = at
    while at < bytes.count, bytes[at] == UInt8(ascii: "-") || isLetterOrDigit(bytes[at]) { at += 1 }
    guard at > start else { throw fault("a name is missing") }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  private func isLetterOrDigit(_ byte: UInt8) -> Bool {
    Character(Unicode.Scalar(byte)).isLetter || (0x30...0x39).contains(byte)
  }

  /// What stands between a beginning and an end.
  private mutating func word(_ begin: String, _ end: String) throws -> String {
    try expect(begin)
    let start = at
    while !peek(end) {
      guard at < bytes.count else { throw fault("there is no \(end)") }
      at += 1
    }
    let word = String(decoding: bytes[start..<at], as: UTF8.self)
    try expect(end)
    return word
  }

  private func peek(_ text: String) -> Bool { bytes[at...].starts(with: text.utf8) }

  private mutating func expect(_ text: String) throws {
    guard peek(text) else { throw fault("\(text) is missing") }
    at += text.utf8.count
  }

  private func fault(_ words: String) -> StrictMarkup.Fault {
    let near = String(decoding: bytes[max(0, at - 40)..<min(bytes.count, at + 20)], as: UTF8.self)
    return StrictMarkup.Fault(description: "\(words), at byte \(at): …\(near)…")
  }
}
