import CXLSXWriter

extension Booklet {
  /// The document as one Excel workbook: the contents lead to the worksheets.
  ///
  /// - Throws: as a report's.
  public func workbook() throws -> [UInt8] {
    let book = try Workbook(titled: title)
    var contents = try Contents(of: self, in: book)
    for chapter in chapters {
      let name = try book.write(
        chapter.sheet, charts: chapter.charts, called: chapter.name,
        before: chapter.number.map { "\($0). " } ?? "")
      contents.write(chapter.sheet.title, leadingTo: name)
    }
    contents.writeFoot()
    return try book.bytes()
  }
}

/// The first worksheet of a workbook of several reports.
private struct Contents {
  private let book: Workbook
  private let own: UnsafeMutablePointer<lxw_worksheet>
  private let cover: Sheet
  private var line: UInt32 = 0

  init(of booklet: Booklet, in book: Workbook) throws {
    self.book = book
    cover = booklet.cover
    (own, _) = try book.worksheet("Contents")
    book.check(book.library.worksheet_set_column(own, 0, 0, 100, nil))
    write(cover.title, Look(isBold: true, isWrapped: true, size: 14))
    for words in cover.subtitle { write(words, Look(isQuiet: true, isWrapped: true)) }
    line += 1
    write("Contents", Look(isBold: true))
  }

  mutating func write(_ title: String, leadingTo worksheet: String) {
    // Names of worksheets have nothing in them that ends a quotation.
    book.check(
      book.library.worksheet_write_url(own, line, 0, "internal:'\(worksheet)'!A1", nil))
    write(title, Look(isLink: true))
  }

  mutating func writeFoot() {
    line += 1
    write(Booklet.endTitle, Look(isBold: true))
    for lines in [cover.footnotes, cover.foot] where !lines.isEmpty {
      for words in lines { write(words, Look(isQuiet: true, isWrapped: true)) }
    }
  }

  private mutating func write(_ text: String, _ look: Look) {
    defer { line += 1 }
    book.check(
      withText(text) {
        book.library.worksheet_write_string(own, line, 0, $0, book.format(look))
      })
  }
}
