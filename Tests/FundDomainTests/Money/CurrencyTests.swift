import FundDomain
import Testing

@Suite struct CurrencyTests {
  @Test(arguments: [("USD", 2), ("JPY", 0), ("KWD", 3), ("CLF", 4), ("ITL", 0), ("DEM", 2)])
  func `a currency has its own decimals`(code: String, exponent: Int) throws {
    let currency = try Currency(code)
    #expect(currency.code == code)
    #expect(currency.exponent == exponent)
    #expect(try Currency(code.lowercased()) == currency)
  }

  /// Council Regulations (EC) 2866/98 and 1478/2000.
  @Test(arguments: [
    ("ATS", "13.7603"), ("BEF", "40.3399"), ("DEM", "1.95583"), ("ESP", "166.386"),
    ("FIM", "5.94573"), ("FRF", "6.55957"), ("GRD", "340.750"), ("IEP", "0.787564"),
    ("ITL", "1936.27"), ("LUF", "40.3399"), ("NLG", "2.20371"), ("PTE", "200.482"),
  ])
  func `what the euro replaced ended with 2001 at its fixed rate`(code: String, rate: String) throws
  {
    let currency = try Currency(code)
    #expect(currency.ended == CalendarDate.end(of: 2001))
    #expect(currency.successor?.code == "EUR")
    #expect(currency.fixedRate?.description == rate)
  }

  @Test func `every currency reads back, and every successor is one`() throws {
    #expect(Currency.all.count > 270)
    for currency in Currency.all {
      #expect(try Currency(currency.code) == currency)
      #expect(!currency.name.isEmpty)
      #expect(currency.fixedRate == nil || currency.successor != nil)
      #expect(currency.successor == nil || currency.ended != nil)
    }
  }

  @Test func `an unknown code is refused with the nearest`() {
    let error = #expect(throws: LedgerError.self) { try Currency("EUROS") }
    #expect(error?.rule == "unknown-currency")
    #expect(error?.hint?.contains("EUR") == true)
  }
}
