import Foundation
import TestSupport
import Testing

/// What a report said on a day it says again: the books as they were known.
@Suite struct KnownAtTests {
  private let steps = [
    ["add", "donor", "NOR", "Norway", "--kind", "state"],
    ["add", "project", "P/1", "One", "--theme", "corruption", "--country", "EGY"],
    [
      "record", "pledge", "--donor", "NOR", "--amount", "1000 USD", "--on", "2002-02-01",
      "--announced", "--earmark", "project:P/1",
    ],
    ["record", "contribution", "--donor", "NOR", "--amount", "50 USD", "--on", "2002-03-01"],
    [
      "record", "contribution", "--donor", "NOR", "--amount", "200 USD", "--on", "2002-04-01",
      "--pledge", "PLG-2002-0001",
    ],
    ["commit", "PLG-2002-0001", "--document", "Letter", "--on", "2002-05-01"],
    ["change", "project", "P/1", "--theme", "firearms", "--on", "2002-05-02"],
    ["change", "donor", "NOR", "--name", "Kingdom of Norway", "--on", "2002-05-02"],
    ["record", "refund", "--donor", "NOR", "--amount", "10 USD", "--on", "2002-06-01"],
    ["reverse", "RFD-2002-0001", "--reason", "test"],
    ["reverse", "CTB-2002-0002", "--reason", "test"],
    ["add", "sub-fund", "VTF", "Victims"],
    [
      "record", "contribution", "--donor", "NOR", "--amount", "75 USD", "--on", "2002-03-02",
      "--sub-fund", "VTF",
    ],
    ["import", "treaties", "treaties.csv"], ["undo", "15", "--reason", "test"],
    [
      "add", "request", "EGY", "--theme", "corruption", "--on", "2002-06-01", "--document",
      "Letter",
    ],
    ["add", "mandate", "56/123/OP4", "Corruption"],
    [
      "change", "project", "P/1", "--request", "REQ-2002-0001", "--mandate", "56/123/OP4",
      "--status", "approved", "--gender", "1", "--on", "2002-07-01",
    ],
    ["change", "mandate", "56/123/OP4", "--title", "Global programmes", "--on", "2002-08-01"],
    [
      "record", "co-funding", "--project", "P/1", "--fund", "UNDP", "--amount", "9 USD", "--on",
      "2002-09-01",
    ],
    [
      "record", "allotment", "--project", "P/1", "--from", "GP", "--amount", "20 USD", "--on",
      "2002-09-02",
    ],
    ["reverse", "COF-2002-0001", "--reason", "test"],
  ]

  private let reports = [
    ["report", "biennium", "2002-2003"], ["report", "biennium", "2002-2003", "--by", "donor"],
    ["report", "biennium", "2002-2003", "--by", "theme"],
    ["report", "pledges", "--as-at", "2003-12-31"],
    ["report", "trial-balance", "--as-at", "2003-12-31"],
    ["list", "contributions", "--as-at", "2003-12-31"],
    ["list", "pledges", "--as-at", "2003-12-31"], ["list", "donors", "--as-at", "2003-12-31"],
    ["list", "projects", "--by", "theme", "--as-at", "2003-12-31"],
    ["list", "sub-funds", "--as-at", "2003-12-31"],
    ["status", "--as-at", "2003-12-31"], ["get", "balance", "--as-at", "2003-12-31"],
    ["get", "outstanding", "--as-at", "2003-12-31"],
    ["due", "--as-at", "2002-12-01"],
    ["report", "contributions", "-p", "2002-2003"],
    ["report", "participation", "-p", "2002-2003"],
    ["report", "regularity", "--as-at", "2003-12-31"],
    ["report", "projects", "--as-at", "2003-12-31"],
    ["report", "delivery", "--as-at", "2003-12-31"], ["report", "gap", "--as-at", "2003-12-31"],
    ["report", "match", "--as-at", "2003-12-31"],
    ["report", "balance", "--as-at", "2003-12-31"],
    ["report", "trend", "--as-at", "2003-12-31"],
    ["list", "requests", "--as-at", "2003-12-31"], ["list", "mandates", "--as-at", "2003-12-31"],
    ["report", "requests", "--as-at", "2003-12-31"], ["report", "synergies", "-p", "2002-2003"],
    ["report", "mandate", "-p", "2002-2003"], ["report", "gender", "-p", "2002-2003"],
    ["report", "development", "-p", "2002-2003"],
    ["report", "treaties", "--as-at", "2003-12-31"],
    ["report", "treaties", "--instrument", "UNTOC", "--as-at", "2003-12-31"],
    ["report", "treaties", "countdown", "--as-at", "2003-12-31"],
  ]

  @Test func `every report says with known-at what it said then`() throws {
    try withTemporaryFolder { folder in
      func run(_ arguments: [String]) throws -> String {
        let outcome = try Program.run(arguments, in: folder)
        #expect(outcome.status == 0, "\(arguments): \(outcome.errors)")
        return outcome.output
      }
      _ = try run(["init"])
      let treaties =
        "instrument,participant,consent_date,consent_type\nUNTOC,EGY,2003-12-01,approval\n"
      try Data(treaties.utf8).write(to: URL(fileURLWithPath: folder + "/treaties.csv"))
      var said: [(entry: Int, answers: [String])] = []
      for (place, step) in steps.enumerated() {
        _ = try run(step)
        let answers = try reports.map { try run($0 + ["--format", "json"]) }
        said.append((6 + place, answers))
      }
      for (entry, answers) in said {
        for (report, answer) in zip(reports, answers) {
          let again = try run(report + ["--format", "json", "--known-at", "\(entry)"])
          let wanted = answer.replacing("\"knownAt\": null", with: "\"knownAt\": \(entry)")
          #expect(again == wanted, "\(report) at entry \(entry)")
        }
      }
      let late = try Program.run(["list", "donors", "--known-at", "999"], in: folder)
      #expect(late.status == 65 && late.errors.contains("[known-at-unknown]"))
      let early = try Program.run(["list", "donors", "--known-at", "2001-01-01"], in: folder)
      #expect(early.status == 65 && early.errors.contains("[known-at-unknown]"))
      let open = try Program.run(["list", "donors", "--known-at", "2199-01-01"], in: folder)
      #expect(open.status == 65 && open.errors.contains("[known-at-not-over]"))
    }
  }
}
