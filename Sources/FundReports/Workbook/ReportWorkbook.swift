import FundDomain

extension Report {
  /// The report as an Excel workbook: a worksheet of the table, one of each that goes with it, and
  /// one of the charts.
  ///
  /// - Throws: `no-excel`, `too-long-for-excel`, or that no file could be written.
  public func workbook() throws -> [UInt8] {
    let book = try Workbook(titled: sheet.title)
    _ = try book.write(sheet, charts: charts)
    return try book.bytes()
  }
}

extension StreamedReport {
  /// The report as an Excel workbook, as a sheet is.
  public func workbook() throws -> [UInt8] {
    let frame = sheet.read(by: .people)
    let places = sheet.places(of: .people)
    var table = WorksheetTable(frame.columns)
    try rows { row in
      let row = row.cells(at: places)
      table.admit(row, frame.shown(row))
    }
    let book = try Workbook(titled: frame.title, isStreamed: true)
    var worksheet = try Worksheet(frame, table, in: book)
    try rows { row in
      let row = row.cells(at: places)
      worksheet.write(row, frame.shown(row))
    }
    worksheet.writeFoot()
    return try book.bytes()
  }
}

extension Workbook {
  /// Writes a report's table, those that go with it, and its charts.
  ///
  /// - Returns: the name of the first worksheet.
  func write(
    _ sheet: Sheet, charts: [Chart], chartsTitled title: String = "Charts"
  ) throws -> String {
    var first: String?
    for table in [sheet] + sheet.annexes {
      let name = try write(table.read(by: .people))
      first = first ?? name
    }
    try write(charts, titled: title)
    return first ?? ""
  }

  private func write(_ sheet: Sheet) throws -> String {
    var table = WorksheetTable(sheet.columns)
    // Thousands are a matter of the format: the cells hold every cent.
    let shown = sheet.rows.map { sheet.shown($0) }
    for (row, cells) in zip(sheet.rows, shown) { table.admit(row, cells) }
    var worksheet = try Worksheet(sheet, table, in: self)
    for (row, cells) in zip(sheet.rows, shown) { worksheet.write(row, cells) }
    worksheet.writeFoot()
    return worksheet.name
  }
}
