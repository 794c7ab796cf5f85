import Crypto
import FoundationEssentials
import FundDomain
import GRDB

/// The books while a batch is being recorded: appends entries, each chained to the one before,
/// and seals the batch.
final class OpenSQLiteBooks: SQLiteBooks, OpenBooks {
  private let batch: Batch
  private let batchID: Int64
  private let firstEntry: EntryNumber
  private let stamp: Fact
  private var next: EntryNumber
  private var hash: [UInt8]
  private var serials: [String: Int] = [:]
  private let writer: FactWriter
  private var dailyTotals = DailyTotals()
  private var turnover = Turnover()

  init(_ database: Database, batch: Batch) throws {
    let id = try Int64.fetchOne(database, sql: "SELECT max(id) FROM batch") ?? 0
    let row = try Row.fetchOne(
      database, sql: "SELECT seq, hash FROM entry ORDER BY seq DESC LIMIT 1")
    let clock =
      try String.fetchOne(
        database, sql: "SELECT recorded_at FROM batch ORDER BY id DESC LIMIT 1") ?? ""
    batchID = id + 1
    // The instant of recording never runs backwards, whatever the machine's clock does.
    self.batch = Batch(
      act: batch.act, recorder: batch.recorder, recordedAt: max(batch.recordedAt, clock),
      source: batch.source)
    stamp = Entry.stamp(of: self.batch)
    next = (row?["seq"] ?? 0) + 1
    firstEntry = next
    hash = (row?["hash"] as Data?).map(Array.init) ?? Array(repeating: 0, count: 32)
    writer = FactWriter(database)
    super.init(database)
  }

  var nextEntry: EntryNumber { next }

  func nextNumber(_ series: Series, year: Int) throws -> DocumentNumber {
    let key = "\(series.rawValue)\(year)"
    var serial = serials[key] ?? 0
    if serial == 0 {
      let sql = "SELECT max(serial) AS serial FROM entry WHERE series = ? AND year = ?"
      serial = try row(sql, [series.rawValue, year])?["serial"] ?? 0
    }
    serials[key] = serial + 1
    return DocumentNumber(series, year: year, serial: serial + 1)
  }

  func nextAct(on number: DocumentNumber) throws -> DocumentNumber {
    let sql = "SELECT max(act) AS act FROM entry WHERE series = ? AND year = ? AND serial = ?"
    let row = try row(sql, [number.series.rawValue, number.year, number.serial])
    return DocumentNumber(
      number.series, year: number.year, serial: number.serial, act: (row?["act"] ?? 0) + 1)
  }

  func append(_ entry: Entry) throws {
    precondition(entry.sequence == next)
    var form = CanonicalForm()
    form.append(stamp)
    let own = entry.record(in: batch, id: batchID)
    form.append(own)
    let said = entry.document.facts(entry: next)
    for record in said { form.append(record) }
    let lines = entry.postings.enumerated().map { line, posting in
      posting.record(entry: next, line: line + 1, date: entry.date)
    }
    for record in lines { form.append(record) }
    try turnover.add(said + lines, of: entry, database)
    hash = chained(hash, form.bytes)
    try writer.insert(own, hash: hash)
    for record in said { try writer.insert(record) }
    for record in lines { try writer.insert(record) }
    for posting in entry.postings {
      positions[posting.subFund]?.add(
        posting.account, posting.amount, usd: posting.usd, isKeptApart: posting.source != nil,
        on: entry.date)
      dailyTotals.add(posting, on: entry.date, isGift: try isGift(posting, of: entry))
      try Unobligated.add(posting, on: entry.date, database)
    }
    next += 1
    switch entry.document {
    case .closing(let closing):
      try settle()
      try ClosingTotals.add(entry.sequence, through: closing.biennium.period.to, database)
      forget()
    case .reopening, .reversal: forget()
    // What others report changes nothing that is looked up.
    case .activityReport: break
    default: if entry.document.series == nil { forget() }
    }
  }

  /// Whether a posting moves a contribution.
  private func isGift(_ posting: Posting, of entry: Entry) throws -> Bool {
    guard let document = posting.document else { return false }
    if document == entry.sequence {
      if case .contribution = entry.document { return true }
      return false
    }
    return try row("SELECT 1 FROM contribution WHERE entry = ?", [document]) != nil
  }

  override var recording: Batch? { batch }

  override func settle() throws { try dailyTotals.flush(database) }

  func digest(_ bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: bytes)) }

  /// Inserts the batch, which the schema lets stand only when all of it is right.
  ///
  /// - Returns: whether there was anything to seal.
  func seal() throws -> Bool {
    guard next > firstEntry else { return false }
    try settle()
    let sql = """
      INSERT INTO batch (id, first_entry, last_entry, command, recorder, recorded_at, hash)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """
    try database.execute(
      sql: sql,
      arguments: [
        batchID, firstEntry, next - 1, batch.act, batch.recorder, batch.recordedAt,
        Data(hash),
      ])
    return true
  }
}

/// One link of the chain: SHA-256 of the hash before and an entry's canonical bytes.
func chained(_ previous: [UInt8], _ bytes: [UInt8]) -> [UInt8] {
  var digest = SHA256()
  digest.update(data: previous)
  digest.update(data: bytes)
  return Array(digest.finalize())
}
