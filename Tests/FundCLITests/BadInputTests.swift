import Foundation
import TestSupport
import Testing

/// Wrong input, each with its own rule and exit status, and the ledger's head as it was.
@Suite struct BadInputTests {
  private static let gift = [
    "record", "contribution", "--donor", "NOR", "--amount", "100 USD", "--on", "2002-06-28",
  ]

  /// The gift with one flag's value replaced, or one added.
  private static func gift(_ flag: String, _ value: String) -> [String] {
    var arguments = gift
    if let place = arguments.firstIndex(of: flag) {
      arguments[place + 1] = value
    } else {
      arguments += [flag, value]
    }
    return arguments
  }

  private static let project = ["add", "project", "P", "Title", "--country", "EGY", "--theme"]

  private static let wrong: [(arguments: [String], rule: String, status: Int32)] = [
    (gift("--amount", "100 XQZ"), "unknown-currency", 65),
    (gift("--donor", "Norwy"), "unknown-donor", 65),
    (gift("--earmark", "country:Atlantis"), "unknown-country", 65),
    (gift("--earmark", "project:P9"), "unknown-project", 65),
    (gift("--earmark", "theme:coruption"), "unknown-theme", 65),
    (gift("--amount", "100.001 USD"), "amount-decimals", 65),
    (gift("--amount", "0 USD"), "amount-not-positive", 65),
    (gift("--amount", "-100 USD"), "amount-not-positive", 65),
    (gift("--amount", "10000000000000.01 USD"), "amount-out-of-range", 65),
    (gift("--on", "2002-02-30"), "date-unreadable", 65),
    (["report", "biennium", "2003-2004"], "biennium-odd", 65),
    (project + ["corruption=60", "--theme", "firearms=39"], "shares-not-whole", 65),
    (gift("--amount", "100 EUR"), "rate-missing", 65),
    (
      ["record", "contribution", "--donor", "NOR", "--amount", "1 DEM", "--on", "2003-01-15"],
      "currency-ended", 65
    ),
    (gift("--pledge", "PLG-2002-0001"), "contribution-exceeds-pledge", 65),
    (gift("--reference", "BANK-1"), "reference-contradicts", 65),
    (["import", "csv", "contributions", "header.csv"], "unknown-column", 65),
    (["import", "csv", "contributions", "short.csv"], "short-row", 65),
    (["import", "csv", "contributions", "quote.csv"], "unbalanced-quote", 65),
    (["import", "csv", "contributions", "latin.csv"], "not-utf8", 65),
    (["import", "csv", "contributions", "nul.csv"], "nul-byte", 65),
    (["import", "csv", "contributions", "rates.csv"], "unknown-column", 65),
    (["list", "donors", "--ledger", "text.sqlite"], "not-a-ledger", 65),
    (["list", "donors", "--ledger", "newer.sqlite"], "ledger-newer", 65),
    (["list", "donors", "--ledger", "."], "ledger-is-folder", 66),
    (["list", "donors", "--ledger", "none.sqlite"], "no-ledger", 66),
    (["import", "csv", "contributions", "none.csv"], "no-file", 66),
  ]

  private static let header = "donor,amount,currency,on\n"

  @Test func `what is wrong is refused by its own rule, and nothing is recorded`() throws {
    try withTemporaryFolder { folder in
      func run(_ arguments: [String]) throws -> Outcome { try Program.run(arguments, in: folder) }
      func write(_ bytes: String, _ name: String) throws {
        try Data(bytes.utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
      }
      for arguments in [
        ["init"], ["add", "donor", "NOR", "Norway", "--kind", "state"],
        ["record", "pledge", "--donor", "NOR", "--amount", "99 USD", "--on", "2002-01-01"],
        Self.gift("--reference", "BANK-1") + ["--memo", "the first"],
      ] {
        #expect(try run(arguments).status == 0)
      }
      try write("euro,2003-01-01,0.96\n", "rates.csv")
      try write("donor,amuont,currency,on\nNOR,1,USD,2002-06-28\n", "header.csv")
      try write(Self.header + "NOR,1,USD\n", "short.csv")
      try write(Self.header + "NOR,1,USD,\"2002-06-28\nNOR,1,USD,2002-06-28\n", "quote.csv")
      try write(Self.header + "NOR,1\0,USD,2002-06-28\n", "nul.csv")
      try Data(Array(Self.header.utf8) + [0x4E, 0xF8, 0x52, 0x0A])
        .write(to: URL(fileURLWithPath: folder + "/latin.csv"))
      try write(String(repeating: "no ledger ", count: 200), "text.sqlite")
      _ = try ChildProcess(
        "/bin/sh",
        ["-c", "cp fund.sqlite newer.sqlite; sqlite3 newer.sqlite 'PRAGMA user_version=9'"],
        in: folder, environment: Program.cleanEnvironment
      ).wait()
      let before = try run(["verify"]).output
      #expect(before.hasPrefix("ok: 8 entries"))
      for (arguments, rule, status) in Self.wrong {
        let outcome = try run(arguments)
        #expect(outcome.status == status, "\(arguments): \(outcome.errors)")
        #expect(outcome.errors.contains("[\(rule)]"), "\(arguments): \(outcome.errors)")
        let json = try run(arguments + ["--format", "json"])
        #expect(json.status == status)
        #expect(json.errors.contains("\"schema\": \"cpcjf/1\""), "\(json.errors)")
        #expect(try run(["verify"]).output == before, "\(arguments)")
      }
    }
  }

  /// A byte-order mark and CRLF are no faults.
  @Test func `what Excel saves as CSV UTF-8 is read`() throws {
    try withTemporaryFolder { folder in
      _ = try Program.run(["init"], in: folder)
      _ = try Program.run(["add", "donor", "NOR", "Norway", "--kind", "state"], in: folder)
      let text = "\u{FEFF}donor,amount,currency,on\r\nNOR,1,USD,2002-06-28\r\n"
      try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/excel.csv"))
      let outcome = try Program.run(["import", "csv", "contributions", "excel.csv"], in: folder)
      #expect(outcome.status == 0)
      #expect(outcome.output == "contributions: 1 recorded in batch 3, 0 already recorded\n")
    }
  }
}
