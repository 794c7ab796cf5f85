import FundDomain

/// Reads one `iati-activity`, whose start was just read.
struct IATIActivity {
  private let reader: XMLReader
  private let elements: IATIElements
  private let version: String?
  private let updated: String?
  private let language: String?
  let line: Int
  /// The currency of what names none.
  let currency: String?
  private let hierarchy: String?
  private var identifier: String?
  private var publisher = ReportedParty()
  private var title = Wording()
  private var status, parent, ownNumber: String?
  private var dates: [String: CalendarDate] = [:]
  private var places = IATIPlaces()
  private var sectors = IATISectors()
  private var gender: Int?
  private var aidTypes: [String] = []
  private(set) var transactions: [IATITransaction] = []

  /// More than so many are not kept in memory.
  private static let most = 200_000

  init(
    _ reader: XMLReader, _ elements: IATIElements, version: String?, generated: String?
  ) {
    self.reader = reader
    self.elements = elements
    // Who merges the files of others writes the version that each had to its activities.
    self.version =
      reader.attribute("iati-activities:version") ?? reader.attribute("iati-extra:version")
      ?? reader.attribute("version") ?? version
    updated = reader.attribute("last-updated-datetime") ?? generated
    language = reader.attribute("xml:lang")
    line = reader.line
    currency = reader.attribute("default-currency").map(clipped)
    hierarchy = reader.attribute("hierarchy")
  }

  mutating func read() throws {
    guard !reader.isEmpty else { return }
    while true {
      switch try reader.next() {
      case .end, .done: return
      case .text: continue
      case .start: try readElement(elements.element(reader))
      }
    }
  }

  private mutating func readElement(_ element: IATIElement?) throws {
    switch element {
    case .transaction: try readTransaction()
    case .identifier: identifier = try reader.content().text
    case .reportingOrg: publisher = try readParty(activity: nil)
    case .title: title.take(try readWording(language))
    case .otherIdentifier:
      // Versions before 1.04 had it as text.
      let (type, reference) = (reader.attribute("type"), reader.attribute("ref"))
      try reader.skip()
      if type == "A1" { ownNumber = reference }
    case .activityDate:
      let type = reader.attribute("type")
      let day = reader.attribute("iso-date")
      let text = try reader.content().text
      if let type, let day = IATICodes.date(day) ?? IATICodes.date(text) {
        dates[IATICodes.dates[type] ?? type] = day
      }
    case .relatedActivity:
      if reader.attribute("type") == "1" { parent = reader.attribute("ref") }
      try reader.skip()
    default: try readClassification(element)
    }
  }

  private mutating func readClassification(_ element: IATIElement?) throws {
    switch element {
    case .activityStatus: status = reader.attribute("code").flatMap { IATICodes.statuses[$0] }
    case .recipientCountry, .recipientRegion, .sector:
      reader.classify(element, &places, &sectors)
    case .policyMarker:
      let vocabulary = reader.attribute("vocabulary")
      if reader.attribute("code") == "1", vocabulary == nil || vocabulary == "1" {
        gender = reader.attribute("significance").flatMap { Int($0) }
      }
    case .defaultAidType: aidTypes += reader.aidType.map { [$0] } ?? []
    default: break
    }
    try reader.skip()
  }

  private mutating func readTransaction() throws {
    guard transactions.count < Self.most else {
      throw FileFault(
        line: reader.line, column: 1, rule: "activity-too-large",
        message: "one activity has more than 200,000 transactions",
        hint: "is the end of an activity missing?")
    }
    var transaction = IATITransaction()
    transaction.line = reader.line
    transaction.reference = reader.attribute("ref").flatMap { tidied($0, most: 256) }
    guard !reader.isEmpty else { return transactions.append(transaction) }
    loop: while true {
      switch try reader.next() {
      case .end, .done: break loop
      case .text: continue
      case .start: try read(elements.element(reader), into: &transaction)
      }
    }
    transactions.append(transaction)
  }

  private func read(
    _ element: IATIElement?, into transaction: inout IATITransaction
  ) throws {
    switch element {
    case .transactionType:
      transaction.type = reader.attribute("code").map(clipped)
    case .transactionDate:
      transaction.date = reader.attribute("iso-date").map(clipped)
      transaction.dateText = clipped(try reader.content().text)
      return
    case .value:
      let (currency, day) = (reader.attribute("currency"), reader.attribute("value-date"))
      let (text, hasElements) = try reader.content()
      guard transaction.value == nil else {
        transaction.isValueUnclear = true
        return
      }
      transaction.currency = currency.map(clipped)
      transaction.valueDate = day
      transaction.value = clipped(text)
      transaction.isValueUnclear = hasElements
      return
    case .description:
      transaction.note = tidied(try readWording(language).text ?? "", most: 500)
      return
    case .providerOrg:
      transaction.provider = try readParty(activity: "provider-activity-id")
      return
    case .receiverOrg:
      transaction.receiver = try readParty(activity: "receiver-activity-id")
      return
    case .aidType: transaction.aidTypes += reader.aidType.map { [$0] } ?? []
    case .recipientCountry, .recipientRegion, .sector:
      reader.classify(element, &transaction.places, &transaction.sectors)
    default: break
    }
    try reader.skip()
  }

  private func readParty(activity: StaticString?) throws -> ReportedParty {
    var party = ReportedParty(
      reference: reader.attribute("ref").flatMap { tidied($0, most: 256) }, name: nil,
      kind: reader.attribute("type").flatMap { tidied($0, most: 16) },
      activity: activity.flatMap { reader.attribute($0) }.flatMap { tidied($0, most: 256) })
    party.name = tidied(try readWording(language).text ?? "", most: 256)
    return party
  }

  /// The text of the element: in narratives from version 2 on, before that its own. Of several
  /// languages the activity's own is taken, else the first.
  private func readWording(_ language: String?) throws -> Wording {
    let own = reader.attribute("xml:lang")
    var wording = Wording()
    guard !reader.isEmpty else { return wording }
    var text = ""
    while true {
      switch try reader.next() {
      case .text: text += reader.text
      case .start:
        let spoken = reader.attribute("xml:lang") ?? own
        if elements.element(reader) == .narrative {
          wording.take(
            Wording(
              text: tidied(try reader.content().text, most: 4096),
              isOwn: spoken == nil || spoken == language))
        } else {
          try reader.skip()
        }
      case .end, .done:
        wording.take(
          Wording(text: tidied(text, most: 4096), isOwn: own == nil || own == language))
        return wording
      }
    }
  }

  /// What the register keeps of the activity; nil where nothing tells it from others, as an
  /// identifier of more than 256 bytes does not once it is cut.
  var head: ReportedActivity? {
    guard let identifier = identifier.flatMap({ tidied($0, most: 4096) }),
      identifier.utf8.count <= 256
    else { return nil }
    let name = publisher.name
    var head = ReportedActivity(
      publisher: publisher.reference ?? name ?? "unknown",
      publisherName: publisher.reference == nil ? nil : name, publisherKind: publisher.kind,
      identifier: identifier)
    head.title = tidied(title.text ?? "", most: 256)
    head.version = version.flatMap { tidied($0, most: 16) }
    head.hierarchy = hierarchy.flatMap { Int($0) }
    head.parent = parent.flatMap { tidied($0, most: 256) }
    head.status = status
    head.start = dates["2"] ?? dates["1"]
    head.end = dates["4"] ?? dates["3"]
    head.ownNumber = ownNumber.flatMap { tidied($0, most: 256) }
    head.currency = currency.flatMap { tidied($0, most: 16) }
    head.sectors = sectors.shares
    head.countries = places.shares
    head.gender = gender
    head.aidTypes = aidTypes.isEmpty ? nil : aidTypes.joined(separator: ";")
    head.updated = updated.flatMap { tidied($0, most: 32) }
    return head
  }
}
