import CXLSXWriter
import FundDomain
import Glibc
import Plain

/// An Excel workbook that is being written, one worksheet after the other.
///
/// The same worksheets give the same bytes: it bears no clock's date and no person's name.
final class Workbook {
  typealias Format = UnsafeMutablePointer<lxw_format>

  /// How many lines a worksheet has room for.
  static let mostLines = 1_048_576
  /// The day on which ZIP's calendar begins, as seconds since 1970.
  private static let created: time_t = 315_532_800

  let library: cpcjf_xlsx
  let book: UnsafeMutablePointer<lxw_workbook>
  private let path: String
  private var isOpen = true
  private var formats: [Look: Format] = [:]
  private var names = WorksheetNames()
  /// The first refusal of the library.
  private var refusal: UInt32?

  /// - Parameters:
  ///   - title: what the workbook is called; data, not markup.
  ///   - isStreamed: whether rows are written from first to last, and none is held.
  /// - Throws: `no-excel` where libxlsxwriter is missing, ``OutputError``.
  init(titled title: String, isStreamed: Bool = false) throws {
    guard let found = cpcjf_xlsx_library() else {
      throw LedgerError(
        rule: "no-excel", "libxlsxwriter is not on this machine, and writes Excel's workbooks",
        hint: "install libxlsxwriter4, or ask for csv or html")
    }
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    let path = try Self.emptyFile(in: folder)
    let made = folder.withCString { folder in
      var options = lxw_workbook_options()
      options.constant_memory = isStreamed ? 1 : 0
      // The library keeps a copy of its own.
      options.tmpdir = UnsafeMutablePointer(mutating: folder)
      return found.pointee.workbook_new_opt(path, &options)
    }
    guard let made else {
      unlink(path)
      throw OutputError(path: folder, errno: ENOMEM)
    }
    self.path = path
    library = found.pointee
    book = made
    withText(title, atMost: 255) { title in
      var properties = lxw_doc_properties()
      properties.title = UnsafeMutablePointer(mutating: title)
      properties.created = Self.created
      check(library.workbook_set_properties(book, &properties))
    }
  }

  deinit {
    if isOpen { library.lxw_workbook_free(book) }
    unlink(path)
  }

  /// A new worksheet, and the name that it bears.
  func worksheet(_ title: String) throws -> (UnsafeMutablePointer<lxw_worksheet>, String) {
    let name = names.name(for: title)
    guard let worksheet = library.workbook_add_worksheet(book, name) else {
      throw OutputError(path: path, errno: ENOMEM)
    }
    library.worksheet_gridlines(worksheet, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
    library.worksheet_set_paper(worksheet, 9)
    library.worksheet_fit_to_pages(worksheet, 1, 0)
    check(library.worksheet_set_footer(worksheet, "&R&P / &N"))
    return (worksheet, name)
  }

  /// The format of a look, which all cells of that look share.
  func format(_ look: Look) -> Format? {
    if let format = formats[look] { return format }
    guard let format = library.workbook_add_format(book) else { return nil }
    look.set(on: format, library)
    formats[look] = format
    return format
  }

  /// Remembers what the library refuses: it is told when the workbook is closed.
  func check(_ answer: lxw_error) {
    if answer != LXW_NO_ERROR, refusal == nil { refusal = answer.rawValue }
  }

  /// The whole workbook.
  func bytes() throws -> [UInt8] {
    precondition(isOpen, "a workbook is closed once")
    isOpen = false
    let answer = library.workbook_close(book)
    if answer.rawValue >= LXW_ERROR_CREATING_XLSX_FILE.rawValue,
      answer.rawValue <= LXW_ERROR_ZIP_CLOSE.rawValue
    {
      throw OutputError(path: path, errno: errno == 0 ? EIO : errno)
    }
    check(answer)
    precondition(refusal == nil, "libxlsxwriter refuses nothing that is written: \(refusal ?? 0)")
    return try Self.contents(of: path)
  }

  private static func emptyFile(in folder: String) throws -> String {
    var path = Array("\(folder)/cpcjf-XXXXXX".utf8CString)
    let descriptor = mkstemp(&path)
    guard descriptor >= 0 else { throw OutputError(path: folder, errno: errno) }
    close(descriptor)
    return String(decoding: path.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private static func contents(of path: String) throws -> [UInt8] {
    guard let file = fopen(path, "r") else { throw OutputError(path: path, errno: errno) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      guard count > 0 else { break }
      bytes += chunk[..<count]
    }
    guard ferror(file) == 0 else { throw OutputError(path: path, errno: EIO) }
    return bytes
  }
}

/// Hands out text from data as Excel is to show it: on one line, never longer than a cell holds,
/// and without what Excel would read as the number of a character.
func withText<Result>(
  _ text: String, atMost most: Int = 32_767, _ body: (UnsafePointer<CChar>) -> Result
) -> Result {
  excelText(text, atMost: most).withCString(body)
}

func excelText(_ text: String, atMost most: Int = 32_767) -> String {
  var shown = ""
  for scalar in oneLine(text).unicodeScalars {
    switch scalar.value {
    case 0xFFFE, 0xFFFF: shown += visible(scalar)
    default: shown.unicodeScalars.append(scalar)
    }
  }
  shown = shown.replacing(/_x[0-9A-Fa-f]{4}_/) { "_x005F\($0.output)" }
  guard shown.utf16.count > most else { return shown }
  var length = 0
  let kept = shown.prefix { character in
    length += character.utf16.count
    return length < most
  }
  return kept + "…"
}
