import Foundation
import Testing

@testable import TestSupport

/// The runner of transcripts, on itself: plain shell commands, no `cpcjf`.
struct TranscriptRunnerTests {
  @Test func `a session that goes as written has no wrong answer`() throws {
    let wrong = try wrongAnswers(
      """
      # What a command prints, on both its outputs, in order
      $ echo one; echo two >&2; echo three
      one
      two
      three
      $ true

      $ false
      [exit 1]

      # A blank line within an answer, and none after it
      $ printf 'a\\n\\nb\\n\\n'
      a

      b
      $ sh -c 'echo refused; exit 65'
      refused
      [exit 65]
      """)
    #expect(wrong == [])
  }

  @Test func `a wrong line is found and shown`() throws {
    let wrong = try wrongAnswers(
      """
      $ echo same

      $ printf 'before\\n101.00\\nafter\\n'
      before
      100.00
      after
      """)
    #expect(
      wrong == [
        """
        planted.test:1:
          $ echo same
        + same
        """,
        """
        planted.test:3:
          $ printf 'before\\n101.00\\nafter\\n'
          before
        - 100.00
        + 101.00
          after
        """,
      ])
  }

  @Test(arguments: [
    ("$ false", "exit 0 expected, exit 1 seen\n"),
    ("$ true\n[exit 65]", "exit 65 expected, exit 0 seen\n"),
    ("$ kill -9 $$", "exit 0 expected, exit 137 seen\n"),
  ])
  func `a wrong exit status is found`(_ session: String, _ difference: String) throws {
    let answers = try Transcript(session, path: "planted.test").run()
    #expect(answers.map(\.difference) == [difference])
  }

  @Test(arguments: [
    (["…"], [], true), (["…"], ["a", "b"], true), (["a", "…", "d"], ["a", "b", "c", "d"], true),
    (["a", "…"], ["b"], false), (["…", "a", "b"], ["a", "a", "b"], true),
    (["head …, at …Z"], ["head 8f3a, at 12:00Z"], true), (["head …Z"], ["head 12:00"], false),
    (["…"], [""], true), (["a…"], ["a"], true), (["a…a"], ["a"], false),
    (["e\u{301}"], ["\u{e9}"], false), ([], [""], false),
  ])
  func `three dots stand for any text`(
    _ patterns: [String], _ lines: [String], _ fits: Bool
  ) {
    #expect(LinePattern.matches(patterns, lines) == fits)
  }

  @Test func `a command goes on after a backslash and through here-documents`() throws {
    let wrong = try wrongAnswers(
      """
      $ cat <<ONE - <<'TWO' \\
          | tr a-z A-Z
      $ not read
      ONE
      the second one

      $ is $HOME
      TWO
      THE SECOND ONE

      $ IS $HOME
      """)
    // What the second here-document prints looks like a command, and is read as one.
    #expect(wrong.count == 2)
    #expect(
      try wrongAnswers(
        """
        $ cat >rows.csv <<END
        donor,amount

        NOR,100
        END
        $ cat rows.csv | wc -l | tr -d ' '
        3
        """) == [])
  }

  @Test func `folder and exported variables carry over, each session has its own folder`() throws {
    let session = """
      $ ls
      $ mkdir inner && cd inner && export WHERE="it's here" && touch file
      $ echo "$WHERE"; ls; basename "$PWD"
      it's here
      file
      inner
      $ exit 3
      [exit 3]
      $ basename "$PWD"; echo "$CPCJF_USER $TZ ${COLUMNS-unset}"
      inner
      tester UTC unset
      """
    #expect(try wrongAnswers(session) == [])
    #expect(try wrongAnswers(session) == [])
  }

  @Test func `a recorded session goes as written, and keeps what still fits`() throws {
    let session = """
      # A comment
      $ printf 'head 8f3a\\nnew\\n\\n# no comment\\n$ no command\\n'; exit 2
      head …
      old
      [exit 1]

      # Another
      $ echo kept
      k…
      """
    let transcript = try Transcript(session, path: "planted.test")
    let recorded = transcript.recorded(try transcript.run())
    #expect(
      recorded == """
        # A comment
        $ printf 'head 8f3a\\nnew\\n\\n# no comment\\n$ no command\\n'; exit 2
        head …
        new

        … no comment
        … no command
        [exit 2]

        # Another
        $ echo kept
        k…

        """)
    #expect(try wrongAnswers(recorded) == [])
  }

  @Test func `of a Markdown file the console blocks are one session`() throws {
    let text = """
      # Title

      ```console
      $ export A=1
      ```
      ```sh
      $ exit 9
      ```
      Text.
      ```console
      $ echo $A
      1

      ```
      """
    let transcript = try Transcript(text, path: "planted.md")
    #expect(transcript.steps.map(\.line) == [4, 11])
    #expect(try transcript.run().allSatisfy(\.isAsExpected))
  }

  @Test(arguments: ["text", "$ cat <<END\nnever ends", "$ echo \\"])
  func `a file that is no transcript is refused`(_ text: String) {
    #expect(throws: TranscriptError.self) { try Transcript(text, path: "planted.test") }
  }

  /// The messages about the answers that differ.
  private func wrongAnswers(_ session: String) throws -> [String] {
    let transcript = try Transcript(session, path: "planted.test")
    return try transcript.run().filter { !$0.isAsExpected }.map(transcript.message)
  }
}
