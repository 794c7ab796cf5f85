import FundDomain

/// A name as reading commands take it: whole, or an unambiguous beginning of a code or name.
struct Beginning {
  let text: String

  init(_ text: String) { self.text = text }

  /// The code that is meant, or the text itself where nothing begins with it, so that the books
  /// refuse it with the nearest.
  ///
  /// - Throws: `ambiguous-name` with the candidates.
  func of(_ kind: String, _ books: any Books) throws -> String {
    if try !books.bearers(of: text, kind: kind).isEmpty { return text }
    let candidates = try books.bearers(beginning: text, kind: kind)
    guard candidates.count > 1 else { return candidates.first?.code ?? text }
    let codes = candidates.prefix(8).map(\.code).joined(separator: ", ")
    throw LedgerError(
      rule: "ambiguous-name", "'\(text)' may be any of \(codes)", hint: "give more of it")
  }
}
