import FundDomain
import Testing

@Suite struct EarmarkCodesTests {
  private func codes(
    _ earmark: String?, in subFund: String = "SP", isInKind: Bool = false, isLocal: Bool = false
  ) -> String {
    let codes = EarmarkCodes(
      of: earmark.flatMap { Earmark(kept: $0) }, in: subFund, isInKind: isInKind, isLocal: isLocal)
    return "\(codes.modality.map(String.init) ?? "-")\(codes.category ?? 0) \(codes.instrument)"
  }

  @Test func `general-purpose money is core, and with an earmark limited`() {
    #expect(codes(nil, in: "GP") == "A1 R02A")
    #expect(codes("theme:corruption", in: "GP") == "D2 R02A")
  }

  @Test(arguments: [
    ("theme:corruption", "E2 R03B"), ("theme:corruption;theme:victims", "E2 R03B"),
    ("region:africa", "E2 R03E"), ("programme:GPAC", "H3 R03E"), ("country:LBN", "G3 R03E"),
    ("theme:corruption;region:africa", "J4 R03E"), ("programme:GPAC;country:LBN", "J4 R03E"),
    ("project:EGY/R31", "I4 R03E"), ("theme:victims;country:EGY;project:EGY/R31", "I4 R03E"),
  ])
  func `an earmark is coded by what it names`(earmark: String, expected: String) {
    #expect(codes(earmark) == expected)
  }

  @Test func `a special purpose that nobody stated has no modality`() {
    #expect(codes(nil) == "-0 R03E")
  }

  @Test func `a sub-fund of its own has a purpose of its own`() {
    #expect(codes(nil, in: "CA") == "E2 R03B")
  }

  @Test func `goods are counted apart, and local resources too`() {
    #expect(codes(nil, in: "GP", isInKind: true) == "K4 R02B")
    #expect(codes("project:EGY/R31", isInKind: true) == "K4 R03F")
    #expect(codes("country:COL", isLocal: true) == "G3 R03D")
  }
}
