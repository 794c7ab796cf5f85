import TestSupport
import Testing

/// `--earmark "$EARMARK"` where the variable is not set must not change what is recorded.
@Suite struct BlankArgumentTests {
  @Test func `an option that is given and blank is refused on every command`() throws {
    try withTemporaryFolder { folder in
      #expect(try Program.run(["init"], in: folder).status == 0)
      let before = try Program.run(["verify"], in: folder).output
      // Each spelling once, with the first command that has it.
      var seen: Set<String> = []
      func examine(_ command: CommandTree, _ path: [String]) throws {
        for part in command.parts { try examine(part, path + [part.commandName]) }
        guard command.parts.isEmpty else { return }
        let options = (command.arguments ?? []).filter { $0.kind == "option" }
        for name in options.flatMap({ $0.names ?? [] }) where seen.insert(name.spelling).inserted {
          for words in [[name.spelling, ""], [name.spelling, " \t"]] {
            let outcome = try Program.run(path + words, in: folder)
            #expect(outcome.status == 64, "\(path + words): \(outcome.errors)")
            #expect(
              outcome.errors.hasPrefix("error: \(name.spelling) is given, and blank [field-blank]"),
              "\(path + words): \(outcome.errors)")
          }
        }
      }
      try examine(try Program.tree(in: folder), [])
      #expect(seen.isSuperset(of: ["--earmark", "--on", "--pledge", "--memo", "-o", "-p"]))
      #expect(seen.count > 40)
      for words in [["show", ""], ["list", "donors", "--kind="], ["add", "programme", "P", ""]] {
        #expect(try Program.run(words, in: folder).status == 64, "\(words)")
      }
      #expect(try Program.run(["verify"], in: folder).output == before)
    }
  }
}
