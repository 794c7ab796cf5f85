import FundDomain
import FundStorage
import Testing

/// How much may go back to a donor, to the least unit of its currency.
@Suite struct RefundTests {
  private func give(_ fixture: LedgerFixture, _ amount: String, on day: String) throws {
    try fixture.record(
      .contributions,
      ["donor": "NOR", "amount": amount, "on": day, "earmark": "theme:juvenile-justice"])
  }

  /// 100.00 NOK at 8.9 are 11.24; of the 1.24 not allotted 11.07 NOK are worth 1.2443, 11.08
  /// 1.2454.
  @Test func `what rounds down to the last cent goes too`() throws {
    try LedgerFixture.run { fixture in
      try give(fixture, "100 NOK", on: "2002-02-01")
      try fixture.record(
        .allotments,
        ["project": "EGY/R31", "amount": "10 USD", "from": "CTB-2002-0001", "on": "2002-03-01"])
      var refund = ["contribution": "CTB-2002-0001", "amount": "11.08 NOK", "on": "2002-04-01"]
      try fixture.refuses("refund-exceeds-contribution", .refunds, refund)
      refund["amount"] = "11.07 NOK"
      try fixture.record(.refunds, refund)
      #expect(try fixture.balance(.refunds) == 124)
    }
  }

  /// Two gifts of 100.00 EUR at 0.822, 121.65 each; at 1.200 both are worth 166.67: once 100.00 EUR
  /// have gone there are 83.33 left, for which 68.50 EUR go at the gift's own rate.
  @Test func `a donor's gifts give together no more than their sub-fund has`() throws {
    try LedgerFixture.run { fixture in
      try fixture.record(
        .rates, ["currency": "EUR", "effective": "2005-01-01", "units-per-usd": "1.200"])
      try give(fixture, "100 EUR", on: "2004-07-10")
      try give(fixture, "100 EUR", on: "2004-07-11")
      var refund = [
        "donor": "NOR", "sub-fund": "SP", "amount": "168.51 EUR", "on": "2005-01-15",
      ]
      try fixture.refuses("refund-exceeds-contribution", .refunds, refund)
      refund["amount"] = "168.50 EUR"
      try fixture.record(.refunds, refund)
      #expect(try fixture.balance(.refunds) == 12_165 + 8_333)
    }
  }
}
