import FundDomain

/// A file of the International Aid Transparency Initiative, versions 1.0 to 2.03, read activity by
/// activity: valid or not, in whatever container.
public struct IATIFile {
  private let reader: XMLReader
  private let elements = IATIElements()
  private var version: String?
  private var generated: String?
  private var seen: Set<String> = []
  public private(set) var summary = ReferenceSummary()

  /// - Parameter descriptor: of an open file or pipe, which is not closed.
  public init(descriptor: Int32) { reader = XMLReader(descriptor: descriptor) }

  /// Gives every activity that can be told from others, in order.
  ///
  /// - Throws: a `FileFault` where the file cannot be read on.
  public mutating func activities(_ each: (ReadActivity) throws -> Void) throws {
    var isIATI = false
    var root: String?
    while true {
      let event = try reader.next()
      if event == .done { break }
      guard event == .start else { continue }
      let element = elements.element(reader)
      if root == nil {
        root = reader.name
        version = reader.attribute("version")
        generated = reader.attribute("generated-datetime")
      }
      isIATI = isIATI || [.activities, .organisations, .activity].contains(element)
      if element == .organisations {
        summary.warn(
          "no-activities", "the file holds organisations: they report no transactions",
          activity: "", line: reader.line)
      }
      if element == .activity { try readActivity(each) }
    }
    guard isIATI else {
      throw FileFault(
        line: 1, column: 1, rule: "not-iati",
        message:
          "the file is XML, and not IATI: its root is '\(tidied(root ?? "", most: 64) ?? "")'",
        hint: "the root of an IATI file is iati-activities")
    }
  }

  private mutating func readActivity(_ each: (ReadActivity) throws -> Void) throws {
    summary.activities += 1
    var activity = IATIActivity(reader, elements, version: version, generated: generated)
    try activity.read()
    guard let head = judge(activity) else { return }
    var flows: [ReportedFlow] = []
    var lines: [Int] = []
    for transaction in activity.transactions {
      guard let flow = judge(transaction, of: head.identifier, activity.currency) else { continue }
      check(flow, transaction.line, of: head)
      flows.append(flow)
      lines.append(transaction.line)
    }
    try each(ReadActivity(head: head, flows: flows, lines: lines, line: activity.line))
  }

  /// The activity, or nil where it is set aside, with all that is in it.
  private mutating func judge(_ activity: IATIActivity) -> ReportedActivity? {
    guard let head = activity.head else {
      leaveOut(
        activity, nil, "identifier-missing",
        "the activity has no identifier by which to know it again")
      return nil
    }
    guard seen.insert("\(head.publisher)\n\(head.identifier)").inserted else {
      leaveOut(
        activity, head.identifier, "activity-repeated",
        "the file has the activity before: its money would count twice")
      return nil
    }
    return head
  }

  private mutating func leaveOut(
    _ activity: IATIActivity, _ identifier: String?, _ rule: String, _ reason: String
  ) {
    summary.setAside(identifier, line: activity.line, rule, reason)
    for transaction in activity.transactions { count(transaction, activity.currency) }
  }

  /// Counts a transaction, and answers its value as a number.
  @discardableResult
  private mutating func count(_ transaction: IATITransaction, _ currency: String?) -> ExactNumber? {
    let number = transaction.value.flatMap { ExactNumber($0) }
    summary.count(
      type: transaction.typeKey, currency: transaction.currency ?? currency ?? "none", number)
    return number
  }

  private mutating func judge(
    _ transaction: IATITransaction, of identifier: String, _ currency: String?
  ) -> ReportedFlow? {
    let number = count(transaction, currency)
    do {
      let flow = try transaction.flow(currency: currency, number)
      if let number { summary.round(number, to: flow.amount) }
      return flow
    } catch {
      summary.setAside(identifier, line: transaction.line, error.rule, error.message)
      return nil
    }
  }

  /// What is told by the type and by the parties should agree. It is read by its type in any case.
  private mutating func check(_ flow: ReportedFlow, _ line: Int, of head: ReportedActivity) {
    let isOwn = { (party: ReportedParty?) in party.map { $0.isSame(as: head.party) } }
    let (gives, receives) = (isOwn(flow.provider), isOwn(flow.receiver))
    func warn(_ rule: String, _ message: String) {
      summary.warn(rule, message, activity: head.identifier, line: line)
    }
    if flow.type == .outgoingPledge, gives != true, receives != false {
      warn("looks-like-incoming-pledge", "an outgoing pledge looks like one that comes in")
    } else if flow.type.isOutgoing, receives == true, gives == false {
      warn("receiver-reports-outgoing", "money that goes out is received by who reports it")
    } else if flow.type.isIncoming, gives == true, receives == false {
      warn("provider-reports-incoming", "money that comes in is given by who reports it")
    }
    if let start = head.start, flow.date < start {
      warn("before-activity", "money is dated before its activity starts")
    }
    if let end = head.end, flow.date > end {
      warn("after-activity", "money is dated after its activity ends")
    }
    if flow.sectors?.isWhole == false || (flow.sectors == nil && head.sectors?.isWhole == false) {
      warn("sectors-not-whole", "the shares of sectors are no whole: they are kept as given")
    }
    if flow.countries?.isWhole == false
      || (flow.countries == nil && head.countries?.isWhole == false)
    {
      warn("countries-not-whole", "the shares of countries are no whole: they are kept as given")
    }
  }
}
