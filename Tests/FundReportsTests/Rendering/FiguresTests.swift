import FundDomain
import FundReports
import Testing

@Suite struct FiguresTests {
  @Test(arguments: [
    (0, 2, "0.00"), (5, 2, "0.05"), (99_999, 2, "999.99"), (123_456, 2, "1,234.56"),
    (-123_456, 2, "(1,234.56)"), (-1, 2, "(0.01)"), (1_234_567, 0, "1,234,567"),
    (-1000, 3, "(1.000)"), (100, 0, "100"),
  ])
  func `people read thousands apart and negatives in parentheses`(
    amount: Int64, exponent: Int, text: String
  ) {
    #expect(grouped(amount, exponent: exponent) == text)
  }

  @Test(arguments: [
    (0, 2, "0.00"), (123_456, 2, "1234.56"), (-123_456, 2, "-1234.56"), (-1234, 0, "-1234"),
    (-7, 3, "-0.007"),
  ])
  func `programs read a point and a minus sign`(amount: Int64, exponent: Int, text: String) {
    #expect(decimalText(amount, exponent: exponent) == text)
  }

  @Test func `the least amount has a text like any other`() {
    #expect(decimalText(.min, exponent: 2) == "-92233720368547758.08")
    #expect(grouped(.min, exponent: 2) == "(92,233,720,368,547,758.08)")
    #expect(decimalText(.min, exponent: 20) == "-0.09223372036854775808")
  }
}
