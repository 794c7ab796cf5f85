import FoundationEssentials
import FundDomain
import GRDB

/// The books as they stand in one transaction. What it has looked up it remembers: nothing that a
/// reader sees changes meanwhile, and a writer that adds something forgets.
class SQLiteBooks: Books {
  let database: Database
  private var knownFund: Fund?
  var donors: [String: Donor] = [:]
  var subFunds: [String: SubFund] = [:]
  /// The rates of a currency that were looked up, each with the last day known to have it.
  var ratesInForce: [Currency: [RateSpan]] = [:]

  struct RateSpan {
    let rate: RateInForce
    let until: CalendarDate
  }

  init(_ database: Database) { self.database = database }

  /// Forgets what was looked up, once something of it may have changed.
  func forget() {
    knownFund = nil
    donors = [:]
    subFunds = [:]
    ratesInForce = [:]
  }

  var fund: Fund {
    get throws {
      if let known = knownFund { return known }
      guard let row = try row("SELECT title, start, note FROM fund ORDER BY entry DESC LIMIT 1")
      else { throw LedgerError(rule: "ledger-unfinished", "the ledger holds no fund") }
      let fund = Fund(title: row["title"], start: date(row["start"]), note: row["note"])
      knownFund = fund
      return fund
    }
  }

  var head: ChainHead {
    get throws {
      guard let row = try row("SELECT seq, hash FROM entry ORDER BY seq DESC LIMIT 1") else {
        return ChainHead(entries: 0, hash: hexadecimal(Array(repeating: 0, count: 32)))
      }
      return ChainHead(entries: row["seq"], hash: hexadecimal(row["hash"] as Data))
    }
  }

  var newestBatch: Int64 {
    get throws { try row("SELECT max(id) AS id FROM batch")?["id"] ?? 0 }
  }

  // Statements are prepared once and found again by their text.
  func row(_ sql: String, _ arguments: StatementArguments = []) throws -> Row? {
    try Row.fetchOne(try database.cachedStatement(sql: sql), arguments: arguments)
  }

  func rows(_ sql: String, _ arguments: StatementArguments = []) throws -> [Row] {
    try Row.fetchAll(try database.cachedStatement(sql: sql), arguments: arguments)
  }

  func cursor(_ sql: String, _ arguments: StatementArguments = []) throws -> RowCursor {
    try Row.fetchCursor(try database.cachedStatement(sql: sql), arguments: arguments)
  }

  func date(_ text: String?) -> CalendarDate? { text.flatMap { try? CalendarDate($0) } }

  /// A word or number that the schema lets stand; any other is damage, and said to be.
  func kept<Value>(_ value: Value?) throws -> Value {
    guard let value else {
      throw LedgerError(
        rule: "ledger-damaged", "the ledger holds a word that no version of it knows",
        hint: "run cpcjf verify")
    }
    return value
  }

  func money(_ row: Row) throws -> Money {
    Money(minorUnits: row["amount"], try Currency(row["currency"] as String))
  }
}

/// Bytes as lower-case hexadecimal text.
func hexadecimal(_ bytes: some Collection<UInt8>) -> String {
  String(unsafeUninitializedCapacity: bytes.count * 2) { text in
    var place = 0
    for byte in bytes {
      for digit in [byte >> 4, byte & 15] {
        text[place] = digit < 10 ? 48 + digit : 87 + digit
        place += 1
      }
    }
    return place
  }
}
