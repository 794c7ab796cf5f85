import FundDomain
import Plain

/// What an import answers: what was recorded, found recorded already, or refused and why.
struct ImportAnswer {
  private let kind: DocumentKind
  private let options: ImportOptions
  private let result: ImportRun.Result
  private let head: ChainHead

  init(
    _ kind: DocumentKind, _ options: ImportOptions, _ result: ImportRun.Result, head: ChainHead
  ) {
    self.kind = kind
    self.options = options
    self.result = result
    self.head = head
  }

  private var isRefused: Bool { !result.faults.isEmpty }
  private var new: Int { isRefused ? 0 : result.rows.count(where: \.isNew) }
  private var old: Int { isRefused ? 0 : result.rows.count - new }
  private var replaced: Int { isRefused ? 0 : result.rows.count { !$0.replaced.isEmpty } }

  func tell() throws {
    if options.output.chosen == .json { return try options.output.write(json.text() + "\n") }
    var text = options.plan ? ImportPlan(result.rows, result.faults).text : ""
    if !isRefused {
      text += result.direction.map { "\(legible($0))\n" } ?? ""
      text += result.totals.agreement ?? ""
      let kept = options.isKept ? "" : " (not kept)"
      let batch = options.isKept ? result.batch.map { " in batch \($0)" } ?? "" : ""
      let changed = replaced > 0 ? ", \(replaced) of them in place of what was reversed" : ""
      text +=
        "\(kind.rawValue): \(new) recorded\(batch)\(changed), \(old) already recorded\(kept)\n"
    }
    try options.output.write(text)
  }

  private var json: JSON {
    var keys: [(String, JSON)] = [
      ("schema", "cpcjf/1"), ("import", .string(kind.rawValue)),
      ("recorded", .integer(Int64(new))), ("alreadyRecorded", .integer(Int64(old))),
      ("replaced", .integer(Int64(replaced))),
    ]
    if let direction = result.direction { keys.append(("direction", .string(direction))) }
    if options.plan { keys.append(("rows", ImportPlan(result.rows, result.faults).json)) }
    return .object(keys + [("refused", result.faults.json), ("head", .string(head.hash))])
  }
}
