import FoundationEssentials
import FundDomain
import GRDB

/// The books as they stand in one transaction. What it has looked up it remembers: nothing that a
/// reader sees changes meanwhile, and a writer that adds something forgets.
class SQLiteBooks: Books {
  let database: Database
  /// The last entry that is looked at: the books as they were known then; nil for all.
  let knownAt: EntryNumber?
  /// The last day that is looked at: what was reversed or changed later still is as it was; nil for
  /// all.
  let asAt: CalendarDate?
  private var knownFund: Fund?
  private var statements: [String: Statement] = [:]
  var donors: [String: Donor] = [:]
  var subFunds: [String: SubFund] = [:]
  /// The rates of a currency that were looked up, each with the last day known to have it.
  var ratesInForce: [Currency: [RateSpan]] = [:]

  /// The closings that stand, once they were looked up.
  var knownClosings: [ClosingStanding]?

  /// What sub-funds have and have given out, kept up to date while a batch is recorded.
  var positions: [EntryNumber: Position] = [:]

  struct RateSpan {
    let rate: RateInForce
    let until: CalendarDate
  }

  init(_ database: Database, knownAt: EntryNumber? = nil, asAt: CalendarDate? = nil) {
    self.database = database
    self.knownAt = knownAt
    self.asAt = asAt
  }

  /// The condition that an entry was known.
  func known(_ entry: String) -> String { knownAt.map { "\(entry) <= \($0)" } ?? "1" }

  /// The condition that a row of `entry` bears a day that is looked at.
  func dated(_ entry: String) -> String { asAt.map { "\(entry).date <= '\($0)'" } ?? "1" }

  /// The condition that an entry is alive: known, and not reversed by one that was known too, by
  /// the day that is looked at. What bears no number (a donor, a rate, an act about a treaty) holds
  /// whenever it was recorded, and so does its reversal.
  func living(_ entry: String) -> String {
    let numberless = "(SELECT series FROM entry AS own WHERE own.seq = later.reverses) IS NULL"
    return """
      (\(known(entry)) AND NOT EXISTS (
        SELECT 1 FROM entry AS later WHERE later.reverses = \(entry) AND \(known("later.seq"))
          AND \(asAt == nil ? "1" : "(\(dated("later")) OR \(numberless))")))
      """
  }

  /// The condition that an act on a document is alive, and was done by the day that is looked at.
  func done(_ act: String) -> String {
    guard asAt != nil else { return living(act) }
    return """
      (\(living(act)) AND EXISTS (
        SELECT 1 FROM entry AS act WHERE act.seq = \(act) AND \(dated("act"))))
      """
  }

  /// The batch that is being recorded and not yet sealed, if any.
  var recording: Batch? { nil }

  /// Writes down what is derived and not written yet, before it is asked for.
  func settle() throws {}

  func known(at entry: EntryNumber) -> any Books {
    SQLiteBooks(database, knownAt: min(entry, knownAt ?? entry), asAt: asAt)
  }

  func asAt(_ day: CalendarDate?) -> any Books {
    day == nil ? self : SQLiteBooks(database, knownAt: knownAt, asAt: day)
  }

  /// Forgets what was looked up, once something of it may have changed.
  func forget() {
    knownFund = nil
    donors = [:]
    subFunds = [:]
    ratesInForce = [:]
    knownClosings = nil
  }

  var fund: Fund {
    get throws {
      if let known = knownFund { return known }
      guard
        let row = try row(
          "SELECT title, start, note FROM fund WHERE \(known("entry")) ORDER BY entry DESC LIMIT 1")
      else { throw LedgerError(rule: "ledger-unfinished", "the ledger holds no fund") }
      let fund = Fund(title: row["title"], start: date(row["start"]), note: row["note"])
      knownFund = fund
      return fund
    }
  }

  var head: ChainHead {
    get throws {
      guard
        let row = try row(
          "SELECT seq, hash FROM entry WHERE \(known("seq")) ORDER BY seq DESC LIMIT 1")
      else {
        return ChainHead(entries: 0, hash: hexadecimal(Array(repeating: 0, count: 32)))
      }
      return ChainHead(entries: row["seq"], hash: hexadecimal(row["hash"] as Data))
    }
  }

  func recordedAt(_ entry: EntryNumber) throws -> String {
    let sql = """
      SELECT recorded_at FROM batch JOIN entry ON entry.batch = batch.id WHERE entry.seq = ?
      """
    return try kept(row(sql, [entry])?["recorded_at"])
  }

  /// The last entry that was recorded by the end of a day, UTC; 0 where there was none.
  func lastEntry(recordedBy day: CalendarDate) throws -> EntryNumber {
    let sql = "SELECT max(last_entry) AS entry FROM batch WHERE recorded_at < ?"
    return try row(sql, [day.next.description])?["entry"] ?? 0
  }

  var newestBatch: Int64 {
    get throws { try row("SELECT max(id) AS id FROM batch")?["id"] ?? 0 }
  }

  /// A statement, prepared once and found again by its text. One that looks at no more than was
  /// known says so in its text: it is kept no longer than these books are.
  private func statement(_ sql: String) throws -> Statement {
    guard knownAt != nil else { return try database.cachedStatement(sql: sql) }
    if let known = statements[sql] { return known }
    let statement = try database.makeStatement(sql: sql)
    statements[sql] = statement
    return statement
  }

  func row(_ sql: String, _ arguments: StatementArguments = []) throws -> Row? {
    try Row.fetchOne(try statement(sql), arguments: arguments)
  }

  func rows(_ sql: String, _ arguments: StatementArguments = []) throws -> [Row] {
    try Row.fetchAll(try statement(sql), arguments: arguments)
  }

  func cursor(_ sql: String, _ arguments: StatementArguments = []) throws -> RowCursor {
    try Row.fetchCursor(try statement(sql), arguments: arguments)
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
