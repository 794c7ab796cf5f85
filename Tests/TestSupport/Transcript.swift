import Foundation

/// A terminal session in a file, which can be run again to see whether it still goes like that.
///
///     # A pledge of a donor that nobody knows is refused.
///     $ cpcjf record pledge --donor NRO --amount "1 USD" \
///         --on 2002-01-01
///     There is no donor NRO; did you mean NOR?
///     [exit 65]
///
/// A line that begins with `$ ` is a command; it goes on after a backslash at the end of a line,
/// and through its here-documents. What follows is what it prints, standard output and standard
/// error together, up to the next command, the end, or a blank line before a command, a comment
/// (`# `) or the end. `…` stands for any text, and alone on a line for any lines. `[exit 65]` as
/// the last line is the exit status; without it, 0. Blank lines at the end of what a command
/// prints do not count. A line of output that would be read as a command, or after a blank line as
/// a comment, is written with `…` for its first letter.
public struct Transcript: Sendable {
  /// One command, and what it is to answer.
  public struct Step: Sendable {
    /// Where the command stands, counted from 1.
    public let line: Int
    /// What is given to the shell; it may have several lines.
    public let command: String
    /// What it prints, in which `…` stands for any text.
    public let expected: [String]
    public let status: Int32
    /// The lines of the file, counted from 0, that hold the expected output and status.
    let answer: Range<Int>
  }

  public let path: String
  public let steps: [Step]
  /// The whole file.
  let lines: [String]

  /// Reads a transcript; of a Markdown file (`.md`) the blocks fenced as `console`, in order.
  ///
  /// - Throws: `TranscriptError`, or when the file cannot be read.
  public init(path: String) throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    try self.init(String(decoding: data, as: UTF8.self), path: path)
  }

  init(_ text: String, path: String) throws {
    let lines = TestSupport.lines(of: text)
    var steps: [Step] = []
    let parts = path.hasSuffix(".md") ? try consoleBlocks(lines, path: path) : [0..<lines.count]
    for part in parts {
      var parser = TranscriptParser(lines: lines, part: part, path: path)
      steps += try parser.steps()
    }
    self.path = path
    self.steps = steps
    self.lines = lines
  }
}

/// A file that is no transcript.
public struct TranscriptError: Error, CustomStringConvertible {
  public let description: String

  init(path: String, line: Int, _ fault: String) { description = "\(path):\(line): \(fault)" }
}

/// Where the fenced blocks marked `console` lie, without their fences.
private func consoleBlocks(_ lines: [String], path: String) throws -> [Range<Int>] {
  var blocks: [Range<Int>] = []
  var start: Int?
  var otherFence = false
  for (index, line) in lines.enumerated() where line.hasPrefix("```") {
    if let begun = start {
      blocks.append(begun..<index)
      start = nil
    } else if otherFence {
      otherFence = false
    } else if line.dropFirst(3).split(separator: " ").first == "console" {
      start = index + 1
    } else {
      otherFence = true
    }
  }
  if let begun = start {
    throw TranscriptError(path: path, line: begun, "this block has no end")
  }
  return blocks
}
