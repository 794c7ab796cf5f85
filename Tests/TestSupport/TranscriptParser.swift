import Foundation

/// Reads the steps in one part of a file.
struct TranscriptParser {
  let lines: [String]
  let part: Range<Int>
  let path: String
  private var index: Int

  init(lines: [String], part: Range<Int>, path: String) {
    self.lines = lines
    self.part = part
    self.path = path
    index = part.lowerBound
  }

  mutating func steps() throws -> [Transcript.Step] {
    var steps: [Transcript.Step] = []
    while index < part.upperBound {
      let line = lines[index]
      if line.hasPrefix("$ ") {
        steps.append(try step())
      } else if isBlank(line) || isComment(line) {
        index += 1
      } else {
        throw TranscriptError(
          path: path, line: index + 1, "neither a command ($ …) nor a comment (# …): \(line)")
      }
    }
    return steps
  }

  private mutating func step() throws -> Transcript.Step {
    let line = index + 1
    let command = try command()
    let answer = answer()
    index = answer.upperBound
    var expected = Array(lines[answer])
    var status: Int32 = 0
    if let last = expected.last, let given = exitStatus(last) {
      status = given
      expected.removeLast()
    }
    return Transcript.Step(
      line: line, command: command, expected: withoutBlankEnd(expected), status: status,
      answer: answer)
  }

  private mutating func command() throws -> String {
    let begun = index + 1
    var command = String(next().dropFirst(2))
    while command.hasSuffix("\\") {
      guard index < part.upperBound else {
        throw TranscriptError(path: path, line: begun, "this command has no end")
      }
      command += "\n" + next()
    }
    for (word, tabsGo) in hereDocuments(command) {
      var line: String
      repeat {
        guard index < part.upperBound else {
          throw TranscriptError(path: path, line: begun, "this here-document has no \(word)")
        }
        line = next()
        command += "\n" + line
      } while (tabsGo ? String(line.drop { $0 == "\t" }) : line) != word
    }
    return command
  }

  private mutating func next() -> String {
    defer { index += 1 }
    return lines[index]
  }

  /// The lines of the answer that begins here, without the blank lines after it.
  private func answer() -> Range<Int> {
    var end = index
    while end < part.upperBound, !lines[end].hasPrefix("$ ") {
      if isBlank(lines[end]) {
        let after = lines[end..<part.upperBound].firstIndex { !isBlank($0) }
        guard let after, !lines[after].hasPrefix("$ "), !isComment(lines[after]) else { break }
        end = after
      } else {
        end += 1
      }
    }
    return index..<end
  }
}

func isBlank(_ line: String) -> Bool { line.allSatisfy { $0 == " " || $0 == "\t" } }

func isComment(_ line: String) -> Bool { line == "#" || line.hasPrefix("# ") }

func withoutBlankEnd(_ lines: [String]) -> [String] {
  Array(lines[..<((lines.lastIndex { !isBlank($0) } ?? -1) + 1)])
}

/// The status that a line `[exit 65]` names.
func exitStatus(_ line: String) -> Int32? {
  guard line.hasPrefix("[exit "), line.hasSuffix("]") else { return nil }
  return Int32(line.dropFirst(6).dropLast())
}

/// The words that end the here-documents of a command, and whether tabs before them go (`<<-`).
private func hereDocuments(_ command: String) -> [(word: String, tabsGo: Bool)] {
  command.matches(of: /(?:^|[^<])<<(-?) *(['"]?)([A-Za-z_][A-Za-z0-9_]*)\2/).map {
    (String($0.3), !$0.1.isEmpty)
  }
}
