import FundDomain
import FundInterchange
import Plain

/// Everything that is wrong with an imported file, each with its line and column.
struct ImportFaults: Error {
  let file: String
  private(set) var faults: [FileFault] = []

  /// Of other files of the same import.
  private var others: [ImportFaults] = []

  /// More faults than anybody mends at once are counted, not told.
  static let most = 100
  private var untold = 0
  /// Whether the rest of the file was not read, because there were so many.
  var isCutShort = false

  init(file: String) { self.file = file }

  var isEmpty: Bool { faults.isEmpty && others.allSatisfy(\.isEmpty) }
  var status: Int32 { 65 }
  var count: Int { faults.count + untold }

  mutating func add(line: Int, column: Int, _ error: LedgerError) {
    add([
      FileFault(
        line: line, column: column, rule: error.rule, message: error.message, hint: error.hint)
    ])
  }

  mutating func add(_ more: [FileFault]) {
    let room = max(0, Self.most - faults.count)
    faults += more.prefix(room)
    untold += max(0, more.count - room)
    faults.sort { ($0.line, $0.column) < ($1.line, $1.column) }
  }

  /// Joins what is wrong with another file to it.
  mutating func join(_ other: ImportFaults) {
    if isEmpty { self = other } else if !other.isEmpty { others.append(other) }
  }

  var summary: String {
    let files = [self] + others
    let count = files.reduce(0) { $0 + $1.count }
    let names = files.map(\.file).joined(separator: ", ")
    let least = files.contains(where: \.isCutShort) ? "at least " : ""
    return "\(names): \(least)\(count) fault\(count == 1 ? "" : "s"); nothing was recorded"
  }

  var text: String {
    ([self] + others).map(\.lines).joined() + "\(legible(summary))\n"
  }

  private var lines: String {
    faults.map { fault in
      let hint = fault.hint.map { "  hint: \(legible($0))\n" } ?? ""
      return
        "error: \(legible(file)):\(fault.line):\(fault.column): \(legible(fault.message)) [\(fault.rule)]\n\(hint)"
    }.joined()
  }

  var json: JSON { .array(([self] + others).flatMap(\.objects)) }

  private var objects: [JSON] {
    faults.map {
      .object([
        ("file", .string(file)), ("line", .integer(Int64($0.line))),
        ("column", .integer(Int64($0.column))), ("rule", .string($0.rule)),
        ("message", .string($0.message)), ("hint", $0.hint.map { .string($0) } ?? .null),
      ])
    }
  }
}
