/// A text of others as the register keeps it: on one line, without the characters that nobody
/// sees, and cut where it is longer than is kept; nil where nothing is left of it.
///
/// Names and titles of others are data to be found by, no words that anybody vouches for: they
/// are made clean where a person's own would be refused.
public func tidied(_ text: String, most: Int) -> String? {
  if isTidy(text, most: most) { return text }
  var bytes = text.utf8[...]
  while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
  while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
  if bytes.isEmpty { return nil }
  let text = Substring(bytes)
  var result = ""
  var isBlank = false
  var room = most
  for scalar in text.unicodeScalars {
    if scalar.properties.isWhitespace {
      isBlank = true
      continue
    }
    if uncleanScalar(in: String(scalar)) != nil { continue }
    let size = UTF8.width(scalar) + (isBlank ? 1 : 0)
    guard size <= room else { break }
    if isBlank, !result.isEmpty { result.append(" ") }
    isBlank = false
    result.unicodeScalars.append(scalar)
    room -= size
  }
  return result.isEmpty ? nil : result
}

/// Nearly all texts are: of plain letters, with single blanks between words.
private func isTidy(_ text: String, most: Int) -> Bool {
  guard text.utf8.count <= most else { return false }
  var before = UInt8(ascii: " ")
  for byte in text.utf8 {
    guard 0x20..<0x7F ~= byte, byte != 0x20 || before != 0x20 else { return false }
    before = byte
  }
  return before != 0x20
}
