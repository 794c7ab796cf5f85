public import FundDomain
import Plain

/// The whole ledger as JSON: every entry with every row that its hash is taken over, an entry a
/// line, so that an empty ledger can be made the same again.
///
/// Tables and columns bear the names of the ledger's file in camelCase, and values are as they are
/// kept there: amounts in whole minor units, references as the numbers of entries.
public struct LedgerExport: StreamedExport {
  private let books: any Books

  public init(_ books: any Books) { self.books = books }

  public func write(to write: (String) throws -> Void) throws {
    let head = try books.head
    try write("{\n")
    for (key, value) in [
      ("schema", JSON.string(LedgerFile.schema)), ("export", .string(LedgerFile.name)),
      ("entries", .integer(head.entries)), ("head", .string(head.hash)),
    ] { try write(JSON.member(key, value) + ",\n") }
    try write("  \"chain\": [")
    var isFirst = true
    try books.sealedEntries { entry in
      try write((isFirst ? "\n" : ",\n") + entry.json.line())
      isFirst = false
    }
    try write(isFirst ? "]\n}\n" : "\n  ]\n}\n")
  }
}

extension SealedEntry {
  /// An object with a list of rows for each table, but one row of `entry` and of `batch`.
  fileprivate var json: JSON {
    var members: [(String, JSON)] = [("batch", stamp.json)]
    var rows: [Fact] = []
    func close() {
      guard let table = rows.first?.table else { return }
      let isSingle = table == "entry"
      members.append((table.camelCase, isSingle ? rows[0].json : .array(rows.map(\.json))))
    }
    for fact in facts {
      if fact.table != rows.first?.table {
        close()
        rows = []
      }
      rows.append(fact)
    }
    close()
    if rows.first?.table != "posting" { members.append(("posting", .array([]))) }
    return .object(members + [("hash", .string(hash))])
  }
}

extension Fact {
  fileprivate var json: JSON {
    .object(
      fields.map { name, value in
        switch value {
        case .integer(let number): (name.camelCase, .integer(number))
        case .text(let text): (name.camelCase, .string(text))
        }
      })
  }
}

/// The table or column that a key is the name of: `sub_fund` for `subFund`.
func columnName(of key: String) -> String {
  var name = ""
  for byte in key.utf8 {
    if UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte { name += "_" }
    name.unicodeScalars.append(Unicode.Scalar(byte | (byte < 0x60 && byte > 0x40 ? 0x20 : 0)))
  }
  return name
}
