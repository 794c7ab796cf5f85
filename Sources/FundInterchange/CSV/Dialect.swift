/// How a file of comma-separated values is written: RFC 4180 in UTF-8 with points for decimals, or
/// as spreadsheets and the people who use them write it.
public struct Dialect: Sendable {
  /// What stands between fields; nil is looked for in the header.
  public var separator: UInt8?
  public var encoding: TextEncoding?
  public var numbers: NumberForm
  public var dates: DateForm
  /// Whether blank fields that a spreadsheet leaves at a row's end, or leaves out there, are none.
  public let isOfSpreadsheet: Bool

  /// RFC 4180 in UTF-8: nothing is guessed.
  public static let plain = Dialect(
    separator: UInt8(ascii: ","), encoding: .utf8, numbers: .plain, dates: .iso,
    isOfSpreadsheet: false)

  /// What Excel and its like write, each number and date read by its own form; what may mean two
  /// things is refused.
  public static let spreadsheet = Dialect(
    separator: nil, encoding: nil, numbers: .byForm, dates: .byForm, isOfSpreadsheet: true)

  /// What may stand between fields.
  static let separators = [UInt8(ascii: ","), UInt8(ascii: ";"), 9]
}
