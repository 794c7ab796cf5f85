/// A line of CSV (RFC 4180) with its line end; a field is quoted only where it must be.
public func csvLine(_ fields: [String]) -> String {
  fields.map(csvField).joined(separator: ",") + "\n"
}

private func csvField(_ field: String) -> String {
  let mustQuote =
    field.utf8.contains { $0 == 34 || $0 == 44 || $0 == 10 || $0 == 13 }
    || field.utf8.first == 32 || field.utf8.last == 32
  guard mustQuote else { return field }
  return "\"" + field.replacing("\"", with: "\"\"") + "\""
}
