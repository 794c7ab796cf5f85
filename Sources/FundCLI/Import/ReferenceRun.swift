import FundDomain
import FundInterchange
import FundStorage
import Plain

/// One import into the register of references: all its files are one batch, recorded whole or not
/// at all. What a file says wrongly of one flow is set aside; a file that cannot be read is refused.
struct ReferenceRun {
  let kind: String
  let files: [String]
  let options: ReferenceOptions

  init(_ kind: String, _ files: [String], _ options: ReferenceOptions) {
    self.kind = kind
    self.files = files
    self.options = options
  }

  /// What came of an activity, for the plan.
  struct Planned {
    let file: String
    let line: Int
    let activity: String
    let outcome: Journal.ReportOutcome
  }

  /// What came of the files.
  struct Result {
    var files: [(path: String, summary: ReferenceSummary)] = []
    var faults = ImportFaults(file: "")
    var recorded = 0
    var known = 0
    var withdrawn = 0
    var activities = (new: 0, changed: 0, unchanged: 0)
    var plan: [Planned] = []
    var batch: Int64?
  }

  /// Reads a file and gives its activities.
  typealias Reading = (String, (ReadActivity) throws -> Void) throws -> ReferenceSummary

  func run(_ read: Reading) throws {
    try options.output.requireNoDatabase()
    let ledger = try options.ledger.open()
    let batch = try options.recorder.batch("import \(kind)", source: kind)
    let today = try Clock.today()
    let before = try ledger.read { try $0.head }
    var result = Result()
    do {
      try ledger.write(batch, keep: options.isKept) { books in
        var journal = Journal(books, source: kind, today: today, isImport: true)
        let identification = try Identification(books)
        for file in files {
          do {
            try record(file, read, &journal, identification, &result)
          } catch let fault as FileFault {
            var faults = ImportFaults(file: file)
            faults.add([fault])
            result.faults.join(faults)
          } catch let faults as ImportFaults {
            result.faults.join(faults)
          }
        }
        guard result.faults.isEmpty else { throw result.faults }
        if options.isKept, result.activities.new + result.activities.changed > 0 {
          result.batch = try books.newestBatch + 1
        }
      }
    } catch let faults as ImportFaults {
      (result.recorded, result.known, result.withdrawn) = (0, 0, 0)
      result.activities = (0, 0, 0)
      try ReferenceAnswer(kind, options, result, head: before).tell()
      throw faults
    }
    let head = options.isKept ? try ledger.read { try $0.head } : before
    try telling(recorded: result.batch.map { "batch \($0)" }) {
      try ReferenceAnswer(kind, options, result, head: head).tell()
    }
  }

  private func record(
    _ path: String, _ read: Reading, _ journal: inout Journal, _ identification: Identification,
    _ result: inout Result
  ) throws {
    var unidentified = ReferenceSummary()
    var count = 0
    let showsProgress = Terminal.isTerminal && !options.output.quiet
    var summary = try read(path) { activity in
      let outcome = try journal.record(activity.head, activity.flows)
      result.add(outcome)
      if options.plan {
        result.plan.append(
          Planned(
            file: path, line: activity.line, activity: activity.head.identifier, outcome: outcome))
      }
      if outcome.isOlder {
        unidentified.setAside(
          activity.head.identifier, line: activity.line, "older-report",
          "a newer report of the activity is in the register")
      }
      try nameUnidentified(activity, identification, &unidentified)
      count += 1
      if showsProgress, count % 1000 == 0 { Terminal.tell("\r\(count) activities") }
    }
    if showsProgress, count >= 1000 { Terminal.tell("\r\u{1b}[K") }
    if options.strict {
      var faults = ImportFaults(file: path)
      for item in summary.setAside where item.isLeftOut {
        faults.add(
          line: item.line, column: 1,
          LedgerError(rule: item.rule, "\(item.activity.map { "\($0): " } ?? "")\(item.reason)"))
      }
      guard faults.isEmpty else { throw faults }
    }
    summary.join(unidentified)
    result.files.append((path, summary))
  }

  /// Says who gives and is no donor of this ledger: of what comes in, and of what the Fund gets.
  private func nameUnidentified(
    _ activity: ReadActivity, _ identification: Identification, _ summary: inout ReferenceSummary
  ) throws {
    var found: [ReportedParty?: (line: Int, count: Int)] = [:]
    for (flow, line) in zip(activity.flows, activity.lines) {
      guard flow.type.stage != nil else { continue }
      let said = ReferenceLine(entry: 0, activity: activity.head, flow: flow)
      guard flow.type.isIncoming || said.receiver.map(identification.isFund) == true,
        !said.isInternal
      else { continue }
      var giver = said.giver
      giver?.activity = nil
      if let giver, try identification.donor(giver) != nil { continue }
      found[giver, default: (line, 0)].count += 1
    }
    for (giver, place) in found.sorted(by: { $0.value.line < $1.value.line }) {
      let names = [giver?.name, giver?.reference].compactMap(\.self).joined(separator: ", ")
      let times = place.count == 1 ? "1 flow" : "\(place.count) flows"
      summary.setAside(
        activity.head.identifier, line: place.line, "donor-unidentified",
        names.isEmpty
          ? "nobody is named who gives \(times)"
          : "who gives \(times), \(names), is no donor of this ledger", isLeftOut: false)
    }
  }
}

extension ReferenceRun.Result {
  fileprivate mutating func add(_ outcome: Journal.ReportOutcome) {
    recorded += outcome.added
    known += outcome.known
    withdrawn += outcome.withdrawn
    if !outcome.isRecorded {
      activities.unchanged += 1
    } else if outcome.isNew {
      activities.new += 1
    } else {
      activities.changed += 1
    }
  }
}
