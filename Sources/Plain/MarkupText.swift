/// A text in which HTML and XML find no markup.
///
/// - Parameter written: how a character is written that is no mark of markup; nil is as it is.
public func markupText(
  _ text: String, _ written: (Unicode.Scalar) -> String?
) -> String {
  guard !text.utf8.allSatisfy(isPlain) else { return text }
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    default:
      if let written = written(scalar) {
        result += written
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
  }
  return result
}

/// Whether a byte is a letter, digit or mark of ASCII that stands for itself anywhere.
private func isPlain(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): false
  default: (0x20..<0x7F).contains(byte)
  }
}
