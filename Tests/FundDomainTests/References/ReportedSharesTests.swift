import FundDomain
import Testing

@Suite struct ReportedSharesTests {
  private func shares(_ items: [(String, String?)]) -> ReportedShares? {
    ReportedShares(items.map { (code: $0.0, perCent: $0.1) })
  }

  @Test func `one code alone is the whole`() {
    #expect(shares([("15130", nil)]) == ReportedShares(text: "15130=100", isWhole: true))
    #expect(shares([]) == nil)
  }

  @Test func `shares that nearly come to a hundred are brought to it`() {
    #expect(shares([("KE", "60"), ("UG", "40")])?.text == "KE=60;UG=40")
    #expect(
      shares([("A", "33.33"), ("B", "33.33"), ("C", "33.33")])
        == ReportedShares(text: "A=33.3334;B=33.3333;C=33.3333", isWhole: true))
    #expect(shares([("A", "99.9999999999999")])?.text == "A=100")
  }

  @Test(
    arguments: [
      [("A", "60"), ("B", "60")], [("A", "50"), ("B", nil)], [("A", nil), ("B", nil)],
      [("A", "0.6"), ("B", "0.4")], [("A", "150"), ("B", "-50")], [("A", "0"), ("B", "100")],
      [("A", "half"), ("B", "50")], [("A", "50")],
    ] as [[(String, String?)]])
  func `what is no whole is kept as given`(items: [(String, String?)]) {
    let found = shares(items)
    #expect(found?.isWhole == false)
    #expect(found?.codes == items.map(\.0))
    for (code, perCent) in items {
      #expect(found?.text.contains(perCent.map { "\(code)=\($0)" } ?? code) == true)
    }
  }

  @Test func `a text of others is made clean, not refused`() {
    #expect(tidied("  Ministry\n\tof  Justice ", most: 99) == "Ministry of Justice")
    #expect(tidied("farmers\u{92} access\u{202E}", most: 99) == "farmers access")
    #expect(tidied("Réseau", most: 3) == "Ré")
    #expect(tidied("ab  cd", most: 3) == "ab")
    #expect(tidied(" \u{200B}\n", most: 9) == nil)
  }
}
