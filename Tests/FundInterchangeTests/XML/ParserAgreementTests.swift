import Foundation
import FundInterchange
import TestSupport
import Testing

/// Our reader and another parser, expat, on documents that are right and on such that were harmed.
@Suite struct ParserAgreementTests {
  /// Pieces that are well-formed in an element.
  private static let pieces = [
    "<a/>", "<b c=\"1\">x</b>", "text", "&amp;", "&#233;", "<!-- c -->", "<![CDATA[<x>]]>",
    "<?p q?>", "é", "<n:d xmlns:n=\"u\" n:e='2'/>", "\n", "<value>1</value>",
  ]
  /// What harms: a byte is taken out, put in or changed.
  private static let marks = Array("<>&\"'/=!?-[]; ax:é\n".utf8)

  private func document(_ random: inout SplitMix64) -> String {
    let count = Int.random(in: 0...6, using: &random)
    let inner = (0..<count).map { _ in Self.pieces.randomElement(using: &random)! }.joined()
    return "<iati-activities>\(inner)<iati-activity>\(inner)</iati-activity></iati-activities>"
  }

  private func harmed(_ text: String, _ random: inout SplitMix64) -> Data {
    var bytes = Array(text.utf8)
    for _ in 0..<Int.random(in: 0...2, using: &random) {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0...2, using: &random) {
      case 0: bytes.remove(at: place)
      case 1: bytes.insert(Self.marks.randomElement(using: &random)!, at: place)
      default: bytes[place] = Self.marks.randomElement(using: &random)!
      }
    }
    return Data(bytes)
  }

  /// Which of some documents expat reads, asked of a program of its own.
  private func others(_ documents: [Data]) throws -> [Bool] {
    let script = """
      import sys, xml.parsers.expat
      for line in sys.stdin:
          parser = xml.parsers.expat.ParserCreate(namespace_separator=' ')
          try:
              parser.Parse(bytes.fromhex(line.strip()), True)
              print(1)
          except xml.parsers.expat.ExpatError:
              print(0)
      """
    let lines = documents.map { $0.map { byte in String(format: "%02x", byte) }.joined() + "\n" }
    let outcome = try ChildProcess(
      "/usr/bin/env", ["python3", "-c", script], in: "/",
      environment: Program.cleanEnvironment, input: Data(lines.joined().utf8)
    ).wait()
    #expect(outcome.status == 0, "\(outcome.errors)")
    return outcome.output.split(separator: "\n").map { $0 == "1" }
  }

  @Test func `what the one reads the other reads, but for what is refused on purpose`() throws {
    var random = SplitMix64(seed: 2003)
    let documents = (0..<4000).map { _ in harmed(document(&random), &random) }
    let answers = try others(documents)
    #expect(answers.count == documents.count)
    var read = 0
    for (document, isRead) in zip(documents, answers) {
      let own = try ReadIATI(document)
      let isOwn = own.fault == nil || own.fault?.rule == "not-iati"
      read += isOwn ? 1 : 0
      #expect(isOwn == isRead, "\(String(decoding: document, as: UTF8.self)): \(own.fault as Any)")
    }
    // Harm does harm, and not always.
    #expect((1000...3800).contains(read), "\(read) of \(documents.count)")
  }
}
