/// A line of the register of references: a flow with the activity that it was reported under.
public struct ReferenceLine: Sendable {
  /// The entry that reported the flow.
  public let entry: EntryNumber
  public let activity: ReportedActivity
  public let flow: ReportedFlow

  public init(entry: EntryNumber, activity: ReportedActivity, flow: ReportedFlow) {
    self.entry = entry
    self.activity = activity
    self.flow = flow
  }

  /// Who gives the money: where nobody is named, of what goes out the publisher.
  public var giver: ReportedParty? {
    flow.provider ?? (flow.type.isOutgoing ? activity.party : nil)
  }

  /// Who gets it: where nobody is named, of what comes in the publisher.
  public var receiver: ReportedParty? {
    flow.receiver ?? (flow.type.isIncoming ? activity.party : nil)
  }

  /// It only moves within one organisation.
  public var isInternal: Bool {
    guard let giver, let receiver else { return false }
    return giver.isSame(as: receiver)
  }

  public var sectors: ReportedShares? { flow.sectors ?? activity.sectors }
  public var countries: ReportedShares? { flow.countries ?? activity.countries }
}
