/// Who gives to the Fund (resolution 56/123, paragraphs 8, 9 and 12).
public struct Donor: Hashable, Sendable {
  /// The entry that added the donor.
  public var id: EntryNumber
  public var code: String
  public var name: String
  public var kind: DonorKind
  public var country: Country?
  /// Other names by which it is found.
  public var aliases: [String]
  /// The day from which this version holds; nil from the beginning.
  public var holdsFrom: CalendarDate?

  public init(
    id: EntryNumber = 0, code: String, name: String, kind: DonorKind, country: Country? = nil,
    aliases: [String] = [], holdsFrom: CalendarDate? = nil
  ) {
    self.id = id
    self.code = code
    self.name = name
    self.kind = kind
    self.country = country
    self.aliases = aliases
    self.holdsFrom = holdsFrom
  }
}

/// What a donor is.
public enum DonorKind: String, CaseIterable, Sendable {
  case state
  case regionalOrganization = "regional-organization"
  case unEntity = "un-entity"
  case financialInstitution = "financial-institution"
  case agency
  case ngo
  case foundation
  case privateEntity = "private"

  /// The kind as a heading, in the plural.
  public var title: String {
    switch self {
    case .state: "States"
    case .regionalOrganization: "Regional economic organizations"
    case .unEntity: "United Nations entities"
    case .financialInstitution: "International financial institutions"
    case .agency: "National and regional agencies"
    case .ngo: "Non-governmental organizations"
    case .foundation: "Foundations"
    case .privateEntity: "Private entities"
    }
  }
}
