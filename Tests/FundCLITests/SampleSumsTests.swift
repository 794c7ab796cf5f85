import Foundation
import TestSupport
import Testing

/// The sample of 2013-2024 against its source, added up here by other means than the program's.
@Suite struct SampleSumsTests {
  /// The published figures, in cents: donor, year and sub-fund.
  private struct Figure: Hashable {
    let donor: String
    let year: Int
    let fund: String
  }

  private func published() throws -> [Figure: Int] {
    let folder = try #require(sharedFolder())
    let file = folder + "/data/fund/unodc_ceb_revenue_by_donor_2013_2024.csv"
    let codes = try donorCodes()
    var figures: [Figure: Int] = [:]
    for row in try csvRows(file) {
      for (column, fund) in [
        ("voluntary_unearmarked_usd", "GP"), ("voluntary_earmarked_usd", "SP"),
      ]
      where row[column] != "" {
        let donor = try #require(codes[row["donor"]!], "\(row)")
        let figure = Figure(donor: donor, year: try #require(Int(row["year"]!)), fund: fund)
        figures[figure, default: 0] += try cents(row[column])
      }
    }
    return figures
  }

  private func donorCodes() throws -> [String: String] {
    var codes: [String: String] = [:]
    for row in try csvRows(checkoutFolder + "/Samples/unodc-2013-2024/donors.csv") {
      for name in [row["name"]!] + row["aliases"]!.split(separator: ";").map(String.init) {
        codes[name] = row["code"]
      }
    }
    return codes
  }

  @Test(.needsSharedFolder)
  func `contributions less refunds are the source's sums, by biennium, year and donor`() throws {
    let figures = try published()
    func sum(_ includes: (Figure) -> Bool) -> Int {
      figures.reduce(0) { includes($1.key) ? $0 + $1.value : $0 }
    }
    try withTemporaryFolder { folder in
      let ledger = try SampleLedger("unodc-2013-2024", in: folder)
      for first in stride(from: 2012, through: 2024, by: 2) {
        let statement = try ledger.json(["report", "biennium", "\(first)-\(first + 1)"])
        let lines = try #require(statement["lines"] as? [[String: Any]])
        for fund in ["GP", "SP"] {
          let net = try lines.filter { ["contributions", "refunds"].contains($0["id"] as? String) }
            .reduce(0) { try $0 + cents(($1["subFunds"] as? [String: Any])?[fund]) }
          #expect(net == sum { $0.fund == fund && ($0.year == first || $0.year == first + 1) })
        }
      }
      for year in 2013...2024 {
        let report = try ledger.json(["report", "biennium", "\(year)", "--by", "donor"])
        let rows = try #require(report["rows"] as? [[String: Any]])
        var donors: Set<String> = []
        for row in rows {
          let donor = try #require(row["key"] as? String)
          donors.insert(donor)
          let net = try cents(row["contributions"]) + cents(row["refunds"])
          #expect(net == sum { $0.donor == donor && $0.year == year }, "\(donor) \(year)")
        }
        #expect(donors == Set(figures.keys.filter { $0.year == year }.map(\.donor)))
      }
    }
    // The figures that the issue of this ledger was begun with.
    func biennium(_ first: Int, _ fund: String) -> Int {
      sum { $0.fund == fund && ($0.year == first || $0.year == first + 1) }
    }
    #expect(biennium(2018, "GP") == 946_035_110)
    #expect(biennium(2018, "SP") == 69_399_926_784)
    #expect(biennium(2020, "GP") == 982_269_300)
    #expect(biennium(2020, "SP") == 62_302_912_600)
  }

  @Test(arguments: ["unodc-2013-2024", "2002-2003"])
  func `every breakdown adds up to the statement`(sample: String) throws {
    let dimensions = [
      "donor", "donor-kind", "sub-fund", "theme", "region", "country", "programme", "year",
      "instrument", "donor-region", "donor-country",
    ]
    let periods =
      sample == "2002-2003"
      ? ["2000-2001", "2002-2003", "2004-2005", "2002", "2002-06-01..2003-03-31"]
      : ["2018-2019", "2020-2021", "2023"]
    try withTemporaryFolder { folder in
      let ledger = try SampleLedger(sample, in: folder)
      for period in periods {
        let statement = try ledger.json(["report", "biennium", period])
        let lines = try #require(statement["lines"] as? [[String: Any]])
        var totals: [String: Int] = [:]
        for line in lines { totals[line["id"] as! String] = try cents(line["total"]) }
        for dimension in dimensions {
          let report = try ledger.json(["report", "biennium", period, "--by", dimension])
          let rows = try #require(report["rows"] as? [[String: Any]])
          for (measure, line) in [
            ("contributions", "contributions"), ("collected", "contributions-collected"),
            ("refunds", "refunds"), ("expenditure", "expenditure"),
          ] {
            let sum = try rows.reduce(0) { try $0 + cents($1[measure]) }
            #expect(sum == totals[line], "\(period) by \(dimension): \(measure)")
          }
        }
      }
    }
  }

  @Test func `importing a sample again records nothing`() throws {
    try withTemporaryFolder { folder in
      let ledger = try SampleLedger("2002-2003", in: folder)
      let before = try ledger.run(["verify"])
      let files = checkoutFolder + "/Samples/2002-2003/"
      for kind in [
        "donors", "mandates", "requests", "projects", "pledges", "contributions", "refunds",
        "allotments", "obligations", "disbursements", "co-funding",
      ] {
        let said = try ledger.run(["import", "csv", kind, files + kind + ".csv"])
        #expect(said.contains(": 0 recorded"), "\(said)")
      }
      _ = try ledger.run(["import", "rates", files + "rates.csv"])
      _ = try ledger.run(["import", "treaties", checkoutFolder + "/Samples/treaties.csv"])
      #expect(try ledger.run(["verify"]) == before)
    }
  }
}
