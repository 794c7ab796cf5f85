public import FundDomain

/// A field with the place where it begins.
public struct CSVField: Sendable {
  public let text: String
  public let line: Int
  public let column: Int
}

/// A row of a file, its fields found by the index of their column.
public struct CSVRow: Sendable {
  public let line: Int
  let fields: [CSVField]

  /// Where a column's field begins, blank or not.
  public func place(of index: Int) -> Int? { index < fields.count ? fields[index].column : nil }

  /// A field; nil where it is blank.
  public subscript(_ index: Int) -> CSVField? {
    guard index < fields.count, !fields[index].text.isEmpty else { return nil }
    return fields[index]
  }

  var isBlank: Bool { fields.allSatisfy { trimmed($0.text).isEmpty } }
}

/// A CSV file with a header, read byte by byte: as RFC 4180 has it, in UTF-8 with or without a
/// mark, lines ended by LF, CRLF or CR; or as a mapping says. Every fault is kept with its line and
/// column; after one in a row the reader goes on with the next.
public struct CSVFile {
  public private(set) var faults: [FileFault] = []
  private var scanner = CSVScanner([])
  private var indices: [String: Int] = [:]
  private var width = 0
  private let mapping: ColumnMapping?
  private let dialect: Dialect

  /// Reads the header.
  ///
  /// - Parameters:
  ///   - known: the columns that there may be, in any order.
  ///   - required: those that there must be.
  ///   - mapping: what a spreadsheet calls them and how it is written; nil is a plain file.
  public init(
    bytes: [UInt8], known: [String], required: [String], ignoreColumns: Bool,
    mapping: ColumnMapping? = nil
  ) {
    self.mapping = mapping
    dialect = mapping?.dialect ?? .plain
    do {
      let bytes = try TextEncoding.utf8(bytes, dialect.encoding)
      scanner = CSVScanner(bytes, separator: separator(of: bytes, required))
      if dialect.isOfSpreadsheet { scanner.skipSeparatorLine() }
      guard let header = try scanner.next() else {
        faults = [
          FileFault(line: 1, column: 1, rule: "empty-file", message: "the file is empty")
        ]
        return
      }
      readHeader(header, known, required, ignoreColumns)
    } catch { faults.append(error) }
  }

  /// The index of a column; nil where the file has none such.
  public func column(_ name: String) -> Int? { indices[name] }

  /// Every column that there is, by its name.
  var columns: [String: Int] { indices }

  /// What a row says in a column of an import: as the file has it, or as the mapping does for every
  /// row; numbers and dates of spreadsheets as plain ones.
  ///
  /// - Throws: `number-unreadable`, `number-ambiguous`, `date-unreadable`, `date-ambiguous`.
  public func text(_ name: String, of row: CSVRow) throws(LedgerError) -> String? {
    guard let index = indices[name] else { return mapping?.values[name] }
    guard let text = row[index]?.text else { return nil }
    guard let mapping else { return text }
    // Whoever writes decimal commas has another mark between fields.
    let isOfPoints = mapping.dialect.numbers == .byForm && scanner.separator == UInt8(ascii: ",")
    let numbers = isOfPoints ? NumberForm.point : mapping.dialect.numbers
    let content = trimmed(text)
    if content.isEmpty { return nil }
    return try reading(name) { () throws(LedgerError) in
      switch ColumnContent(of: name) {
      case .number: try numbers.plain(content)
      case .date: try mapping.dialect.dates.iso(content)
      case .text: content
      }
    }
  }

  /// Gives every row that is whole, in order.
  public mutating func rows(_ each: (CSVRow) throws -> Void) rethrows {
    guard faults.isEmpty else { return }
    let file = self
    try scanner.rows(passingBlank: dialect.isOfSpreadsheet, &faults) { row in
      if let fault = file.widthFault(row) { return fault }
      try each(row)
      return nil
    }
  }

  /// Spreadsheets write blank fields after the last column, and leave them out in the last ones.
  private func widthFault(_ row: CSVRow) -> FileFault? {
    var count = row.fields.count
    if dialect.isOfSpreadsheet {
      while count > width, trimmed(row.fields[count - 1].text).isEmpty { count -= 1 }
      if count < width { return nil }
    }
    guard count != width else { return nil }
    let isShort = count < width
    return FileFault(
      line: row.line, column: row.fields[isShort ? count - 1 : width].column,
      rule: isShort ? "short-row" : "long-row",
      message: "the row has \(count) fields, the header has \(width)")
  }
}

extension CSVFile {
  private mutating func readHeader(
    _ header: CSVRow, _ known: [String], _ required: [String], _ ignoreColumns: Bool
  ) {
    width = header.fields.count
    if dialect.isOfSpreadsheet {
      while width > 1, trimmed(header.fields[width - 1].text).isEmpty { width -= 1 }
    }
    let names = names(of: known)
    for (index, field) in header.fields.prefix(width).enumerated() {
      let heading = headingKey(field.text)
      let name = names[heading] ?? heading
      if indices[name] != nil {
        fault(field, "duplicate-column", "the column '\(heading)' stands twice")
      }
      indices[name] = index
      if let value = mapping?.values[name] {
        fault(
          field, "mapping-contradicts",
          "the file has a column '\(heading)', and the mapping says '\(value)' for every row",
          hint: "take it out of the mapping's [values]")
      }
      if names[heading] == nil, !ignoreColumns {
        fault(
          field, "unknown-column", "there is no column '\(heading)' in this import",
          hint: didYouMean(nearest(to: heading, among: names.keys.sorted()))
            ?? "the columns are \(known.joined(separator: ", ")); --ignore-columns passes over others"
        )
      }
    }
    let needed = required + known.filter { mapping?.headings[$0] != nil && !required.contains($0) }
    let missing = needed.filter { indices[$0] == nil && mapping?.values[$0] == nil }
    guard !missing.isEmpty else { return }
    let said = missing.map { name in
      mapping?.headings[name].map { "'\($0)', which the mapping calls \(name)" } ?? name
    }
    faults.append(
      FileFault(
        line: header.line, column: 1, rule: "missing-column",
        message: "the header lacks \(said.joined(separator: ", "))",
        hint: hint(header)))
  }

  /// What may help whose header lacks a column: it may be a spreadsheet's, with other marks than
  /// commas in it, or call the columns otherwise.
  private func hint(_ header: CSVRow) -> String {
    guard mapping == nil else {
      return "cpcjf help mapping says how columns with other names are read"
    }
    let isMarked = header.fields.contains { $0.text.utf8.contains { [9, 59].contains($0) } }
    return isMarked
      ? "a spreadsheet seems to have written it: give --spreadsheet"
      : "the first line names the columns"
  }

  /// The columns of the import by what the file calls them.
  private func names(of known: [String]) -> [String: String] {
    Dictionary(
      known.map { (headingKey(mapping?.headings[$0] ?? $0), $0) },
      uniquingKeysWith: { first, _ in
        first
      })
  }

  private mutating func fault(
    _ field: CSVField, _ rule: String, _ message: String, hint: String? = nil
  ) {
    faults.append(
      FileFault(line: field.line, column: field.column, rule: rule, message: message, hint: hint))
  }

  /// What stands between fields: what the dialect says; else the one of all with which the header
  /// has the columns that it must have, or else the most columns.
  private func separator(of bytes: [UInt8], _ required: [String]) -> UInt8 {
    if let separator = dialect.separator { return separator }
    var headers: [(separator: UInt8, names: [String])] = []
    for separator in Dialect.separators {
      var scanner = CSVScanner(bytes, separator: separator)
      if let said = scanner.skipSeparatorLine() { return said }
      if let header = try? scanner.next() {
        headers.append((separator, header.fields.map { headingKey($0.text) }))
      }
    }
    let needed = required.filter { mapping?.values[$0] == nil }
      .map { headingKey(mapping?.headings[$0] ?? $0) }
    let whole = headers.first { header in needed.allSatisfy(header.names.contains) }
    return (needed.count > 1 ? whole : nil)?.separator
      ?? headers.max { $0.names.count < $1.names.count }?.separator ?? UInt8(ascii: ",")
  }
}

/// A heading as it is compared: in small letters, on one line, with single blanks.
func headingKey(_ text: String) -> String {
  let words = text.lowercased().split(whereSeparator: \.isWhitespace)
  return words.joined(separator: " ")
}
