/// Something wrong in an imported file: where, which rule, what to do.
public struct FileFault: Error, Hashable, Sendable {
  public let line: Int
  /// Counted in characters from 1.
  public let column: Int
  public let rule: String
  public let message: String
  public let hint: String?

  public init(line: Int, column: Int, rule: String, message: String, hint: String? = nil) {
    self.line = line
    self.column = column
    self.rule = rule
    self.message = message
    self.hint = hint
  }
}
