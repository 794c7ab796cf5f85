import FundInterchange
import Testing

@Suite struct CSVFileTests {
  private func read(_ bytes: [UInt8]) -> (rows: [[String?]], faults: [FileFault]) {
    var file = CSVFile(
      bytes: bytes, known: ["donor", "amount", "memo"], required: ["donor", "amount"],
      ignoreColumns: false)
    let columns = ["donor", "amount", "memo"].map { file.column($0) }
    var rows: [[String?]] = []
    file.rows { row in rows.append(columns.map { column in column.flatMap { row[$0]?.text } }) }
    return (rows, file.faults)
  }

  private func read(_ text: String) -> (rows: [[String?]], faults: [FileFault]) {
    read(Array(text.utf8))
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `lines end in any of the three ways, and columns stand in any order`(end: String) {
    let result = read(["amount,donor", "5,NOR", "", "6,\"S,W\"\"E\"", ""].joined(separator: end))
    #expect(result.faults.isEmpty)
    #expect(result.rows == [["NOR", "5", nil], ["S,W\"E", "6", nil]])
  }

  @Test func `a mark of UTF-8 is taken off`() {
    #expect(
      read([0xEF, 0xBB, 0xBF] + Array("donor,amount\nNOR,5".utf8)).rows == [["NOR", "5", nil]])
  }

  /// Each fault with the line and column where it stands.
  @Test(
    arguments: [
      ("", "empty-file", 1, 1), ("donor,amount\n", "header-only", 1, 1),
      ("donor,amuont\nNOR,5\n", "unknown-column", 1, 7),
      ("donor,amuont\nNOR,5\n", "missing-column", 1, 1),
      ("donor,amount,donor\nNOR,5,x\n", "duplicate-column", 1, 14),
      ("donor,amount\nNOR\n", "short-row", 2, 1), ("donor,amount\nNOR,5,6\n", "long-row", 2, 7),
      ("donor,amount\nNOR,\"5\n", "unbalanced-quote", 2, 5),
      ("donor,amount\nN\"R,5\n", "quote-in-bare-field", 2, 2),
      ("donor,amount\n\"NOR\"x,5\n", "text-after-quote", 2, 6),
      ("donor,amount\nNOR,\"5\"\u{301}\n", "text-after-quote", 2, 8),
      ("donor,amount\nNöR,5\u{0}\n", "nul-byte", 2, 6),
      ("donor,amount\nNOR,\u{1B}5\n", "control-character", 2, 5),
      ("donor,amount\nNOR,\"a\nb\nc\"x\n", "text-after-quote", 4, 3),
    ] as [(String, String, Int, Int)])
  func `a fault is told with its line and column`(
    text: String, rule: String, line: Int, column: Int
  ) {
    let faults = read(text).faults
    #expect(
      faults.contains { $0.rule == rule && $0.line == line && $0.column == column }, "\(faults)")
  }

  @Test(
    arguments: [
      ([0x4E, 0xF8, 0x52], 1), ([0xC0, 0x80], 0), ([0xED, 0xA0, 0x80], 0),
      ([0xF5, 0x80, 0x80, 0x80], 0),
      ([0x4E, 0xC3], 1), ([0xFF], 0),
    ] as [([UInt8], Int)])
  func `what is not UTF-8 is refused where it begins`(bytes: [UInt8], at: Int) {
    let faults = read(Array("donor,amount\nNOR,".utf8) + bytes + Array("\n".utf8)).faults
    #expect(faults.map(\.rule) == ["not-utf8"])
    #expect(faults.first?.line == 2)
    #expect(faults.first?.column == 5 + at)
  }

  @Test func `UTF-16 is named`() {
    #expect(read([0xFF, 0xFE, 0x64, 0]).faults.first?.message.contains("UTF-16") == true)
  }

  @Test func `after a fault the reader goes on, and all are told`() {
    let result = read("donor,amount\nNOR\nSWE,5\nN\"R,5\nDEU,6\n")
    #expect(result.rows == [["SWE", "5", nil], ["DEU", "6", nil]])
    #expect(result.faults.map(\.line) == [2, 4])
  }

  @Test func `a million quotes do no harm`() {
    let text = "donor,amount\n" + String(repeating: "\"", count: 1_000_001)
    #expect(read(text).faults.count == 1)
  }

  @Test func `a comma with a mark upon it is a comma and a mark`() {
    #expect(read("donor,amount\nNOR,\u{301}5\n").rows == [["NOR", "\u{301}5", nil]])
  }
}
