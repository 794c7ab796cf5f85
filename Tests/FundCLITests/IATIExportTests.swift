import Foundation
import TestSupport
import Testing

/// What the Fund publishes of itself: valid by the standard's own schema and rules, and the same
/// money as the ledger's file, which plain SQL adds up.
@Suite struct IATIExportTests {
  private static let samples = ["2002-2003", "unodc-2013-2024"]

  /// Runs a program of the machine.
  private func run(_ program: [String], in folder: String) throws -> Outcome {
    try ChildProcess(
      "/usr/bin/env", program, in: folder, environment: Program.cleanEnvironment
    ).wait()
  }

  @Test(arguments: samples)
  func `each type of transaction adds up to what the ledger's tables do`(sample: String) throws {
    try withTemporaryFolder { folder in
      let ledger = try SampleLedger(sample, in: folder)
      let file = try PublishedFile(ledger.run(["export", "iati"]))
      let said = try LedgerMoney(ledger)
      #expect(file.sums("13") == said.pledged)
      #expect(file.sums("11") == said.committed)
      #expect(file.sums("1") { !$0.isOwn } == said.received)
      #expect(file.sums("1") { $0.isOwn } == said.allottedByTheFund)
      #expect(file.sums("2") == said.obligated)
      let isSupport = { (part: PublishedFile.Transaction) in part.note == "Programme support costs"
      }
      #expect(file.sums("3", "4") { !isSupport($0) } == said.disbursed)
      #expect(file.sums("3") == said.granted)
      #expect(file.sums("4") { isSupport($0) } == said.support)
      #expect(file.plannedSums == said.outstanding)
      #expect(file.transactions.isEmpty == false)
    }
  }

  @Test(arguments: samples)
  func `what a donor gave stands in one place, the Fund or the project that it is for`(
    sample: String
  ) throws {
    try withTemporaryFolder { folder in
      let ledger = try SampleLedger(sample, in: folder)
      let file = try PublishedFile(ledger.run(["export", "iati"]))
      let gifts = file.transactions.filter { $0.reference.hasPrefix("CTB") }.map(\.reference)
      #expect(Set(gifts).count == gifts.count)
      let numbers = try ledger.sql(
        "SELECT printf('CTB-%d-%04d', year, serial) FROM entry JOIN contribution ON entry = seq "
          + "WHERE seq NOT IN (SELECT reverses FROM entry WHERE reverses IS NOT NULL)")
      #expect(Set(gifts) == Set(numbers.map { $0[0] }))
      #expect(file.activities.count == Set(file.activities).count)
      #expect(
        String(file.activities.count - 1)
          == (try ledger.sql("SELECT count(DISTINCT project) FROM project")[0][0]))
    }
  }

  @Test(arguments: samples)
  func `our own import reads it again, with the same counts and sums`(sample: String) throws {
    try withTemporaryFolder { folder in
      let ledger = try SampleLedger(sample, in: folder)
      _ = try ledger.run(["export", "iati", "-o", "fund.xml"])
      let text = try String(contentsOfFile: folder + "/fund.xml", encoding: .utf8)
      let file = try PublishedFile(text)
      let answer = try ledger.json(["import", "iati", "fund.xml"])
      let read = try #require((answer["files"] as? [[String: Any]])?.first)
      #expect(read["activities"] as? Int == file.activities.count)
      #expect((read["setAside"] as? [Any])?.isEmpty == true)
      let types = Dictionary(grouping: file.transactions, by: \.type).mapValues(\.count)
      #expect(read["transactionsPerType"] as? [String: Int] == types)
      var sums: [String: Int] = [:]
      for part in file.transactions {
        sums["\(part.type) \(part.currency)", default: 0] += part.value
      }
      let readSums = try #require(read["sums"] as? [String: String])
      #expect(readSums.mapValues { Int($0.replacing(".", with: "")) } == sums)
      // The register finds every donor and project of the ledger again.
      let list = try ledger.run(["list", "references", "--format", "csv"])
      #expect(list.contains(",unidentified,") == false)
    }
  }

  @Test(arguments: samples)
  func `the same ledger gives the same bytes, whenever it is asked`(sample: String) throws {
    try withTemporaryFolder { folder in
      let ledger = try SampleLedger(sample, in: folder)
      let first = try ledger.run(["export", "iati"])
      // The recording of the newest entry is the file's instant.
      let instant = try ledger.sql("SELECT max(recorded_at) FROM batch")[0][0].prefix(19)
      #expect(first.contains("generated-datetime=\"\(instant)Z\""))
      let again = try Program.run(
        ["export", "iati", "--ledger", ledger.path, "-o", "again.xml"], in: folder,
        environment: ["TZ": "Pacific/Kiritimati", "LANG": "tr_TR.UTF-8"])
      #expect(again.status == 0)
      #expect(try String(contentsOfFile: folder + "/again.xml", encoding: .utf8) == first)
    }
  }

  @Test(.needsSharedFolder, arguments: samples)
  func `the export is valid by IATI's schema, and breaks no rule of its ruleset`(
    sample: String
  ) throws {
    let shared = try #require(sharedFolder()) + "/iati"
    try withTemporaryFolder { folder in
      let ledger = try SampleLedger(sample, in: folder)
      for day in [nil, "2003-12-31", "2014-12-31"] where day != "2003-12-31" || sample.count == 9 {
        let asAt = day.map { ["--as-at", $0] } ?? []
        _ = try ledger.run(["export", "iati", "-o", "fund.xml"] + asAt)
        try expectValid("fund.xml", in: folder, shared)
      }
    }
  }

  @Test(.needsSharedFolder) func `hostile names are published as they are, and validly`() throws {
    let shared = try #require(sharedFolder()) + "/iati"
    try withTemporaryFolder { folder in
      let ledger = folder + "/fund.sqlite"
      let name = "]]> <b> & \" ' &amp; <!-- -- ?> %s {{x}} =1+1 $(id) é漢 \\u{202E}"
      func cpcjf(_ arguments: [String]) throws -> Outcome {
        try Program.run(arguments + ["--ledger", ledger], in: folder)
      }
      #expect(try cpcjf(["init", "--title", name, "--start", "2000-01-01"]).status == 0)
      #expect(try cpcjf(["add", "donor", "<D&>", name, "--kind", "state"]).status == 0)
      let project = [
        "add", "project", "A/B&C|D?E <F>", name, "--theme", "corruption", "--scope", "global",
        "--start", "2002-01-01", "--partner", name, "--status", "ongoing",
      ]
      #expect(try cpcjf(project).status == 0)
      let gift = [
        "record", "contribution", "--donor", "<D&>", "--amount", "5 USD", "--on", "2002-02-01",
      ]
      #expect(try cpcjf(gift).status == 0)
      #expect(try cpcjf(["export", "iati", "-o", "fund.xml"]).status == 0)
      try expectValid("fund.xml", in: folder, shared)
      let asked = try run(
        ["xmllint", "--xpath", "string(//transaction/provider-org/narrative)", "fund.xml"],
        in: folder)
      #expect(asked.output == name + "\n")
      let identifier = try run(
        ["xmllint", "--xpath", "string(//iati-activity[2]/iati-identifier)", "fund.xml"],
        in: folder)
      #expect(identifier.output == "XM-DAC-41128-CPCJF-A-B_26C_7CD_3FE-<F>\n")
    }
  }

  @Test func `the exports are as they were`() throws {
    try withTemporaryFolder { folder in
      let ledger = try HandMadeLedger(in: folder)
      let file = try ledger.run(["export", "iati"])
      expectGolden(file.replacing(/(datetime=)"[^"]*"/) { "\($0.1)\"…\"" }, "export-iati.xml")
      expectGolden(try ledger.run(["export", "ceb"]), "export-ceb.csv")
    }
  }

  /// No error and no warning.
  private func expectValid(_ file: String, in folder: String, _ shared: String) throws {
    let schema = shared + "/schemas/2.03/iati-activities-schema.xsd"
    let valid = try run(["xmllint", "--nonet", "--noout", "--schema", schema, file], in: folder)
    #expect(valid.status == 0, "\(valid.errors.prefix(2000))")
    // The checker needs lxml, which not every Python has.
    let hasChecker = try run(["/usr/bin/python3", "-c", "import lxml"], in: folder).status == 0
    guard hasChecker else { return }
    let checked = try run(
      [
        "/usr/bin/python3", shared + "/check_ruleset.py", shared + "/rulesets/standard.json", file,
      ], in: folder)
    #expect(checked.output == "\(file) errors 0 warnings 0\n", "\(checked.errors)")
  }
}
