import Foundation
import TestSupport
import Testing

/// The annex to the Secretary-General's report: the whole set of reports as one document.
@Suite struct ImplementationTests {
  private static let question = ["report", "implementation", "--session", "57"]

  /// What changes with the moment of recording: instants, hashes and the day of master data; and
  /// the look of pages, which is one for all.
  private func settled(_ text: String) -> String {
    withoutLook(text).replacing(/[0-9a-f]{64}/, with: "HEAD")
      .replacing(/20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z/, with: "INSTANT")
      .replacing(/20(2[5-9]|[3-9]\d)-\d\d-\d\d/, with: "TODAY")
  }

  @Test func `the document is as it was, in every format`() throws {
    try withTemporaryFolder { folder in
      let ledger = try HandMadeLedger(in: folder)
      let question = Self.question + ["-p", "2002-2003", "--prepared-by", "Treasury <Vienna>"]
      for (format, ending) in [
        ("text", "txt"), ("json", "json"), ("markdown", "md"), ("html", "html"),
      ] {
        let text = try ledger.run(question + ["--format", format])
        expectGolden(settled(text), "hand-made-implementation.\(ending)")
        if format == "html" { _ = try StrictMarkup(text) }
      }
      _ = try ledger.run(question + ["-o", "report.xlsx"])
      let file = try Data(contentsOf: URL(fileURLWithPath: folder + "/report.xlsx"))
      let book = try OpenedWorkbook(file)
      expectGolden(settled(book.readable), "hand-made-implementation.xlsx.txt")
      var sums = 0
      for worksheet in book.worksheets {
        for cell in worksheet.cells where cell.formula != nil {
          #expect(worksheet.sum(cell.formula ?? "") == cell.hundredths, "\(cell.name)")
          sums += 1
        }
      }
      #expect(sums > 100)
    }
  }

  /// What is recorded after the document was printed, each of it in the midst of its period.
  private static let later = [
    ["record", "contribution", "--donor", "NOR", "--amount", "77 USD", "--on", "2003-03-01"],
    ["reverse", "CTB-2002-0003", "--reason", "Entered in error"],
    ["change", "donor", "NOR", "--name", "Kingdom of Norway", "--on", "2002-05-02"],
    ["change", "project", "EGY/R31", "--theme", "corruption", "--on", "2002-12-01"],
    ["change", "sub-fund", "SP", "--recognition", "when-due", "--on", "2003-06-01"],
    ["add", "mandate", "56/123/OP7", "Juvenile justice"],
    [
      "add", "request", "EGY", "--theme", "victims", "--on", "2002-11-04", "--document", "Note 14",
    ],
    [
      "record", "co-funding", "--project", "EGY/R31", "--fund", "UNDP", "--amount", "9 USD",
      "--on", "2002-11-01",
    ],
    ["import", "rates", "late.csv"], ["import", "treaties", "treaties.csv"],
    ["record", "charge", "--sub-fund", "GP", "--amount", "5 EUR", "--on", "2003-10-20"],
  ]

  @Test func `asked for again with known-at, it is the same bytes, whatever was recorded since`()
    throws
  {
    try withTemporaryFolder { folder in
      let ledger = try HandMadeLedger(in: folder)
      try Data("currency,effective,units-per-usd,source\nEUR,2003-10-01,0.9,late\n".utf8).write(
        to: URL(fileURLWithPath: folder + "/late.csv"))
      try Data(
        "instrument,participant,consent_date,consent_type\nUNTOC,EGY,2003-12-01,approval\n".utf8
      ).write(to: URL(fileURLWithPath: folder + "/treaties.csv"))
      func printed(_ more: [String] = []) throws -> [Data] {
        try ["text", "json", "markdown", "html", "xlsx", "svg"].map { format in
          let outcome = try Program.run(
            Self.question + ["-p", "2002-2003", "--format", format, "--ledger", ledger.path]
              + more, in: folder)
          #expect(outcome.status == 0, "\(format): \(outcome.errors)")
          return outcome.outputData
        }
      }
      let first = try printed()
      let entry = "\(try ledger.sql("SELECT max(seq) FROM entry"))"
      #expect(try printed(["--known-at", entry]) == first)
      var before = first
      for step in Self.later {
        _ = try ledger.run(step)
        #expect(try printed(["--known-at", entry]) == first, "\(step)")
        let now = try printed()
        #expect(zip(now, before).dropLast().allSatisfy { $0 != $1 }, "\(step) changes it")
        before = now
      }
      let said = String(decoding: first[0], as: UTF8.self)
      #expect(said.contains("known at entry \(entry). Ledger: \(entry) entries, head "))
    }
  }

  @Test func `its chapters are the reports that one asks for by themselves`() throws {
    try withTemporaryFolder { folder in
      let ledger = try SampleLedger("2002-2003", in: folder)
      let document = try Annex(ledger.json(Self.question + ["-p", "2002-2003"]))
      let entry = try #require(document.json["knownAt"] as? Int)
      let alone = [
        ["biennium"], ["contributions"], ["biennium", "--by", "donor-kind"],
        ["biennium", "--by", "donor"], ["biennium", "--by", "theme"],
        ["biennium", "--by", "region"], ["biennium", "--by", "programme"], ["participation"],
        ["regularity"], ["pledges"], ["projects"], ["delivery", "--by", "theme"], ["gap"],
        ["match"], ["requests"], ["balance"], ["trend", "--theme", "juvenile-justice"],
        ["development"], ["gender"], ["synergies"], ["mandate"], ["treaties"],
        ["treaties", "countdown"],
      ]
      #expect(document.chapters.count == alone.count)
      for (chapter, words) in zip(document.chapters, alone) {
        let report = try ledger.json(
          ["report"] + words + ["-p", "2002-2003", "--known-at", "\(entry)"])
        #expect(NSDictionary(dictionary: report) == NSDictionary(dictionary: chapter), "\(words)")
      }
      // Each paragraph leads to chapters that say it themselves; those on nothing are named.
      let introduction = try #require(document.json["introduction"] as? [String: Any])
      let paragraphs = try #require(introduction["paragraphs"] as? [[String: Any]])
      for paragraph in paragraphs {
        let key = try #require(paragraph["key"] as? String)
        #expect(paragraph["chapters"] as? [Int] == document.numbers(answering: key), "\(key)")
      }
      #expect(
        paragraphs.filter { ($0["chapters"] as? [Int])?.isEmpty == true }
          .map { $0["key"] as? String } == ["56/123/OP1", "56/123/OP10", "56/123/OP14"])
    }
  }

  @Test func `what it cannot say it refuses`() throws {
    try withTemporaryFolder { folder in
      let ledger = try SampleLedger("2002-2003", in: folder)
      func refused(_ arguments: [String], _ status: Int32, _ words: String) throws {
        let outcome = try Program.run(
          ["report", "implementation"] + arguments + ["--ledger", ledger.path], in: folder)
        #expect(outcome.status == status, "\(arguments): \(outcome.errors)")
        #expect(outcome.errors.contains(words), "\(arguments): \(outcome.errors)")
        #expect(outcome.output == "")
      }
      let asked = ["-p", "2002-2003"]
      try refused(asked, 64, "--session")
      for number in ["0", "-57"] {
        try refused(["--session=\(number)"] + asked, 64, "Sessions are counted from 1")
      }
      try refused(["--session", "fifty-seven"] + asked, 64, "fifty-seven")
      try refused(["--session", "57", "-p", "2002-2003", "-o", "report.csv"], 64, "one table")
      #expect(!FileManager.default.fileExists(atPath: folder + "/report.csv"))
      try refused(["--session", "57", "-p", "2198-2199"], 65, "[period-not-over]")
      // Allotments draw on money that nobody gave: one part does not add up, and nothing is printed.
      let tampered = try ChildProcess(
        "/usr/bin/env",
        [
          "sqlite3", ledger.path,
          "DROP TRIGGER posting_no_update; UPDATE posting SET source = 1 WHERE account = 801",
        ], in: folder, environment: Program.cleanEnvironment
      ).wait()
      #expect(tampered.status == 0, "\(tampered.errors)")
      try refused(["--session", "57"] + asked + ["-o", "report.html"], 70, "[does-not-foot]")
      #expect(!FileManager.default.fileExists(atPath: folder + "/report.html"))
    }
  }
}
