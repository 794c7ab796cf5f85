import Foundation
import TestSupport
import Testing

/// Nothing that the data hold commands the terminal: neither what was tampered into the file, nor
/// what a person typed, nor what an imported file says.
@Suite struct TerminalSafetyTests {
  /// A text that mixes letters with every kind of character that commands: controls, escapes,
  /// marks and overrides of direction.
  private func hostile(_ random: inout SplitMix64) -> String {
    let commanding: [ClosedRange<UInt32>] = [
      0x01...0x09, 0x0B...0x1F, 0x7F...0x9F, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069,
      0x61C...0x61C,
    ]
    var text = ""
    for _ in 0..<12 {
      let range = commanding.randomElement(using: &random)!
      text.unicodeScalars.append(Unicode.Scalar(UInt32.random(in: range, using: &random))!)
      text += ["[2J", "]0;x", "a", "é", "Frаnce", "日"].randomElement(using: &random)!
    }
    return text
  }

  private func commands(in text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { scalar in
      switch scalar.value {
      case 0x0A: false
      case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
      default: false
      }
    }
  }

  private func expectHarmless(_ arguments: [String], in folder: String) throws {
    let outcome = try Program.run(arguments, in: folder)
    let found = commands(in: outcome.output + outcome.errors)
    #expect(found.isEmpty, "\(arguments): \(found.map { String($0.value, radix: 16) })")
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `no character of the data commands the terminal`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let text = hostile(&random)
    try withTemporaryFolder { folder in
      for arguments in [
        ["init"], ["add", "donor", "NOR", "Norway", "--kind", "state"],
        ["add", "project", "P1", "One", "--theme", "corruption=100", "--scope", "global"],
        [
          "record", "contribution", "--donor", "NOR", "--amount", "5 USD", "--on", "2002-01-01",
          "--memo", "x", "--reference", "R",
        ],
      ] {
        #expect(try Program.run(arguments, in: folder).status == 0)
      }
      // What a person types.
      for arguments in [
        ["show", text], ["add", "donor", text, text, "--kind", text], ["report", text],
        ["list", "donors", "--region", text], ["check", text], ["help", text],
        ["record", "contribution", "--donor", text, "--amount", text, "--on", text],
        ["list", "donors", "--ledger", text], ["verify", "--since", text],
      ] {
        try expectHarmless(arguments, in: folder)
      }
      // What a file says.
      let quoted = "\"\(text.replacingOccurrences(of: "\"", with: "\"\""))\""
      try "donor,amount,currency,on,\(quoted)\n\(quoted),\(quoted),\(quoted),\(quoted),\(quoted)\n"
        .write(toFile: folder + "/a.csv", atomically: false, encoding: .utf8)
      try expectHarmless(["import", "csv", "contributions", "a.csv"], in: folder)
      try expectHarmless(["import", "csv", "contributions", "a.csv", "--plan"], in: folder)
      try "<iati-activities version=\"2.03\"><iati-activity><iati-identifier>\(text)".write(
        toFile: folder + "/a.xml", atomically: false, encoding: .utf8)
      try expectHarmless(["import", "iati", "a.xml"], in: folder)
      // What was tampered into the ledger.
      try tamper(text, in: folder)
      for arguments in [
        ["list", "donors"], ["list", "contributions"], ["list", "projects"], ["show", "NOR"],
        ["show", "CTB-2002-0001"], ["report", "biennium", "2002-2003", "--by", "donor"],
        ["report", "journal", "-p", "2002-2003"], ["report", "donor", "NOR"], ["status"],
        ["verify"], ["check"], ["list", "donors", "--format", "csv"],
        ["list", "projects", "--format", "markdown"],
      ] {
        try expectHarmless(arguments, in: folder)
      }
    }
  }

  private func tamper(_ text: String, in folder: String) throws {
    let quoted = "'\(text.replacingOccurrences(of: "'", with: "''"))'"
    let sql = """
      PRAGMA writable_schema = ON; DELETE FROM sqlite_schema WHERE type = 'trigger';
      PRAGMA writable_schema = RESET;
      UPDATE donor SET name = \(quoted); UPDATE project SET title = \(quoted);
      UPDATE entry SET memo = \(quoted), source = \(quoted); UPDATE fund SET title = \(quoted);
      UPDATE contribution SET channel = \(quoted); UPDATE batch SET recorder = \(quoted);
      """
    let outcome = try ChildProcess(
      "/usr/bin/env", ["sqlite3", "fund.sqlite"], in: folder,
      environment: Program.cleanEnvironment, input: Data((sql + "\n").utf8)
    ).wait()
    #expect(outcome.errors == "")
  }
}
