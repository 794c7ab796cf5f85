import FundDomain
import TestSupport
import Testing

@Suite struct MoneyTests {
  @Test(
    arguments: [
      ("250000 USD", 25_000_000), ("USD 250,000.00", 25_000_000), ("-17.5 USD", -1750),
      ("0.01 USD", 1), ("USD 1,234,567.89", 123_456_789),
      ("10000000000000.00 USD", 1_000_000_000_000_000),
    ] as [(String, Int64)])
  func `an amount is read as people write it`(text: String, minor: Int64) throws {
    #expect(try Money(text) == Money(minorUnits: minor, .usd))
  }

  @Test(arguments: [
    ("250000", "amount-unreadable"), ("250000 XXQ", "unknown-currency"),
    ("1.234 USD", "amount-decimals"), ("1,23 USD", "amount-unreadable"),
    ("1,2345 USD", "amount-unreadable"), (",234 USD", "amount-unreadable"),
    ("1e5 USD", "amount-unreadable"), ("+5 USD", "amount-unreadable"),
    ("٣٤ USD", "amount-unreadable"), ("- USD", "amount-unreadable"),
    ("5. USD", "amount-unreadable"), (".5 USD", "amount-unreadable"),
    ("10000000000000.01 USD", "amount-out-of-range"), ("17.5 JPY", "amount-decimals"),
    (String(repeating: "9", count: 400) + " USD", "amount-unreadable"),
    ("12abc USD", "amount-unreadable"), ("NaN USD", "amount-unreadable"),
  ])
  func `what is no amount is refused by its own rule`(text: String, rule: String) {
    let error = #expect(throws: LedgerError.self) { try Money(text) }
    #expect(error?.rule == rule)
  }

  @Test(arguments: [("USD", 2), ("JPY", 0), ("KWD", 3)])
  func `printing and reading are one another's opposite`(code: String, exponent: Int) throws {
    var random = SplitMix64(seed: 2002)
    let currency = try Currency(code)
    #expect(currency.exponent == exponent)
    for _ in 0..<2000 {
      let bits = Int64(bitPattern: random.next())
      let minor = bits % (Money.largest + 1)
      let money = Money(minorUnits: minor, currency)
      #expect(try Money(decimal: money.decimal, currency) == money)
      #expect(try Money(money.description) == money)
    }
  }

  @Test func `zero and below are not a contribution`() throws {
    for text in ["0 USD", "-1 USD"] {
      let money = try Money(text)
      let error = #expect(throws: LedgerError.self) { try money.positive() }
      #expect(error?.rule == "amount-not-positive")
    }
  }
}
