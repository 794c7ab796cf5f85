public import FundDomain

/// The rates of some currencies and of a period, out of a table with more.
public struct RateChoice: FormFile {
  private var table: any FormFile
  private let currencies: Set<Currency>
  private let period: Period?

  public var faults: [FileFault] { table.faults }
  public var direction: String? { table.direction }

  /// - Parameters:
  ///   - currencies: those that are wanted; none is all.
  ///   - period: when they take effect; nil is whenever.
  public init(_ table: any FormFile, of currencies: [Currency], in period: Period?) {
    self.table = table
    self.currencies = Set(currencies)
    self.period = period
  }

  public mutating func rows(_ each: (FormRow) throws -> Void) throws {
    let choice = self
    try table.rows { if choice.isWanted($0.form) { try each($0) } }
  }

  /// What cannot be read is not passed over: it is told.
  private func isWanted(_ form: Form) -> Bool {
    if !currencies.isEmpty, let code = try? form.text("currency"),
      let currency = try? Currency(code),
      !currencies.contains(currency)
    {
      return false
    }
    if let period, let day = try? form.date("effective"), !period.contains(day) { return false }
    return true
  }
}
