/// One row of facts, as it is kept and as it is hashed: a table's name and named values.
///
/// What a document says is written down in one place, as records: the tables' columns, the
/// canonical form and an export bear the same names. A value that is nil is left out, so that a
/// later version may add a field without changing what earlier entries hash to.
public struct Fact: Hashable, Sendable {
  /// What a field holds: nothing else is kept or hashed.
  public enum Value: Hashable, Sendable {
    case integer(Int64)
    case text(String)
  }

  public let table: String
  public private(set) var fields: [(name: String, value: Value)]

  public init(_ table: String) {
    self.table = table
    fields = []
    fields.reserveCapacity(16)
  }

  /// Adds a field; nil is left out.
  public mutating func set(_ name: String, _ value: Int64?) {
    if let value { fields.append((name, .integer(value))) }
  }

  public mutating func set(_ name: String, _ value: Int?) {
    if let value { fields.append((name, .integer(Int64(value)))) }
  }

  public mutating func set(_ name: String, _ value: String?) {
    if let value { fields.append((name, .text(value))) }
  }

  public mutating func set(_ name: String, _ value: CalendarDate?) {
    set(name, value?.description)
  }

  public mutating func set(_ name: String, _ value: Value) { fields.append((name, value)) }

  /// Adds the fields of another.
  mutating func set(_ other: Fact) { fields += other.fields }

  /// The whole number in a field, or nil.
  public func integer(_ name: String) -> Int64? {
    guard case .integer(let value)? = self[name] else { return nil }
    return value
  }

  /// The text in a field, or nil.
  public func text(_ name: String) -> String? {
    guard case .text(let value)? = self[name] else { return nil }
    return value
  }

  /// The day in a field, or nil.
  public func date(_ name: String) -> CalendarDate? { text(name).flatMap { try? CalendarDate($0) } }

  public subscript(_ name: String) -> Value? { fields.first { $0.name == name }?.value }

  public static func == (left: Fact, right: Fact) -> Bool {
    left.table == right.table && left.fields.count == right.fields.count
      && zip(left.fields, right.fields).allSatisfy { $0.name == $1.name && $0.value == $1.value }
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(table)
    for field in fields {
      hasher.combine(field.name)
      hasher.combine(field.value)
    }
  }
}

/// The bytes over which an entry's hash is taken: every record with its table, names and values,
/// each preceded by its length, in the order given. Text is its UTF-8 bytes as kept, an integer
/// eight bytes with the highest first. This form never changes; another would be version 2.
public struct CanonicalForm: Sendable {
  public private(set) var bytes: [UInt8]

  public init() {
    bytes = Array("cpcjf/1".utf8)
    bytes.reserveCapacity(2048)
  }

  public mutating func append(_ record: Fact) {
    append(short: record.table)
    bytes.append(UInt8(record.fields.count))
    for (name, value) in record.fields {
      append(short: name)
      switch value {
      case .integer(let number):
        bytes.append(1)
        withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
      case .text(let text):
        bytes.append(2)
        withUnsafeBytes(of: UInt32(text.utf8.count).bigEndian) { bytes.append(contentsOf: $0) }
        bytes.append(contentsOf: text.utf8)
      }
    }
  }

  private mutating func append(short name: String) {
    bytes.append(UInt8(truncatingIfNeeded: name.utf8.count))
    bytes.append(contentsOf: name.utf8)
  }
}

/// Bytes as lower-case hexadecimal text.
public func hexadecimal(_ bytes: some Collection<UInt8>) -> String {
  String(unsafeUninitializedCapacity: bytes.count * 2) { text in
    var place = 0
    for byte in bytes {
      for digit in [byte >> 4, byte & 15] {
        text[place] = digit < 10 ? 48 + digit : 87 + digit
        place += 1
      }
    }
    return place
  }
}
