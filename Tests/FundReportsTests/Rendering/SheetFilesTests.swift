import FundReports
import Testing

@Suite struct SheetFilesTests {
  @Test func `Markdown has a table, its unit above and its foot as a list`() {
    #expect(
      SheetSample.statement.markdown() == """
        # Statement of the Fund

        Biennium 2002-2003

        *(United States dollars)*

        | | General purpose | Total |
        | --- | ---: | ---: |
        | **Income** | | |
        | &emsp;Contributions | 1,234.56 | 1,001,234.56 |
        | &emsp;Interest | — | 10.50 |
        | **Total income** | **1,234.56** | **1,001,245.06** |
        | **Adjustments** | | |
        | &emsp;Refunds | (200.00) | (200.00) |
        | &emsp;Write-offs | — | |
        | **Closing balance** | **1,034.56** | **1,001,045.06** |
        | Collected | 1,000.00 | 990,000.00 |

        Pledges are counted as they are made.

        - As at 2003-12-31.
        - 3 entries, head 0f3a.

        """)
  }

  @Test func `a name of the program's own is in words for people, and itself for programs`() {
    let sheet = Sheet(
      title: "A", columns: [Sheet.Column(title: "Standing", kind: .code, id: "standing")],
      rows: [Sheet.Row([.word("paid-in-full")])])
    #expect(sheet.csv() == "standing\npaid-in-full\n")
    #expect(sheet.csv(.spreadsheet).hasSuffix("paid-in-full\n"))
    for text in [sheet.text(), sheet.markdown()] {
      #expect(text.contains("Paid in full"))
      #expect(!text.contains("paid-in-full"))
    }
  }

  @Test func `hostile names are text in Markdown`() {
    let hostile = [
      "| <script> \u{1b}[2J", "a\\|b", "*b* _i_ `c`", "[x](y)", "two\r\nlines", "&lt; ~~ $x$ #1",
    ]
    #expect(
      SheetSample.names(hostile).markdown(level: 2) == ##"""
        ## Donors

        | Donor | Given |
        | --- | ---: |
        | \| \<script\> \\u{1B}\[2J | 1,000.00 |
        | a\\\|b | 1,000.00 |
        | \*b\* \_i\_ \`c\` | 1,000.00 |
        | \[x\](y) | 1,000.00 |
        | two lines | 1,000.00 |
        | \&lt; \~\~ \$x\$ \#1 | 1,000.00 |

        """##)
  }

  @Test func `a line that looks like a list or a rule is text in Markdown`() {
    let sheet = Sheet(
      title: "# A", subtitle: ["---", "1. one"], columns: [], footnotes: ["+ x", "2002 was"],
      foot: ["- a", "12) b"])
    #expect(
      sheet.markdown() == ##"""
        # \# A

        \---

        1\. one

        \+ x

        2002 was

        - \- a
        - 12\) b

        """##)
  }

  @Test func `CSV has ids, plain decimals and no headings`() {
    #expect(
      SheetSample.statement.csv() == """
        line,gp,total
        Contributions,1234.56,1001234.56
        Interest,0.00,10.50
        Total income,1234.56,1001245.06
        Refunds,-200.00,-200.00
        Write-offs,,
        Closing balance,1034.56,1001045.06
        Collected,1000.00,990000.00

        """)
  }

  @Test func `CSV quotes what it must and holds no control characters`() {
    #expect(
      SheetSample.names(["Oslo, \"Norway\"", "\u{1b}[2J", "全球"]).csv() == #"""
        donor,given
        "Oslo, ""Norway""",1000.00
        \u{1B}[2J,1000.00
        全球,1000.00

        """#)
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\u{FF1D}1+1"])
  func `a name that looks like a formula is text to a spreadsheet, and itself to a program`(
    name: String
  ) {
    let sheet = SheetSample.names([name])
    #expect(sheet.csv(.spreadsheet) == "\u{FEFF}donor,given\n'\(name),1000.00\n")
    #expect(sheet.csv(.machine) == "donor,given\n\(name),1000.00\n")
  }

  @Test func `a formula after a semicolon is text to a spreadsheet that divides lines there`() {
    #expect(
      SheetSample.names(["a;=1+1;b;-2"]).csv(.spreadsheet)
        == "\u{FEFF}donor,given\na;'=1+1;b;'-2,1000.00\n")
  }

  @Test func `no figure is altered for a spreadsheet`() {
    let figures = SheetSample.statement.csv(.machine)
    #expect(SheetSample.statement.csv(.spreadsheet) == "\u{FEFF}" + figures)
    #expect(figures.contains(",-200.00,"))
  }

  @Test func `counts and shares are plain in CSV`() {
    let sheet = Sheet(
      title: "",
      columns: [
        Sheet.Column(title: "Donors", kind: .count, id: "donors"),
        Sheet.Column(title: "Rate", kind: .percent, id: "rate"),
      ], rows: [Sheet.Row([.count(-1200), .percent(tenths: -5)])])
    #expect(sheet.csv() == "donors,rate\n-1200,-0.5\n")
  }
}
