public import FundDomain

/// A row of an imported file, as a form to be recorded.
public struct FormRow {
  public let line: Int
  public let form: Form
  /// What of it could not be read as the file's numbers and dates are written.
  public let unread: [LedgerError]
  private let places: (String) -> Int?

  init(line: Int, form: Form, unread: [LedgerError] = [], places: @escaping (String) -> Int?) {
    self.line = line
    self.form = form
    self.unread = unread
    self.places = places
  }

  /// Where in its line a field begins; nil where the file has no such field.
  public func place(of field: String) -> Int? { places(field) }
}

/// A file whose rows are forms: of one kind of document, or of rates.
public protocol FormFile {
  /// What is wrong with the file itself.
  var faults: [FileFault] { get }
  /// What figures the file states and what was made of them, where that must be said.
  var direction: String? { get }

  /// Gives every row that can be read, in order.
  mutating func rows(_ each: (FormRow) throws -> Void) throws
}

/// A file with the columns of an import.
public struct ColumnFile: FormFile {
  private var file: CSVFile
  private let columns: [String]
  private let isPlain: Bool

  public let direction: String? = nil
  public var faults: [FileFault] { file.faults }

  /// Reads the header.
  ///
  /// - Parameter mapping: what a spreadsheet calls the columns and how it is written; nil is a plain
  ///   file.
  public init(
    _ kind: DocumentKind, _ bytes: [UInt8], ignoreColumns: Bool, mapping: ColumnMapping? = nil
  ) {
    columns = kind.columns
    isPlain = mapping == nil
    file = CSVFile(
      bytes: bytes, known: kind.columns, required: kind.required, ignoreColumns: ignoreColumns,
      mapping: mapping)
  }

  public mutating func rows(_ each: (FormRow) throws -> Void) throws {
    let (header, columns, isPlain) = (file, columns, isPlain)
    try file.rows { row in
      let places: (String) -> Int? = { header.column($0).flatMap { row.place(of: $0) } }
      if isPlain {
        let form = Form { header.column($0).flatMap { row[$0]?.text } }
        return try each(FormRow(line: row.line, form: form, places: places))
      }
      var texts: [String: String] = [:]
      var unread: [LedgerError] = []
      for column in columns {
        do throws(LedgerError) { texts[column] = try header.text(column, of: row) } catch {
          unread.append(error)
        }
      }
      try each(FormRow(line: row.line, form: Form(texts), unread: unread, places: places))
    }
  }
}
