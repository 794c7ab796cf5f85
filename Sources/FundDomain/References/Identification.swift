/// Finds who and what of the Fund's own books others mean: a donor by a reference, alias or
/// name, a project by an identifier or title, the Fund itself.
///
/// What is found holds for the books as they are read, so that an alias added later finds what was
/// reported before.
public final class Identification {
  private let books: any Books
  private let fund: String
  private var donors: [ReportedParty: EntryNumber?] = [:]
  private var projects: [String: EntryNumber?] = [:]
  private var funds: [ReportedParty: Bool] = [:]

  public init(_ books: any Books) throws {
    self.books = books
    fund = nameKey(try books.fund.title)
  }

  /// The donor that is meant, or nil: a guess between two is none.
  public func donor(_ party: ReportedParty) throws -> EntryNumber? {
    var party = party
    party.activity = nil
    if let known = donors[party] { return known }
    let found = try find(party)
    donors[party] = found
    return found
  }

  /// The project that is meant: by its identifier, with or without the publisher's reference, by
  /// the publisher's own number, or by its title.
  public func project(_ activity: ReportedActivity) throws -> EntryNumber? {
    let key = "\(activity.publisher)\n\(activity.identifier)"
    if let known = projects[key] { return known }
    let prefix = activity.publisher + "-"
    let short =
      activity.identifier.hasPrefix(prefix)
      ? String(activity.identifier.dropFirst(prefix.count)) : nil
    let found = try only(
      [activity.identifier, short, activity.ownNumber, activity.title], kind: "project")
    projects[key] = found
    return found
  }

  /// Whether a party is the Fund, or the Office that keeps it.
  public func isFund(_ party: ReportedParty) -> Bool {
    var party = party
    party.activity = nil
    if let known = funds[party] { return known }
    let isFund = isNamedFund(party)
    funds[party] = isFund
    return isFund
  }

  private func isNamedFund(_ party: ReportedParty) -> Bool {
    if let reference = party.reference, Self.references.contains(nameKey(reference)) { return true }
    guard let name = party.name.map({ nameKey($0) }) else { return false }
    return name == fund || Self.names.contains(name)
  }

  /// The Office by the channel codes of the OECD DAC and by its names.
  private static let references: Set = Set(["XM-DAC-41128", "41128"].map { nameKey($0) })
  private static let names: Set = Set(
    [
      "UNODC", "United Nations Office on Drugs and Crime", "UN Office on Drugs and Crime",
      "United Nations Office for Drug Control and Crime Prevention",
      "Crime Prevention and Criminal Justice Fund",
      "United Nations Crime Prevention and Criminal Justice Fund",
    ].map { nameKey($0) })

  private func find(_ party: ReportedParty) throws -> EntryNumber? {
    if let donor = try only([party.reference, party.name], kind: "donor") { return donor }
    if let country = party.name.flatMap(Self.governed), let donor = try state(country) {
      return donor
    }
    if let country = party.governed { return try state(country) }
    return nil
  }

  /// The one thing that bears the first of some names that is borne at all.
  private func only(_ names: [String?], kind: String) throws -> EntryNumber? {
    for name in names.compactMap(\.self) where !searchKey(name).isEmpty {
      let bearers = try books.bearers(of: name, kind: kind)
      if !bearers.isEmpty { return bearers.count == 1 ? bearers[0].id : nil }
    }
    return nil
  }

  private func state(_ country: Country) throws -> EntryNumber? {
    for name in [country.code, country.name] {
      let bearers = try books.bearers(of: name, kind: "donor")
      guard bearers.count == 1 else { continue }
      let donor = try books.donor(bearers[0].id)
      if donor.kind == .state, donor.country == country { return donor.id }
    }
    return nil
  }

  /// The country of `Government of Austria`, `Austria, Government of` and their like.
  private static func governed(_ name: String) -> Country? {
    for mark in ["Government of ", "Govt of ", "Government of the ", "Kingdom of "] {
      if name.hasPrefix(mark) { return try? Country(name.dropFirst(mark.count)) }
    }
    for mark in [", Government of", " Government"] where name.hasSuffix(mark) {
      return try? Country(name.dropLast(mark.count))
    }
    return nil
  }
}

extension ReportedParty {
  /// The country whose government or agency a reference names: `XM-DAC-5-7`, `GB-GOV-1`, `SE-0`; of
  /// a government also `NO-BRC-971277882`.
  fileprivate var governed: Country? {
    guard let reference else { return kind == "10" ? name.flatMap { try? Country($0) } : nil }
    let parts = reference.split(separator: "-")
    if reference.hasPrefix("XM-DAC-"), parts.count >= 3 {
      return Int(parts[2]).flatMap { dacDonors[$0] }.flatMap { try? Country($0) }
    }
    guard parts.count >= 2, parts[0].utf8.count == 2 else { return nil }
    let isAgency = parts[1] == "GOV" || parts.count == 2 && Int(parts[1]) != nil
    return isAgency || kind == "10" ? try? Country(parts[0]) : nil
  }
}

/// The donors of the OECD DAC's list by their numbers, as countries. Five digits are channels, and
/// no donors.
private let dacDonors: [Int: String] = [
  1: "AUT", 2: "BEL", 3: "DNK", 4: "FRA", 5: "DEU", 6: "ITA", 7: "NLD", 8: "NOR", 9: "PRT",
  10: "SWE", 11: "CHE", 12: "GBR", 18: "FIN", 20: "ISL", 21: "IRL", 22: "LUX", 30: "CYP",
  40: "GRC", 45: "MLT", 50: "ESP", 55: "TUR", 61: "SVN", 62: "HRV", 68: "CZE", 69: "SVK",
  70: "LIE", 72: "BGR", 75: "HUN", 76: "POL", 77: "ROU", 82: "EST", 83: "LVA", 84: "LTU",
  87: "RUS", 301: "CAN", 302: "USA", 546: "ISR", 552: "KWT", 566: "SAU", 576: "ARE", 701: "JPN",
  742: "KOR", 764: "THA", 801: "AUS", 820: "NZL",
]
