import Foundation
import FundDomain
import FundInterchange
import TestSupport
import Testing

/// Tables of rates as they are published.
@Suite struct RateTableTests {
  private func rates(_ bytes: [UInt8]) throws -> [String: String] {
    var table = try #require(RateTable(bytes))
    var found: [String: String] = [:]
    try table.rows { row in
      #expect(row.unread.isEmpty)
      let key = try "\(row.form.required("currency")) \(row.form.required("effective"))"
      #expect(
        found.updateValue(try row.form.required("units-per-usd"), forKey: key) == nil, "\(key)")
    }
    #expect(table.faults.isEmpty)
    return found
  }

  private func file(_ name: String) throws -> [UInt8] {
    let path = try #require(sharedFolder()) + "/data/rates/\(name)"
    return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  private func lines(_ bytes: [UInt8]) -> [[String]] {
    String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// Every rate of the file, multiplied out again, is within half of its last digit.
  @Test(.needsSharedFolder) func `the Bank's rates per euro are crossed through the dollar`() throws
  {
    let bytes = try file("ecb-eurofxref-daily-1999-2005.csv")
    let found = try rates(bytes)
    let rows = lines(bytes)
    let header = rows[0]
    var checked = 0
    for row in rows.dropFirst() {
      let dollars = try exact(row[1])
      for (place, text) in row.enumerated().dropFirst(2) where !text.isEmpty {
        let crossed = try #require(found["\(header[place]) \(row[0])"])
        #expect(try isQuotient(crossed, of: exact(text), by: dollars), "\(header[place]) \(row[0])")
        checked += 1
      }
      let euro = try #require(found["EUR \(row[0])"])
      #expect(try isQuotient(euro, of: exact("1"), by: dollars), "EUR \(row[0])")
      if row[0] < "2002" {
        let mark = try #require(found["DEM \(row[0])"])
        #expect(try isQuotient(mark, of: exact("1.95583"), by: dollars), "DEM \(row[0])")
      } else {
        #expect(found["DEM \(row[0])"] == nil)
      }
    }
    #expect(checked == 49_405)
    #expect(found.keys.allSatisfy { !$0.hasPrefix("USD") })
  }

  private func exact(_ text: String) throws -> (digits: Int, decimals: Int) {
    let halves = text.split(separator: ".")
    let decimals = halves.count == 2 ? halves[1].count : 0
    return (try #require(Int(halves.joined())), decimals)
  }

  /// Whether |quotient × divisor - dividend| ≤ half a unit of the quotient's last place × divisor,
  /// in whole numbers.
  private func isQuotient(
    _ quotient: String, of dividend: (digits: Int, decimals: Int),
    by divisor: (digits: Int, decimals: Int)
  ) throws -> Bool {
    func power(_ exponent: Int) -> Int128 { (0..<exponent).reduce(1) { result, _ in result * 10 } }
    // With its zeros: the place to which it was rounded.
    var q = try exact(quotient)
    let whole = quotient.split(separator: ".")[0].drop { $0 == "0" }.count
    let places = 12 - whole
    q = (q.digits * Int(power(places - q.decimals)), places)
    let left = Int128(q.digits) * Int128(divisor.digits) * power(dividend.decimals)
    let right = Int128(dividend.digits) * power(q.decimals + divisor.decimals)
    let half = Int128(divisor.digits) * power(dividend.decimals)
    return (left - right).magnitude * 2 <= half.magnitude
  }

  @Test(.needsSharedFolder) func `H.10 states some currencies per dollar and others in dollars`()
    throws
  {
    let bytes = try file("fed-h10-daily-1999-2005.csv")
    let found = try rates(bytes)
    let rows = lines(bytes).dropFirst().filter { !$0[4].isEmpty }
    #expect(rows.count == 28_160)
    for row in rows {
      let rate = try #require(found["\(row[2]) \(row[0])"])
      if row[3] == "LCU per USD" {
        #expect(rate == row[4])
      } else {
        #expect(try isQuotient(rate, of: exact("1"), by: exact(row[4])), "\(row)")
      }
    }
    #expect(found["DEM 2001-12-31"] != nil && found["DEM 2002-01-02"] == nil)
  }

  @Test(.needsSharedFolder) func `the averages of H.10 are per dollar, the euro too`() throws {
    let found = try rates(file("fed-h10-monthly-1971-2026.csv"))
    #expect(found["EUR 1999-01-01"] == "0.8627")
    #expect(found["AUD 1971-01-01"] == "0.8944")
    #expect(found["DEM 2001-12-01"] == "2.1946")
    #expect(found["DEM 2002-01-01"] == nil)
    #expect(!found.keys.contains { $0.hasPrefix("VE") })
  }

  @Test func `a table whose direction nothing says is none`() {
    for header in [
      "Date,Rate,Currency", "date,currency,value", "country,currency,rate", "a,b,c",
      "Date,Rate,Currency,Frequency,Source,Country code,Country", "Date,NOK,SEK",
    ] {
      #expect(RateTable(Array("\(header)\n1,2,3\n".utf8)) == nil, "\(header)")
    }
  }

  @Test(arguments: [",", ";", "\t"])
  func `the Treasury's table is told by its effective date`(separator: String) throws {
    let text = """
      Country,Currency,Currency code,Effective date,Rate
      Norway,Krone,NOK,01 Jan 2002,8.9
      Panama,US Dollar,USD,01 Jan 2002,1.0

      """.replacing(",", with: separator)
    #expect(try rates(Array(text.utf8)) == ["NOK 2002-01-01": "8.9"])
  }
}
