import FundDomain

/// The elements of an IATI file that the register reads. What bears a prefix is a vendor's own.
enum IATIElement: String, CaseIterable {
  case activities = "iati-activities"
  case organisations = "iati-organisations"
  case activity = "iati-activity"
  case identifier = "iati-identifier"
  case otherIdentifier = "other-identifier"
  case reportingOrg = "reporting-org"
  case title, description, narrative
  case activityStatus = "activity-status"
  case activityDate = "activity-date"
  case recipientCountry = "recipient-country"
  case recipientRegion = "recipient-region"
  case sector
  case policyMarker = "policy-marker"
  case defaultAidType = "default-aid-type"
  case aidType = "aid-type"
  case relatedActivity = "related-activity"
  case transaction
  case transactionType = "transaction-type"
  case transactionDate = "transaction-date"
  case value
  case providerOrg = "provider-org"
  case receiverOrg = "receiver-org"
}

/// Finds which element a name is, by where libxml2 keeps it: there it is once.
final class IATIElements {
  private var known: [UnsafePointer<CChar>: IATIElement?] = [:]

  /// The element whose start the reader just read.
  func element(_ reader: XMLReader) -> IATIElement? {
    let name = reader.namePointer
    if let element = known[name] { return element }
    let element = IATIElement(rawValue: String(cString: name))
    known[name] = element
    return element
  }
}

/// What versions 1 of the standard wrote with letters, and 2 with numbers.
enum IATICodes {
  static let types = [
    "IF": "1", "C": "2", "D": "3", "E": "4", "IR": "5", "LR": "6", "R": "7", "QP": "8", "QS": "9",
    "CG": "10",
  ]

  static let dates = [
    "start-planned": "1", "start-actual": "2", "end-planned": "3", "end-actual": "4",
  ]

  static let statuses = [
    "1": "pipeline", "2": "implementation", "3": "finalisation", "4": "closed", "5": "cancelled",
    "6": "suspended",
  ]

  /// The sectors of the OECD DAC: of five digits, or where nothing else is said of three.
  static func isPurpose(_ vocabulary: String?) -> Bool {
    vocabulary == nil || vocabulary == "1" || vocabulary == "DAC"
  }

  static func isCategory(_ vocabulary: String?) -> Bool {
    vocabulary == "2" || vocabulary == "DAC-3"
  }

  /// A date as real files write it: `2006-04-01Z`, `2012-09-24 00:00:00`. The zone does not count.
  static func date(_ text: String?) -> CalendarDate? {
    guard let text else { return nil }
    return try? CalendarDate(trimmed(text).prefix(10))
  }
}
