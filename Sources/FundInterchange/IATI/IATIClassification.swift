import FundDomain

/// When an activity begins or ends.
struct IATILifeDate {
  let day: CalendarDate
  /// It has happened, and is not only planned.
  let isActual: Bool
  /// What tells the day, where it is not recorded as such.
  var basis: String?

  func write(start: Bool, to xml: XMLWriter) throws {
    let type = start ? (isActual ? "2" : "1") : (isActual ? "4" : "3")
    let attributes: XMLWriter.Attributes = ["iso-date": day.description, "type": type]
    guard let basis else { return try xml.element("activity-date", attributes) }
    try xml.narrative("activity-date", attributes, text: "Not recorded: the day of its \(basis)")
  }
}

extension IATIContext {
  func activityAttributes(level: Int) -> XMLWriter.Attributes {
    [
      "xml:lang": "en", "default-currency": "USD", "hierarchy": "\(level)",
      "last-updated-datetime": generated,
    ]
  }
}

extension XMLWriter {
  /// What every activity begins with.
  func identity(_ identifier: String, title: String, description: String) throws {
    let office = IATIContext.office
    try element("iati-identifier", text: identifier)
    try narrative(
      "reporting-org", ["ref": office.reference, "type": office.kind], text: office.name ?? "")
    try narrative("title", text: title)
    try narrative("description", ["type": "1"], text: description)
  }

  /// What holds of every flow of an activity: multilateral, grants of official development
  /// assistance, untied.
  func defaults(aidType: String) throws {
    try element("collaboration-type", ["code": "4"])
    try element("default-flow-type", ["code": "10"])
    try element("default-finance-type", ["code": "110"])
    try element("default-aid-type", ["code": aidType, "vocabulary": "1"])
    try element("default-tied-status", ["code": "5"])
  }
}

extension Project {
  /// Whom it serves, its themes as the DAC's purposes and as our own, its policy markers.
  func writeClassifications(to xml: XMLWriter) throws {
    try writeBeneficiaries(to: xml)
    let sectors = themes.map { ($0.theme.purposeCodes.first ?? "99810", $0.share) }
    for (code, percentage) in percentages(of: sectors) {
      try xml.element(
        "sector", ["code": code, "vocabulary": "1", "percentage": percentage])
    }
    for (code, percentage) in percentages(of: themes.map { ($0.theme.code, $0.share) }) {
      try xml.narrative(
        "sector", ["code": code, "vocabulary": "99", "percentage": percentage],
        text: themes.first { $0.theme.code == code }?.theme.title ?? code)
    }
    try writeMarkers(to: xml)
  }

  private func writeBeneficiaries(to xml: XMLWriter) throws {
    func region(_ code: String) throws {
      try xml.element("recipient-region", ["code": code, "vocabulary": "1"])
    }
    switch beneficiaries {
    case .countries(let parts):
      try xml.element("activity-scope", ["code": parts.count == 1 ? "4" : "3"])
      for (code, percentage) in percentages(of: parts.map { ($0.country.alpha2, $0.share) }) {
        try xml.element("recipient-country", ["code": code, "percentage": percentage])
      }
    case .regional(let served):
      try xml.element("activity-scope", ["code": "2"])
      try region(dacRegions[served.key] ?? "998")
      try xml.narrative(
        "recipient-region", ["code": served.key, "vocabulary": "99"], text: served.title)
    case .global:
      try xml.element("activity-scope", ["code": "1"])
      try region("998")
    }
  }

  private func writeMarkers(to xml: XMLWriter) throws {
    if let gender {
      try xml.element(
        "policy-marker", ["vocabulary": "1", "code": "1", "significance": "\(gender)"])
    }
    for assessment in markers {
      let significance = "\(assessment.score.rawValue)"
      if let code = assessment.marker.iatiCode {
        try xml.element(
          "policy-marker",
          ["vocabulary": "1", "code": "\(code)", "significance": significance])
      } else {
        let marker = assessment.marker.rawValue
        try xml.narrative(
          "policy-marker",
          ["vocabulary": "99", "code": marker, "significance": significance], text: marker)
      }
    }
  }
}

/// Shares in per cent with two decimals, those of one code together, which add up to exactly 100;
/// of one alone nothing is said. What is too small to be seen is left out.
private func percentages(
  of shares: [(code: String, share: Millionths)]
) -> [(code: String, percentage: String?)] {
  var codes: [String] = []
  var weights: [Int64] = []
  for (code, share) in shares {
    if let place = codes.firstIndex(of: code) {
      weights[place] += share
    } else {
      codes.append(code)
      weights.append(share)
    }
  }
  guard codes.count > 1 else { return codes.map { ($0, nil) } }
  let parts = zip(codes, apportion(10_000, over: weights)).filter { $0.1 > 0 }
  guard parts.count > 1 else { return parts.map { ($0.0, nil) } }
  return parts.map { ($0.0, decimalText($0.1, exponent: 2)) }
}

/// The regions of the DAC that hold the Office's; where none does, developing countries at large.
let dacRegions = [
  "africa": "289", "west-and-central-asia": "689", "south-asia": "679",
  "south-eastern-and-eastern-europe": "89", "latin-america-and-caribbean": "498",
]

extension ProjectStatus {
  /// IATI's status: pipeline, implementation, finalisation, closed, cancelled.
  var iatiCode: String {
    switch self {
    case .pipeline, .approved: "1"
    case .ongoing: "2"
    case .completed: "3"
    case .closed: "4"
    case .cancelled: "5"
    }
  }

  fileprivate static let ended: Set<ProjectStatus> = [.completed, .closed]

  var hasBegun: Bool { self == .ongoing || hasEnded }
  var hasEnded: Bool { Self.ended.contains(self) }
}

extension PolicyMarker {
  /// Its code in the DAC's list; nil of our own.
  var iatiCode: Int? {
    switch self {
    case .environment: 2
    case .goodGovernance: 3
    case .tradeDevelopment: 4
    case .biodiversity: 5
    case .climateMitigation: 6
    case .climateAdaptation: 7
    case .desertification: 8
    case .maternalHealth: 9
    case .disasterRisk: 10
    case .disability: 11
    case .nutrition: 12
    case .women, .children: nil
    }
  }
}

extension DonorKind {
  /// IATI's type of organisation. One of a country is national.
  func iatiType(in country: Country?) -> String {
    switch self {
    case .state: "10"
    case .regionalOrganization, .unEntity, .financialInstitution: "40"
    case .agency: "15"
    case .ngo: country == nil ? "21" : "22"
    case .foundation: "60"
    case .privateEntity: "70"
    }
  }
}
