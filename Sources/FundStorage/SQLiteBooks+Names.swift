import FundDomain
import GRDB

extension SQLiteBooks {
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
    try programme(try bearer(of: name, kind: "programme", called: "programme"), on: .last)
  }

  func programme(_ id: EntryNumber, on day: CalendarDate) throws -> Programme {
    programme(try version(of: id, "programme", on: day))
  }

  /// A programme from the row of one of its versions.
  func programme(_ row: Row) -> Programme {
    Programme(
      id: row["programme"], code: row["code"], title: row["title"],
      holdsFrom: date(row["holds_from"]))
  }

  func mandate(_ name: String) throws -> Mandate {
    try mandate(try bearer(of: name, kind: "mandate", called: "mandate"), on: .last)
  }

  func mandate(_ id: EntryNumber, on day: CalendarDate) throws -> Mandate {
    mandate(try version(of: id, "mandate", on: day))
  }

  /// A mandate from the row of one of its versions.
  func mandate(_ row: Row) -> Mandate {
    Mandate(
      id: row["mandate"], code: row["code"], title: row["title"],
      holdsFrom: date(row["holds_from"]))
  }

  func project(_ name: String) throws -> Project {
    try project(try bearer(of: name, kind: "project", called: "project"), on: .last)
  }

  func project(_ id: EntryNumber, on day: CalendarDate) throws -> Project {
    try project(try version(of: id, "project", on: day))
  }

  func donor(_ id: EntryNumber) throws -> Donor { try donor(id, on: .last) }

  func donor(_ id: EntryNumber, on day: CalendarDate) throws -> Donor {
    try donor(try version(of: id, "donor", on: day))
  }

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

  func subFund(_ id: EntryNumber, on day: CalendarDate, knownAt entry: EntryNumber) throws
    -> SubFund
  {
    try SQLiteBooks(database, knownAt: entry).subFund(id, on: day)
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
    let sql = """
      SELECT * FROM \(table) WHERE \(table) = ?1 AND coalesce(holds_from, '') <= ?2
        AND \(living("\(table).entry"))
      ORDER BY coalesce(holds_from, '') DESC, entry DESC LIMIT 1
      """
    guard let row = try row(sql, [id, day.description]) else {
      throw LedgerError(rule: "unknown-\(table)", "entry \(id) adds no \(table)")
    }
    return row
  }

  func bearers(of name: String, kind: String) throws -> [(id: EntryNumber, code: String)] {
    let sql = """
      SELECT DISTINCT \(kind).\(kind) AS id, \(kind).code AS code, name.text
      FROM name JOIN \(kind) ON \(kind).entry = name.entry
      WHERE name.key = ? AND name.subject = ?
        AND \(living("name.entry"))
      """
    let wanted = nameKey(name)
    var found: [(id: EntryNumber, code: String)] = []
    for row in try rows(sql, [searchKey(name), kind]) where nameKey(row["text"] as String) == wanted
    {
      let bearer: (id: EntryNumber, code: String) = (row["id"], row["code"])
      if !found.contains(where: { $0 == bearer }) { found.append(bearer) }
    }
    return found
  }

  func bearers(beginning: String, kind: String) throws -> [(id: EntryNumber, code: String)] {
    let key = searchKey(beginning)
    guard !key.isEmpty else { return [] }
    // Keys are letters and digits only, and U+10FFFF comes after every one of them.
    let sql = """
      SELECT DISTINCT \(kind).\(kind) AS id, \(kind).code AS code
      FROM name JOIN \(kind) ON \(kind).entry = name.entry
      WHERE name.key >= ? AND name.key < ? AND name.subject = ?
        AND \(living("name.entry"))
      ORDER BY code LIMIT 20
      """
    return try rows(sql, [key, key + "\u{10FFFF}", kind]).map { ($0["id"], $0["code"]) }
  }

  func version(of id: EntryNumber, kind: String, on day: CalendarDate) throws -> EntryNumber {
    try version(of: id, kind, on: day)["entry"]
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
}
