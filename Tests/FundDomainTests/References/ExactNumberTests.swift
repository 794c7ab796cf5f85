import FundDomain
import TestSupport
import Testing

@Suite struct ExactNumberTests {
  @Test(
    arguments: [
      ("180000.00", "180000.00"), (".75", "0.75"), ("+5", "5"), ("-0.00", "0.00"),
      ("\n 1234 \t", "1234"), ("-28877855.19", "-28877855.19"), ("007", "7"), ("5.", "5"),
      ("11773757.7205736343", "11773757.7205736343"),
      ("999999999999999999.999999999999999999", "999999999999999999.999999999999999999"),
    ])
  func `a number is read as it is written`(text: String, wanted: String) throws {
    var sum = ExactSum()
    sum.add(try #require(ExactNumber(text)))
    #expect(sum.description == wanted)
  }

  @Test(
    arguments: [
      "", " ", ".", "-", "1,234.56", "1 234", "1e5", "0x10", "NaN", "12abc", "1.2.3", "--5", "٣٤",
      "1000000000000000000000", "0.0000000000000000001", "1\u{301}",
    ])
  func `nothing else is a number`(text: String) { #expect(ExactNumber(text) == nil) }

  @Test func `it is rounded half to even`() throws {
    for (text, exponent, units) in [
      ("0.005", 2, 0), ("0.015", 2, 2), ("-0.015", 2, -2), ("2.5", 0, 2), ("3.5", 0, 4),
      ("1.0050000001", 2, 101), ("12", 3, 12000),
    ] as [(String, Int, Int64)] {
      #expect(try #require(ExactNumber(text)).rounded(to: exponent) == units, "\(text)")
    }
    #expect(try #require(ExactNumber("999999999999999999")).rounded(to: 2) == nil)
  }

  /// Against sums of whole units that are added as numbers of the machine.
  @Test func `a sum is exact, whatever the signs`() {
    var random = SplitMix64(seed: 203)
    for _ in 0..<2000 {
      var sum = ExactSum()
      var units: Int128 = 0
      for _ in 0..<Int.random(in: 1...9, using: &random) {
        let cents = Int64.random(in: -9_999_999...9_999_999, using: &random)
        let digits = String(cents.magnitude)
        let padded = String(repeating: "0", count: max(0, 3 - digits.count)) + digits
        let text = "\(cents < 0 ? "-" : "")\(padded.dropLast(2)).\(padded.suffix(2))"
        if let number = ExactNumber(text) { sum.add(number) }
        units += Int128(cents)
      }
      #expect(sum.description == decimalText(Int64(units), exponent: 2))
      #expect(sum.isZero == (units == 0))
    }
  }

  @Test func `what rounding takes away is a number too`() throws {
    var sum = ExactSum()
    sum.add(try #require(ExactNumber("11773757.7205736343")))
    sum.subtract(Money.usd(1_177_375_772))
    #expect(sum.description == "0.0005736343")
  }
}
