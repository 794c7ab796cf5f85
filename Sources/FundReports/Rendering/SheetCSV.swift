import FundDomain
import Plain

extension Sheet {
  /// The rows for programs: a line of column ids, then every row but headings.
  ///
  /// Money is in full, as plain decimals with a point and a minus sign; nil is empty.
  /// Text that a spreadsheet would compute begins with an apostrophe (OWASP ASVS 1.2.10).
  public func csv() -> String {
    let sheet = read(by: .programs)
    var text = csvLine(sheet.columns.map { printable($0.id) })
    for row in sheet.rows where row.style != .heading {
      precondition(row.cells.count <= sheet.columns.count, "a row has no more cells than columns")
      let missing = Array(repeating: Cell.blank, count: sheet.columns.count - row.cells.count)
      text += csvLine((row.cells + missing).map(field))
    }
    return text
  }

  private func field(_ cell: Cell) -> String {
    switch cell {
    case .text(let text): inert(printable(text))
    case .money(let amount, let exponent): decimalText(amount, exponent: exponent)
    case .count(let count): decimalText(count, exponent: 0)
    case .percent(let tenths): decimalText(tenths, exponent: 1)
    case .nilValue, .blank: ""
    }
  }

  private func inert(_ text: String) -> String {
    guard text != "-", let first = text.unicodeScalars.first, "=+-@".unicodeScalars.contains(first)
    else {
      return text
    }
    return "'" + text
  }
}
