import FundDomain
import Testing

@Suite struct ExchangeRateTests {
  /// The figures of the accounting's worked cases.
  @Test(
    arguments: [
      ("1.133", "1000000 EUR", 88_261_253), ("1.018", "500000 EUR", 49_115_914),
      ("0.822", "500000 EUR", 60_827_251), ("1.018", "10000.01 EUR", 982_319),
      ("2.100", "1000000 DEM", 47_619_048), ("1.018", "511291.88 EUR", 50_225_136),
      ("1.133", "1000 EUR", 88_261),
    ] as [(String, String, Int64)])
  func `an amount is worth its units over the rate, to the cent`(
    rate: String, amount: String, cents: Int64
  ) throws {
    #expect(try ExchangeRate(rate).dollars(for: Money(amount)) == .usd(cents))
  }

  @Test func `half a cent goes to the even cent`() throws {
    let two = try ExchangeRate("2")
    #expect(try two.dollars(for: Money("0.03 EUR")) == .usd(2))
    #expect(try two.dollars(for: Money("0.05 EUR")) == .usd(2))
    #expect(try two.dollars(for: Money("0.07 EUR")) == .usd(4))
  }

  @Test func `yen have no decimals and dinars three`() throws {
    #expect(try ExchangeRate("120").dollars(for: Money("12000 JPY")) == .usd(10_000))
    #expect(try ExchangeRate("0.3").dollars(for: Money("0.300 KWD")) == .usd(100))
  }

  @Test func `less than half a cent is refused`() throws {
    let error = #expect(throws: LedgerError.self) {
      try ExchangeRate("1500000").dollars(for: Money("5 TRL"))
    }
    #expect(error?.rule == "amount-too-small")
  }

  @Test func `more than 10^15 cents is refused`() throws {
    let error = #expect(throws: LedgerError.self) {
      try ExchangeRate("0.1").dollars(for: Money("10000000000000 EUR"))
    }
    #expect(error?.rule == "amount-out-of-range")
  }

  @Test(arguments: ["0", "-1", "1,5", "", "1.1234567890123", "abc"])
  func `what is no rate is refused`(text: String) {
    let error = #expect(throws: LedgerError.self) { try ExchangeRate(text) }
    #expect(error?.rule == "rate-unreadable")
  }
}
