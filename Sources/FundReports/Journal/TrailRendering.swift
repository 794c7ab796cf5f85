import FundDomain
import Plain

extension Trail {
  /// The trail as people read it; none of a document that stands alone.
  var sheets: [Sheet] {
    let rows = roots.flatMap { $0.rows(indent: 0) } + groups.flatMap(\.rows)
    guard rows.count > 1 else { return [] }
    let isCharged = rows.contains { $0.cells.count > 7 && $0.cells[7] != .blank }
    return [
      Sheet(
        title: "Trail: what it stands on, and what it led to",
        columns: [
          Sheet.Column(title: "Document", kind: .code, id: "number"),
          Sheet.Column(title: "Kind", kind: .code, id: "kind"),
          Sheet.Column(title: "Date", kind: .date, id: "on"),
          Sheet.Column(title: "Whose", kind: .text, id: "whose"),
          Sheet.Column(title: "Amount", kind: .money, id: "amount"),
          Sheet.Column(title: "", kind: .code, id: "currency"),
          Sheet.Column(title: "US dollars", kind: .money, id: "usd"),
          Sheet.Column(title: isCharged ? "Charged" : "", kind: .money, id: "charged"),
          Sheet.Column(title: "", kind: .code, id: "note"),
        ], rows: rows)
    ]
  }

  var json: JSON {
    .array(roots.map(\.json) + groups.map(\.json))
  }
}

extension Trail.Node {
  fileprivate var title: String { line.kind.replacing("_", with: "-") }

  fileprivate func rows(indent: Int) -> [Sheet.Row] {
    let isOfPool = line.kind == "allotment" && line.basis == nil
    var whose = [line.donor, line.project, line.payee].compactMap { $0 }
    if isOfPool || whose.isEmpty, let fund = line.subFund {
      whose.append(isOfPool ? "\(fund)'s pool" : fund)
    }
    let notes = [
      isSubject ? "this document" : nil, line.reversedBy.map { "reversed by \($0)" },
      isRepeated ? "see above" : nil,
    ]
    let own = Sheet.Row(
      [
        .text(line.name), .word(title), .text("\(line.date)"),
        .text(whose.joined(separator: ", ")),
        line.amount.map { .money($0) } ?? .blank, .text(line.amount?.currency.code),
        line.usd.map { .dollars($0) } ?? .blank, charged.map { .dollars($0) } ?? .blank,
        .text(notes.compactMap { $0 }.joined(separator: ", ").nonEmpty),
      ], indent: indent)
    return [own] + ledTo.flatMap { $0.rows(indent: indent + 1) }
  }

  fileprivate var json: JSON {
    .object([
      ("number", .string(line.name)), ("kind", .string(title)), ("on", .string("\(line.date)")),
      ("donor", .text(line.donor)), ("subFund", .text(line.subFund)),
      ("project", .text(line.project)), ("payee", .text(line.payee)),
      ("amount", .text(line.amount?.decimal)), ("currency", .text(line.amount?.currency.code)),
      ("usd", line.usd.map { .dollars($0) } ?? .null),
      ("charged", charged.map { .dollars($0) } ?? .null), ("reversedBy", .text(line.reversedBy)),
      ("isThis", .bool(isSubject)), ("isRepeated", .bool(isRepeated)),
      ("leadsTo", .array(ledTo.map(\.json))),
    ])
  }
}

extension Trail.Group {
  fileprivate var rows: [Sheet.Row] {
    let title = "\(kind.rawValue.capitalizedFirst): \(count)"
    let rest = more > 0 ? [Sheet.Row([.text("and \(more) more")], indent: 1)] : []
    return [.heading(title)] + newest.flatMap { $0.rows(indent: 1) } + rest
  }

  fileprivate var json: JSON {
    .object([
      ("key", .string(kind.rawValue)), ("title", .string(kind.rawValue.capitalizedFirst)),
      ("count", .integer(Int64(count))), ("more", .integer(Int64(more))),
      ("leadsTo", .array(newest.map(\.json))),
    ])
  }
}

extension String {
  /// The text, or nil where there is none.
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
