import Foundation
import TestSupport
import Testing

/// Every report and list in every format, on the sample of 2002-2003, letter for letter.
@Suite struct GoldenReportTests {
  private static let reports: [(name: String, arguments: [String])] = [
    ("statement", ["report", "biennium", "2002-2003"]),
    ("statement-thousands", ["report", "biennium", "2002-2003", "--thousands"]),
    ("statement-before", ["report", "biennium", "2000-2001"]),
    ("statement-after", ["report", "biennium", "2004-2005"]),
    ("by-donor", ["report", "biennium", "2002-2003", "--by", "donor"]),
    ("by-donor-kind", ["report", "biennium", "2002-2003", "--by", "donor-kind"]),
    ("by-sub-fund", ["report", "biennium", "2002-2003", "--by", "sub-fund"]),
    ("by-theme", ["report", "biennium", "2002-2003", "--by", "theme"]),
    ("by-region", ["report", "biennium", "2002-2003", "--by", "region"]),
    ("by-country", ["report", "biennium", "2002-2003", "--by", "country"]),
    ("by-programme", ["report", "biennium", "2002-2003", "--by", "programme"]),
    ("by-year", ["report", "biennium", "2002-2003", "--by", "year"]),
    ("pledges", ["report", "pledges", "--as-at", "2003-12-31"]),
    ("trial-balance", ["report", "trial-balance", "--as-at", "2003-12-31"]),
    ("treaties", ["report", "treaties", "--as-at", "2003-12-31"]),
    (
      "treaties-untoc",
      ["report", "treaties", "--instrument", "UNTOC", "--as-at", "2001-12-19"]
    ),
    ("treaties-countdown", ["report", "treaties", "countdown", "--as-at", "2003-12-31"]),
    ("projects-by-region", ["list", "projects", "--by", "region", "--as-at", "2003-12-31"]),
    ("projects-by-theme", ["list", "projects", "--by", "theme", "--as-at", "2003-12-31"]),
    ("list-donors", ["list", "donors", "--as-at", "2003-12-31"]),
    ("list-pledges", ["list", "pledges", "--as-at", "2003-12-31"]),
    ("list-contributions", ["list", "contributions", "-p", "2002-2003", "--as-at", "2003-12-31"]),
    ("list-refunds", ["list", "refunds", "--as-at", "2003-12-31"]),
    ("due", ["due", "--as-at", "2003-06-01", "--within", "12m"]),
    ("journal", ["report", "journal", "-p", "2002-07", "--as-at", "2003-12-31"]),
    ("account", ["report", "account", "assets:inter-fund", "-p", "2002"]),
    ("trial-balance-period", ["report", "trial-balance", "-p", "2002-2003"]),
    ("donor", ["report", "donor", "NOR", "-p", "2002-2003"]),
    ("grid", ["report", "grid", "GLO/2002/RATIFICATION", "--as-at", "2003-12-31"]),
    ("list-allotments", ["list", "allotments", "-p", "2002", "--as-at", "2003-12-31"]),
    ("list-obligations", ["list", "obligations", "-p", "2002", "--as-at", "2003-12-31"]),
    ("list-disbursements", ["list", "disbursements", "-p", "2002", "--as-at", "2003-12-31"]),
    (
      "list-entries",
      ["list", "entries", "-p", "2001-12-20..2002-04-30", "--as-at", "2003-12-31"]
    ),
    ("show-obligation", ["show", "OBL-2002-0021", "--as-at", "2003-12-31"]),
    ("show-disbursement", ["show", "DSB-2003-0095", "--as-at", "2003-12-31"]),
    ("contributions", ["report", "contributions", "-p", "2002-2003"]),
    ("participation", ["report", "participation", "-p", "2002-2003"]),
    ("regularity", ["report", "regularity", "--as-at", "2003-12-31"]),
    ("projects", ["report", "projects", "-p", "2002-2003"]),
    ("delivery", ["report", "delivery", "-p", "2002-2003"]),
    ("delivery-by-theme", ["report", "delivery", "--by", "theme", "--as-at", "2003-12-31"]),
    ("gap", ["report", "gap", "--as-at", "2003-12-31"]),
    ("match", ["report", "match", "--as-at", "2003-12-31"]),
    ("balance", ["report", "balance", "--as-at", "2003-12-31"]),
    (
      "trend",
      ["report", "trend", "--theme", "juvenile-justice", "--as-at", "2003-12-31"]
    ),
    ("list-requests", ["list", "requests", "--as-at", "2003-12-31"]),
    ("list-mandates", ["list", "mandates", "--as-at", "2003-12-31"]),
    (
      "list-countries",
      ["list", "countries", "--region", "west-and-central-asia", "--as-at", "2003-12-31"]
    ),
    ("requests", ["report", "requests", "-p", "2002-2003"]),
    ("synergies", ["report", "synergies", "-p", "2002-2003"]),
    ("mandate", ["report", "mandate", "-p", "2002-2003"]),
    ("gender", ["report", "gender", "-p", "2002-2003"]),
    ("marker", ["report", "gender", "--marker", "children", "-p", "2003"]),
    ("development", ["report", "development", "-p", "2002-2003"]),
    ("list-rates", ["list", "rates", "--currency", "EUR", "-p", "2002", "--as-at", "2003-12-31"]),
  ]

  /// Without what changes with the moment of recording, instants and hashes, and without the look
  /// of pages, which is one for all.
  private func settled(_ text: String) -> String {
    text.replacing(/[0-9a-f]{64}/, with: "HEAD")
      .replacing(/sha256-[A-Za-z0-9+\/=]+/, with: "sha256-DIGEST")
      .replacing(/<style>[^<]*<\/style>/, with: "<style>STYLE</style>")
      .replacing(/20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z/, with: "INSTANT")
  }

  @Test(arguments: ["text", "json", "csv", "markdown", "html"])
  func `every report is as it was`(format: String) throws {
    let endings = ["text": "txt", "markdown": "md"]
    try withTemporaryFolder { folder in
      let ledger = try SampleLedger("2002-2003", in: folder)
      for (name, arguments) in Self.reports {
        if arguments.contains("--thousands"), ["json", "csv"].contains(format) { continue }
        let text = try ledger.run(arguments + ["--format", format])
        expectGolden(settled(text), "\(name).\(endings[format] ?? format)")
      }
    }
  }

  @Test func `every workbook is as it was, and Excel adds up what the report does`() throws {
    try withTemporaryFolder { folder in
      let ledger = try SampleLedger("2002-2003", in: folder)
      for (name, arguments) in Self.reports {
        let book = try OpenedWorkbook(try ledger.workbook(arguments))
        expectGolden(settled(book.readable), "\(name).xlsx.txt")
        for worksheet in book.worksheets {
          for cell in worksheet.cells where cell.formula != nil {
            #expect(worksheet.sum(cell.formula ?? "") == cell.hundredths, "\(name) \(cell.name)")
          }
        }
      }
    }
  }

  @Test func `the same question gives the same bytes, whatever the place and the tongue`() throws {
    try withTemporaryFolder { folder in
      let ledger = try SampleLedger("2002-2003", in: folder)
      let question = ["report", "biennium", "2002-2003", "--by", "theme", "--ledger", ledger.path]
      var answers: Set<Data> = []
      var books: Set<Data> = []
      for zone in ["UTC", "Asia/Kathmandu", "America/Sao_Paulo", "bogus"] {
        for tongue in ["C", "tr_TR.UTF-8", "de_DE.UTF-8"] {
          let outcome = try Program.run(
            question, in: folder, environment: ["TZ": zone, "LANG": tongue, "LC_ALL": tongue])
          answers.insert(outcome.outputData)
          let book = try Program.run(
            question + ["--format", "xlsx"], in: folder,
            environment: ["TZ": zone, "LANG": tongue, "LC_ALL": tongue])
          books.insert(book.outputData)
        }
      }
      #expect(answers.count == 1)
      #expect(books.count == 1)
    }
  }
}
