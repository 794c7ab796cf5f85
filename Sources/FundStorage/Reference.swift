import FundDomain
import GRDB

/// What the program knows and a ledger repeats, so that its file can be read without the program:
/// accounts, currencies, countries, themes, instruments, regional organizations. `verify` compares
/// them.
enum Reference {
  static func write(to database: Database) throws {
    for (table, rows) in tables {
      for row in rows {
        let marks = row.map { _ in "?" }.joined(separator: ", ")
        try database.cachedStatement(sql: "INSERT INTO \(table) VALUES (\(marks))")
          .execute(arguments: StatementArguments(row))
      }
    }
  }

  /// The tables as they should be, by name.
  static var tables: [(String, [[DatabaseValue]])] {
    [
      (
        "account",
        Account.allCases.map {
          [$0.number.databaseValue, $0.rawValue.databaseValue, $0.section.rawValue.databaseValue]
        }
      ),
      (
        "currency",
        Currency.all.map {
          [$0.code.databaseValue, $0.exponent.databaseValue, $0.name.databaseValue]
        }
      ),
      ("country", Country.all.map { [$0.code.databaseValue, $0.name.databaseValue] }),
      ("theme", Theme.all.map { [$0.code.databaseValue, $0.title.databaseValue] }),
      (
        "instrument",
        Instrument.all.map {
          [
            $0.code.databaseValue, $0.title.databaseValue, $0.adopted.description.databaseValue,
            $0.needed.databaseValue, $0.days.databaseValue,
            ($0.convention?.code).databaseValue,
          ]
        }
      ),
      (
        "regional_organization",
        RegionalOrganization.all.map { [$0.code.databaseValue, $0.name.databaseValue] }
      ),
    ]
  }
}
