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
    var worksheet = try Worksheet(frame, table, called: frame.title, in: book)
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
  /// - Parameters:
  ///   - called: what the first worksheet is called; its title, where nothing is given.
  ///   - number: what the names of the others begin with.
  /// - Returns: the name of the first worksheet.
  func write(
    _ sheet: Sheet, charts: [Chart], called: String? = nil, before number: String = ""
  ) throws -> String {
    let first = try write(sheet.read(by: .people), called: called ?? sheet.title)
    for annex in sheet.annexes {
      _ = try write(annex.read(by: .people), called: number + annex.title)
    }
    try write(charts, titled: number + "Charts")
    return first
  }

  private func write(_ sheet: Sheet, called name: String) throws -> String {
    var table = WorksheetTable(sheet.columns)
    // Thousands are a matter of the format: the cells hold every cent.
    let shown = sheet.rows.map { sheet.shown($0) }
    for (row, cells) in zip(sheet.rows, shown) { table.admit(row, cells) }
    var worksheet = try Worksheet(sheet, table, called: name, in: self)
    for (row, cells) in zip(sheet.rows, shown) { worksheet.write(row, cells) }
    worksheet.writeFoot()
    return worksheet.name
  }
}
