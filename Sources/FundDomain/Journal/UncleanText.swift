/// The first character of a text that has no place in what is kept, because nobody sees it:
///
/// - control characters, line ends among them, and those that turn the direction of writing;
/// - everything that Unicode calls default-ignorable: zero-width spaces, soft hyphens, tags,
///   variation selectors …;
/// - U+FFFD, which stands where bytes were no UTF-8, and what is no character at all.
///
/// The zero-width joiner and non-joiner alone may stand, where names are spelt with them: after a
/// letter of Arabic or of a script of India, and before another one or after a virama.
public func uncleanScalar(in text: String) -> Unicode.Scalar? {
  if text.utf8.allSatisfy({ 0x20..<0x7F ~= $0 }) { return nil }
  let scalars = Array(text.unicodeScalars)
  for (place, scalar) in scalars.enumerated() where isUnseen(scalar) {
    let isJoiner = scalar.value == 0x200C || scalar.value == 0x200D
    if isJoiner, isJoining(scalars, at: place) { continue }
    return scalar
  }
  return nil
}

private func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
  case 0xFFF9...0xFFFD: true
  default:
    scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.isNoncharacterCodePoint
  }
}

private func isJoining(_ scalars: [Unicode.Scalar], at place: Int) -> Bool {
  guard place > 0, isOfJoiningScript(scalars[place - 1]) else { return false }
  return scalars[place - 1].properties.canonicalCombiningClass == .virama
    || place + 1 < scalars.count && isOfJoiningScript(scalars[place + 1])
}

/// A letter or mark of Arabic and its kin, or of a script from Devanagari to Sinhala.
private func isOfJoiningScript(_ scalar: Unicode.Scalar) -> Bool {
  guard [0x0600...0x077F, 0x08A0...0x0DFF].contains(where: { $0.contains(scalar.value) }) else {
    return false
  }
  let category = scalar.properties.generalCategory
  return scalar.properties.isAlphabetic || category == .nonspacingMark || category == .spacingMark
}
