import Foundation
import TestSupport
import Testing

@testable import FundInterchange

/// What is written is read again as it was, by libxml2 as by our own eyes.
@Suite struct XMLWriterTests {
  /// A file with a text and an attribute.
  private func written(_ text: String, attribute: String? = nil) throws -> String {
    var file = ""
    let take: (String) -> Void = { file += $0 }
    let xml = try XMLWriter(to: take)
    try xml.element("r", ["a": attribute, "left-out": nil]) { try xml.element("t", text: text) }
    return file
  }

  /// The text and the attribute as our own reader reads them.
  private func read(_ file: String) throws -> (text: String, attribute: String?) {
    try withTemporaryFolder { folder in
      let path = folder + "/file.xml"
      try Data(file.utf8).write(to: URL(fileURLWithPath: path))
      let descriptor = open(path, O_RDONLY)
      defer { close(descriptor) }
      let reader = XMLReader(descriptor: descriptor)
      var attribute: String?
      while try reader.next() != .done {
        if reader.name == "r" { attribute = attribute ?? reader.attribute("a") }
        if reader.name == "t" { return (try reader.content().text, attribute) }
      }
      return ("", attribute)
    }
  }

  @Test(arguments: [
    "a]]>b", "<script>&amp;</script>", "\"' <!-- -->", "tab\tline\nreturn\rend", "é漢🇪🇬",
    "\u{202E}right\u{2066}\u{200F}", "\u{85}\u{2028}\u{7F}", "  blanks  ", "&#0;", "",
  ])
  func `a text is read as it was written`(text: String) throws {
    let (read, attribute) = try read(try written(text, attribute: "|\(text)|"))
    #expect(read == text)
    #expect(attribute == "|\(text)|")
  }

  @Test func `what XML cannot hold is made visible`() throws {
    let text = "\u{0}\u{7}\u{1B}[31m\u{FFFE}\u{FFFF}"
    #expect(try read(try written(text)).text == #"\u{0}\u{7}\u{1B}[31m\u{FFFE}\u{FFFF}"#)
  }

  @Test func `every character is read again or made visible`() throws {
    var text = ""
    for value in UInt32(0)..<0x3000 {
      if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
    }
    let read = try read(try written(text)).text
    let unseen = (0..<0x20 as Range<UInt32>).filter { ![9, 10, 13].contains($0) }
    #expect(read.unicodeScalars.count == 0x3000 + unseen.map { $0 < 16 ? 4 : 5 }.reduce(0, +))
  }

  @Test func `a megabyte of marks takes no second, and is well-formed`() throws {
    let text = String(repeating: "<&>]]>\u{1}é", count: 100_000)
    let begun = ContinuousClock.now
    let file = try written(text)
    #expect(ContinuousClock.now - begun < .seconds(1))
    try withTemporaryFolder { folder in
      try Data(file.utf8).write(to: URL(fileURLWithPath: folder + "/file.xml"))
      let asked = try ChildProcess(
        "/usr/bin/env",
        ["xmllint", "--nonet", "--xpath", "string-length(//t) = 1200000", "file.xml"], in: folder,
        environment: ProcessInfo.processInfo.environment
      ).wait()
      #expect(asked.output == "true\n", "\(asked.errors)")
    }
  }
}
