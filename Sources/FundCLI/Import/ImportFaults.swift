import FundDomain
import FundInterchange
import Plain

/// Everything that is wrong with an imported file, each with its line and column.
struct ImportFaults: Error {
  let file: String
  private(set) var faults: [CSVFault] = []

  /// More faults than anybody mends at once are counted, not told.
  static let most = 100
  private var untold = 0

  init(file: String) { self.file = file }

  var isEmpty: Bool { faults.isEmpty }
  var status: Int32 { 65 }

  mutating func add(line: Int, column: Int, _ error: LedgerError) {
    add([
      CSVFault(
        line: line, column: column, rule: error.rule, message: error.message, hint: error.hint)
    ])
  }

  mutating func add(_ more: [CSVFault]) {
    let room = max(0, Self.most - faults.count)
    faults += more.prefix(room)
    untold += max(0, more.count - room)
    faults.sort { ($0.line, $0.column) < ($1.line, $1.column) }
  }

  var summary: String {
    let count = faults.count + untold
    return "\(file): \(count) fault\(count == 1 ? "" : "s"); nothing was recorded"
  }

  var text: String {
    let lines = faults.map { fault in
      let hint = fault.hint.map { "  hint: \(printable($0))\n" } ?? ""
      return
        "error: \(printable(file)):\(fault.line):\(fault.column): \(printable(fault.message)) [\(fault.rule)]\n\(hint)"
    }
    return lines.joined() + "\(printable(summary))\n"
  }

  var json: JSON {
    .array(
      faults.map {
        .object([
          ("file", .string(file)), ("line", .integer(Int64($0.line))),
          ("column", .integer(Int64($0.column))), ("rule", .string($0.rule)),
          ("message", .string($0.message)), ("hint", $0.hint.map { .string($0) } ?? .null),
        ])
      })
  }
}
