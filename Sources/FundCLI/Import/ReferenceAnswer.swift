import FundDomain
import FundInterchange
import Plain

/// What an import into the register answers: what was read of each file, mapped, set aside and
/// why, and what is recorded.
struct ReferenceAnswer {
  private let kind: String
  private let options: ReferenceOptions
  private let result: ReferenceRun.Result
  private let head: ChainHead

  /// More than so many that were set aside are told by their number, to people.
  private static let most = 20

  init(
    _ kind: String, _ options: ReferenceOptions, _ result: ReferenceRun.Result, head: ChainHead
  ) {
    self.kind = kind
    self.options = options
    self.result = result
    self.head = head
  }

  func tell() throws {
    if options.output.chosen == .json { return try options.output.write(json.text() + "\n") }
    var text = options.plan ? result.plan.map(line).joined() : ""
    for (path, summary) in result.files { text += lines(path, summary) }
    if result.faults.isEmpty { text += closing }
    try options.output.write(text)
  }

  private var closing: String {
    let activities = result.activities
    let changed = activities.new + activities.changed
    let batch = result.batch.map { " in batch \($0)" } ?? ""
    let withdrawn = result.withdrawn > 0 ? ", \(result.withdrawn) withdrawn" : ""
    return "\(kind): \(result.recorded) recorded of \(changed) new or changed activities\(batch), "
      + "\(result.known) already recorded\(withdrawn)\(options.isKept ? "" : " (not kept)")\n"
  }

  private func line(_ planned: ReferenceRun.Planned) -> String {
    let outcome = planned.outcome
    let withdrawn = outcome.withdrawn > 0 ? ", \(outcome.withdrawn) withdrawn" : ""
    let figures = "\(outcome.added) to record, \(outcome.known) already recorded\(withdrawn)"
    return "\(legible(planned.file)):\(planned.line): \(outcome.word), "
      + "\(legible(planned.activity)): \(figures)\n"
  }

  private func lines(_ path: String, _ summary: ReferenceSummary) -> String {
    let flows = summary.flowsPerType.values.reduce(0, +)
    var text =
      "\(legible(path)): \(summary.activities) activit\(summary.activities == 1 ? "y" : "ies"), "
      + "\(flows) transaction\(flows == 1 ? "" : "s")\n"
    for type in summary.types {
      let title = Int64(type).flatMap(FlowType.init)?.title ?? (type == "none" ? "no type" : "")
      let sums = summary.sums.keys.sorted().filter { $0.hasPrefix("\(type) ") }.map {
        "\(summary.sums[$0]!) \($0.dropFirst(type.count + 1))"
      }
      text += legible(
        "  \(type) \(title): \(summary.flowsPerType[type] ?? 0); \(sums.joined(separator: ", "))")
      text += "\n"
    }
    for (currency, sum) in summary.rounding.sorted(by: { $0.key < $1.key }) {
      let figure = "\(sum)"
      text +=
        figure.hasPrefix("-")
        ? "  rounding added \(figure.dropFirst()) \(currency)\n"
        : "  rounding took away \(figure) \(currency)\n"
    }
    text += setAside(summary)
    for (rule, warning) in summary.warnings.sorted(by: { $0.key < $1.key }) {
      text += "  warning: \(warning.message), \(warning.count) times, first in line "
      text += "\(warning.line) [\(rule)]\n"
    }
    return text
  }

  private func setAside(_ summary: ReferenceSummary) -> String {
    var text = summary.setAside.prefix(Self.most).map { item in
      let activity = item.activity.map { ", \(legible($0))" } ?? ""
      return "  set aside: line \(item.line)\(activity): \(legible(item.reason)) [\(item.rule)]\n"
    }.joined()
    let more = max(0, summary.setAside.count - Self.most) + summary.untold
    if more > 0 { text += "  set aside: \(more) more; --format json tells them\n" }
    return text
  }

  private var json: JSON {
    let activities = result.activities
    return .object(
      [
        ("schema", "cpcjf/1"), ("import", .string(kind)),
        ("recorded", .integer(Int64(result.recorded))),
        ("alreadyRecorded", .integer(Int64(result.known))),
        ("withdrawn", .integer(Int64(result.withdrawn))),
        (
          "activities",
          .object([
            ("new", .integer(Int64(activities.new))),
            ("changed", .integer(Int64(activities.changed))),
            ("unchanged", .integer(Int64(activities.unchanged))),
          ])
        ),
      ] + (options.plan ? [("rows", .array(result.plan.map(row)))] : []) + [
        ("refused", result.faults.json), ("files", .array(result.files.map(file))),
        ("head", .string(head.hash)),
      ])
  }

  private func row(_ planned: ReferenceRun.Planned) -> JSON {
    .object([
      ("file", .string(planned.file)), ("line", .integer(Int64(planned.line))),
      ("activity", .string(planned.activity)), ("does", .string(planned.outcome.word)),
      ("recorded", .integer(Int64(planned.outcome.added))),
      ("alreadyRecorded", .integer(Int64(planned.outcome.known))),
      ("withdrawn", .integer(Int64(planned.outcome.withdrawn))),
    ])
  }

  private func file(_ path: String, _ summary: ReferenceSummary) -> JSON {
    func sums(_ sums: [String: ExactSum]) -> JSON {
      .object(sums.sorted { $0.key < $1.key }.map { ($0.key, .string("\($0.value)")) })
    }
    return .object([
      ("file", .string(path)), ("activities", .integer(Int64(summary.activities))),
      (
        "transactionsPerType",
        .object(summary.types.map { ($0, .integer(Int64(summary.flowsPerType[$0] ?? 0))) })
      ),
      ("sums", sums(summary.sums)), ("rounding", sums(summary.rounding)),
      (
        "setAside",
        .array(
          summary.setAside.map { item in
            .object([
              ("activity", item.activity.map { .string($0) } ?? .null),
              ("reason", .string(item.reason)), ("rule", .string(item.rule)),
              ("line", .integer(Int64(item.line))), ("recorded", .bool(!item.isLeftOut)),
            ])
          })
      ),
      ("setAsideUntold", .integer(Int64(summary.untold))),
      (
        "warnings",
        .array(
          summary.warnings.sorted { $0.key < $1.key }.map { rule, warning in
            .object([
              ("rule", .string(rule)), ("message", .string(warning.message)),
              ("count", .integer(Int64(warning.count))), ("activity", .string(warning.activity)),
              ("line", .integer(Int64(warning.line))),
            ])
          })
      ),
    ])
  }
}

extension ReferenceSummary {
  /// The types that were met, in the order of their numbers.
  fileprivate var types: [String] {
    flowsPerType.keys.sorted { (Int($0) ?? .max, $0) < (Int($1) ?? .max, $1) }
  }
}

extension Journal.ReportOutcome {
  /// What an activity does, for the plan.
  fileprivate var word: String {
    isOlder ? "set-aside" : !isRecorded ? "already-recorded" : isNew ? "new" : "changed"
  }
}
