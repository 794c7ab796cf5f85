/// What a person may get wrong: the rule, what happened with its figures, and what to do.
///
/// Each rule's own error stands beside the check that throws it, as a static function in an
/// extension of this type. What only a programmer can get wrong is a `precondition` instead.
public struct LedgerError: Error, Hashable, Sendable {
  /// The rule's name, in kebab-case; it never changes once published.
  public let rule: String
  /// One sentence that names the thing, the rule and the figures.
  public let message: String
  /// What to do about it, where that can be said.
  public let hint: String?
  /// The field of the input that is at fault (`amount`, `donor` …), where there is one: an
  /// import points at its column.
  public let field: String?

  public init(rule: String, _ message: String, hint: String? = nil, field: String? = nil) {
    self.rule = rule
    self.message = message
    self.hint = hint
    self.field = field
  }

  /// The same error, pointing at a field of the input.
  public func at(_ field: String) -> LedgerError {
    LedgerError(rule: rule, message, hint: hint, field: field)
  }
}

extension LedgerError {
  /// Figures that must agree do not: what would show them is not written.
  public static func doesNotFoot(_ message: String) -> LedgerError {
    LedgerError(
      rule: "does-not-foot", message, hint: "run cpcjf verify; nothing was written")
  }
}

/// Runs a reading of one field and lets its error point at that field.
public func reading<Value>(
  _ field: String, _ body: () throws(LedgerError) -> Value
) throws(LedgerError) -> Value {
  do { return try body() } catch { throw error.at(field) }
}
