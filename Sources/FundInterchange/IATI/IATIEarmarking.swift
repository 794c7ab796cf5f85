import FundDomain

/// How far the use of money is bound, as IATI's types of aid say it.
struct IATIEarmarking {
  private let codes: EarmarkCodes

  init(_ codes: EarmarkCodes) { self.codes = codes }

  /// The DAC's type of aid: core contributions, project-type interventions, or contributions to
  /// specific-purpose programmes and funds.
  private var dac: String {
    switch codes.modality {
    case "A", "D": "B02"
    case "I": "C01"
    default: "B03"
    }
  }

  func write(to xml: XMLWriter) throws {
    try xml.element("aid-type", ["code": dac, "vocabulary": "1"])
    guard let modality = codes.modality, let category = codes.category else { return }
    try xml.element("aid-type", ["code": "\(category)", "vocabulary": "2"])
    try xml.element("aid-type", ["code": String(modality), "vocabulary": "3"])
  }
}

extension IATIContext {
  /// How far money of a sub-fund is bound.
  func earmarking(
    _ earmark: Earmark?, in subFund: EntryNumber, isInKind: Bool = false
  ) -> IATIEarmarking {
    IATIEarmarking(EarmarkCodes(of: earmark, in: subFunds[subFund] ?? "", isInKind: isInKind))
  }
}
