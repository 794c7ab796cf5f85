import Foundation
import TestSupport
import Testing

/// Of a key that stands twice, a parser keeps one and drops the other in silence.
@Suite struct JSONKeysTests {
  /// What commands cannot do without; a list or report that is not here stands alone.
  private static let arguments: [String: [String]] = [
    "report biennium": ["2002-2003"], "report donor": ["NOR"], "report account": ["assets:cash"],
    "report grid": ["EGY/R31"], "report trend": ["--theme", "juvenile-justice"],
    "report implementation": ["--session", "57"], "report treaties": ["countdown"],
    "report diff": ["biennium", "2002-2003", "--known-at", "20", "--known-at", "40"],
  ]

  @Test func `no list's or report's JSON has a key twice`() throws {
    try withTemporaryFolder { folder in
      let ledger = try SampleLedger("2002-2003", in: folder)
      let commands = try Program.commands(in: folder).map { $0.dropFirst().joined(separator: " ") }
        .filter { $0.hasPrefix("list ") || $0.hasPrefix("report ") }
      #expect(commands.count > 16)
      for command in commands {
        let words = command.split(separator: " ").map(String.init)
        let outcome = try Program.run(
          words + (Self.arguments[command] ?? []) + ["--format", "json", "--ledger", ledger.path],
          in: folder)
        #expect([0, 1].contains(outcome.status), "\(command): \(outcome.errors)")
        var keys = JSONKeys(outcome.output)
        #expect(keys.repeated() == [], "\(command)")
        #expect(throws: Never.self, "\(command)") {
          try JSONSerialization.jsonObject(with: outcome.outputData)
        }
      }
    }
  }

  @Test func `the list of entries stands under its key, the ledger's count under another`() throws {
    try withTemporaryFolder { folder in
      _ = try Program.run(["init"], in: folder)
      let text = try Program.run(["list", "entries", "--format", "json"], in: folder).outputData
      let json = try #require(try JSONSerialization.jsonObject(with: text) as? [String: Any])
      #expect((json["entries"] as? [Any])?.count == 5)
      #expect(json["ledgerEntries"] as? Int == 5)
    }
  }

  @Test func `a key that stands twice is found`() {
    for (text, repeated) in [
      (#"{"a": {"b": 1}, "b": [{"a": "a\"b"}, {"a": 2}]}"#, []), (#"{"a": 1, "a": 2}"#, ["a"]),
      (#"[{"x": {"y": "}", "y": null}}]"#, ["y"]),
    ] {
      var keys = JSONKeys(text)
      #expect(keys.repeated() == repeated)
    }
  }
}

/// The keys of a JSON text, object by object, as they stand in it.
private struct JSONKeys {
  private let bytes: [UInt8]
  private var at = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  /// The keys that stand twice in one object.
  mutating func repeated() -> [String] {
    var open: [Set<String>?] = []
    var repeated: [String] = []
    while let next = take() {
      switch next {
      case UInt8(ascii: "{"): open.append([])
      case UInt8(ascii: "["): open.append(nil)
      case UInt8(ascii: "}"), UInt8(ascii: "]"): open.removeLast()
      case UInt8(ascii: "\""):
        let text = string()
        while at < bytes.count, bytes[at] <= 32 { at += 1 }
        guard at < bytes.count, bytes[at] == UInt8(ascii: ":"), open.last??.isEmpty != nil else {
          continue
        }
        if open[open.count - 1]?.insert(text).inserted == false { repeated.append(text) }
      default: continue
      }
    }
    return repeated
  }

  private mutating func take() -> UInt8? {
    guard at < bytes.count else { return nil }
    at += 1
    return bytes[at - 1]
  }

  /// What stands up to the closing quote, as written.
  private mutating func string() -> String {
    let start = at
    while let next = take(), next != UInt8(ascii: "\"") {
      if next == UInt8(ascii: "\\") { at += 1 }
    }
    return String(decoding: bytes[start..<at - 1], as: UTF8.self)
  }
}
