/// Takes a file of CSV apart, byte by byte.
struct CSVScanner {
  private let bytes: [UInt8]
  private var at: Int
  private var line = 1
  /// Where the current line begins: columns are counted from here.
  private var lineStart: Int

  private static let quote = UInt8(ascii: "\"")
  private static let comma = UInt8(ascii: ",")
  private static let lf: UInt8 = 10
  private static let cr: UInt8 = 13
  private static let mostBytes = 1 << 20
  private static let mostFields = 1000

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    lineStart = at
  }

  /// The next row that is not blank; nil at the end.
  mutating func next() throws(FileFault) -> CSVRow? {
    while at < bytes.count, isLineEnd(bytes[at]) { endLine() }
    guard at < bytes.count else { return nil }
    let first = line
    var fields: [CSVField] = []
    while true {
      do throws(FileFault) { fields.append(try field()) } catch {
        skipLine()
        throw error
      }
      if fields.count > CSVScanner.mostFields {
        let fault = self.fault("too-many-fields", "the row has more than 1,000 fields", at)
        skipLine()
        throw fault
      }
      guard at < bytes.count else { break }
      if bytes[at] == CSVScanner.comma {
        at += 1
        continue
      }
      endLine()
      break
    }
    return CSVRow(line: first, fields: fields)
  }

  private mutating func field() throws(FileFault) -> CSVField {
    if at < bytes.count, bytes[at] == CSVScanner.quote { return try quotedField() }
    let start = at
    while at < bytes.count, bytes[at] != CSVScanner.comma, !isLineEnd(bytes[at]) {
      if bytes[at] == CSVScanner.quote {
        throw fault(
          "quote-in-bare-field", "a quote stands within a field that does not begin with one", at,
          hint: "put the whole field in quotes, and double the quotes in it")
      }
      try require(at)
      at += 1
    }
    return CSVField(
      text: String(decoding: bytes[start..<at], as: UTF8.self), line: line, column: column(start))
  }

  private mutating func quotedField() throws(FileFault) -> CSVField {
    let start = at
    let (startLine, startColumn) = (line, column(at))
    var content: [UInt8] = []
    at += 1
    while true {
      guard at < bytes.count, content.count <= CSVScanner.mostBytes else {
        let isLong = content.count > CSVScanner.mostBytes
        at = bytes.count
        throw FileFault(
          line: startLine, column: startColumn,
          rule: isLong ? "field-too-long" : "unbalanced-quote",
          message: isLong
            ? "the field has more than 1 MiB; is its closing quote missing?"
            : "the quote that opens here is never closed")
      }
      let byte = bytes[at]
      if byte == CSVScanner.quote {
        guard at + 1 < bytes.count, bytes[at + 1] == CSVScanner.quote else { break }
        content.append(byte)
        at += 2
      } else if isLineEnd(byte) {
        content.append(CSVScanner.lf)
        endLine()
      } else {
        try require(at)
        content.append(byte)
        at += 1
      }
    }
    at += 1
    guard at == bytes.count || bytes[at] == CSVScanner.comma || isLineEnd(bytes[at]) else {
      throw fault("text-after-quote", "text follows the closing quote", at)
    }
    _ = start
    return CSVField(
      text: String(decoding: content, as: UTF8.self), line: startLine, column: startColumn)
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == CSVScanner.lf || byte == CSVScanner.cr }

  private mutating func endLine() {
    let isPair =
      bytes[at] == CSVScanner.cr && at + 1 < bytes.count && bytes[at + 1] == CSVScanner.lf
    at += isPair ? 2 : 1
    line += 1
    lineStart = at
  }

  private mutating func skipLine() {
    while at < bytes.count, !isLineEnd(bytes[at]) { at += 1 }
    if at < bytes.count { endLine() }
  }

  /// Control characters but the tab have no place in a file of figures and names.
  private func require(_ place: Int) throws(FileFault) {
    let byte = bytes[place]
    guard byte < 0x20 && byte != 9 || byte == 0x7F else { return }
    if byte == 0 {
      throw fault(
        "nul-byte", "a NUL byte stands here", place, hint: "is it UTF-16? Save it as UTF-8")
    }
    throw fault("control-character", "the control character \(byte) stands here", place)
  }

  private func fault(
    _ rule: String, _ message: String, _ place: Int, hint: String? = nil
  ) -> FileFault {
    FileFault(line: line, column: column(place), rule: rule, message: message, hint: hint)
  }

  /// Characters from the line's beginning, counted from 1.
  private func column(_ place: Int) -> Int {
    1 + bytes[lineStart..<place].count { $0 & 0xC0 != 0x80 }
  }
}

/// Where a file is not UTF-8, and what it looks like instead.
func encodingFault(_ bytes: [UInt8]) -> FileFault? {
  if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
    return FileFault(
      line: 1, column: 1, rule: "not-utf8", message: "the file is UTF-16, not UTF-8",
      hint: "save it as CSV UTF-8")
  }
  guard !bytes.allSatisfy({ $0 < 0x80 }), let place = firstInvalid(bytes) else { return nil }
  let before = bytes[..<place]
  let lines = before.count { $0 == 10 }
  let start = before.lastIndex(of: 10).map { $0 + 1 } ?? 0
  let column = 1 + bytes[start..<place].count { $0 & 0xC0 != 0x80 }
  return FileFault(
    line: lines + 1, column: column, rule: "not-utf8",
    message: "byte \(bytes[place]) is not UTF-8; the file looks like Latin-1 or Windows-1252",
    hint: "save it as CSV UTF-8")
}

/// The first byte that does not belong to valid UTF-8.
private func firstInvalid(_ bytes: [UInt8]) -> Int? {
  var at = 0
  while at < bytes.count {
    let byte = bytes[at]
    let length =
      byte < 0x80 ? 1 : byte < 0xC2 ? 0 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : byte < 0xF5 ? 4 : 0
    guard length > 0, at + length <= bytes.count,
      bytes[at + 1..<at + length].allSatisfy({ $0 & 0xC0 == 0x80 })
    else { return at }
    if length > 2 {
      let second = bytes[at + 1]
      let isOverlong = byte == 0xE0 && second < 0xA0 || byte == 0xF0 && second < 0x90
      let isBeyond = byte == 0xED && second > 0x9F || byte == 0xF4 && second > 0x8F
      if isOverlong || isBeyond { return at }
    }
    at += length
  }
  return nil
}
