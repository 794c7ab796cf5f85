import CSQLite
import FundDomain
import GRDB

/// Inserts facts as the rows they are; a statement for each table and set of columns is prepared
/// once. Values go to SQLite directly: an import inserts four rows a document, and wrapping each
/// value cost a fifth of its time.
final class FactWriter {
  private struct Prepared {
    let columns: [String]
    let statement: Statement

    func isFor(_ fact: Fact) -> Bool {
      columns.count == fact.fields.count
        && zip(columns, fact.fields).allSatisfy { $0 == $1.name }
    }
  }

  private let database: Database
  private var prepared: [String: [Prepared]] = [:]

  init(_ database: Database) { self.database = database }

  /// Inserts a fact, with its hash where the table has one.
  func insert(_ fact: Fact, hash: [UInt8]? = nil) throws {
    let statement = UnsafeMutableRawPointer(try statement(for: fact, hash != nil).sqliteStatement)
    var place: Int32 = 0
    for field in fact.fields {
      place += 1
      switch field.value {
      case .integer(let number): try require(cpcjf_bind_integer(statement, place, number))
      case .text(var text):
        try text.withUTF8 {
          try require(cpcjf_bind_text(statement, place, $0.baseAddress, Int32($0.count)))
        }
      }
    }
    if let hash { try require(cpcjf_bind_bytes(statement, place + 1, hash, Int32(hash.count))) }
    try require(cpcjf_run(statement))
  }

  private func require(_ code: Int32) throws {
    guard code == 0 else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code), message: database.lastErrorMessage)
    }
  }

  private func statement(for fact: Fact, _ hasHash: Bool) throws -> Statement {
    if let known = prepared[fact.table]?.first(where: { $0.isFor(fact) }) {
      return known.statement
    }
    let columns = fact.fields.map(\.name)
    let all = columns + (hasHash ? ["hash"] : [])
    let names = all.map { "\"\($0)\"" }.joined(separator: ", ")
    let marks = all.map { _ in "?" }.joined(separator: ", ")
    let statement = try database.makeStatement(
      sql: "INSERT INTO \"\(fact.table)\" (\(names)) VALUES (\(marks))")
    prepared[fact.table, default: []].append(Prepared(columns: columns, statement: statement))
    return statement
  }
}
