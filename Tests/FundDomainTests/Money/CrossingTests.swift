import Foundation
import FundDomain
import TestSupport
import Testing

@Suite struct CrossingTests {
  private func rate(_ text: String) throws -> ExchangeRate { try ExchangeRate(text) }

  /// Each quotient by hand, to its thirteenth digit and beyond.
  @Test(
    arguments: [
      // 1 / 1.1789 = 0.84824836712189…
      ("1", "1.1789", "0.848248367122"),
      // 8.855 / 1.1789 = 7.511239290864…
      ("8.855", "1.1789", "7.51123929086"),
      ("372274", "1.1789", "315780.812622"),
      // 1 / 8 ends before the twelfth digit.
      ("1", "8", "0.125"), ("1", "1", "1"), ("2.5", "2.5", "1"),
      // Ties go to the even digit: 0.0000000000005 to 0, which is no rate; 1.5 and 2.5 units of it.
      ("0.000000000001", "0.8", "0.000000000001"), ("0.000000000002", "0.8", "0.000000000002"),
      ("0.000000000003", "2", "0.000000000002"), ("0.000000000005", "2", "0.000000000002"),
      ("999999999999", "1", "999999999999"), ("99999999999.6", "1", "99999999999.6"),
    ])
  func `a rate is crossed exactly and rounded once, half to even`(
    units: String, dollars: String, crossed: String
  ) throws {
    let result = try ExchangeRate.crossing(try rate(units), dollars: try rate(dollars))
    #expect(result.description == crossed)
  }

  @Test(
    arguments: [("1000000000000", "1"), ("1", "999999999999.999"), ("0.000000000001", "2000")])
  func `what leaves no rate is refused`(units: String, dollars: String) throws {
    let (units, dollars) = (try rate(units), try rate(dollars))
    #expect(throws: LedgerError.self) { try ExchangeRate.crossing(units, dollars: dollars) }
  }

  @Test func `a rate of the euro turned round brings back its dollars to the cent`() throws {
    for cents in stride(from: Int64(8000), through: 16000, by: 7) {
      let dollars = ExchangeRate(digits: cents, decimals: 4)
      let inverted = try ExchangeRate.crossing(.one, dollars: dollars)
      // Ten million euro are worth exactly that many times the dollars.
      let euro = try Money(decimal: "10000000", Currency("EUR"))
      #expect(try inverted.dollars(for: euro).minorUnits == cents * 100_000, "\(dollars)")
    }
  }

  @Test(.needsSharedFolder)
  func `currencies became the euro at the rates and on the days of the regulations`() throws {
    let path = try #require(sharedFolder()) + "/data/rates/euro-fixed-conversion-rates.csv"
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").dropFirst()
    #expect(lines.count == 21)
    for line in lines {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let currency = try Currency(fields[0])
      let fixed = try #require(currency.fixedRate)
      #expect(Double(fixed.description) == Double(fields[1]), "\(currency)")
      #expect(currency.fixedFrom?.description == fields[2], "\(currency)")
      #expect(currency.successor == .eur)
    }
  }

  @Test func `a unit of the euro is one from its first day as such to its last`() throws {
    func codes(_ day: String) throws -> [String] {
      Currency.fixedToEuro(on: try CalendarDate(day)).map(\.code)
    }
    #expect(try codes("1998-12-31") == [])
    let first = [
      "ADP", "ATS", "BEF", "DEM", "ESP", "FIM", "FRF", "IEP", "ITL", "LUF", "NLG", "PTE",
    ]
    #expect(try codes("1999-01-01") == first)
    #expect(try codes("2000-12-31") == first)
    #expect(try codes("2001-12-31") == (first + ["GRD"]).sorted())
    #expect(try codes("2002-01-01") == [])
    #expect(try codes("2008-01-01") == [])
  }
}
