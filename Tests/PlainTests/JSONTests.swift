import Plain
import Testing

@Suite struct JSONTests {
  @Test func `keys keep their order and text is escaped`() {
    let json = JSON.object([
      ("b", .string("a\"b\\c\n\u{1}é")), ("a", .array([.integer(-5), .bool(true), .null])),
      ("empty", .array([])),
    ])
    #expect(
      json.text() == """
        {
          "b": "a\\"b\\\\c\\n\\u0001é",
          "a": [
            -5,
            true,
            null
          ],
          "empty": []
        }
        """)
  }
}

@Suite struct TerminalTextTests {
  @Test func `nothing of the data commands the terminal`() {
    for value in UInt32(0)...0x2100 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let shown = printable("a\(Character(scalar))b")
      #expect(
        !shown.unicodeScalars.contains { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) })
      #expect(!shown.unicodeScalars.contains { (0x202A...0x202E).contains($0.value) })
    }
    #expect(printable("\u{1B}[2J") == "\\u{1B}[2J")
  }

  @Test func `a text is cut to its width, wide letters counting two`() {
    #expect(displayWidth("日本") == 4)
    #expect(displayWidth("e\u{301}") == 1)
    #expect(cut("Norway", toWidth: 6) == "Norway")
    #expect(cut("Norway", toWidth: 4) == "Nor…")
    #expect(cut("日本国", toWidth: 4) == "日…")
  }
}

@Suite struct OutputTests {
  @Test func `a write that fails is an error`() throws {
    let full = try Output.file(at: "/dev/full")
    try full.write("x")
    #expect(throws: OutputError.self) { try full.flush() }
  }

  @Test func `a CSV field is quoted only where it must be`() {
    #expect(
      csvLine(["a", "b,c", "d\"e", " f", "g\nh"]) == "a,\"b,c\",\"d\"\"e\",\" f\",\"g\nh\"\n")
  }
}
