public import FundDomain
public import Plain

/// One number of the books, for scripts.
public struct Quantity: Report {
  /// Money, or a share.
  public enum Value: Sendable {
    case money(Money)
    /// Tenths of a per cent.
    case perCent(tenths: Int64)
  }

  public let name: String
  public let value: Value
  /// The days over which it is summed; nil for what stands at the end of one.
  public let period: Period?
  public let foot: ReportFoot

  init(
    _ name: String, _ value: Value, _ books: any Books, in period: Period? = nil,
    asAt: CalendarDate
  ) throws {
    self.name = name
    self.value = value
    self.period = period
    foot = try ReportFoot(books, asAt: asAt)
  }

  /// The number alone: `1234.56`, `37.5`.
  public var text: String {
    switch value {
    case .money(let money): money.decimal
    case .perCent(let tenths): decimalText(tenths, exponent: 1)
    }
  }

  private var currency: String? {
    if case .money(let money) = value { money.currency.code } else { nil }
  }

  public var sheet: Sheet {
    let cell: Sheet.Cell =
      switch value {
      case .money(let money): .money(money)
      case .perCent(let tenths): .percent(tenths: tenths)
      }
    return Sheet(
      title: "\(foot.fund.title): \(name)\(period.map { " of \($0)" } ?? "") as at \(foot.asAt)",
      columns: [
        Sheet.Column(title: "What", kind: .code, id: "get"),
        Sheet.Column(title: "Value", kind: .money, id: "value"),
        Sheet.Column(title: "", kind: .code, id: "currency"),
      ], rows: [Sheet.Row([.text(name), cell, .text(currency)])], foot: foot.lines)
  }

  public var json: JSON {
    .object(
      [
        ("schema", "cpcjf/1"), ("get", .string(name)), ("value", .string(text)),
        ("currency", .text(currency)), ("period", .text(period.map { "\($0)" })),
      ] + foot.json)
  }
}
