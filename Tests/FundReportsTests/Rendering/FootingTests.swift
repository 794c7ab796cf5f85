import FundReports
import Testing

@Suite struct FootingTests {
  @Test func `thousands are rounded after adding and still foot`() {
    #expect(
      shown([
        ("a", 14_000, .plain), ("b", 14_000, .plain), ("c", 14_000, .plain),
        ("Total", 42_000, .total),
      ]) == ["0.2", "0.1", "0.1", "0.4"])
  }

  @Test func `a total of subtotals foots, and so do the parts of each`() {
    #expect(
      shown([
        ("a", 14_000, .plain), ("b", 10_000, .plain), ("A", 24_000, .subtotal),
        ("c", 14_000, .plain), ("d", 10_000, .plain), ("B", 24_000, .subtotal),
        ("Total", 48_000, .total),
      ]) == ["0.2", "0.1", "0.3", "0.1", "0.1", "0.2", "0.5"])
  }

  @Test func `a subtotal may leave out the lines above it, which the next one takes in`() {
    #expect(
      shown([
        ("Opening", 14_000, .plain), ("a", 14_000, .plain), ("b", 14_000, .plain),
        ("Income", 28_000, .subtotal), ("Resources", 42_000, .subtotal),
      ]) == ["0.1", "0.2", "0.1", "0.3", "0.4"])
  }

  @Test func `lines that do not add up are rounded for themselves`() {
    #expect(
      shown([
        ("a", 14_000, .plain), ("b", 14_000, .plain), ("Total", 42_000, .total),
      ]) == ["0.1", "0.1", "0.4"])
  }

  @Test func `parts add up to the line above them, and are part of no sum`() {
    #expect(
      shown([
        ("Expenditure", 42_000, .plain), ("x", 14_000, .part), ("y", 14_000, .part),
        ("z", 14_000, .part), ("Support", 14_000, .plain), ("Total", 56_000, .total),
      ]) == ["0.4", "0.2", "0.1", "0.1", "0.2", "0.6"])
    #expect(
      shown([("a", 42_000, .plain), ("x", 15_000, .part), ("Total", 42_000, .total)])
        == ["0.4", "0.2", "0.4"])
  }

  @Test func `a memorandum is no part of a sum`() {
    #expect(
      shown([
        ("a", 15_000, .plain), ("m", 15_000, .memorandum), ("b", 15_000, .plain),
        ("Total", 30_000, .total),
      ]) == ["0.2", "0.2", "0.1", "0.3"])
  }

  @Test func `what is taken away foots`() {
    var sheet = sheet([
      ("Resources", 104_000, .subtotal), ("x", 14_000, .plain), ("y", 10_000, .plain),
      ("Expenditure", 24_000, .subtotal), ("Closing", 80_000, .total),
    ])
    sheet.rows[3].subtracted = true
    #expect(shown(sheet) == ["1.0", "0.1", "0.1", "0.2", "0.8"])
    sheet.rows[0].cells[1] = .money(105_500, exponent: 2)
    sheet.rows[4].cells[1] = .money(81_500, exponent: 2)
    #expect(shown(sheet) == ["1.0", "0.1", "0.1", "0.2", "0.8"])
  }

  @Test func `what rounds to nothing has no sign, and nil stays nil`() {
    #expect(
      shown([("a", -1, .plain), ("b", 0, .plain), ("c", -1_234_567, .plain)])
        == ["0.0", "—", "(12.3)"])
  }

  @Test func `other decimals are rounded by their own unit`() {
    var sheet = sheet([("usd", 1_234_567, .plain), ("yen", 0, .plain)])
    sheet.rows[1].cells[1] = .money(1_234_567, exponent: 0)
    #expect(shown(sheet) == ["12.3", "1,234.6"])
  }

  @Test func `thousands are in the headnote, and CSV is in full`() {
    let sheet = sheet([("a", 1_234_567, .plain)])
    #expect(sheet.text().contains("(Thousands of United States dollars)"))
    #expect(sheet.csv() == "line,usd\na,12345.67\n")
  }

  @Test func `ten thousand lines that never add up are rounded in no time`() {
    let rows = (0..<10_000).map { ("x", Int64($0) * 1_013, Sheet.Row.Style.subtotal) }
    let duration = ContinuousClock().measure { _ = sheet(rows).markdown() }
    #expect(duration < .seconds(10))
  }

  private func sheet(_ rows: [(String, Int64, Sheet.Row.Style)]) -> Sheet {
    Sheet(
      title: "T", headnote: "United States dollars",
      columns: [
        Sheet.Column(title: "", kind: .text, id: "line"),
        Sheet.Column(title: "USD", kind: .money, id: "usd"),
      ],
      rows: rows.map { Sheet.Row([.text($0.0), .money($0.1, exponent: 2)], style: $0.2) },
      thousands: true)
  }

  private func shown(_ rows: [(String, Int64, Sheet.Row.Style)]) -> [String] {
    shown(sheet(rows))
  }

  /// The money as Markdown shows it, row by row.
  private func shown(_ sheet: Sheet) -> [String] {
    sheet.markdown().split(separator: "\n").filter { $0.hasPrefix("|") }.dropFirst(2).map {
      $0.split(separator: "|").last.map { $0.filter { !" *".contains($0) } } ?? ""
    }
  }
}
