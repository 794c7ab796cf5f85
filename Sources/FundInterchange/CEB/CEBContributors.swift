import FundDomain

/// Who gives, as the CEB counts contributors.
struct CEBContributors {
  private let books: any Books
  private let donors: [EntryNumber: Donor]
  private let projects: [String: Project]

  init(_ books: any Books, on day: CalendarDate) throws {
    self.books = books
    donors = byID(try books.donors(on: day), \.id)
    projects = Dictionary(
      try books.projects(on: day).map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func donor(_ id: EntryNumber?) throws -> Donor? {
    try id.map { try donors[$0] ?? books.donor($0) }
  }

  /// Whether a State gives for what is done in its own country alone.
  func isLocal(_ earmark: Earmark?, from donor: Donor?) -> Bool {
    guard let earmark, let donor, donor.kind == .state, let country = donor.country else {
      return false
    }
    let named = earmark.values(of: .country)
    let projects = earmark.values(of: .project)
    guard !named.isEmpty || !projects.isEmpty else { return false }
    return named.allSatisfy { $0 == country.code }
      && projects.allSatisfy { self.projects[$0]?.serves(only: country) == true }
  }
}

extension Project {
  fileprivate func serves(only country: Country) -> Bool {
    guard case .countries(let parts) = beneficiaries else { return false }
    return parts.allSatisfy { $0.country == country }
  }
}

extension Donor {
  /// The CEB's type of contributor: C01 a government, C02 to C08B others.
  var cebType: String {
    switch kind {
    case .state: "C01"
    case .ngo: "C02"
    case .financialInstitution: isVerticalFund ? "C04B" : "C04A"
    case .unEntity: isPooledFund ? "C04D" : "C04C"
    case .regionalOrganization:
      bears(["europeanunion", "europeancommission"]) ? "C08A" : "C04E"
    case .foundation: "C05"
    case .privateEntity: "C06"
    // What belongs to a country is a part of its government.
    case .agency: country == nil ? "C08B" : "C01"
    }
  }

  /// The instrument of what it gives: what comes out of a fund is the fund's, unless it is core or
  /// in kind.
  func cebInstrument(_ codes: EarmarkCodes) -> String {
    guard ["R03B", "R03E"].contains(codes.instrument) else { return codes.instrument }
    return isPooledFund ? "R03A" : isVerticalFund ? "R03C" : codes.instrument
  }

  /// One of the global funds for one matter.
  private var isVerticalFund: Bool {
    kind == .financialInstitution
      && bears([
        "globalenvironmentfacility", "greenclimatefund", "gavi", "gavialliance",
        "globalfundtofightaidstuberculosisandmalaria",
      ])
  }

  /// A pooled fund of several entities of the United Nations.
  private var isPooledFund: Bool {
    kind == .unEntity
      && bears([
        "multipartnertrustfundoffice", "mptfoffice", "untrustfundforhumansecurity",
        "unitednationstrustfundforhumansecurity",
      ])
  }

  private func bears(_ names: Set<String>) -> Bool {
    ([code, name] + aliases).contains { names.contains(searchKey($0)) }
  }
}
