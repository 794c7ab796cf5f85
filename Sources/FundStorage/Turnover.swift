import FundDomain
import GRDB

/// What all amounts that a ledger holds come to in each currency, whatever their sign.
///
/// While that is within half of what 64 bits hold, no sum of any of them overflows, in SQL or in
/// a report. Nobody who records everyday amounts comes near it, so that what a ledger holds is
/// only added up once an amount is recorded that no contribution to a fund has: four million
/// amounts just below that one would still find room.
struct Turnover {
  /// The most that the amounts of one currency may come to, in minor units.
  static let most: Int64 = 1 << 62
  private static let uncommon: Int64 = 1_000_000_000_000

  private var sums: [String: Int64]?

  /// Counts what an entry says.
  ///
  /// - Throws: `sum-too-large`.
  mutating func add(_ facts: [Fact], of entry: Entry, _ database: Database) throws {
    let amounts = facts.flatMap(\.amounts)
    if sums == nil {
      guard amounts.contains(where: { $0.units >= Turnover.uncommon }) else { return }
      sums = try Turnover.recorded(database)
    }
    for (currency, units) in amounts {
      let (sum, isOver) = sums![currency, default: 0].addingReportingOverflow(units)
      guard !isOver, sum <= Turnover.most else {
        throw LedgerError.sumTooLarge(currency, with: entry.number.map { "\($0)" } ?? "this")
      }
      sums![currency] = sum
    }
  }

  /// Counts what entries say that were recorded otherwise.
  ///
  /// - Throws: `sum-too-large`.
  static func requireRoom(_ database: Database) throws {
    for (currency, sum) in try recorded(database).sorted(by: { $0.key < $1.key })
    where !(0...most).contains(sum) {
      throw LedgerError.sumTooLarge(currency, with: "these entries")
    }
  }

  /// The same of all that is recorded.
  private static func recorded(_ database: Database) throws -> [String: Int64] {
    var sums: [String: Int64] = [:]
    for table in FactTables.all + ["posting"] {
      let columns = Set(try database.columns(in: table).map(\.name))
      var parts: [String] = []
      if columns.contains("usd") { parts.append("SELECT 'USD', sum(abs(usd)) FROM \(table)") }
      if columns.isSuperset(of: ["amount", "currency"]) {
        parts.append(
          "SELECT currency, sum(abs(amount)) FROM \(table) WHERE currency <> 'USD' GROUP BY 1")
      }
      for row in try parts.flatMap({ try Row.fetchAll(database, sql: $0) }) {
        guard let currency = row[0] as String?, let sum = row[1] as Int64? else { continue }
        let (whole, isTooLarge) = sums[currency, default: 0].addingReportingOverflow(sum)
        sums[currency] = isTooLarge ? .max : whole
      }
    }
    return sums
  }
}

extension Fact {
  /// The amounts that it holds, without their signs: dollars once, where they stand twice.
  fileprivate var amounts: [(currency: String, units: Int64)] {
    var amounts: [(String, Int64)] = []
    if let usd = integer("usd") { amounts.append(("USD", abs(usd))) }
    if let currency = text("currency"), currency != "USD", let units = integer("amount") {
      amounts.append((currency, abs(units)))
    }
    return amounts
  }
}

extension LedgerError {
  static func sumTooLarge(_ currency: String, with name: String) -> LedgerError {
    let most = (try? Currency(currency)).map { Money(minorUnits: Turnover.most, $0) }
    return LedgerError(
      rule: "sum-too-large",
      "with \(name) all amounts in \(currency) would come to more than "
        + "\(most.map { "\($0)" } ?? currency), the most that a ledger adds up",
      hint: "is the amount, or one before it, in the right unit?", field: "amount")
  }
}
