import FundDomain

/// A transaction as the Fund publishes it.
struct IATIMovement {
  let type: FlowType
  let date: CalendarDate
  let amount: Money
  /// The number of the document.
  let reference: String
  var note: String?
  var provider: ReportedParty?
  var receiver: ReportedParty?
  var earmarking: IATIEarmarking?

  /// - Throws: `iati-11.2.1` where it is dated after the day of the newest entry's recording.
  func write(to xml: XMLWriter, _ context: IATIContext) throws {
    try IATIRules.requirePast(date, reference, context)
    let day = date.description
    try xml.element("transaction", ["ref": reference]) {
      try xml.element("transaction-type", ["code": "\(type.rawValue)"])
      try xml.element("transaction-date", ["iso-date": day])
      try xml.element(
        "value", ["currency": amount.currency.code, "value-date": day], text: amount.decimal)
      if let note { try xml.narrative("description", text: note) }
      try provider.map { try xml.party("provider-org", $0) }
      try receiver.map { try xml.party("receiver-org", $0) }
      try earmarking?.write(to: xml)
    }
  }
}

extension XMLWriter {
  /// An element whose text stands in a narrative.
  func narrative(_ name: StaticString, _ attributes: Attributes = [:], text: String) throws {
    try element(name, attributes) { try element("narrative", text: text) }
  }

  /// An organisation that gives or receives.
  func party(_ name: StaticString, _ party: ReportedParty) throws {
    let isProvider = name.description == "provider-org"
    let attributes: Attributes = [
      "ref": party.reference, "type": party.kind,
      "provider-activity-id": isProvider ? party.activity : nil,
      "receiver-activity-id": isProvider ? nil : party.activity,
    ]
    guard let text = party.name else { return try element(name, attributes) }
    try narrative(name, attributes, text: text)
  }

  /// An organisation that takes part in an activity: 1 funds, 2 is accountable, 4 implements.
  func participant(_ role: Int, _ party: ReportedParty) throws {
    try narrative(
      "participating-org", ["ref": party.reference, "type": party.kind, "role": "\(role)"],
      text: party.name ?? "")
  }
}
