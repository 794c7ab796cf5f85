/// A text of others as the register keeps it: on one line, without the characters that nobody
/// sees, and cut where it is longer than is kept; nil where nothing is left of it.
///
/// Names and titles of others are data to be found by, no words that anybody vouches for: they
/// are made clean where a person's own would be refused.
public func tidied(_ text: String, most: Int) -> String? {
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
