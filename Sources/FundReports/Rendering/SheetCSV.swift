import FundDomain
import Plain

extension Sheet {
  /// The rows for programs: a line of column ids, then every row but headings.
  ///
  /// Money is in full, as plain decimals with a point and a minus sign; nil is empty.
  /// Text that a spreadsheet would compute begins with an apostrophe (OWASP ASVS 1.2.10).
  public func csv() -> String {
    let sheet = read(by: .programs)
    return sheet.csvHeader + sheet.rows.map(sheet.csvLine).joined()
  }

  /// The line of column ids.
  var csvHeader: String { Plain.csvLine(columns.map { printable($0.id) }) }

  /// The line of a row; none of a heading.
  func csvLine(_ row: Row) -> String {
    guard row.style != .heading else { return "" }
    precondition(row.cells.count <= columns.count, "a row has no more cells than columns")
    let missing = Array(repeating: Cell.blank, count: columns.count - row.cells.count)
    return Plain.csvLine((row.cells + missing).map(field))
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
