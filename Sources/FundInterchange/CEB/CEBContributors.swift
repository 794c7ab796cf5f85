import FundDomain

extension Donor {
  /// The CEB's type of contributor: C01 a government, C02 to C08B others.
  var cebType: String {
    switch kind {
    case .state: "C01"
    case .ngo: "C02"
    case .financialInstitution: isVerticalFund ? "C04B" : "C04A"
    case .unEntity: "C04C"
    case .regionalOrganization:
      bears(["europeanunion", "europeancommission"]) ? "C08A" : "C04E"
    case .foundation: "C05"
    case .privateEntity: "C06"
    // What belongs to a country is a part of its government.
    case .agency: country == nil ? "C08B" : "C01"
    }
  }

  /// One of the global funds for one matter, which the CEB counts apart.
  var isVerticalFund: Bool {
    bears([
      "globalenvironmentfacility", "gavi", "gavialliance", "greenclimatefund",
      "globalfundtofightaidstuberculosisandmalaria",
    ])
  }

  private func bears(_ names: Set<String>) -> Bool {
    ([code, name] + aliases).contains { names.contains(searchKey($0)) }
  }
}
