import Foundation
import FundDomain
import FundInterchange
import TestSupport
import Testing

/// Whole ledgers as JSON, damaged and hostile ones: each has one outcome.
@Suite struct LedgerFileTests {
  /// What is read: each entry's rows, or the fault with its place.
  private func outcome(_ bytes: [UInt8]) throws -> String {
    try withTemporaryFolder { folder in
      let path = folder + "/fund.json"
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      let descriptor = open(path, O_RDONLY)
      defer { close(descriptor) }
      var read: [String] = []
      do {
        let head = try LedgerFile(descriptor: descriptor).entries { entry in
          read += entry.facts.map { fact in
            "\(fact.table)(\(fact.fields.map { "\($0.name)=\($0.value)" }.joined(separator: ",")))"
          }
        }
        return read.joined(separator: " ") + " \(head.entries) \(head.hash)"
      } catch let fault as FileFault {
        return "\(fault.rule) \(fault.line):\(fault.column)"
      }
    }
  }

  private static func file(_ chain: String, tail: String = "") -> String {
    """
    {"schema": "cpcjf/1", "export": "ledger", "entries": 1, "head": "ab", "chain": [
    \(chain)
    ]\(tail)}
    """
  }

  private static func entry(_ rows: String) -> String {
    file("{\"batch\":{\"recorder\":\"x\"},\"entry\":{\"seq\":1},\(rows),\"hash\":\"ab\"}")
  }

  private static let whole = entry(#""subFund":[{"holdsFrom":"a\"\u00e9\ud83d\ude00","seq":-5}]"#)

  private static let texts: [(text: String, outcome: String)] = [
    (
      whole,
      "entry(seq=integer(1)) sub_fund(holds_from=text(\"a\\\"é😀\"),seq=integer(-5)) 1 ab"
    ),
    ("\u{FEFF}" + file(""), " 1 ab"),
    ("", "json-truncated 1:1"),
    ("donor,amount", "json-malformed 1:1"),
    ("[]", "json-malformed 1:1"),
    ("{}", "json-key-missing 1:3"),
    ("{\"schema\":\"other\"}", "not-a-ledger-export 1:18"),
    (file("") + "x", "json-malformed 3:3"),
    (file("") + file(""), "json-malformed 3:3"),
    (file("", tail: ",\"head\":\"cd\""), "json-key-twice 3:3"),
    (file("", tail: ",\"other\":1"), "json-key-unknown 3:11"),
    (file("", tail: ","), "json-malformed 3:3"),
    (entry(#""posting":[{"usd":1.0}]"#), "json-value 2:64"),
    (entry(#""posting":[{"usd":1e2}]"#), "json-value 2:64"),
    (entry(#""posting":[{"usd":01}]"#), "json-malformed 2:64"),
    (entry(#""posting":[{"usd":9223372036854775808}]"#), "json-value 2:81"),
    (entry(#""posting":[{"usd":null}]"#), "json-value 2:63"),
    (entry(#""posting":[{"usd":true}]"#), "json-value 2:63"),
    (entry(#""posting":[{"usd":{}}]"#), "json-value 2:63"),
    (entry(#""posting":[{"usd":NaN}]"#), "json-value 2:63"),
    (entry(#""posting":[{"usd":1,"usd":2}]"#), "json-key-twice 2:65"),
    (entry(#""posting":[[]]"#), "json-malformed 2:56"),
    (entry(#""posting":{}"#), "json-malformed 2:55"),
    (entry(#""":[]"#), "json-key-unknown 2:48"),
    (entry(#""_":[]"#), "json-key-unknown 2:49"),
    (entry(#""sub_fund":[]"#), "json-key-unknown 2:56"),
    (entry(#""Posting":[]"#), "json-key-unknown 2:55"),
    (entry(#""é":[]"#), "json-key-unknown 2:49"),
    (entry(#""fund":[{"title":"\ud800"}]"#), "json-malformed 2:69"),
    (entry(#""fund":[{"title":"\udc00\ud800"}]"#), "json-malformed 2:69"),
    (entry(#""fund":[{"title":"\x"}]"#), "json-malformed 2:65"),
    (entry("\"fund\":[{\"title\":\"a\tb\"}]"), "json-malformed 2:65"),
    (file("{\"entry\":{\"seq\":1},\"hash\":\"ab\"}"), "json-key-missing 2:32"),
    (file("{\"batch\":[],\"hash\":\"ab\"}"), "json-malformed 2:10"),
    (file(String(repeating: "[", count: 100_000)), "json-malformed 2:1"),
    (file("{\"hash\":\"" + String(repeating: "a", count: 1 << 21)), "json-too-large 2:1048587"),
  ]

  @Test(arguments: texts.indices) func `each has its outcome`(_ place: Int) throws {
    let (text, wanted) = Self.texts[place]
    let found = try outcome(Array(text.utf8))
    #expect(found == wanted, "\(text.prefix(200))")
  }

  @Test func `what is no UTF-8 is refused`() throws {
    let text = Array(Self.whole.utf8)
    #expect(try outcome([0xFF, 0xFE] + text) == "not-utf8 1:1")
    var broken = text
    broken[try #require(text.firstIndex(of: UInt8(ascii: "x")))] = 0xC3
    #expect(try outcome(broken).hasPrefix("not-utf8 1:"))
  }

  @Test func `cut off anywhere it is refused`() throws {
    let bytes = Array(Self.whole.utf8)
    for length in bytes.indices {
      let outcome = try outcome(Array(bytes[..<length]))
      #expect(outcome.hasPrefix("json-truncated"), "\(length): \(outcome)")
    }
  }
}
