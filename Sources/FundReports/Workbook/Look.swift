import CXLSXWriter

/// How a cell of a workbook looks.
struct Look: Hashable {
  /// Excel's format of a figure; none for words.
  var number: String?
  var isBold = false
  var isQuiet = false
  var isWrapped = false
  var isRight = false
  /// Whether it stands at the bottom of a line that is higher than it is.
  var isLow = false
  var isLink = false
  var ruleAbove = false
  var ruleBelow = false
  var indent = 0
  /// In points, where it is not the workbook's own.
  var size: Double?

  func set(on format: Workbook.Format, _ library: cpcjf_xlsx) {
    if let number { library.format_set_num_format(format, number) }
    if isBold { library.format_set_bold(format) }
    if isQuiet { library.format_set_font_color(format, 0x59_5F67) }
    if isLink {
      library.format_set_font_color(format, 0x0B_57D0)
      library.format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
    }
    if isWrapped { library.format_set_text_wrap(format) }
    let level = isLow ? LXW_ALIGN_VERTICAL_BOTTOM : LXW_ALIGN_VERTICAL_TOP
    library.format_set_align(format, UInt8(level.rawValue))
    if isRight { library.format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue)) }
    if ruleAbove { library.format_set_top(format, UInt8(LXW_BORDER_THIN.rawValue)) }
    if ruleBelow { library.format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue)) }
    if indent > 0 { library.format_set_indent(format, UInt8(min(indent, 15))) }
    if let size { library.format_set_font_size(format, size) }
  }

  /// Money with so many decimals, in thousands with one: negatives in parentheses, an em dash for
  /// nil.
  static func money(exponent: Int, thousands: Bool) -> String {
    let decimals = thousands ? 1 : exponent
    let digits = "#,##0" + (decimals > 0 ? "." + String(repeating: "0", count: decimals) : "")
    let figure = digits + (thousands ? "," : "")
    return "\(figure)_);(\(figure));\"—\"_)"
  }

  static let count = "#,##0_);(#,##0);0_)"
  static let percent = "0.0%_);(0.0%);0.0%_)"
  /// Words over figures and among them: they end where digits do.
  static let words = "@_)"
  static let date = "yyyy-mm-dd"
}
