import CXLSXWriter
import FundDomain
import Plain

/// A sheet that is being written as a worksheet, line by line from the top.
struct Worksheet {
  private let book: Workbook
  private let sheet: Sheet
  private let places: [Int]
  private let widths: [Int]
  private let own: UnsafeMutablePointer<lxw_worksheet>
  /// What it is called in the workbook.
  let name: String
  private var line: UInt32 = 0
  /// The formulas of its sums, where the table begins.
  private var formulas: [SheetSums.Place: String] = [:]
  private var firstRow: UInt32 = 0

  /// A worksheet of a sheet, all of whose rows a table has admitted; their heading is written.
  init(
    _ sheet: Sheet, _ table: WorksheetTable, called title: String, in book: Workbook
  ) throws {
    self.book = book
    self.sheet = sheet
    places = table.places
    widths = table.widths
    (own, name) = try book.worksheet(title)
    if table.isWide { book.library.worksheet_set_landscape(own) }
    for (place, width) in widths.enumerated() {
      let column = UInt16(place)
      book.check(book.library.worksheet_set_column(own, column, column, Double(width), nil))
    }
    writeWords(sheet.title, Look(isBold: true, size: 14), isOneLine: true)
    for words in sheet.subtitle { writeWords(words, Look(isQuiet: true)) }
    if let unit = sheet.shownHeadnote { writeWords(unit, Look(isQuiet: true)) }
    guard !places.isEmpty else { return }
    line += 1
    writeHeader()
    firstRow = line
    let first = firstRow
    formulas = table.sums.formulas { row, place in
      cellName(first + UInt32(row), table.column(of: place))
    }
    guard Int(firstRow) + table.count + 40 < Workbook.mostLines else {
      throw LedgerError(
        rule: "too-long-for-excel",
        "\(table.count) lines are more than the \(Workbook.mostLines) that a worksheet holds",
        hint: "ask for csv, or for a shorter period")
    }
  }

  /// The titles of the columns, which stay in view and stand on each sheet of paper.
  private mutating func writeHeader() {
    for (column, place) in places.enumerated() {
      let title = sheet.columns[place]
      var look = Look(
        isBold: true, isWrapped: true, isRight: title.kind.isFigure, isLow: true, ruleAbove: true,
        ruleBelow: true)
      look.indent = isBehindFigures(column) ? 1 : 0
      write(title.title, column, look)
    }
    let library = book.library
    let titles = zip(places, widths).map { (sheet.columns[$0].title, $1 - 2) }
    book.check(library.worksheet_set_row(own, line, headerHeight(titles), nil))
    book.check(library.worksheet_repeat_rows(own, line, line))
    line += 1
    // Below a long head there would be nothing left to scroll.
    if line <= 10 {
      library.worksheet_freeze_panes(own, line, widths[0] <= 42 ? 1 : 0)
    }
  }

  /// Writes the next row of the table.
  mutating func write(_ row: Sheet.Row, _ shown: [ShownCell]) {
    defer { line += 1 }
    if row.style == .heading {
      let words = shown.map(\.text).filter { !$0.isEmpty }.joined(separator: "  ")
      return write(words, 0, Look(isBold: true, indent: row.indent))
    }
    for (column, place) in places.enumerated() {
      let cell = place < row.cells.count ? row.cells[place] : .blank
      let kind = sheet.columns[place].kind
      let look = Look(
        isBold: row.style.isSum,
        isQuiet: row.style == .memorandum || row.style == .part,
        isWrapped: kind == .text, isRight: kind.isFigure, ruleAbove: row.style == .total,
        indent: column == 0 ? row.indent : isBehindFigures(column) ? 1 : 0)
      write(cell, shown[place], column, look)
    }
  }

  /// Writes what stands under the table.
  mutating func writeFoot() {
    for lines in [sheet.footnotes, sheet.foot] where !lines.isEmpty {
      line += 1
      for words in lines { writeWords(words, Look(isQuiet: true)) }
    }
  }

  /// Whether words stand right behind figures, and want a gap.
  private func isBehindFigures(_ column: Int) -> Bool {
    column > 0 && sheet.columns[places[column - 1]].kind.isFigure
      && !sheet.columns[places[column]].kind.isFigure
  }

  private func write(_ cell: Sheet.Cell, _ shown: ShownCell, _ column: Int, _ look: Look) {
    var look = look
    switch cell {
    case .money(let amount, let exponent) where SheetSums.isExact(amount):
      look.number = Look.money(exponent: exponent, thousands: sheet.thousands)
      write(Double(amount) / powerOfTen(exponent), column, look)
    case .count(let count) where SheetSums.isExact(count):
      look.number = Look.count
      write(Double(count), column, look)
    case .percent(let tenths):
      look.number = Look.percent
      write(Double(tenths) / 1000, column, look)
    case .text(let text):
      guard sheet.columns[places[column]].kind == .date, let date = excelDate(text) else {
        return write(text, column, look)
      }
      look.number = Look.date
      write(date, column, look)
    case .money, .count, .word, .nilValue: write(shown.text, column, look)
    case .blank: write("", column, look)
    }
  }

  private func write(_ figure: Double, _ column: Int, _ look: Look) {
    let format = book.format(look)
    let place = SheetSums.Place(row: Int(line - firstRow), column: places[column])
    let library = book.library
    book.check(
      formulas[place].map {
        library.worksheet_write_formula_num(own, line, UInt16(column), "=\($0)", format, figure)
      } ?? library.worksheet_write_number(own, line, UInt16(column), figure, format))
  }

  private func write(_ text: String, _ column: Int, _ look: Look) {
    var look = look
    if look.isRight { look.number = Look.words }
    let format = book.format(look)
    guard !text.isEmpty else {
      guard look.ruleAbove || look.ruleBelow else { return }
      return book.check(
        book.library.worksheet_write_blank(own, line, UInt16(column), format))
    }
    book.check(
      withText(text) {
        book.library.worksheet_write_string(own, line, UInt16(column), $0, format)
      })
  }

  /// Words of their own across the columns, on as many lines as they need.
  private mutating func writeWords(_ words: String, _ look: Look, isOneLine: Bool = false) {
    defer { line += 1 }
    let width = widths.reduce(0, +)
    guard !isOneLine, widths.count > 1, displayWidth(oneLine(words)) > width else {
      return write(words, 0, look)
    }
    var look = look
    look.isWrapped = true
    let height = Double(displayWidth(oneLine(words)) / max(width - 4, 1) + 1) * 15
    let format = book.format(look)
    let library = book.library
    book.check(library.worksheet_set_row(own, line, height, nil))
    let last = UInt16(widths.count - 1)
    book.check(
      withText(words) {
        library.worksheet_merge_range(own, line, 0, line, last, $0, format)
      })
  }
}
