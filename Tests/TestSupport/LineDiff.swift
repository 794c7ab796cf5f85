/// What differs between expected and actual lines, for a person to read.
enum LineDiff {
  enum Change {
    /// The expected line and the actual one that is what it says.
    case same(expected: String, actual: String)
    case missing(String)
    case unexpected(String)
  }

  /// The fewest changes from the expected lines to the actual ones.
  ///
  /// - Parameter matches: whether an actual line (second) is what the expected one says.
  static func changes(
    from expected: [String], to actual: [String], matches: (String, String) -> Bool
  ) -> [Change] {
    var start = 0
    while start < expected.count, start < actual.count, matches(expected[start], actual[start]) {
      start += 1
    }
    let head = zip(expected, actual).prefix(start).map { Change.same(expected: $0, actual: $1) }
    let old = Array(expected[start...])
    let new = Array(actual[start...])
    guard old.count * new.count <= 1_000_000 else {
      return head + old.map(Change.missing) + new.map(Change.unexpected)
    }
    return head + aligned(old, new, matches: matches)
  }

  /// The longest common subsequence, by the table of its lengths.
  private static func aligned(
    _ old: [String], _ new: [String], matches: (String, String) -> Bool
  ) -> [Change] {
    let width = new.count + 1
    var lengths = [Int](repeating: 0, count: (old.count + 1) * width)
    for i in old.indices.reversed() {
      for j in new.indices.reversed() {
        let longest = max(lengths[(i + 1) * width + j], lengths[i * width + j + 1])
        lengths[i * width + j] =
          matches(old[i], new[j]) ? max(longest, lengths[(i + 1) * width + j + 1] + 1) : longest
      }
    }
    var changes: [Change] = []
    var (i, j) = (0, 0)
    while i < old.count || j < new.count {
      let here = lengths[i * width + j]
      if i < old.count, here == lengths[(i + 1) * width + j] {
        changes.append(.missing(old[i]))
        i += 1
      } else if j < new.count, here == lengths[i * width + j + 1] {
        changes.append(.unexpected(new[j]))
        j += 1
      } else {
        changes.append(.same(expected: old[i], actual: new[j]))
        i += 1
        j += 1
      }
    }
    return changes
  }

  /// The changes with two lines around each, `-` before what was expected and is not there, `+`
  /// before what is there and was not expected.
  static func text(_ changes: [Change], limit: Int = 60) -> String {
    var near = [Bool](repeating: false, count: changes.count)
    for (index, change) in changes.enumerated() {
      if case .same = change { continue }
      for neighbour in max(0, index - 2)...min(changes.count - 1, index + 2) {
        near[neighbour] = true
      }
    }
    var lines: [String] = []
    for (index, change) in changes.enumerated() {
      guard near[index] else {
        if index > 0, near[index - 1] { lines.append("  ⋮") }
        continue
      }
      switch change {
      case .same(_, let actual): lines.append("  " + actual)
      case .missing(let line): lines.append("- " + line)
      case .unexpected(let line): lines.append("+ " + line)
      }
    }
    if lines.count > limit {
      lines = lines.prefix(limit) + ["  ⋮ (\(lines.count - limit) lines more)"]
    }
    return lines.joined(separator: "\n")
  }
}
