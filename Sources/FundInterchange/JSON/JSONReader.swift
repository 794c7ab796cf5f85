import FundDomain
import Glibc

/// JSON (RFC 8259) read forwards from a file, byte by byte, in memory that does not grow with it.
///
/// What is not well-formed is refused with its line and column, and so is what could be read in
/// two ways: a key that stands twice, a number that is not whole, half of a surrogate pair, bytes
/// that are no UTF-8.
final class JSONReader {
  private let descriptor: Int32
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)
  private var filled = 0
  private var at = 0
  /// Bytes that were read before the buffer's.
  private var passed = 0
  private(set) var line = 1
  private var lineStart = 0
  private var text: [UInt8] = []

  /// No text of a ledger is longer.
  private static let mostText = 1 << 20

  /// - Parameter descriptor: of an open file or pipe, which is not closed.
  init(descriptor: Int32) throws {
    self.descriptor = descriptor
    let begin = try peek()
    if begin == 0xEF {
      for byte: UInt8 in [0xEF, 0xBB, 0xBF] { try take(byte, "the file begins with no JSON") }
    }
    lineStart = place
    if begin == 0xFF || begin == 0xFE || begin == 0 {
      throw fault("not-utf8", "the file is not UTF-8", hint: "JSON is UTF-8")
    }
  }

  /// How many bytes were read.
  var place: Int { passed + at }
  /// The column in characters, from 1.
  var column: Int { place - lineStart + 1 }

  func fault(_ rule: String, _ message: String, hint: String? = nil) -> FileFault {
    FileFault(line: line, column: column, rule: rule, message: message, hint: hint)
  }

  /// Reads an object; each value is for the closure to read.
  func object(_ member: (String) throws -> Void) throws {
    try blank()
    try take(UInt8(ascii: "{"), "an object is wanted here")
    try blank()
    if try skip(UInt8(ascii: "}")) { return }
    var seen: Set<String> = []
    repeat {
      try blank()
      let (line, column) = (line, column)
      let key = try string("a key is wanted here")
      guard seen.insert(key).inserted else {
        throw FileFault(
          line: line, column: column, rule: "json-key-twice",
          message: "the key '\(key.prefix(64))' stands twice in one object")
      }
      try blank()
      try take(UInt8(ascii: ":"), "a colon is wanted after the key")
      try member(key)
      try blank()
    } while try skip(UInt8(ascii: ","))
    try take(UInt8(ascii: "}"), "a comma or the end of the object is wanted here")
  }

  /// Reads an array; each item is for the closure to read.
  func array(_ item: () throws -> Void) throws {
    try blank()
    try take(UInt8(ascii: "["), "an array is wanted here")
    try blank()
    if try skip(UInt8(ascii: "]")) { return }
    repeat {
      try item()
      try blank()
    } while try skip(UInt8(ascii: ","))
    try take(UInt8(ascii: "]"), "a comma or the end of the array is wanted here")
  }

  /// Reads a text or a whole number.
  func scalar() throws -> Fact.Value {
    try blank()
    guard let byte = try peek() else { throw truncated }
    if byte == UInt8(ascii: "\"") { return .text(try string()) }
    return .integer(try integer())
  }

  func string(_ wanted: String = "a text is wanted here") throws -> String {
    try blank()
    try take(UInt8(ascii: "\""), wanted)
    text.removeAll(keepingCapacity: true)
    while true {
      guard let byte = try next() else { throw truncated }
      switch byte {
      case UInt8(ascii: "\""):
        guard let string = String(validating: text, as: UTF8.self) else {
          throw fault("not-utf8", "the text that ends here is not UTF-8")
        }
        return string
      case UInt8(ascii: "\\"): try escape()
      case 0..<0x20:
        throw fault("json-malformed", "a control character stands in a text")
      default:
        text.append(byte)
        // Of the bytes of a letter, the first counts.
        if byte & 0xC0 == 0x80 { lineStart += 1 }
      }
      guard text.count <= Self.mostText else {
        throw fault("json-too-large", "the text has more than 1 MiB; is its end missing?")
      }
    }
  }

  func integer() throws -> Int64 {
    try blank()
    let isNegative = try skip(UInt8(ascii: "-"))
    var number: Int64 = 0
    var digits = 0
    while let byte = try peek(), UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte {
      guard digits == 0 || number != 0 else {
        throw fault("json-malformed", "a number begins with a nought")
      }
      let digit = Int64(byte - UInt8(ascii: "0"))
      let (tens, isOver) = number.multipliedReportingOverflow(by: 10)
      let (sum, isOverToo) = tens.addingReportingOverflow(isNegative ? -digit : digit)
      guard !isOver, !isOverToo else {
        throw fault("json-value", "the number is more than 64 bits hold")
      }
      number = sum
      digits += 1
      at += 1
    }
    guard digits > 0 else {
      throw try peek() == nil
        ? truncated : fault("json-value", "a text or a whole number is wanted here")
    }
    if let byte = try peek(), ".eE".utf8.contains(byte) {
      throw fault("json-value", "the number is not whole")
    }
    return number
  }

  /// Nothing may follow.
  func end() throws {
    try blank()
    guard try peek() == nil else {
      throw fault("json-malformed", "something follows the end of the JSON")
    }
  }
}

extension JSONReader {
  private var truncated: FileFault {
    fault("json-truncated", "the file ends in the middle", hint: "was it copied whole?")
  }

  private func peek() throws -> UInt8? {
    if at == filled {
      passed += filled
      at = 0
      repeat { filled = read(descriptor, &buffer, buffer.count) } while filled < 0 && errno == EINTR
      guard filled >= 0 else {
        let why = String(cString: strerror(errno))
        filled = 0
        throw fault("file-unreadable", "the file cannot be read on: \(why)")
      }
    }
    return at < filled ? buffer[at] : nil
  }

  private func next() throws -> UInt8? {
    let byte = try peek()
    if byte != nil { at += 1 }
    return byte
  }

  private func skip(_ wanted: UInt8) throws -> Bool {
    guard try peek() == wanted else { return false }
    at += 1
    return true
  }

  private func take(_ wanted: UInt8, _ message: String) throws {
    guard try peek() != nil else { throw truncated }
    guard try skip(wanted) else { throw fault("json-malformed", message) }
  }

  private func blank() throws {
    while let byte = try peek() {
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
      at += 1
      if byte == 0x0A { (line, lineStart) = (line + 1, place) }
    }
  }

  private func escape() throws {
    guard let byte = try next() else { throw truncated }
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(8)
    case UInt8(ascii: "f"): text.append(12)
    case UInt8(ascii: "n"): text.append(10)
    case UInt8(ascii: "r"): text.append(13)
    case UInt8(ascii: "t"): text.append(9)
    case UInt8(ascii: "u"):
      var units = [try unit()]
      if UTF16.isLeadSurrogate(units[0]) {
        try take(UInt8(ascii: "\\"), "half of a surrogate pair stands alone")
        try take(UInt8(ascii: "u"), "half of a surrogate pair stands alone")
        units.append(try unit())
      }
      guard let scalars = String(validating: units, as: UTF16.self) else {
        throw fault("json-malformed", "half of a surrogate pair stands alone")
      }
      text += scalars.utf8
    default: throw fault("json-malformed", "no such escape is known")
    }
  }

  private func unit() throws -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let byte = try next() else { throw truncated }
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw fault("json-malformed", "four hexadecimal digits are wanted after \\u")
      }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }
}
