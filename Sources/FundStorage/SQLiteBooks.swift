import FoundationEssentials
import FundDomain
import GRDB

/// The books as they stand in one transaction. What it has looked up it remembers: nothing that a
/// reader sees changes meanwhile, and a writer that adds something forgets.
class SQLiteBooks: Books {
  let database: Database
  private var knownFund: Fund?
  private var donors: [String: Donor] = [:]
  private var subFunds: [String: SubFund] = [:]
  /// The rates of a currency that were looked up, each with the last day known to have it.
  private var ratesInForce: [Currency: [RateSpan]] = [:]

  private struct RateSpan {
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

  func donor(_ name: String) throws -> Donor {
    if let donor = donors[name] { return donor }
    let donor = try donor(try bearer(of: name, kind: "donor", called: "donor"))
    donors[name] = donor
    return donor
  }

  func subFund(_ name: String) throws -> SubFund {
    if let subFund = subFunds[name] { return subFund }
    let id = try bearer(of: name, kind: "sub_fund", called: "sub-fund")
    let subFund = try subFund(id, on: .last)
    subFunds[name] = subFund
    return subFund
  }

  func programme(_ name: String) throws -> Programme {
    let id = try bearer(of: name, kind: "programme", called: "programme")
    let row = try version(of: id, "programme")
    return Programme(id: id, code: row["code"], title: row["title"])
  }

  func project(_ name: String) throws -> Project {
    try project(try bearer(of: name, kind: "project", called: "project"))
  }

  func donor(_ id: EntryNumber) throws -> Donor { try donor(try version(of: id, "donor")) }

  /// A donor from the row of one of its versions.
  func donor(_ row: Row) throws -> Donor {
    let texts = try names(ofVersion: row["entry"])
    return Donor(
      id: row["donor"], code: row["code"], name: row["name"],
      kind: try kept(DonorKind(rawValue: row["kind"])),
      country: try (row["country"] as String?).map { try Country($0) },
      aliases: Array(texts.dropFirst(2)), holdsFrom: date(row["holds_from"]))
  }

  func subFund(_ id: EntryNumber, on day: CalendarDate) throws -> SubFund {
    try subFund(try version(of: id, "sub_fund", on: day))
  }

  /// A sub-fund from the row of one of its versions.
  func subFund(_ row: Row) throws -> SubFund {
    SubFund(
      id: row["sub_fund"], code: row["code"], title: row["title"], parent: row["parent"],
      recognition: (row["recognition"] as String?).flatMap(RecognitionPolicy.init),
      holdsFrom: date(row["holds_from"]))
  }

  func names(ofVersion entry: EntryNumber) throws -> [String] {
    try rows("SELECT text FROM name WHERE entry = ? ORDER BY line", [entry]).map { $0["text"] }
  }

  /// The newest version of something that was added and not withdrawn, of those that hold on a
  /// day.
  func version(of id: EntryNumber, _ table: String, on day: CalendarDate = .last) throws -> Row {
    let isDated = table != "programme"
    let sql = """
      SELECT * FROM \(table) WHERE \(table) = ?1 \(isDated ? "AND coalesce(holds_from, '') <= ?2" : "")
        AND NOT EXISTS (SELECT 1 FROM entry WHERE reverses = \(table).entry)
      ORDER BY \(isDated ? "coalesce(holds_from, '') DESC, " : "")entry DESC LIMIT 1
      """
    guard let row = try row(sql, isDated ? [id, day.description] : [id]) else {
      throw LedgerError(rule: "unknown-\(table)", "entry \(id) adds no \(table)")
    }
    return row
  }

  func bearers(of name: String, kind: String) throws -> [(id: EntryNumber, code: String)] {
    let sql = """
      SELECT DISTINCT \(kind).\(kind) AS id, \(kind).code AS code
      FROM name JOIN \(kind) ON \(kind).entry = name.entry
      WHERE name.key = ? AND name.subject = ?
        AND NOT EXISTS (SELECT 1 FROM entry WHERE reverses = name.entry)
      """
    return try rows(sql, [searchKey(name), kind]).map { ($0["id"], $0["code"]) }
  }

  func bearers(beginning: String, kind: String) throws -> [(id: EntryNumber, code: String)] {
    let key = searchKey(beginning)
    guard !key.isEmpty else { return [] }
    // Keys are letters and digits only, and U+10FFFF comes after every one of them.
    let sql = """
      SELECT DISTINCT \(kind).\(kind) AS id, \(kind).code AS code
      FROM name JOIN \(kind) ON \(kind).entry = name.entry
      WHERE name.key >= ? AND name.key < ? AND name.subject = ?
        AND NOT EXISTS (SELECT 1 FROM entry WHERE reverses = name.entry)
      ORDER BY code LIMIT 20
      """
    return try rows(sql, [key, key + "\u{10FFFF}", kind]).map { ($0["id"], $0["code"]) }
  }

  func newestVersion(of id: EntryNumber, kind: String) throws -> EntryNumber {
    try version(of: id, kind)["entry"]
  }

  private func bearer(of name: String, kind: String, called: String) throws -> EntryNumber {
    let found = try bearers(of: name, kind: kind)
    if found.count == 1 { return found[0].id }
    if let exact = found.first(where: { $0.code == name }) { return exact.id }
    if found.isEmpty { throw try unknown(name, kind: kind, called: called) }
    let codes = found.map(\.code).joined(separator: ", ")
    throw LedgerError(
      rule: "ambiguous-\(called)", "'\(name)' may be any of \(codes)", hint: "give the code",
      field: called)
  }

  private func unknown(_ name: String, kind: String, called: String) throws -> LedgerError {
    let sql = """
      SELECT name.text, \(kind).code FROM name JOIN \(kind) ON \(kind).entry = name.entry
      WHERE name.subject = ? LIMIT 20000
      """
    var codes: [String: String] = [:]
    for row in try rows(sql, [kind]) { codes[row["text"]] = row["code"] }
    var near: [String] = []
    var seen: Set<String> = []
    for text in nearest(to: name, among: codes.keys.sorted(), limit: 9) {
      guard let code = codes[text], seen.insert(code).inserted else { continue }
      near.append(text == code ? code : "\(text) (\(code))")
    }
    return LedgerError(
      rule: "unknown-\(called)", "there is no \(called) '\(name)'",
      hint: didYouMean(Array(near.prefix(3)))
        ?? "cpcjf add \(called) adds one; cpcjf list \(called)s shows what there is",
      field: called)
  }

  func addition(of id: EntryNumber) throws -> KnownDocument {
    let row = try row("SELECT fingerprint, kind FROM entry WHERE seq = ?", [id])
    let kind: String = row?["kind"] ?? ""
    let code = try self.row("SELECT code FROM \(kind) WHERE entry = ?", [id])
    return KnownDocument(
      entry: id, name: code?["code"] ?? "entry \(id)", fingerprint: row?["fingerprint"])
  }

  func rate(of currency: Currency, on date: CalendarDate) throws -> RateInForce {
    if currency == .usd { return RateInForce(entry: nil, rate: .one, effective: date) }
    if let known = ratesInForce[currency]?.last(where: {
      $0.rate.effective <= date && date <= $0.until
    }) {
      return known.rate
    }
    let living = "NOT EXISTS (SELECT 1 FROM entry WHERE reverses = rate.entry)"
    let newest = """
      SELECT entry, effective, digits, decimals FROM rate
      WHERE currency = ? AND effective <= ? AND \(living) ORDER BY effective DESC LIMIT 1
      """
    guard let row = try row(newest, [currency.code, date.description]) else {
      let first = "SELECT effective, digits, decimals FROM rate WHERE currency = ? AND \(living)"
      let nearest = try self.row(first + " ORDER BY effective LIMIT 1", [currency.code])
      let known = nearest.map { "; the nearest known is of \($0["effective"] as String)" }
      throw LedgerError(
        rule: "rate-missing",
        "there is no rate of \(currency) on or before \(date)"
          + (known ?? "; none is known at all"),
        hint: "cpcjf import rates FILE brings them in", field: "currency")
    }
    let rate = ExchangeRate(digits: row["digits"], decimals: row["decimals"])
    let inForce = RateInForce(
      entry: row["entry"], rate: rate, effective: try CalendarDate(row["effective"] as String))
    let next = """
      SELECT min(effective) AS effective FROM rate WHERE currency = ? AND effective > ? AND \(living)
      """
    let following = try self.row(next, [currency.code, date.description])?["effective"] as String?
    let until = try following.map { try CalendarDate($0).previous } ?? .last
    ratesInForce[currency, default: []].append(RateSpan(rate: inForce, until: until))
    return inForce
  }

  func rate(of currency: Currency, effective date: CalendarDate) throws -> Rate? {
    let sql = """
      SELECT digits, decimals, source FROM rate WHERE currency = ? AND effective = ?
        AND NOT EXISTS (SELECT 1 FROM entry WHERE reverses = rate.entry)
      """
    guard let row = try row(sql, [currency.code, date.description]) else { return nil }
    return Rate(
      currency: currency, effective: date,
      rate: ExchangeRate(digits: row["digits"], decimals: row["decimals"]), source: row["source"])
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
