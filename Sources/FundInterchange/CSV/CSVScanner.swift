/// Takes a file of CSV apart, byte by byte.
struct CSVScanner {
  private let bytes: [UInt8]
  private var at: Int
  private var line = 1
  /// Where the current line begins: columns are counted from here.
  private var lineStart: Int
  let separator: UInt8
  /// The last place whose column was asked for: from there the next is counted.
  private var counted = (place: 0, column: 1)

  private static let quote = UInt8(ascii: "\"")
  private static let lf: UInt8 = 10
  private static let cr: UInt8 = 13
  private static let mostBytes = 1 << 20
  private static let mostFields = 1000
  private static let mostFaults = 100

  init(_ bytes: [UInt8], separator: UInt8 = UInt8(ascii: ",")) {
    self.bytes = bytes
    self.separator = separator
    at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    lineStart = at
  }

  /// Passes over the line by which Excel is told the separator, `sep=;`.
  ///
  /// - Returns: what it says, where there is such a line.
  @discardableResult
  mutating func skipSeparatorLine() -> UInt8? {
    let said = Array("sep=".utf8)
    guard at + said.count + 1 < bytes.count, bytes[at..<at + said.count].elementsEqual(said),
      isLineEnd(bytes[at + said.count + 1])
    else { return nil }
    at += said.count + 1
    defer { endLine() }
    return bytes[at - 1]
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
      if bytes[at] == separator {
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
    while at < bytes.count, bytes[at] != separator, !isLineEnd(bytes[at]) {
      guard at - start < CSVScanner.mostBytes else {
        throw fault("field-too-long", "the field has more than 1 MiB", start)
      }
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
    guard at == bytes.count || bytes[at] == separator || isLineEnd(bytes[at]) else {
      throw fault("text-after-quote", "text follows the closing quote", at)
    }
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
  private mutating func require(_ place: Int) throws(FileFault) {
    let byte = bytes[place]
    guard byte < 0x20 && byte != 9 || byte == 0x7F else { return }
    if byte == 0 {
      throw fault(
        "nul-byte", "a NUL byte stands here", place, hint: "is it UTF-16? Save it as UTF-8")
    }
    throw fault("control-character", "the control character \(byte) stands here", place)
  }

  private mutating func fault(
    _ rule: String, _ message: String, _ place: Int, hint: String? = nil
  ) -> FileFault {
    FileFault(line: line, column: column(place), rule: rule, message: message, hint: hint)
  }

  /// Characters from the line's beginning, counted from 1.
  private mutating func column(_ place: Int) -> Int {
    let known = counted.place >= lineStart && counted.place <= place
    let from = known ? counted : (lineStart, 1)
    let column = from.1 + bytes[from.0..<place].count { $0 & 0xC0 != 0x80 }
    counted = (place, column)
    return column
  }

  /// Gives every row that is whole, in order, and keeps what is wrong with others; of many faults
  /// no more than are looked at. A file without a row is at fault itself.
  ///
  /// - Parameters:
  ///   - passingBlank: a row of nothing but blank fields is none.
  ///   - each: says what is wrong with the row, if anything.
  mutating func rows(
    passingBlank: Bool, _ faults: inout [FileFault], _ each: (CSVRow) throws -> FileFault?
  ) rethrows {
    var count = 0
    while faults.count < CSVScanner.mostFaults {
      let row: CSVRow?
      do { row = try next() } catch {
        faults.append(error)
        count += 1
        continue
      }
      guard let row else { break }
      if passingBlank, row.isBlank { continue }
      count += 1
      if let fault = try each(row) { faults.append(fault) }
    }
    if count == 0 {
      faults.append(
        FileFault(
          line: 1, column: 1, rule: "header-only", message: "the file has a header and no row"))
    }
  }
}
