/// What a column of an import holds, as far as people write it in several ways.
public enum ColumnContent: Sendable {
  case text, number, date

  /// What the column of a name holds; one name means one thing in every import.
  public init(of column: String) {
    switch column {
    case "on", "effective", "start", "end", "use-by", "requested-on", "signature_date",
      "consent_date":
      self = .date
    case "amount", "settles", "units-per-usd", "support-rate": self = .number
    default: self = .text
    }
  }
}
