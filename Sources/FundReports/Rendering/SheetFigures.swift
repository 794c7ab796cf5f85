import Plain

/// A cell as people read it.
struct ShownCell {
  var text: String
  /// Whether it ends in a parenthesis, which stands to the right of the digits.
  var isNegative = false

  static let blank = ShownCell(text: "")
  static let dash = ShownCell(text: "—")

  init(text: String) { self.text = text }

  /// A figure, with its sign told from the amount: what rounds to zero has none.
  init(figure: Int64, exponent: Int) {
    text = grouped(figure, exponent: exponent)
    isNegative = figure < 0
  }
}

extension Sheet {
  /// The cells of every row as people read them, as many in each as there are columns.
  func shown() -> [[ShownCell]] {
    var shown = rows.map(shown(_:))
    guard thousands else { return shown }
    for column in columns.indices where columns[column].kind == .money {
      showThousands(in: column, &shown)
    }
    return shown
  }

  /// The unit in parentheses, as it stands over the table.
  var shownHeadnote: String? {
    headnote.map { thousands ? "(Thousands of \($0))" : "(\($0))" }
  }

  /// The notes under the table, with what was rounded in it.
  var shownFootnotes: [String] {
    guard thousands else { return footnotes }
    let isTotalled = columns.contains { $0.id == "total" }
    let rounding =
      "Rounded to tenths of a thousand after adding: what stands in a column adds up"
      + (isTotalled ? "; across, what is added may differ from its total by tenths." : ".")
    return footnotes + [rounding]
  }

  /// The cells of a row as people read them, money in full.
  func shown(_ row: Row) -> [ShownCell] {
    precondition(row.cells.count <= columns.count, "a row has no more cells than columns")
    return row.cells.map(shown(_:))
      + Array(repeating: .blank, count: columns.count - row.cells.count)
  }

  private func shown(_ cell: Cell) -> ShownCell {
    switch cell {
    case .text(let text): ShownCell(text: oneLine(text))
    case .word(let key): ShownCell(text: oneLine(key.inWords))
    case .money(0, _), .nilValue: .dash
    case .money(let amount, let exponent): ShownCell(figure: amount, exponent: exponent)
    case .count(let count): ShownCell(figure: count, exponent: 0)
    case .percent(let tenths): percentage(tenths)
    case .blank: .blank
    }
  }

  private func percentage(_ tenths: Int64) -> ShownCell {
    var cell = ShownCell(figure: tenths, exponent: 1)
    cell.text = cell.isNegative ? "\(cell.text.dropLast())%)" : cell.text + "%"
    return cell
  }

  /// Puts tenths of thousands in the place of the money in a column, so that it still foots.
  ///
  /// Currencies with other decimals than the column's first are rounded for themselves.
  private func showThousands(in column: Int, _ shown: inout [[ShownCell]]) {
    var lines: [Footing.Line] = []
    var common: Int?
    var whole = 0
    var parts: [Int: [Int]] = [:]
    for (index, row) in rows.enumerated() where column < row.cells.count {
      if row.style != .part { whole = index }
      guard case .money(let amount, let exponent) = row.cells[column] else { continue }
      if row.style == .part { parts[whole, default: []].append(index) }
      let takesPart = row.style != .memorandum && row.style != .heading && row.style != .part
      if takesPart, common ?? exponent == exponent {
        common = exponent
        let isSum = row.style.isSum
        lines.append(
          Footing.Line(
            row: index, amount: amount, isSum: isSum, isSubtracted: row.subtracted,
            isApart: row.isApart))
      } else if amount != 0 {
        let units = rounded(amount, unit: tenthOfThousand(exponent))
        shown[index][column] = ShownCell(figure: units, exponent: 1)
      }
    }
    guard let common else { return }
    for line in Footing(lines).rounded(unit: tenthOfThousand(common)) {
      guard rows[line.row].cells[column] != .money(0, exponent: common) else { continue }
      shown[line.row][column] = ShownCell(figure: line.units, exponent: 1)
      let parts = parts[line.row] ?? []
      showParts(parts, of: line.units, tenthOfThousand(common), in: column, &shown)
    }
  }

  /// The parts of a line, so that they add up to it as rounded.
  private func showParts(
    _ parts: [Int], of units: Int64, _ unit: Int64, in column: Int,
    _ shown: inout [[ShownCell]]
  ) {
    let amounts = parts.map { part -> Int64 in
      if case .money(let amount, _) = rows[part].cells[column] { amount } else { 0 }
    }
    let rounded = rounded(parts: amounts, reaching: units, unit: unit)
    for (part, figure) in zip(parts, rounded ?? []) where rows[part].cells[column] != .dollars(0) {
      shown[part][column] = ShownCell(figure: figure, exponent: 1)
    }
  }
}

/// A hundred of a currency in its minor units: what one decimal of a thousand stands for.
private func tenthOfThousand(_ exponent: Int) -> Int64 {
  (0..<exponent).reduce(100) { unit, _ in unit * 10 }
}

/// Text from data on one line, with nothing in it that a terminal would obey or that hides others.
func oneLine(_ text: String) -> String {
  legible(String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 }))
}
