/// A text with everything that could command a terminal made visible: control characters and
/// those that turn the direction of writing become `\u{1B}`.
public func printable(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: isCommanding) else { return text }
  var result = ""
  for scalar in text.unicodeScalars {
    if isCommanding(scalar) {
      result += visible(scalar)
    } else {
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// A character that nobody sees, or that commands something, made visible: `\u{202E}`.
public func visible(_ scalar: Unicode.Scalar) -> String {
  "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
}

/// Controls, marks and overrides of direction.
public func isCommanding(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x061C, 0x2028...0x202E, 0x2066...0x2069: true
  default: false
  }
}

/// How many columns of a terminal a text takes: two for East Asian wide letters, none for marks.
public func displayWidth(_ text: String) -> Int {
  text.utf8.allSatisfy { $0 < 0x80 }
    ? text.utf8.count : text.unicodeScalars.reduce(0) { $0 + width($1) }
}

private func width(_ scalar: Unicode.Scalar) -> Int {
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format: return 0
  default: break
  }
  switch scalar.value {
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
    0xA000...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
    0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
    return 2
  default: return 1
  }
}

/// A text cut to a width, ending in `…` where something was cut off.
public func cut(_ text: String, toWidth room: Int) -> String {
  guard displayWidth(text) > room else { return text }
  var result = ""
  var used = 0
  for character in text {
    let needed = displayWidth(String(character))
    guard used + needed <= room - 1 else { break }
    result.append(character)
    used += needed
  }
  return result + "…"
}
