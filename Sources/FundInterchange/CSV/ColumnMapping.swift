import FundDomain

/// What other people's spreadsheets call the columns of an import, and how they write: a small
/// file that is kept beside them and used again.
///
///     # The bank's list
///     decimal = ","
///     date = "DD.MM.YYYY"
///     donor = "Donor name"
///     amount = "Amount (NOK)"
///
///     [values]
///     currency = "NOK"
///
/// A line says which column of the spreadsheet is one of the import, or how the file is written;
/// under `[values]` stands what every row has, though no column says it. It is read as TOML is.
public struct ColumnMapping: Sendable {
  public private(set) var dialect = Dialect.spreadsheet
  /// The column of the spreadsheet for each of the import that is called otherwise.
  public private(set) var headings: [String: String] = [:]
  /// What every row has in a column of the import.
  public private(set) var values: [String: String] = [:]

  private static let settings = ["decimal", "date", "separator", "encoding"]

  /// Spreadsheets whose columns bear the names of the import's.
  public init() {}

  /// Reads a mapping file for an import with certain columns.
  ///
  /// - Throws: `mapping-unreadable`, `mapping-unknown`, `mapping-twice`, at its line.
  public init(_ bytes: [UInt8], columns: [String]) throws(FileFault) {
    if let fault = encodingFault(bytes) { throw fault }
    var isOfValues = false
    let text = String(
      decoding: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...],
      as: UTF8.self)
    for (place, line) in text.split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline
    ).enumerated() {
      do throws(LedgerError) {
        let line = trimmed(line)
        if line.isEmpty || line.hasPrefix("#") { continue }
        if line == "[values]" {
          isOfValues = true
          continue
        }
        try read(line, isOfValues: isOfValues, columns)
      } catch {
        throw FileFault(
          line: place + 1, column: 1, rule: error.rule, message: error.message, hint: error.hint)
      }
    }
  }

  private mutating func read(
    _ line: String, isOfValues: Bool, _ columns: [String]
  ) throws(LedgerError) {
    guard let (key, text) = Self.pair(line) else {
      throw LedgerError(
        rule: "mapping-unreadable", "'\(line)' is neither a remark nor a name and a text in quotes",
        hint: "write it like donor = \"Donor name\"")
    }
    if !isOfValues, Self.settings.contains(key) { return try set(key, text) }
    guard columns.contains(key) else {
      let names = isOfValues ? columns : columns + Self.settings
      throw LedgerError(
        rule: "mapping-unknown", "there is no column '\(key)' in this import",
        hint: didYouMean(nearest(to: key, among: names))
          ?? "it is one of \(names.joined(separator: ", "))")
    }
    guard headings[key] == nil, values[key] == nil else {
      throw LedgerError(rule: "mapping-twice", "the column '\(key)' is said twice")
    }
    if isOfValues { values[key] = text } else { headings[key] = text }
  }

  private mutating func set(_ key: String, _ text: String) throws(LedgerError) {
    let wanted: String
    switch key {
    case "decimal":
      if let form = [",": NumberForm.comma, ".": .point][text] {
        dialect.numbers = form
        return
      }
      wanted = "\",\" or \".\""
    case "date":
      if let form = DateForm(pattern: text) {
        dialect.dates = form
        return
      }
      wanted = "a form like DD.MM.YYYY, MM/DD/YYYY or D MMM YYYY"
    case "separator":
      if let byte = [",": UInt8(ascii: ","), ";": UInt8(ascii: ";"), "tab": 9][text] {
        dialect.separator = byte
        return
      }
      wanted = "\",\", \";\" or \"tab\""
    default:
      if let encoding = TextEncoding(rawValue: text.lowercased()) {
        dialect.encoding = encoding
        return
      }
      wanted = TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")
    }
    throw LedgerError(
      rule: "mapping-unreadable", "the \(key) is \(wanted), not '\(text)'")
  }

  /// `key = "text"`, with a remark after it or none.
  private static func pair(_ line: String) -> (key: String, text: String)? {
    let scalars = Array(line.unicodeScalars)
    let key = scalars.prefix {
      $0.isASCII && ($0.properties.isAlphabetic || "-_0123456789".unicodeScalars.contains($0))
    }
    var at = key.count
    func skipBlanks() {
      while at < scalars.count, scalars[at] == " " || scalars[at] == "\t" { at += 1 }
    }
    skipBlanks()
    guard !key.isEmpty, at < scalars.count, scalars[at] == "=" else { return nil }
    at += 1
    skipBlanks()
    guard at < scalars.count, scalars[at] == "\"" || scalars[at] == "'" else { return nil }
    let quote = scalars[at]
    at += 1
    var text = ""
    while at < scalars.count, scalars[at] != quote {
      if quote == "\"", scalars[at] == "\\" {
        at += 1
        guard at < scalars.count, scalars[at] == "\"" || scalars[at] == "\\" else { return nil }
      }
      text.unicodeScalars.append(scalars[at])
      at += 1
    }
    guard at < scalars.count else { return nil }
    at += 1
    skipBlanks()
    guard at == scalars.count || scalars[at] == "#", !trimmed(text).isEmpty else { return nil }
    var name = ""
    name.unicodeScalars.append(contentsOf: key)
    return (name, text)
  }
}
