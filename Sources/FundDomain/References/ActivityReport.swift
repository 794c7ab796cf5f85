/// What an organisation publishes of an activity: a project or programme, its own or the Fund's.
public struct ReportedActivity: Hashable, Sendable {
  /// Who reports it: the reference, or the name of who has none.
  public var publisher: String
  public var publisherName: String?
  /// What it is, by IATI's list of organisation types.
  public var publisherKind: String?
  /// The publisher's key of the activity.
  public var identifier: String
  public var title: String?
  /// The version of the standard in which it was read.
  public var version: String?
  public var hierarchy: Int?
  /// The activity that it is a part of: a link, over which no money is added up.
  public var parent: String?
  /// `pipeline`, `implementation`, `finalisation`, `closed`, `cancelled` or `suspended`.
  public var status: String?
  public var start: CalendarDate?
  public var end: CalendarDate?
  /// The publisher's number of it within its own house.
  public var ownNumber: String?
  public var currency: String?
  public var sectors: ReportedShares?
  public var countries: ReportedShares?
  public var gender: Int?
  public var aidTypes: String?
  /// When the publisher last changed it, as it says: what is older changes nothing.
  public var updated: String?

  public init(
    publisher: String, publisherName: String? = nil, publisherKind: String? = nil,
    identifier: String
  ) {
    self.publisher = publisher
    self.publisherName = publisherName
    self.publisherKind = publisherKind
    self.identifier = identifier
  }

  /// The publisher as a party to its money.
  public var party: ReportedParty {
    ReportedParty(reference: publisher, name: publisherName, kind: publisherKind)
  }

  /// The same, whenever it was said.
  var undated: ReportedActivity {
    var activity = self
    activity.updated = nil
    return activity
  }
}

/// One entry of the register of references: an activity as it was reported, the flows that are
/// new in it, and those of earlier reports that it no longer has.
public struct ActivityReport: Hashable, Sendable {
  /// The entry that first reported the activity; 0 where this one does.
  public var activity: EntryNumber
  public var head: ReportedActivity
  public var flows: [Flow]
  public var withdrawn: [FlowPlace]

  /// A flow as the register keeps it.
  public struct Flow: Hashable, Sendable {
    /// All that it says, wherever it stands.
    let said: Fact
    /// A number for that, by which a later report finds it again.
    let content: Int64
  }
}

/// An activity as the register has it.
public struct ReportStanding: Sendable {
  public let activity: EntryNumber
  public let head: ReportedActivity
  /// Its flows that were not withdrawn; of those that say the same the oldest is the first.
  public let flows: [(place: FlowPlace, content: Int64)]

  public init(
    activity: EntryNumber, head: ReportedActivity, flows: [(place: FlowPlace, content: Int64)]
  ) {
    self.activity = activity
    self.head = head
    self.flows = flows
  }
}

extension ActivityReport {
  func facts(_ entry: EntryNumber) -> [Fact] {
    let activity = self.activity == 0 ? entry : self.activity
    var facts = [head.record(entry, activity: activity)]
    for (line, flow) in flows.enumerated() {
      var fact = Fact("reported_flow", of: entry, line: line + 1)
      fact.set("activity", activity)
      fact.set("content", flow.content)
      fact.set(flow.said)
      facts.append(fact)
    }
    for (line, place) in withdrawn.enumerated() {
      var fact = Fact("flow_withdrawal", of: entry, line: line + 1)
      fact.set("flow_entry", place.entry)
      fact.set("flow_line", place.line)
      facts.append(fact)
    }
    return facts
  }
}

extension ReportedActivity {
  fileprivate func record(_ entry: EntryNumber, activity: EntryNumber) -> Fact {
    var fact = Fact("activity_report", of: entry)
    fact.set("activity", activity)
    fact.set("publisher", publisher)
    fact.set("publisher_name", publisherName)
    fact.set("publisher_kind", publisherKind)
    fact.set("identifier", identifier)
    fact.set("title", title)
    fact.set("version", version)
    fact.set("hierarchy", hierarchy)
    fact.set("parent", parent)
    fact.set("status", status)
    fact.set("start", start)
    fact.set("end", end)
    fact.set("own_number", ownNumber)
    fact.set("currency", currency)
    fact.set("sectors", sectors)
    fact.set("countries", countries)
    fact.set("gender", gender)
    fact.set("aid_types", aidTypes)
    fact.set("updated", updated)
    return fact
  }
}

extension ReportedFlow {
  /// All that the flow says, wherever it stands.
  var said: Fact {
    var fact = Fact("reported_flow")
    fact.set("type", type.rawValue)
    fact.set("date", date)
    fact.set("value_date", valueDate)
    fact.set("currency", amount.currency.code)
    fact.set("by_default", isByDefault ? 1 : 0)
    fact.set("amount", amount.minorUnits)
    fact.set("given", given)
    fact.set("reference", reference)
    fact.set("note", note)
    fact.set("provider", provider)
    fact.set("receiver", receiver)
    fact.set("aid_types", aidTypes)
    fact.set("sectors", sectors)
    fact.set("countries", countries)
    return fact
  }
}

extension Fact {
  fileprivate mutating func set(_ name: String, _ shares: ReportedShares?) {
    set(shares?.isWhole == false ? "\(name)_given" : name, shares?.text)
  }

  fileprivate mutating func set(_ name: String, _ party: ReportedParty?) {
    set("\(name)_ref", party?.reference)
    set(name, party?.name)
    set("\(name)_kind", party?.kind)
    set("\(name)_activity", party?.activity)
  }
}
