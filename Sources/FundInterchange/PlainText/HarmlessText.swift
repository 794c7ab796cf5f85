/// A text on one line, without control characters, blanks at its ends, and two blanks together:
/// what begins a line, or stands after two blanks, may be a command.
func plainLine(_ text: String) -> String {
  var line = ""
  for scalar in text.unicodeScalars {
    let properties = scalar.properties
    let isBlank =
      properties.isWhitespace || properties.generalCategory == .control
      || properties.isDefaultIgnorableCodePoint
    if !isBlank {
      line.unicodeScalars.append(scalar)
    } else if !line.isEmpty, line.unicodeScalars.last != " " {
      line += " "
    }
  }
  if line.unicodeScalars.last == " " { line.unicodeScalars.removeLast() }
  return line
}

/// A name as hledger and ledger may have it in the description of a transaction: what would begin
/// a comment, end the payee, or be a date is another sign.
func harmlessPayee(_ name: String) -> String {
  replaced(plainLine(name), [";": ",", "|": "/", "[": "(", "]": ")"])
}

/// A text as hledger and ledger may have it as the value of a tag: what would end it, or be a date,
/// is another sign.
func harmlessTag(_ value: String) -> String {
  replaced(plainLine(value), [",": ";", "[": "(", "]": ")"])
}

/// A text in quotes, as beancount reads it.
func quoted(_ text: String) -> String {
  "\"" + plainLine(text).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
}

private func replaced(_ text: String, _ signs: [Unicode.Scalar: Unicode.Scalar]) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars { result.append(signs[scalar] ?? scalar) }
  return String(result)
}
