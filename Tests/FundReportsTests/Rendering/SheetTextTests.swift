import FundReports
import Testing

@Suite struct SheetTextTests {
  @Test func `a statement is aligned digit under digit`() {
    #expect(
      SheetSample.statement.text() == """
        Statement of the Fund
        Biennium 2002-2003
        (United States dollars)

                         General purpose          Total
        ────────────────────────────────────────────────
        Income
          Contributions         1,234.56   1,001,234.56
          Interest                     —          10.50
        Total income            1,234.56   1,001,245.06
        Adjustments
          Refunds                (200.00)       (200.00)
          Write-offs                   —
        ────────────────────────────────────────────────
        Closing balance         1,034.56   1,001,045.06
        Collected               1,000.00     990,000.00

        Pledges are counted as they are made.

        As at 2003-12-31.
        3 entries, head 0f3a.

        """)
  }

  @Test func `on a narrow terminal headings are wrapped and names cut, figures never`() {
    var sheet = SheetSample.statement
    sheet.rows[1].cells[0] = .text("Contributions of Member States and others")
    #expect(
      sheet.text(width: 44).hasPrefix(
        """
        Statement of the Fund
        Biennium 2002-2003
        (United States dollars)

                             General
                             purpose          Total
        ────────────────────────────────────────────
        Income
          Contributions o…  1,234.56   1,001,234.56
          Interest                 —          10.50
        Total income        1,234.56   1,001,245.06

        """))
  }

  @Test func `the widest text is cut first and only as far as needed`() {
    let sheet = Sheet(
      title: "Projects",
      columns: [
        Sheet.Column(title: "Code", kind: .text, id: "code"),
        Sheet.Column(title: "Title", kind: .text, id: "title"),
        Sheet.Column(title: "Start", kind: .date, id: "start"),
        Sheet.Column(title: "Donors", kind: .count, id: "donors"),
        Sheet.Column(title: "Rate", kind: .percent, id: "rate"),
      ],
      rows: [
        Sheet.Row([
          .text("LBN-T12"), .text("Juvenile justice in Lebanon, phase two"),
          .text("2002-03-01"), .count(1200), .percent(tenths: 125),
        ]),
        Sheet.Row([
          .text("GLO-9"), .text("全球反腐败方案的技术援助与合作"), .text("2003-01-01"), .count(0),
          .percent(tenths: -1000),
        ]),
      ])
    #expect(
      sheet.text(width: 56) == """
        Projects

        Code     Title              Start       Donors     Rate
        ────────────────────────────────────────────────────────
        LBN-T12  Juvenile justice…  2002-03-01   1,200    12.5%
        GLO-9    全球反腐败方案的…  2003-01-01       0  (100.0%)

        """)
    #expect(!sheet.text().contains("…"))
  }

  @Test func `what has no room on a line stands in bands of columns, each row called again`() {
    let sheet = Sheet(
      title: "What each donor owes and paid",
      columns: [
        Sheet.Column(title: "Code", kind: .code, id: "key"),
        Sheet.Column(title: "Donor", kind: .text, id: "title"),
        Sheet.Column(title: "Due", kind: .money, id: "due"),
        Sheet.Column(title: "", kind: .code, id: "currency"),
        Sheet.Column(title: "Paid on", kind: .date, id: "on"),
      ],
      rows: [
        .heading("States"),
        Sheet.Row(
          [
            .text("NOR"), .text("Norway"), .money(123_456, exponent: 2), .text("NOK"),
            .text("2002-06-28"),
          ], indent: 1),
        Sheet.Row(
          [
            .text("GBR"), .text("United Kingdom of Great Britain"), .money(-1, exponent: 2),
            .text("GBP"), .text("2003-01-31"),
          ], indent: 1),
        Sheet.Row([.blank, .text("All the States: 2")], style: .total),
      ], footnotes: ["A note that is longer than the terminal has room for."])
    #expect(
      sheet.text(width: 42) == """
        What each donor owes and paid

        Code   Donor                     Due
        ──────────────────────────────────────────
        States
          NOR  Norway               1,234.56   NOK
          GBR  United Kingdom of …     (0.01)  GBP
        ──────────────────────────────────────────
               All the States: 2

        Code              Paid on
        ────────────────────────────
        States
          NOR             2002-06-28
          GBR             2003-01-31
        ────────────────────────────
        All the States:…

        A note that is longer than the terminal
          has room for.

        """)
  }

  @Test func `a long table in bands is laid out page by page`() {
    let columns = ["a", "b", "c"].map { Sheet.Column(title: $0, kind: .money, id: $0) }
    let rows = (1...51).map { place in
      Sheet.Row([.text("R\(place)")] + columns.map { _ in .money(123_456_789, exponent: 2) })
    }
    let sheet = Sheet(
      title: "Long", columns: [Sheet.Column(title: "Row", kind: .code, id: "key")] + columns,
      rows: rows)
    let lines = sheet.text(width: 24).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.count <= 24 })
    #expect(lines.count { $0.hasPrefix("Row ") } == 6)
    // Fifty rows of each column, then the row that is left of each.
    let first = lines.enumerated().filter { $1.hasPrefix("R50 ") }.map(\.offset)
    let last = lines.enumerated().filter { $1.hasPrefix("R51 ") }.map(\.offset)
    #expect(first.count == 3 && last.count == 3)
    #expect(first.max() ?? .max < last.min() ?? 0)
  }

  @Test func `wide letters take two places`() {
    #expect(
      SheetSample.names(["日本", "Norway"]).text() == """
        Donors

        Donor      Given
        ────────────────
        日本    1,000.00
        Norway  1,000.00

        """)
  }

  @Test func `a hostile name commands no terminal and begins no line`() {
    let text = SheetSample.names([
      "| <script> \u{1b}[2J", "two\nlines\r\nand\ttabs", "\u{202e}evil",
    ]).text()
    #expect(
      text == """
        Donors

        Donor                    Given
        ──────────────────────────────
        | <script> \\u{1B}[2J  1,000.00
        two lines and tabs    1,000.00
        \\u{202E}evil          1,000.00

        """)
  }

  @Test func `a table without rows is its header`() {
    #expect(
      SheetSample.names([]).text() == """
        Donors

        Donor  Given
        ────────────

        """)
    #expect(Sheet(title: "Nothing", columns: []).text(width: 80) == "Nothing\n")
  }

  @Test func `totals one after another share a rule`() {
    var sheet = SheetSample.names(["Norway"])
    sheet.rows += [
      Sheet.Row([.text("Total"), .money(100_000, exponent: 2)], style: .total),
      Sheet.Row([.text("Yen"), .money(-5, exponent: 0)], style: .total),
    ]
    #expect(
      sheet.text() == """
        Donors

        Donor      Given
        ─────────────────
        Norway  1,000.00
        ─────────────────
        Total   1,000.00
        Yen           (5)

        """)
  }
}
