import Foundation
import TestSupport
import Testing

/// Workbooks of the sample's reports, as others open them.
@Suite struct WorkbookTests {
  private static let questions = [
    "report biennium 2002-2003", "report biennium 2002-2003 --by donor",
    "report biennium 2002-2003 --by theme --thousands", "report pledges",
    "report trial-balance -p 2002-2003", "report donor NOR -p 2002-2003",
    "report journal -p 2002", "report grid GLO/2002/RATIFICATION", "list projects --by region",
    "list contributions -p 2002-2003", "show OBL-2002-0021",
    "report implementation --session 57 -p 2002-2003",
  ]

  @Test(.needsLibreOffice) func `LibreOffice computes every total anew, and finds the same`() throws
  {
    try withTemporaryFolder { folder in
      let ledger = try SampleLedger("2002-2003", in: folder)
      var books: [OpenedWorkbook] = []
      var files: [String] = []
      for (place, question) in Self.questions.enumerated() {
        let arguments = question.split(separator: " ").map(String.init)
        let bytes = try ledger.workbook(arguments + ["--as-at", "2003-12-31"])
        files.append("\(folder)/book\(place).xlsx")
        try bytes.write(to: URL(fileURLWithPath: files[place]))
        books.append(try OpenedWorkbook(bytes))
      }
      try convert(files, in: folder)
      var compared = 0
      for (place, book) in books.enumerated() {
        for worksheet in book.worksheets {
          let path = "\(folder)/csv/book\(place)-\(worksheet.name).csv"
          let lines = try String(contentsOfFile: path, encoding: .utf8).split(
            separator: "\n", omittingEmptySubsequences: false)
          for cell in worksheet.cells where cell.formula != nil {
            // What stands over a formula are figures and short words: no comma, no line break.
            let fields = lines[cell.line - 1].split(
              separator: "|", omittingEmptySubsequences: false)
            let field = fields[column(of: cell.name)].replacing("\"", with: "")
            let found = try #require(Double(field))
            #expect(Int((found * 100).rounded()) == cell.hundredths, "\(path) \(cell.name)")
            compared += 1
          }
        }
      }
      #expect(compared > 100)
    }
  }

  /// Converts every worksheet into CSV, all formulas computed anew.
  private func convert(_ files: [String], in folder: String) throws {
    let profile = folder + "/profile/user"
    try FileManager.default.createDirectory(atPath: profile, withIntermediateDirectories: true)
    try """
    <?xml version="1.0" encoding="UTF-8"?>
    <oor:items xmlns:oor="http://openoffice.org/2001/registry"
      xmlns:xs="http://www.w3.org/2001/XMLSchema"
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
    <item oor:path="/org.openoffice.Office.Calc/Formula/Load">
    <prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
    </oor:items>
    """.write(
      toFile: profile + "/registrymodifications.xcu", atomically: true, encoding: .utf8)
    let asked = try ChildProcess(
      "/usr/bin/env",
      [
        "soffice", "-env:UserInstallation=file://\(folder)/profile", "--headless", "--convert-to",
        // Fields between bars, in UTF-8, as they are and not as they look, of every worksheet.
        "csv:Text - txt - csv (StarCalc):124,34,76,1,,0,false,false,false,false,false,-1",
        "--outdir", folder + "/csv",
      ] + files, in: folder,
      environment: Program.cleanEnvironment.merging(["LC_ALL": "C.UTF-8"]) { $1 }
    ).wait(timeout: .seconds(110))
    #expect(asked.status == 0, "\(asked.errors)")
  }

  private func column(of cell: String) -> Int {
    cell.prefix { $0.isLetter }.utf8.reduce(0) { $0 * 26 + Int($1 - UInt8(ascii: "A")) + 1 } - 1
  }

  @Test func `a workbook goes into a file and a pipe, and says so where it cannot be shown`() throws
  {
    try withTemporaryFolder { folder in
      let ledger = try SampleLedger("2002-2003", in: folder)
      let question = ["report", "biennium", "2002-2003"]
      _ = try ledger.run(question + ["-o", "statement.xlsx"])
      let file = try Data(contentsOf: URL(fileURLWithPath: folder + "/statement.xlsx"))
      #expect(try ledger.workbook(question) == file)
      // `script` gives it a terminal.
      let shown = try ChildProcess(
        "/usr/bin/env",
        [
          "script", "-qec",
          "\(Program.path) report biennium 2002-2003 --format xlsx --ledger \(ledger.path)",
          "/dev/null",
        ], in: folder, environment: Program.cleanEnvironment
      ).wait()
      #expect(shown.status == 64)
      #expect(shown.output.contains("cannot be shown on a terminal: name a file"))
    }
  }
}
