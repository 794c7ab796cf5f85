import FundDomain
import TestSupport
import Testing

@Suite struct ApportionTests {
  @Test func `parts always add up to the whole, and none is a unit off its share`() {
    var random = SplitMix64(seed: 56)
    for _ in 0..<5000 {
      let count = Int.random(in: 1...12, using: &random)
      let weights = (0..<count).map { _ in Int64.random(in: 0...1_000_000, using: &random) }
      let total = Int64.random(in: -Money.largest...Money.largest, using: &random)
      let parts = apportion(total, over: weights)
      #expect(parts.reduce(0, +) == total)
      let whole = weights.reduce(0, +)
      guard whole > 0 else { continue }
      for (part, weight) in zip(parts, weights) {
        let exact = Int128(total) * Int128(weight)
        let off = Int128(part) * Int128(whole) - exact
        #expect(off.magnitude < Int128(whole).magnitude)
      }
    }
  }

  @Test func `the largest remainder takes what is left, ties go to the first`() {
    #expect(apportion(100, over: [1, 1, 1]) == [34, 33, 33])
    #expect(apportion(-100, over: [1, 1, 1]) == [-34, -33, -33])
    #expect(apportion(10, over: [16, 26, 58]) == [2, 2, 6])
    #expect(apportion(5, over: [0, 0]) == [5, 0])
  }

  @Test func `shares are read in per cent and add up to a hundred`() throws {
    let shares = try readShares(["juvenile-justice=60", "corruption=40"], of: "themes")
    #expect(shares.map(\.share) == [600_000, 400_000])
    #expect(
      try readShares(["a", "b", "c"], of: "themes").map(\.share) == [333_334, 333_333, 333_333])
    #expect(try readShares(["a"], of: "themes").map(\.share) == [1_000_000])
    #expect(
      try readShares(["a=33.3334", "b=66.6666"], of: "x").map(\.share) == [333_334, 666_666])
  }

  @Test(arguments: [
    (["a=60", "b=39"], "shares-not-whole"), (["a=60", "b"], "shares-not-whole"),
    (["a=0", "b=100"], "share-unreadable"), (["a=33.33333"], "share-unreadable"),
    (["a=50", "a=50"], "named-twice"), (["a=101"], "share-unreadable"),
  ])
  func `shares that are not a hundred per cent are refused`(items: [String], rule: String) {
    let error = #expect(throws: LedgerError.self) { try readShares(items, of: "themes") }
    #expect(error?.rule == rule)
  }
}
