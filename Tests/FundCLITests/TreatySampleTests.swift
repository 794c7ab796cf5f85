import Foundation
import TestSupport
import Testing

/// The treaties of the sample against the file itself, counted here by other means than the
/// program's, and against the days that were published.
@Suite struct TreatySampleTests {
  /// A line of a status list: what matters of it, as text.
  private struct Line: Hashable {
    let instrument, participant, signature, consent, consentType: String
  }

  /// No field that is read has a comma in it but the source, which stands last.
  private func lines(_ path: String) throws -> [Line] {
    try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst()
      .map {
        let fields = $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        #expect(fields.count >= 7)
        return Line(
          instrument: fields[0], participant: fields[1], signature: fields[2], consent: fields[4],
          consentType: fields[5])
      }
  }

  private let file = checkoutFolder + "/Samples/treaties.csv"

  private func rows(_ report: [String: Any]) throws -> [String: [String: Any]] {
    let rows = try #require(report["rows"] as? [[String: Any]])
    return Dictionary(uniqueKeysWithValues: rows.map { ($0["key"] as! String, $0) })
  }

  @Test(.needsSharedFolder) func `the sample says what its source says`() throws {
    let folder = try #require(sharedFolder())
    let source = try lines(folder + "/data/fund/untoc_protocols_uncac_status_2015.csv")
    #expect(try lines(file) == source)
    #expect(source.count == 805)
  }

  @Test func `each instrument enters into force on the day that was published`() throws {
    try withTemporaryFolder { folder in
      let ledger = try SampleLedger("2002-2003", in: folder)
      let countdown = try rows(ledger.json(["report", "treaties", "countdown"]))
      for (key, needed, decisive, inForce) in [
        ("UNTOC", 40, "2003-07-01", "2003-09-29"), ("TIP", 40, "2003-09-26", "2003-12-25"),
        ("SOM", 40, "2003-10-30", "2004-01-28"), ("FIREARMS", 40, "2005-04-04", "2005-07-03"),
        ("UNCAC", 30, "2005-09-15", "2005-12-14"),
      ] {
        let row = try #require(countdown[key])
        #expect(row["needed"] as? Int == needed)
        #expect(row["decisive"] as? String == decisive)
        #expect(row["entryIntoForce"] as? String == inForce)
      }
      // States only: the European Union's instrument is in the file too.
      let bound = try lines(file).filter { $0.instrument == "UNTOC" && !$0.consent.isEmpty }
      #expect(bound.contains { $0.participant == "European Union" })
      #expect(countdown["UNTOC"]?["counted"] as? Int == bound.count - 1)
    }
  }

  /// States that had signed, and that were bound, on a day: as the resolution's readers counted.
  @Test func `the counts of each day are the file's`() throws {
    let known: [String: [String: (Int, Int)]] = [
      "2001-12-19": [
        "UNTOC": (139, 6), "TIP": (99, 4), "SOM": (94, 4), "FIREARMS": (19, 0), "UNCAC": (0, 0),
      ],
      "2002-12-31": [
        "UNTOC": (146, 28), "TIP": (116, 21), "SOM": (111, 20), "FIREARMS": (51, 3),
      ],
      "2003-06-30": [
        "UNTOC": (146, 39), "TIP": (116, 28), "SOM": (111, 27), "FIREARMS": (51, 4),
      ],
      "2003-12-31": [
        "UNTOC": (146, 59), "TIP": (116, 45), "SOM": (111, 40), "FIREARMS": (51, 12),
      ],
      "2015-03-14": [:],
    ]
    let all = try lines(file)
    try withTemporaryFolder { folder in
      let ledger = try SampleLedger("2002-2003", in: folder)
      for (day, figures) in known {
        let status = try rows(ledger.json(["report", "treaties", "--as-at", day]))
        let countdown = try rows(ledger.json(["report", "treaties", "countdown", "--as-at", day]))
        for key in ["UNTOC", "TIP", "SOM", "FIREARMS", "UNCAC"] {
          let own = all.filter { $0.instrument == key }
          let signed = own.filter { !$0.signature.isEmpty && $0.signature <= day }
          let bound = own.filter { !$0.consent.isEmpty && $0.consent <= day }
          #expect(status[key]?["signatories"] as? Int == signed.count, "\(key) \(day)")
          #expect(status[key]?["parties"] as? Int == bound.count, "\(key) \(day)")
          let states = { (lines: [Line]) in
            lines.filter { $0.participant != "European Union" }.count
          }
          #expect(countdown[key]?["counted"] as? Int == states(bound))
          if let (signatories, parties) = figures[key] {
            #expect(states(signed) == signatories && states(bound) == parties, "\(key) \(day)")
          }
          let regions = try #require(status[key]?["regions"] as? [[String: Any]])
          #expect(regions.reduce(0) { $0 + ($1["parties"] as! Int) } == bound.count)
        }
      }
    }
  }

  /// Beneficiaries from the sample's own file of projects, read here. All were recorded after the
  /// days asked for: one that begins after a day serves nobody by then.
  @Test func `the beneficiaries that are not party are those of the projects`() throws {
    func codes(by day: String) throws -> Set<String> {
      let script = """
        .mode csv
        .import 'Samples/2002-2003/projects.csv' project
        SELECT DISTINCT countries FROM project WHERE countries <> '' AND status <> 'cancelled'
          AND coalesce(nullif(start, ''), nullif(substr(budget, 1, 4), ''), '') <= '\(day)';
        """
      let said = try ChildProcess(
        "/usr/bin/env", ["sqlite3", ":memory:"], in: checkoutFolder,
        environment: Program.cleanEnvironment, input: Data(script.utf8)
      ).wait()
      return Set(said.output.matches(of: /[A-Z]{3}/).map { String($0.output) })
    }
    try withTemporaryFolder { folder in
      let ledger = try SampleLedger("2002-2003", in: folder)
      for day in ["2001-12-19", "2003-12-31", "2015-03-14"] {
        let codes = try codes(by: day)
        for (key, row) in try rows(ledger.json(["report", "treaties", "--as-at", day])) {
          let report = try ledger.json(
            ["report", "treaties", "--instrument", key, "--as-at", day])
          let participants = try #require(report["rows"] as? [[String: Any]])
          let parties = participants.filter { $0["standing"] as? String == "party" }
            .map { $0["key"] as! String }
          // Before an instrument is adopted nobody can be missing.
          let served = key == "UNCAC" && day < "2003-10-31" ? [] : codes
          #expect(row["missing"] as? [String] == served.subtracting(parties).sorted())
          #expect(row["beneficiaries"] as? Int == served.count)
        }
      }
      let all = try (codes(by: "2001-12-19").count, codes(by: "2015-03-14").count)
      #expect(all.0 < all.1 && all.1 > 20)
    }
  }
}
