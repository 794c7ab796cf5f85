import FundDomain

/// How the numbers of a file are written.
public enum NumberForm: Hashable, Sendable {
  /// Digits and a point, and nothing else: the domain reads them.
  case plain
  /// A point before the decimals; commas, blanks or apostrophes between groups of three digits.
  case point
  /// A comma before the decimals; points, blanks or apostrophes between groups of three digits.
  case comma
  /// A point or a comma, as each number by itself shows; one that may mean two is refused.
  case byForm

  /// A number as a plain decimal with a point.
  ///
  /// - Throws: `number-unreadable`; `number-ambiguous` for `1,234`, which is either more than a
  ///   thousand or little more than one.
  func plain(_ text: String) throws(LedgerError) -> String {
    if self == .plain { return text }
    guard let parts = NumberParts(text) else { throw unreadable(text) }
    let decimal = try decimalMark(of: parts, text)
    // The mark stands once, after every group; what divides the groups is of one kind.
    let places = parts.marks.indices.filter { parts.marks[$0] == decimal }
    let isLast = places.isEmpty || places == [parts.marks.count - 1]
    let groups = parts.digits.dropLast(places.count)
    let dividers = Set(parts.marks.dropLast(places.count))
    let isGrouped =
      groups.count == 1
      || dividers.count == 1 && (1...3).contains(groups[0].utf8.count)
        && groups.dropFirst().allSatisfy { $0.utf8.count == 3 }
    guard isLast, isGrouped, !groups[0].isEmpty, !parts.digits.last!.isEmpty else {
      throw unreadable(text)
    }
    let whole = groups.joined()
    return parts.sign + whole + (places.isEmpty ? "" : ".\(parts.digits.last!)")
  }

  /// What stands before the decimals of a number.
  private func decimalMark(
    of parts: NumberParts, _ text: String
  ) throws(LedgerError) -> NumberParts.Mark {
    switch self {
    case .plain, .point: return .point
    case .comma: return .comma
    case .byForm:
      let marks = parts.marks.filter { $0 != .blank && $0 != .apostrophe }
      guard let last = marks.last else { return .point }
      let other: NumberParts.Mark = last == .point ? .comma : .point
      if marks.contains(other) { return last }
      if marks.count > 1 { return other }
      let isLikeGroup =
        parts.marks.count == 1 && parts.digits[1].utf8.count == 3
        && (1...3).contains(parts.digits[0].utf8.count) && parts.digits[0] != "0"
      guard isLikeGroup else { return last }
      throw LedgerError(
        rule: "number-ambiguous",
        "'\(text)' is \(parts.digits.joined()) or \(parts.digits.joined(separator: "."))",
        hint: "say which mark stands before decimals in a mapping file: decimal = \",\" or \".\"")
    }
  }

  private func unreadable(_ text: String) -> LedgerError {
    let shape =
      switch self {
      case .comma: "1.234,56, 1 234,56 or 1234,56"
      case .point: "1,234.56, 1 234.56 or 1234.56"
      case .plain, .byForm: "1234.56, 1,234.56, 1.234,56 or 1 234,56"
      }
    return LedgerError(
      rule: "number-unreadable", "'\(text)' is not a number", hint: "numbers are written \(shape)")
  }
}

/// A number taken apart at the marks in it.
private struct NumberParts {
  enum Mark: Hashable {
    case point, comma, blank, apostrophe

    /// Spreadsheets divide groups with any of these blanks.
    static let all: [Unicode.Scalar: Mark] = [
      ".": .point, ",": .comma, " ": .blank, "\u{A0}": .blank, "\u{2009}": .blank,
      "\u{202F}": .blank, "'": .apostrophe, "\u{2019}": .apostrophe,
    ]
  }

  var sign = ""
  /// The digits before, between and after the marks: one run more than there are marks.
  var digits = [""]
  var marks: [Mark] = []

  /// Nil where something else than ASCII digits, marks and a leading minus stands in the text.
  init?(_ text: String) {
    for (place, scalar) in text.unicodeScalars.enumerated() {
      if place == 0, scalar == "-" {
        sign = "-"
      } else if ("0"..."9").contains(scalar) {
        digits[digits.count - 1].unicodeScalars.append(scalar)
      } else if let mark = Mark.all[scalar] {
        marks.append(mark)
        digits.append("")
      } else {
        return nil
      }
    }
  }
}
