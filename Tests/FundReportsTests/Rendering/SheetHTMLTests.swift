import FundReports
import Plain
import TestSupport
import Testing

@Suite struct SheetHTMLTests {
  @Test func `a table's headers have scopes, its figures signs in parentheses`() throws {
    let page = try StrictMarkup(Plainly(sheet: SheetSample.statement).html())
    #expect(page.rows("thead") == ["td | th col General purpose | th col Total"])
    #expect(
      page.rows("tbody") == [
        "th rowgroup Income",
        "th row Contributions | td 1,234.56 | td 1,001,234.56",
        "th row Interest | td — | td 10.50",
        "th row Total income | td 1,234.56 | td 1,001,245.06",
        "th rowgroup Adjustments",
        "th row Refunds | td (200.00) | td (200.00)",
        "th row Write-offs | td — | td",
        "th row Closing balance | td 1,034.56 | td 1,001,045.06",
        "th row Collected | td 1,000.00 | td 990,000.00",
      ])
    #expect(page.texts.contains(" (United States dollars)"))
    #expect(
      page.texts(in: "p").suffix(3) == [
        "Pledges are counted as they are made.", "As at 2003-12-31.", "3 entries, head 0f3a.",
      ])
  }

  @Test func `thousands are said so and foot as in text`() throws {
    var sheet = SheetSample.statement
    sheet.thousands = true
    let page = try StrictMarkup(Plainly(sheet: sheet).html())
    #expect(page.texts.contains(" (Thousands of United States dollars)"))
    #expect(page.rows("tbody")[3] == "th row Total income | td 1.2 | td 1,001.2")
  }

  @Test func `a day and a period are never broken, wherever they stand`() throws {
    let sheet = Sheet(
      title: "Gifts of 2002-2003", subtitle: ["(2002-06-28 and later)"],
      columns: [Sheet.Column(title: "Paid on", kind: .date, id: "on")],
      rows: [Sheet.Row([.text("2002-06-20, 2003-03-31 and before PLG-2002-0001")])])
    let page = try StrictMarkup(Plainly(sheet: sheet).html())
    #expect(
      page.texts(in: "span").filter { $0 != sheet.title }
        == ["2002-2003", "(2002-06-28", "2002-06-20,", "2003-03-31"])
    #expect(page.texts(in: "th").contains("2002-06-20, 2003-03-31 and before PLG-2002-0001"))
  }

  @Test func `a table under charts is headed by what it is`() throws {
    let page = try StrictMarkup(ChartSample { "Fund: \($0.lowercased())" }.html())
    #expect(page.texts(in: "h2").contains("Every form of chart"))
    #expect(!page.texts(in: "h2").contains("Table"))
  }

  @Test func `a column that holds nothing is left out, a sheet without columns has no table`()
    throws
  {
    var sheet = SheetSample.names(["Norway"])
    sheet.rows[0].cells[1] = .blank
    #expect(try StrictMarkup(Plainly(sheet: sheet).html()).rows("thead") == ["th col Donor"])
    sheet.columns = []
    sheet.rows = []
    #expect(try !StrictMarkup(Plainly(sheet: sheet).html()).elements.contains("table"))
  }

  @Test func `whatever names are made of, a page has the elements that it has without them`() throws
  {
    let harmless = try StrictMarkup(ChartSample().html())
    var numbers = SplitMix64(seed: 56_123)
    for _ in 0..<40 {
      let hostile = Hostile.name(&numbers)
      let page = try StrictMarkup(ChartSample { "\($0) \(hostile)" }.html())
      // The head of a column of a chart stands on as many lines as it needs.
      #expect(page.built == harmless.built, "\(hostile)")
      #expect(page.texts.contains(Hostile.shown("Corruption \(hostile)")), "\(hostile)")
      #expect(page.texts.contains(Hostile.shown("A note \(hostile)")), "\(hostile)")
    }
  }
}

/// A report of a sheet and nothing else.
private struct Plainly: Report {
  var sheet: Sheet
  var json: JSON { .null }
}

/// What people might call a donor to do harm.
private enum Hostile {
  static let pieces: [String] = [
    "<script>alert(1)</script>", "</style>", "</title>", "</svg></table>", "<!--", "-->", "]]>",
    "\"", "'", "onload=x", "&lt;", "&#60;", "&", "<", ">", "\u{202E}gpj.exe", "\u{2066}",
    "\u{200F}",
    "\u{0}", "\u{1B}[2J", "\r\n", "\t", "\u{85}", "\u{2028}", "\u{FFFE}", "\u{FFFF}", "<?xml ?>",
    String(repeating: "A", count: 4096), String(repeating: "\u{301}", count: 64), "全球", "العربية",
    "\u{1F468}\u{200D}\u{1F469}", "url(#x)", "javascript:alert(1)", "{", "}", "@import 'x';", "`",
  ]

  static func name(_ numbers: inout SplitMix64) -> String {
    (0...Int.random(in: 0...5, using: &numbers)).map { _ in
      pieces.randomElement(using: &numbers) ?? ""
    }.joined() + "."
  }

  /// As a page shows it: on one line, with what commands a reader made visible.
  static func shown(_ name: String) -> String {
    var text = ""
    for character in name {
      if character.isNewline || character == "\t" {
        text += " "
      } else {
        for scalar in character.unicodeScalars {
          let isSeen = !commands.contains(scalar.value)
          text +=
            isSeen ? String(scalar) : "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        }
      }
    }
    // Of marks upon one another, five are shown.
    let mark = "\u{301}"
    let pieces = text.unicodeScalars.split(omittingEmptySubsequences: false) { $0 == "\u{301}" }
    var result = ""
    var count = 0
    for (place, piece) in pieces.enumerated() {
      if place > 0 {
        count = pieces[place - 1].isEmpty && place > 1 ? count + 1 : 1
        result += count <= 5 ? mark : count == 6 ? "…" : ""
      }
      result += String(piece)
    }
    return result
  }

  private static let commands: Set<UInt32> = [
    0, 0x1B, 0x200F, 0x202E, 0x2066, 0xFFFE, 0xFFFF,
  ]
}

extension StrictMarkup {
  /// The elements but for the lines of text in pictures.
  fileprivate var built: [String] { elements.filter { !$0.hasPrefix("text ") } }

  /// The rows of a part of a table: each cell's element, scope and text.
  fileprivate func rows(_ part: String) -> [String] {
    var rows: [[String]] = []
    var isInside = false
    for event in events {
      switch event {
      case .open(part, _): isInside = true
      case .close(part): isInside = false
      case .open("tr", _) where isInside: rows.append([])
      case .open(let name, let attributes) where isInside && (name == "td" || name == "th"):
        rows[rows.count - 1].append(
          [name, attributes["scope"]].compactMap { $0 }.joined(separator: " "))
      case .text(let text) where isInside:
        rows[rows.count - 1][rows[rows.count - 1].count - 1] += " \(text)"
      default: break
      }
    }
    return rows.map { $0.joined(separator: " | ") }
  }
}
