/// A file that somebody broke, and what comes of its import.
struct HostileFile {
  let name: String
  let bytes: [UInt8]
  let flags: [String]
  /// What is recorded, or what it is refused for.
  let outcome: [String]

  init(_ name: String, _ bytes: [UInt8], flags: [String] = [], gives outcome: [String]) {
    self.name = name
    self.bytes = bytes
    self.flags = flags
    self.outcome = outcome
  }

  static let all: [HostileFile] = [
    encodings, lines, controls, shapes, numbers, spreadsheets, dates, texts, duplicates,
  ].flatMap(\.self)

  static let header = "donor,amount,currency,on,reference,memo\n"
  static let short = "donor,amount,currency,on\n"
  static let semicolons = "donor;amount;currency;on\n"

  static func text(_ string: String) -> [UInt8] { Array(string.utf8) }

  static func utf16(_ string: String, mark: Bool = false, big: Bool = false) -> [UInt8] {
    ((mark ? [0xFEFF] : []) + Array(string.utf16)).flatMap { unit -> [UInt8] in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return big ? [high, low] : [low, high]
    }
  }
}
