/// How the characters of a file are written as bytes.
public enum TextEncoding: String, CaseIterable, Sendable {
  case utf8 = "utf-8"
  case utf16 = "utf-16"
  case windows1252 = "windows-1252"

  /// The bytes as UTF-8 without a mark; without an encoding, what the file's first bytes say.
  ///
  /// - Throws: `not-utf8` or `not-utf16` where the file is not what it says.
  static func utf8(_ bytes: [UInt8], _ encoding: TextEncoding?) throws(FileFault) -> [UInt8] {
    switch encoding ?? (byteOrder(bytes) == nil ? .utf8 : .utf16) {
    case .utf8:
      if let fault = encodingFault(bytes) { throw fault }
      return bytes
    case .utf16: return try fromUTF16(bytes)
    case .windows1252: return try fromWindows1252(bytes)
    }
  }

  private enum ByteOrder {
    case little, big
  }

  /// The order of the bytes of UTF-16: by its mark, else by where the first letter has its zero.
  private static func byteOrder(_ bytes: [UInt8]) -> ByteOrder? {
    guard bytes.count >= 2, !isUTF32(bytes) else { return nil }
    switch (bytes[0], bytes[1]) {
    case (0xFF, 0xFE): return .little
    case (0xFE, 0xFF): return .big
    case (1..., 0): return .little
    case (0, 1...): return .big
    default: return nil
    }
  }

  private static func fromUTF16(_ bytes: [UInt8]) throws(FileFault) -> [UInt8] {
    guard let order = byteOrder(bytes) else {
      throw FileFault(
        line: 1, column: 1, rule: "not-utf16", message: "the file is not UTF-16",
        hint: "its encoding is one of \(allCases.map(\.rawValue).joined(separator: ", "))")
    }
    let isMarked = bytes[0] >= 0xFE
    let (high, low) = order == .big ? (0, 1) : (1, 0)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count / 2)
    var place = Place()
    var at = isMarked ? 2 : 0
    while at + 1 < bytes.count {
      var scalar = UInt32(bytes[at + high]) << 8 | UInt32(bytes[at + low])
      at += 2
      if scalar & 0xFC00 == 0xD800, at + 1 < bytes.count {
        let second = UInt32(bytes[at + high]) << 8 | UInt32(bytes[at + low])
        if second & 0xFC00 == 0xDC00 {
          scalar = 0x10000 + (scalar & 0x3FF) << 10 + second & 0x3FF
          at += 2
        }
      }
      guard let scalar = Unicode.Scalar(scalar) else {
        throw place.fault("not-utf16", "half of a UTF-16 character stands here")
      }
      result.append(contentsOf: UTF8.encode(scalar)!)
      place.pass(scalar)
    }
    guard at == bytes.count else {
      throw place.fault("not-utf16", "the file ends within a UTF-16 character")
    }
    return result
  }

  private static func fromWindows1252(_ bytes: [UInt8]) throws(FileFault) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 8)
    var place = Place()
    for byte in bytes {
      let code = (0x80..<0xA0).contains(byte) ? above127[Int(byte) - 0x80] : UInt32(byte)
      guard code != 0 || byte == 0, let scalar = Unicode.Scalar(code) else {
        throw place.fault("not-windows-1252", "byte \(byte) means nothing in Windows-1252")
      }
      result.append(contentsOf: UTF8.encode(scalar)!)
      place.pass(scalar)
    }
    return result
  }

  /// The characters from 0x80 to 0x9F, as the Encoding Standard's index of Windows-1252 has them;
  /// 0 where there is none.
  private static let above127: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
    0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]

  /// Where a file is read at.
  private struct Place {
    var line = 1
    var column = 1

    mutating func pass(_ scalar: Unicode.Scalar) {
      (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
    }

    func fault(_ rule: String, _ message: String) -> FileFault {
      FileFault(line: line, column: column, rule: rule, message: message)
    }
  }
}

/// Whether a file begins with the mark of UTF-32.
func isUTF32(_ bytes: [UInt8]) -> Bool {
  bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF])
}

/// Where a file is not UTF-8, and what it looks like instead.
func encodingFault(_ bytes: [UInt8]) -> FileFault? {
  if isUTF32(bytes) || bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
    let name = isUTF32(bytes) ? "UTF-32" : "UTF-16"
    return FileFault(
      line: 1, column: 1, rule: "not-utf8", message: "the file is \(name), not UTF-8",
      hint: isUTF32(bytes)
        ? "save it as CSV UTF-8" : "give --spreadsheet, or save it as CSV UTF-8")
  }
  guard !isASCII(bytes), let place = firstInvalid(bytes) else { return nil }
  let before = bytes[..<place]
  let lines = before.count { $0 == 10 }
  let start = before.lastIndex(of: 10).map { $0 + 1 } ?? 0
  let column = 1 + bytes[start..<place].count { $0 & 0xC0 != 0x80 }
  return FileFault(
    line: lines + 1, column: column, rule: "not-utf8",
    message: "byte \(bytes[place]) is not UTF-8; the file looks like Latin-1 or Windows-1252",
    hint: "save it as CSV UTF-8, or name its encoding in a mapping file")
}

/// Whether every byte is below 0x80, looked at eight at a time: nearly every file is.
private func isASCII(_ bytes: [UInt8]) -> Bool {
  let high: UInt64 = 0x8080_8080_8080_8080
  return bytes.withUnsafeBytes { buffer in
    var place = 0
    while place + 8 <= buffer.count {
      if buffer.loadUnaligned(fromByteOffset: place, as: UInt64.self) & high != 0 { return false }
      place += 8
    }
    while place < buffer.count {
      if buffer[place] >= 0x80 { return false }
      place += 1
    }
    return true
  }
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
