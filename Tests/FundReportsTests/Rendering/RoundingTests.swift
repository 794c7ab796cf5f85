import FundReports
import Testing

@Suite struct RoundingTests {
  @Test func `parts that round down alone add up to the total`() {
    #expect(roundedToFoot(parts: [140, 140, 140], total: 420, unit: 100) == [2, 1, 1])
  }

  @Test func `parts that round up alone add up to the total`() {
    #expect(roundedToFoot(parts: [160, 170, 180], total: 510, unit: 100) == [1, 2, 2])
  }

  @Test func `the largest remainder is rounded up`() {
    #expect(roundedToFoot(parts: [110, 145, 110], total: 365, unit: 100) == [1, 2, 1])
  }

  @Test(arguments: [(250, 2), (350, 4), (251, 3), (-250, -2), (-350, -4), (-349, -3)])
  func `the total is rounded half to even`(total: Int64, rounded: Int64) {
    #expect(roundedToFoot(parts: [total], total: total, unit: 100) == [rounded])
  }

  @Test func `whole units and nothing stay as they are`() {
    #expect(
      roundedToFoot(parts: [0, 300, 0, 149, 149, -200], total: 398, unit: 100)
        == [0, 3, 0, 2, 1, -2])
    #expect(roundedToFoot(parts: [], total: 0, unit: 100).isEmpty)
  }

  @Test func `negative parts foot`() {
    #expect(roundedToFoot(parts: [-140, -140, 1140], total: 860, unit: 100) == [-1, -1, 11])
  }

  @Test func `the greatest amounts foot`() {
    let parts: [Int64] = [.max, .max, .min, .min, 1]
    let rounded = roundedToFoot(parts: parts, total: -1, unit: 100)
    #expect(rounded.reduce(0, &+) == 0)
  }

  @Test func `whatever the parts, they foot and each is rounded down or up`() {
    var seed: UInt64 = 56_123
    for _ in 0..<2000 {
      var parts: [Int64] = []
      for _ in 0..<Int(seed % 9) {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        parts.append(Int64(bitPattern: seed) >> 40)
      }
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let total = parts.reduce(0, +)
      let rounded = roundedToFoot(parts: parts, total: total, unit: 1000)
      let whole = roundedToFoot(parts: [total], total: total, unit: 1000)[0]
      #expect(rounded.reduce(0, +) == whole)
      #expect(zip(parts, rounded).allSatisfy { abs($0 - $1 * 1000) < 1000 })
    }
  }
}
