import FundDomain

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
}

/// A CSV file with a header (RFC 4180), read byte by byte: UTF-8 with or without a mark, lines
/// ended by LF, CRLF or CR. Every fault is kept with its line and column; after one in a row the
/// reader goes on with the next.
public struct CSVFile {
  public private(set) var faults: [FileFault] = []
  private var scanner: CSVScanner
  private var indices: [String: Int] = [:]
  private var width = 0

  /// Reads the header.
  ///
  /// - Parameters:
  ///   - known: the columns that there may be, in any order.
  ///   - required: those that there must be.
  public init(bytes: [UInt8], known: [String], required: [String], ignoreColumns: Bool) {
    scanner = CSVScanner(bytes)
    if let fault = encodingFault(bytes) {
      faults = [fault]
      return
    }
    do {
      guard let header = try scanner.next() else {
        faults = [
          FileFault(line: 1, column: 1, rule: "empty-file", message: "the file is empty")
        ]
        return
      }
      width = header.fields.count
      readHeader(header, known, required, ignoreColumns)
    } catch { faults.append(error) }
  }

  /// The index of a column; nil where the file has none such.
  public func column(_ name: String) -> Int? { indices[name] }

  /// Gives every row that is whole, in order.
  public mutating func rows(_ each: (CSVRow) throws -> Void) rethrows {
    guard faults.isEmpty else { return }
    var count = 0
    while faults.count < 100 {
      let row: CSVRow?
      do { row = try scanner.next() } catch {
        faults.append(error)
        count += 1
        continue
      }
      guard let row else { break }
      count += 1
      guard row.fields.count == width else {
        let isShort = row.fields.count < width
        let at = isShort ? row.fields.last! : row.fields[width]
        faults.append(
          FileFault(
            line: row.line, column: at.column, rule: isShort ? "short-row" : "long-row",
            message: "the row has \(row.fields.count) fields, the header has \(width)"))
        continue
      }
      try each(row)
    }
    if count == 0 {
      faults.append(
        FileFault(
          line: 1, column: 1, rule: "header-only", message: "the file has a header and no row"))
    }
  }

  private mutating func readHeader(
    _ header: CSVRow, _ known: [String], _ required: [String], _ ignoreColumns: Bool
  ) {
    for (index, field) in header.fields.enumerated() {
      let name = trimmed(field.text).lowercased()
      if indices[name] != nil {
        faults.append(
          FileFault(
            line: field.line, column: field.column, rule: "duplicate-column",
            message: "the column '\(name)' stands twice"))
      }
      indices[name] = index
      if !known.contains(name), !ignoreColumns {
        faults.append(
          FileFault(
            line: field.line, column: field.column, rule: "unknown-column",
            message: "there is no column '\(name)' in this import",
            hint: didYouMean(nearest(to: name, among: known))
              ?? "the columns are \(known.joined(separator: ", ")); --ignore-columns passes over others"
          ))
      }
    }
    let missing = required.filter { indices[$0] == nil }
    if !missing.isEmpty {
      faults.append(
        FileFault(
          line: header.line, column: 1, rule: "missing-column",
          message: "the header lacks \(missing.joined(separator: ", "))",
          hint: "the first line names the columns"))
    }
  }
}
