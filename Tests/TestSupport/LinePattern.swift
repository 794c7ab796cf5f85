/// Text with `…` in it, which stands for any text on a line, and alone on a line for any lines.
enum LinePattern {
  static let any = "…"

  /// Whether these lines are what the patterns say.
  static func matches(_ patterns: [String], _ lines: [String]) -> Bool {
    glob(patterns, lines, isAny: { $0 == any }, matches: lineMatches)
  }

  /// Whether one line is what its pattern says, byte for byte outside the `…`.
  static func lineMatches(_ pattern: String, _ line: String) -> Bool {
    if pattern.utf8.elementsEqual(line.utf8) { return true }
    guard pattern.contains(any) else { return false }
    // A zero byte, which no line of a text file has, stands for the `…`.
    let bytes = Array(pattern.replacing(any, with: "\0").utf8)
    return glob(bytes, Array(line.utf8), isAny: { $0 == 0 }, matches: ==)
  }

  /// The usual way to match `*`: on a mismatch, let the last one take one element more.
  private static func glob<Pattern, Element>(
    _ pattern: [Pattern], _ text: [Element], isAny: (Pattern) -> Bool,
    matches: (Pattern, Element) -> Bool
  ) -> Bool {
    var place = 0
    var next = 0
    var retry: (place: Int, next: Int)?
    while next < text.count {
      if place < pattern.count, isAny(pattern[place]) {
        place += 1
        retry = (place, next)
      } else if place < pattern.count, matches(pattern[place], text[next]) {
        place += 1
        next += 1
      } else if let last = retry {
        retry = (last.place, last.next + 1)
        (place, next) = (last.place, last.next + 1)
      } else {
        return false
      }
    }
    return pattern[place...].allSatisfy(isAny)
  }
}

/// The lines of a text, split at line feeds alone; the last line may lack its line feed.
func lines(of text: String) -> [String] {
  var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    .map { String(Substring($0)) }
  if lines.last == "" { lines.removeLast() }
  return lines
}
