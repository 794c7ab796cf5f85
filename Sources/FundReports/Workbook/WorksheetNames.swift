import Plain

/// What the worksheets of one workbook are called, in Excel's rules: no longer than 31 letters, no
/// two alike, none of a few marks.
struct WorksheetNames {
  static let most = 31
  private var taken: Set<String> = ["history"]

  /// A name for what has a title, short enough that another word fits behind it.
  mutating func name(for title: String) -> String {
    let words = Self.words(of: title)
    var name = Self.cut(words, to: Self.most)
    var number = 1
    while !taken.insert(name.lowercased()).inserted {
      number += 1
      let mark = " (\(number))"
      name = Self.cut(words, to: Self.most - mark.count) + mark
    }
    return name
  }

  /// What stands after the Fund's name in a title.
  private static func words(of title: String) -> String {
    let title = excelText(title)
    let own = title.ranges(of: ": ").last.map { String(title[$0.upperBound...]) } ?? title
    let words = (own.isEmpty ? title : own).map { "[]:*?/\\'".contains($0) ? "-" : $0 }
    let trimmed = String(words).split(separator: " ").joined(separator: " ")
    return trimmed.isEmpty ? "Report" : trimmed.capitalizedFirst
  }

  /// The words that fit, or as much as fits of the first.
  private static func cut(_ words: String, to most: Int) -> String {
    guard words.utf16.count > most else { return words }
    var length = 0
    let kept = words.prefix { character in
      length += character.utf16.count
      return length < most
    }
    let end = kept.lastIndex { $0 == " " } ?? kept.startIndex
    var whole = kept[..<end].split(separator: " ")
    while let last = whole.last, joining.contains(String(last)) { whole.removeLast() }
    let name = whole.joined(separator: " ")
    return name.utf16.count > most / 2 ? name : kept + "…"
  }

  /// Words that end no name.
  private static let joining: Set = [
    "of", "as", "at", "by", "with", "in", "for", "the", "and", "up", "to", "from",
  ]
}
