import FundInterchange
import Plain

/// What each row of a file would do: record something new, or in place of what was recorded, find
/// it recorded already, or be refused, and why.
struct ImportPlan {
  private struct Row {
    let line: Int
    let does: String
    var number: String?
    /// What is reversed because the row takes its place.
    var replaced: [String] = []
    /// What it is refused for.
    var faults: [FileFault] = []
  }

  private let rows: [Row]

  init(_ results: [ImportRun.RowResult], _ faults: ImportFaults) {
    let done = results.map { row in
      let new = row.replaced.isEmpty ? "new" : "changed"
      return Row(
        line: row.line, does: row.isNew ? new : "already-recorded", number: row.name,
        replaced: row.replaced)
    }
    let refused = Dictionary(grouping: faults.faults, by: \.line).map {
      Row(line: $0.key, does: "refused", faults: $0.value)
    }
    rows = (done + refused).sorted { $0.line < $1.line }
  }

  /// A line for each row.
  var text: String {
    rows.map { row in
      let what =
        switch (row.does, row.number) {
        case ("new", let number?): "new, \(number)"
        case ("changed", let number?):
          "changed, \(number) in place of \(row.replaced.joined(separator: ", "))"
        case (_, let number?): "already recorded, as \(number)"
        case (_, nil):
          "refused, "
            + row.faults.map { "\(legible($0.message)) [\($0.rule)]" }.joined(separator: "; ")
        }
      return "line \(row.line): \(what)\n"
    }.joined()
  }

  var json: JSON {
    .array(
      rows.map { row in
        .object([
          ("line", .integer(Int64(row.line))), ("does", .string(row.does)),
          ("number", row.number.map { .string($0) } ?? .null),
          ("replaces", .array(row.replaced.map { .string($0) })),
          ("rules", .array(row.faults.map { .string($0.rule) })),
        ])
      })
  }
}
