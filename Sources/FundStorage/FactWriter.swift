import FoundationEssentials
import FundDomain
import GRDB

/// Inserts facts as the rows they are; a statement for each table and set of columns is prepared
/// once.
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
  private var values: [DatabaseValue] = []

  init(_ database: Database) { self.database = database }

  /// Inserts a fact; a field `hash` takes the bytes given instead.
  func insert(_ fact: Fact, hash: [UInt8]? = nil) throws {
    let statement = try statement(for: fact)
    values.removeAll(keepingCapacity: true)
    for field in fact.fields {
      switch field.value {
      case .integer(let number): values.append(number.databaseValue)
      case .text(let text):
        values.append(
          hash != nil && field.name == "hash" ? Data(hash!).databaseValue : text.databaseValue)
      }
    }
    try statement.execute(arguments: StatementArguments(values))
  }

  private func statement(for fact: Fact) throws -> Statement {
    if let known = prepared[fact.table]?.first(where: { $0.isFor(fact) }) {
      return known.statement
    }
    let columns = fact.fields.map(\.name)
    let marks = columns.map { _ in "?" }.joined(separator: ", ")
    let names = columns.map { "\"\($0)\"" }.joined(separator: ", ")
    let statement = try database.makeStatement(
      sql: "INSERT INTO \"\(fact.table)\" (\(names)) VALUES (\(marks))")
    prepared[fact.table, default: []].append(Prepared(columns: columns, statement: statement))
    return statement
  }
}
