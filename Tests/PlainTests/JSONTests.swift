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

  @Test func `a letter bears no more marks than a language has, however they are joined`() {
    let mark = "\u{301}"
    let five = String(repeating: mark, count: 5)
    #expect(legible("Norway") == "Norway")
    #expect(legible("Việt Nam, e\(five)x") == "Việt Nam, e\(five)x")
    let many = "e" + String(repeating: mark, count: 200)
    #expect(Array(legible(many + "x" + many).utf8) == Array("e\(five)…xe\(five)…".utf8))
    let joined = "e" + String(repeating: mark + "\u{200D}", count: 200)
    #expect(legible(joined).unicodeScalars.count { $0 == "\u{301}" } == 5)
    #expect(legible("\u{1B}[2J") == "\\u{1B}[2J")
  }

  @Test func `words go on on the next line, where they are indented`() {
    #expect(wrapped("one two three", toWidth: 13) == ["one two three"])
    #expect(wrapped("one two three", toWidth: 8) == ["one two", "three"])
    #expect(wrapped("one two three", toWidth: 7, hanging: 2) == ["one two", "  three"])
    #expect(wrapped("a 日本国 b", toWidth: 5) == ["a", "日本国", "b"])
  }

  @Test func `what programs call a thing is put in words`() {
    #expect("paid-in-full".inWords == "Paid in full")
    #expect("gave".inWords == "Gave")
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
