extension Journal {
  /// What came of recording what a publisher says of an activity.
  public struct ReportOutcome: Sendable {
    /// The activity was not in the register before.
    public var isNew = false
    /// A newer report of it is in the register: nothing was recorded.
    public var isOlder = false
    /// How many flows were recorded, were known already, and are no longer reported.
    public var added = 0
    public var known = 0
    public var withdrawn = 0
    /// Something was recorded.
    public var isRecorded = false
  }

  /// Records what a publisher says of an activity: the flows that the register does not have yet,
  /// and that those which it has and the publisher no longer reports are withdrawn.
  ///
  /// The flows of an activity are one set. Equal ones are told apart by their number: a
  /// publisher's own references repeat, and two equal payments may both be real.
  public func record(_ head: ReportedActivity, _ flows: [ReportedFlow]) throws -> ReportOutcome {
    let standing = try books.reported(head.identifier, by: head.publisher)
    var outcome = ReportOutcome()
    outcome.isNew = standing == nil
    if let known = standing?.head.updated, let updated = head.updated, updated < known {
      outcome.isOlder = true
      return outcome
    }
    var places: [Int64: [FlowPlace]] = [:]
    // The oldest of equal flows is the first to be found again.
    for (place, content) in (standing?.flows ?? []).reversed() {
      places[content, default: []].append(place)
    }
    var added: [ActivityReport.Flow] = []
    for flow in flows {
      let flow = kept(flow)
      if places[flow.content]?.popLast() == nil { added.append(flow) }
    }
    let withdrawn = places.values.joined().sorted { ($0.entry, $0.line) < ($1.entry, $1.line) }
    outcome.added = added.count
    outcome.known = flows.count - added.count
    outcome.withdrawn = withdrawn.count
    let isSame = standing?.head.undated == head.undated
    guard !isSame || !added.isEmpty || !withdrawn.isEmpty else { return outcome }
    outcome.isRecorded = true
    try append(head, added, withdrawn, to: standing?.activity ?? 0)
    return outcome
  }

  /// An entry holds no more than so many flows, that one activity of a hundred thousand need not be
  /// in memory twice.
  private static let most = 1000

  private func append(
    _ head: ReportedActivity, _ added: [ActivityReport.Flow], _ withdrawn: [FlowPlace],
    to activity: EntryNumber
  ) throws {
    var activity = activity
    var (added, withdrawn) = (added[...], withdrawn[...])
    repeat {
      let report = ActivityReport(
        activity: activity, head: head, flows: Array(added.prefix(Journal.most)),
        withdrawn: Array(withdrawn.prefix(Journal.most)))
      let outcome = try append(
        Draft(document: .activityReport(report), date: today, name: head.identifier), Form([:]))
      if activity == 0 { activity = outcome.entry }
      added = added.dropFirst(Journal.most)
      withdrawn = withdrawn.dropFirst(Journal.most)
    } while !added.isEmpty || !withdrawn.isEmpty
  }

  /// A flow with the first 64 bits of the digest of what it says.
  private func kept(_ flow: ReportedFlow) -> ActivityReport.Flow {
    let said = flow.said
    var form = CanonicalForm()
    form.append(said)
    let bits = books.digest(form.bytes).prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    return ActivityReport.Flow(said: said, content: Int64(bitPattern: bits))
  }
}
