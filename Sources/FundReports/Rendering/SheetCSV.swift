import FundDomain
import Plain

/// For whom the rows of a sheet are written as CSV.
public enum CSVProfile: Sendable {
  /// Programs: RFC 4180, text as it is; what is written is what is read again.
  case machine
  /// Spreadsheets: with the mark by which Excel knows UTF-8, and an apostrophe before text that
  /// would be computed (OWASP ASVS 1.2.10). Figures are never altered.
  case spreadsheet
}

extension Sheet {
  /// The rows for programs: a line of column ids, then every row but headings.
  ///
  /// Money is in full, as plain decimals with a point and a minus sign; nil is empty.
  public func csv(_ profile: CSVProfile = .machine) -> String {
    let sheet = read(by: .programs)
    return sheet.csvHeader(profile) + sheet.rows.map { sheet.csvLine($0, profile) }.joined()
  }

  /// The line of column ids.
  func csvHeader(_ profile: CSVProfile) -> String {
    (profile == .spreadsheet ? "\u{FEFF}" : "") + Plain.csvLine(columns.map { printable($0.id) })
  }

  /// The line of a row; none of a heading.
  func csvLine(_ row: Row, _ profile: CSVProfile) -> String {
    guard row.style != .heading else { return "" }
    precondition(row.cells.count <= columns.count, "a row has no more cells than columns")
    let missing = Array(repeating: Cell.blank, count: columns.count - row.cells.count)
    return Plain.csvLine((row.cells + missing).map { field($0, profile) })
  }

  private func field(_ cell: Cell, _ profile: CSVProfile) -> String {
    switch cell {
    case .text(let text), .word(let text):
      profile == .spreadsheet ? inert(printable(text)) : printable(text)
    case .money(let amount, let exponent): decimalText(amount, exponent: exponent)
    case .count(let count): decimalText(count, exponent: 0)
    case .percent(let tenths): decimalText(tenths, exponent: 1)
    case .nilValue, .blank: ""
    }
  }

  /// Text that no spreadsheet computes: also none that divides lines at semicolons, as Excel does
  /// where decimals have commas, and would see a cell begin after one.
  private func inert(_ text: String) -> String {
    var result = ""
    var begins = true
    for scalar in text.unicodeScalars {
      if begins, text != "-", computed.contains(scalar) { result += "'" }
      result.unicodeScalars.append(scalar)
      begins = scalar == ";"
    }
    return result
  }
}

/// What a formula begins with, in letters of full width too.
private let computed: Set<Unicode.Scalar> = [
  "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
]
