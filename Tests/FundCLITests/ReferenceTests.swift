import Foundation
import TestSupport
import Testing

/// The register of references: what it shows, and that the books do not know of it.
@Suite struct ReferenceTests {
  /// A hand-made ledger whose donors others report of.
  private func ledger(in folder: String) throws -> HandMadeLedger {
    let ledger = try HandMadeLedger(in: folder)
    try write(Self.agency, "agency.xml", folder)
    try write(Self.flows, "flows.csv", folder)
    return ledger
  }

  private func write(_ text: String, _ name: String, _ folder: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
  }

  private static func transaction(
    _ type: Int, _ value: String, _ provider: String, _ day: String = "2003-05-01"
  ) -> String {
    """
    <transaction><transaction-type code="\(type)"/><transaction-date iso-date="\(day)"/>\
    <value value-date="\(day)">\(value)</value>\(provider)</transaction>
    """
  }

  /// A pledge, its commitment and its payment, a refund, and money that only moves within.
  private static let agency = """
    <iati-activities version="2.03"><iati-activity default-currency="EUR">
    <iati-identifier>XM-DAC-41122-9</iati-identifier>
    <reporting-org ref="XM-DAC-41122" type="40"><narrative>UNICEF</narrative></reporting-org>
    <title><narrative>Justice for children</narrative></title>
    <recipient-country code="EG" percentage="60"/><recipient-country code="CO" percentage="40"/>
    <sector code="15130" vocabulary="1"/>
    \(transaction(13, "9000", "<provider-org ref=\"XM-DAC-5\" type=\"10\"/>"))
    \(transaction(11, "9000", "<provider-org ref=\"XM-DAC-5-7\" type=\"10\"/>"))
    \(transaction(1, "9000", "<provider-org><narrative>Government of Germany</narrative></provider-org>"))
    \(transaction(1, "-1000.005", "<provider-org ref=\"DEU\"/>"))
    \(transaction(1, "700", "<provider-org ref=\"XM-DAC-41122\"/>"))
    \(transaction(1, "50", "", "2001-01-01"))
    \(transaction(4, "800", ""))
    </iati-activity></iati-activities>
    """

  private static let flows = """
    date,amountUSD,srcOrganization,destOrganization,destLocations,destProjectCode,status,id
    2002-09-02,25000,"Japan, Government of",UNODC,EGY,EGY/R31,paid,11
    2002-09-02,4000,"Japan, Government of",World Food Programme,EGY,,commitment,12
    2002-09-02,7,Somebody,World Food Programme,,,pledge,13
    """

  private func settled(_ text: String) -> String {
    withoutLook(text).replacing(/[0-9a-f]{64}/, with: "HEAD")
  }

  @Test func `the register is as it was, in every format`() throws {
    try withTemporaryFolder { folder in
      let ledger = try ledger(in: folder)
      for (kind, file) in [("iati", "agency.xml"), ("fts", "flows.csv")] {
        for format in ["text", "json"] {
          let text = try ledger.run(["import", kind, file, "--plan", "--format", format])
          expectGolden(settled(text), "import-\(kind).\(format == "text" ? "txt" : "json")")
        }
        _ = try ledger.run(["import", kind, file])
      }
      for (name, arguments) in [
        ("report-references", ["report", "references", "-p", "2002-2003"]),
        ("list-references", ["list", "references", "--as-at", "2003-12-31"]),
      ] {
        for (format, ending) in [
          ("text", "txt"), ("json", "json"), ("csv", "csv"), ("markdown", "md"), ("html", "html"),
        ] {
          let text = try ledger.run(arguments + ["--format", format])
          expectGolden(settled(text), "\(name).\(ending)")
        }
        let book = try Program.run(
          arguments + ["--format", "xlsx", "--ledger", ledger.path], in: folder)
        expectGolden(
          settled(try OpenedWorkbook(book.outputData).readable), "\(name).xlsx.txt")
      }
    }
  }

  @Test func `nothing that others report is in the books`() throws {
    try withTemporaryFolder { folder in
      let ledger = try ledger(in: folder)
      let reports = [
        ["report", "biennium", "2002-2003"], ["report", "biennium", "2002-2003", "--by", "donor"],
        ["report", "trial-balance", "--as-at", "2004-12-31"], ["report", "journal"],
        ["list", "projects", "--as-at", "2004-12-31"],
      ]
      func answers() throws -> [String] {
        try reports.map { report in
          try ledger.run(report).replacing(/Ledger: .*/, with: "")
        }
      }
      let before = try answers()
      let postings = try ledger.sql("SELECT count(*) FROM posting")
      _ = try ledger.run(["import", "iati", "agency.xml"])
      _ = try ledger.run(["import", "fts", "flows.csv"])
      #expect(try answers() == before)
      #expect(try ledger.sql("SELECT count(*) FROM posting") == postings)
      #expect(try ledger.run(["verify"]).hasPrefix("ok"))
    }
  }

  @Test func `a newer file adds what is different, and undoing it brings back what was`() throws {
    try withTemporaryFolder { folder in
      let ledger = try ledger(in: folder)
      _ = try ledger.run(["import", "iati", "agency.xml"])
      let list = ["list", "references", "--format", "csv"]
      let before = try ledger.run(list)
      let entry = try ledger.sql("SELECT max(seq) FROM entry")
      // One flow is changed, one is told twice, one is gone.
      try write(
        Self.agency.replacing(">800<", with: ">801<")
          .replacing(
            Self.transaction(1, "50", "", "2001-01-01"),
            with: Self.transaction(1, "700", "<provider-org ref=\"XM-DAC-41122\"/>")),
        "agency.xml", folder)
      let answer = try ledger.json(["import", "iati", "agency.xml"])
      #expect(answer["recorded"] as? Int == 2 && answer["withdrawn"] as? Int == 2)
      #expect(answer["alreadyRecorded"] as? Int == 5)
      let after = try ledger.run(list)
      #expect(after != before)
      #expect(try ledger.run(list + ["--known-at", "\(entry)"]) == before)
      // Plain SQL adds up what stands, and the import what the file says.
      let standing = """
        SELECT sum(amount) FROM reported_flow AS flow WHERE type = 1 AND NOT EXISTS (
          SELECT 1 FROM flow_withdrawal WHERE flow_entry = flow.entry AND flow_line = flow.line)
        """
      #expect(try ledger.sql(standing) == 900_000 - 100_000 + 140_000)
      let again = try ledger.json(["import", "iati", "agency.xml"])
      #expect(again["recorded"] as? Int == 0 && again["alreadyRecorded"] as? Int == 7)
      let batch = try ledger.sql("SELECT max(id) FROM batch")
      _ = try ledger.run(["undo", "\(batch)", "--reason", "The wrong file"])
      #expect(try ledger.run(list) == before)
      let anew = try ledger.json(["import", "iati", "agency.xml"])
      #expect(anew["recorded"] as? Int == 2 && anew["withdrawn"] as? Int == 2)
      #expect(try ledger.run(list) == after && ledger.run(["verify"]).hasPrefix("ok"))
    }
  }

  /// More than an entry holds: three reports of one activity.
  @Test func `an activity of thousands of flows is recorded in parts, and changed in parts`() throws
  {
    try withTemporaryFolder { folder in
      _ = try Program.run(["init"], in: folder)
      func file(_ range: Range<Int>) throws {
        try write(
          "<iati-activity default-currency=\"USD\"><iati-identifier>A</iati-identifier>"
            + range.map { Self.transaction(3, "\($0)", "") }.joined() + "</iati-activity>",
          "big.xml", folder)
      }
      func numbers() throws -> [Int?] {
        let outcome = try Program.run(
          ["import", "iati", "big.xml", "--format", "json"], in: folder)
        let json = try JSONSerialization.jsonObject(with: outcome.outputData) as? [String: Any]
        return ["recorded", "alreadyRecorded", "withdrawn"].map { json?[$0] as? Int }
      }
      try file(0..<2500)
      #expect(try numbers() == [2500, 0, 0])
      #expect(try numbers() == [0, 2500, 0])
      try file(2400..<2500)
      #expect(try numbers() == [0, 100, 2400])
      #expect(try numbers() == [0, 100, 0])
      try file(0..<2500)
      #expect(try numbers() == [2400, 100, 0])
      #expect(try Program.run(["verify"], in: folder).status == 0)
    }
  }

  /// 256 MiB of address space hold the program and all that it keeps.
  @Test(
    arguments: [
      ("attributes", "xml-too-many-attributes"), ("depth", "xml-too-deep"),
      ("text", "xml-text-too-long"), ("attribute", "xml-attribute-too-long"),
      ("elements", "not-iati"), ("entities", "xml-doctype"),
    ])
  func `hostile XML costs neither time nor memory`(name: String, rule: String) throws {
    func times(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }
    let texts = [
      "attributes": "<a " + (0..<100_000).map { "b\($0)=\"1\"" }.joined(separator: " ") + "/>",
      "depth": times("<a>", 1_000_000), "text": "<a>\(times("x", 30_000_000))</a>",
      "attribute": "<a b=\"\(times("x", 30_000_000))\"/>",
      "elements": "<r>\(times("<t>1</t>", 1_000_000))</r>",
      "entities":
        "<!DOCTYPE a [<!ENTITY q \"\(times("A", 50_000))\">]><a>\(times("&q;", 4000))</a>",
    ]
    try withTemporaryFolder { folder in
      _ = try Program.run(["init"], in: folder)
      try write(try #require(texts[name]), "hostile.xml", folder)
      var environment = Program.cleanEnvironment
      environment["CPCJF"] = Program.path
      let begun = ContinuousClock.now
      let outcome = try ChildProcess(
        "/bin/sh", ["-c", "ulimit -v 262144; exec \"$CPCJF\" import iati hostile.xml"],
        in: folder, environment: environment
      ).wait(timeout: .seconds(30))
      #expect(outcome.status == 65 && outcome.errors.contains("[\(rule)]"), "\(outcome.errors)")
      #expect(ContinuousClock.now - begun < .seconds(10))
    }
  }

  /// Every file of others that lies beside the project, twice.
  @Test(.needsSharedFolder) func `files of real publishers count once, however often they come`()
    throws
  {
    let files = try #require(sharedFolder()) + "/iati/files"
    let names = try FileManager.default.contentsOfDirectory(atPath: files)
      .filter { $0.hasSuffix(".xml") }.sorted()
    #expect(names.count > 50)
    try withTemporaryFolder { folder in
      _ = try Program.run(["init"], in: folder)
      for name in names {
        let command = ["import", "iati", "\(files)/\(name)", "--format", "json"]
        let first = try Program.run(command, in: folder)
        #expect(
          first.status == (name.hasPrefix("bad-") && !name.contains("2.04") ? 65 : 0), "\(name)")
        let second = try Program.run(command, in: folder)
        let json = try JSONSerialization.jsonObject(with: second.outputData) as? [String: Any]
        #expect(json?["recorded"] as? Int == 0, "\(name)")
        if second.status == 65 {
          let refused = json?["refused"] as? [[String: Any]]
          #expect((refused?.first?["message"] as? String)?.isEmpty == false, "\(name)")
        }
      }
      #expect(try Program.run(["verify"], in: folder).status == 0)
    }
  }
}
