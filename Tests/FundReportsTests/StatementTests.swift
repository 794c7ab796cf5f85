import FundDomain
import FundReports
import Testing

/// What the statement says beside its figures.
@Suite struct StatementTests {
  private func statement(_ ledger: TestLedger) throws -> Statement {
    try ledger.read { try Statement($0, for: Period("2002-2003")) }
  }

  @Test func `a sub-fund that is part of another says so, and is not added twice`() throws {
    try TestLedger.run { ledger in
      try ledger.record(
        .subFunds, ["code": "VTF", "title": "Victims of trafficking", "parent": "SP"])
      try ledger.gift("100", "2002-01-15")
      try ledger.gift("10", "2002-01-15", ["sub-fund": "VTF"])
      let sheet = try statement(ledger).sheet
      #expect(
        sheet.footnotes.contains(
          "VTF: Victims of trafficking; part of SP, which has its figures in it"))
      #expect(sheet.footnotes.contains("SP: Special-purpose funds"))
      let gifts = try #require(
        sheet.rows.first { $0.cells.first == .text("contributions") }?.cells)
      #expect(
        gifts[2...7].map { $0 } == [0, 11_000, 0, 0, 1_000, 11_000].map { .money($0, exponent: 2) })
      let status = try ledger.read {
        try Status($0, file: "test.sqlite", asAt: CalendarDate("2003-12-31"))
      }
      #expect(status.sheet.footnotes[0].hasSuffix("; VTF is part of SP"))
    }
  }

  /// 40.00 in each of three sub-funds are 0.0 thousand each, and 0.1 together.
  @Test func `thousands say on the page what was rounded`() throws {
    try TestLedger.run { ledger in
      for fund in ["GP", "SP", "CA"] {
        try ledger.gift("40", "2002-01-15", ["sub-fund": fund])
      }
      let text = Thousands(try statement(ledger), true).sheet.markdown()
      #expect(text.contains("| &emsp;Voluntary contributions | 0.0 | 0.0 | 0.0 | — | 0.1 | — |"))
      #expect(
        text.contains(
          "Rounded to tenths of a thousand after adding: what stands in a column adds up; across, what is added may differ from its total by tenths."
        ))
      #expect(!Thousands(try statement(ledger), false).sheet.markdown().contains("Rounded"))
    }
  }
}
