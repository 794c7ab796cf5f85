import Crypto
import FundDomain
import GRDB
import Schema

extension Ledger {
  /// Brings the tables to the newest version, each step once, all of them or none.
  func migrate() throws {
    do {
      try queue.inTransaction(.immediate) { database in
        let version = try Ledger.version(of: database, path)
        for migration in Schema.migrations where migration.version > version {
          try database.execute(sql: migration.sql)
          try database.execute(
            sql: "INSERT INTO migration (version, digest) VALUES (?, ?)",
            arguments: [migration.version, Ledger.digest(of: migration)])
          try database.execute(sql: "PRAGMA user_version = \(migration.version)")
        }
        guard version == 0 else { return .commit }
        try database.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
        try Reference.write(to: database)
        return .commit
      }
    } catch { throw Ledger.explained(error, path) }
  }

  /// A file's tables are those that this program's own migrations make.
  ///
  /// - Throws: `ledger-of-another-build`.
  static func requireOwnTables(_ database: Database, _ path: String, version: Int32) throws {
    let hasList = "SELECT count(*) FROM sqlite_schema WHERE name = 'migration'"
    var made: [Int32: String] = [:]
    if try Int.fetchOne(database, sql: hasList) == 1 {
      for row in try Row.fetchAll(database, sql: "SELECT version, digest FROM migration") {
        made[row["version"]] = row["digest"]
      }
    }
    let own = Schema.migrations.filter { $0.version <= version }
    guard own.allSatisfy({ made[$0.version] == digest(of: $0) }) else {
      throw LedgerError(
        rule: "ledger-of-another-build",
        "\(path) is a ledger, but another build of cpcjf made it: its tables of version \(version) "
          + "are not those that this one knows",
        hint: "use the cpcjf that made it: what its export json writes, import json reads here")
    }
  }

  private static func digest(of migration: Schema.Migration) -> String {
    hexadecimal(Array(SHA256.hash(data: Array(migration.sql.utf8))))
  }
}
