import Testing

@testable import FundReports

@Suite struct SheetSumsTests {
  @Test func `columns agree on what a sum is made of, where some could be made of anything`() {
    // The second column is zero everywhere but once: by itself it could be any of its lines.
    #expect(
      formulas([
        ([100, 0], .plain), ([200, 0], .plain), ([300, 0], .subtotal),
        ([50, 0], .plain), ([50, 0], .subtotal), ([350, 0], .total),
      ]) == [
        "0: A3=ROUND(SUM(A1:A2),2)", "0: A5=ROUND(SUM(A4),2)", "0: A6=ROUND(SUM(A3,A5),2)",
        "1: B3=ROUND(SUM(B1:B2),2)", "1: B5=ROUND(SUM(B4),2)", "1: B6=ROUND(SUM(B3,B5),2)",
      ])
  }

  @Test func `what is taken away is taken away, what is for information is left out`() {
    var sums = SheetSums()
    let rows = [
      Sheet.Row([.dollars(900)]), Sheet.Row([.dollars(5)], style: .memorandum),
      Sheet.Row([.dollars(250)], subtracted: true), Sheet.Row([.dollars(30)]),
      Sheet.Row([.dollars(680)], style: .total),
    ]
    for (place, row) in rows.enumerated() { sums.admit(row, at: place) }
    let formulas = sums.formulas { row, _ in "A\(row + 1)" }
    #expect(Array(formulas.values) == ["ROUND(SUM(A1,A4)-SUM(A3),2)"])
  }

  @Test func `a line that stands apart is in the sum after the next one, even as nothing`() {
    var sums = SheetSums()
    let rows = [
      Sheet.Row([.dollars(0)], isApart: true), Sheet.Row([.dollars(4)]), Sheet.Row([.dollars(0)]),
      Sheet.Row([.dollars(4)], style: .subtotal), Sheet.Row([.dollars(4)], style: .subtotal),
    ]
    for (place, row) in rows.enumerated() { sums.admit(row, at: place) }
    let formulas = sums.formulas { row, _ in "A\(row + 1)" }
    #expect(formulas.values.sorted() == ["ROUND(SUM(A1,A4),2)", "ROUND(SUM(A2:A3),2)"])
  }

  @Test func `a sum of other things has no formula, nor one that Excel would count wrong`() {
    #expect(formulas([([100], .plain), ([101], .total)]) == [])
    #expect(
      formulas([([Int64.max - 1], .plain), ([1], .plain), ([Int64.max], .total)]) == [])
    // Of more than 250 pieces there is none either.
    let pieces: [([Int64], Sheet.Row.Style)] = (0..<600).map {
      ([1], $0.isMultiple(of: 2) ? .plain : .memorandum)
    }
    #expect(formulas(pieces + [([300], .total)]) == [])
  }

  /// Tables of dollars, and their formulas in the order of their cells.
  private func formulas(_ rows: [(cents: [Int64], style: Sheet.Row.Style)]) -> [String] {
    var sums = SheetSums()
    for (place, row) in rows.enumerated() {
      sums.admit(Sheet.Row(row.cents.map { .dollars($0) }, style: row.style), at: place)
    }
    let cell = { (row: Int, column: Int) in cellName(UInt32(row), column) }
    return sums.formulas(cell).map { place, formula in
      "\(place.column): \(cell(place.row, place.column))=\(formula)"
    }.sorted()
  }

  @Test func `cells are called as Excel calls them`() {
    #expect(cellName(0, 0) == "A1")
    #expect(cellName(6, 25) == "Z7" && cellName(6, 26) == "AA7" && cellName(6, 701) == "ZZ7")
    #expect(cellName(6, 702) == "AAA7")
  }
}
