import FundDomain
import GRDB

extension SQLiteBooks {
  func entry(_ number: DocumentNumber) throws -> RecordedEntry {
    let sql =
      Self.recorded
      + " WHERE entry.series = ? AND entry.year = ? AND entry.serial = ? AND entry.act = ?"
    let arguments: StatementArguments = [
      number.series.rawValue, number.year, number.serial, number.act,
    ]
    guard let row = try row(sql, arguments) else {
      throw LedgerError(
        rule: "unknown-document", "there is no document \(number)",
        hint: "cpcjf list entries shows them", field: "number")
    }
    return try recorded(row)
  }

  func parts(of entry: EntryNumber) throws -> [RecordedEntry] {
    // The parts follow on the first in its batch, without a key of their own.
    let sql = """
      SELECT min(other.seq) AS seq FROM entry JOIN entry AS other ON other.seq > entry.seq
      WHERE entry.seq = ? AND (other.batch <> entry.batch OR other.kind <> entry.kind
        OR other.reference IS NOT NULL OR other.fingerprint IS NOT NULL)
      """
    let next = try row(sql, [entry])?["seq"] as EntryNumber?
    return try rows(
      Self.recorded + " WHERE entry.seq >= ? AND entry.seq < ? ORDER BY entry.seq",
      [entry, next ?? .max]
    ).map { try recorded($0) }
  }

  func entries(ofBatch batch: Int64) throws -> [RecordedEntry] {
    try rows(Self.recorded + " WHERE entry.batch = ? ORDER BY entry.seq", [batch])
      .map { try recorded($0) }
  }

  private static let recorded = """
    SELECT entry.*, later.seq AS later_seq, later.series AS later_series,
      later.year AS later_year, later.serial AS later_serial, later.act AS later_act,
      first.kind AS first_kind, first.date AS first_date
    FROM entry LEFT JOIN entry AS later ON later.reverses = entry.seq
    LEFT JOIN entry AS first ON first.seq = entry.reverses
    """

  private func recorded(_ row: Row) throws -> RecordedEntry {
    let sequence: EntryNumber = row["seq"]
    let own = number(row)
    var reversal: (entry: EntryNumber, name: String)?
    if let later = row["later_seq"] as EntryNumber?, let number = number(row, prefix: "later_") {
      reversal = (later, number.description)
    }
    let reversed = date(row["first_date"]).map { (kind: row["first_kind"] as String, date: $0) }
    return RecordedEntry(
      sequence: sequence, number: own, kind: row["kind"],
      date: try CalendarDate(row["date"] as String), postings: try postings(of: sequence),
      reversedBy: reversal, reversed: reversed,
      name: try own?.description ?? addedName(sequence, kind: row["kind"]))
  }

  func name(of entry: EntryNumber) throws -> String {
    let sql = "SELECT kind, series, year, serial, act FROM entry WHERE seq = ?"
    guard let row = try row(sql, [entry]) else { return "entry \(entry)" }
    return try number(row)?.description ?? code(entry, kind: row["kind"])
      ?? addedName(entry, kind: row["kind"])
  }

  private func code(_ entry: EntryNumber, kind: String) throws -> String? {
    let things = ["donor", "project", "programme", "mandate", "sub_fund"]
    guard things.contains(kind) else { return nil }
    return try row("SELECT code FROM \(kind) WHERE entry = ?", [entry])?["code"]
  }

  /// The code of what an entry without a number adds.
  func addedName(_ sequence: EntryNumber, kind: String) throws -> String {
    switch kind {
    case "donor", "project", "programme", "mandate", "sub_fund":
      return "\(kind.replacing("_", with: "-")) \(try code(sequence, kind: kind) ?? "")"
    case "rate":
      let row = try row("SELECT currency, effective FROM rate WHERE entry = ?", [sequence])
      return "the rate of \(row?["currency"] ?? "") from \(row?["effective"] ?? "")"
    case "activity_report":
      let sql = "SELECT identifier FROM activity_report WHERE entry = ?"
      return "the report of \(try row(sql, [sequence])?["identifier"] ?? "") in entry \(sequence)"
    case "treaty_act":
      let row = try row(
        "SELECT instrument, coalesce(country, organization) AS who FROM treaty_act WHERE entry = ?",
        [sequence])
      return "what \(row?["who"] ?? "") did about \(row?["instrument"] ?? "")"
    default: return "entry \(sequence)"
    }
  }

  func postings(of entry: EntryNumber) throws -> [Posting] {
    try rows("SELECT * FROM posting WHERE entry = ? ORDER BY line", [entry]).map { try posting($0) }
  }

  func posting(_ row: Row) throws -> Posting {
    Posting(
      try kept(Account(number: row["account"])), row["sub_fund"], try money(row), usd: row["usd"],
      donor: row["donor"], project: row["project"], document: row["document"],
      source: row["source"], allotment: row["allotment"],
      biennium: row["biennium"])
  }

  func dependants(of entry: EntryNumber, kind: String) throws -> [String] {
    var found: [String] = []
    for sql in Self.dependants[kind] ?? [] {
      for row in try rows(
        """
        SELECT seq, series, year, serial, act, kind FROM entry
        WHERE seq IN (\(sql)) AND seq <> ?1 AND kind NOT IN ('reversal', 'revaluation')
          AND NOT EXISTS (SELECT 1 FROM entry AS later WHERE later.reverses = entry.seq)
        ORDER BY seq LIMIT \(LedgerError.fewDependants + 1)
        """, [entry])
      {
        let name = try number(row)?.description ?? addedName(row["seq"], kind: row["kind"])
        if !found.contains(name) { found.append(name) }
      }
    }
    return found
  }

  /// What stands on what: for each kind, the entries that name one of it (`?1`).
  private static let dependants: [String: [String]] = [
    "pledge": [
      "SELECT entry FROM commitment WHERE pledge = ?1",
      "SELECT entry FROM contribution WHERE pledge = ?1",
      "SELECT entry FROM allotment WHERE named = ?1",
      "SELECT entry FROM write_off WHERE pledge = ?1",
      "SELECT entry FROM pledge_increase WHERE pledge = ?1",
      "SELECT entry FROM falling_due WHERE pledge = ?1",
      "SELECT entry FROM earmark_change WHERE document = ?1",
    ],
    "contribution": [
      "SELECT entry FROM posting WHERE document = ?1",
      "SELECT entry FROM posting WHERE source = ?1",
      "SELECT entry FROM transfer WHERE contribution = ?1",
      "SELECT entry FROM cash_act WHERE contribution = ?1",
      "SELECT entry FROM earmark_change WHERE document = ?1",
      "SELECT entry FROM donor_change WHERE contribution = ?1",
      "SELECT entry FROM allotment WHERE named = ?1",
    ],
    // An opening is what its item is.
    "opening": [
      "SELECT entry FROM posting WHERE document = ?1",
      "SELECT entry FROM posting WHERE source = ?1",
      "SELECT entry FROM posting WHERE allotment = ?1",
      "SELECT entry FROM obligation WHERE allotment = ?1",
      "SELECT entry FROM transfer WHERE contribution = ?1",
      "SELECT entry FROM cash_act WHERE contribution = ?1",
      "SELECT entry FROM donor_change WHERE contribution = ?1",
      "SELECT entry FROM earmark_change WHERE document = ?1",
      "SELECT entry FROM allotment WHERE named = ?1",
      "SELECT entry FROM contribution WHERE pledge = ?1",
      "SELECT entry FROM write_off WHERE pledge = ?1",
      "SELECT entry FROM pledge_increase WHERE pledge = ?1",
      "SELECT entry FROM falling_due WHERE pledge = ?1",
    ],
    "allotment": [
      "SELECT entry FROM posting WHERE allotment = ?1",
      "SELECT entry FROM obligation WHERE allotment = ?1",
    ],
    "obligation": ["SELECT entry FROM posting WHERE document = ?1"],
    "disbursement": ["SELECT entry FROM posting WHERE document = ?1"],
    // Later acts on a document go first.
    "write_off": laterActs(on: "pledge", of: "write_off"),
    "pledge_increase": laterActs(on: "pledge", of: "pledge_increase"),
    "falling_due": laterActs(on: "pledge", of: "falling_due"),
    "allotment_change": later("allotment_change", on: "allotment", of: ["allotment_change"]),
    "obligation_change": later("obligation_change", on: "obligation", of: ["obligation_change"])
      + [
        """
        SELECT later.entry FROM obligation_change AS own JOIN recovery AS later
          ON later.document = own.obligation AND later.entry > own.entry WHERE own.entry = ?1
        """
      ],
    "recovery": later("recovery", on: "document", of: ["recovery"])
      + [
        """
        SELECT later.entry FROM recovery AS own JOIN obligation_change AS later
          ON later.obligation = own.document AND later.entry > own.entry WHERE own.entry = ?1
        """
      ],
    // A payment stands on a commitment where it paid what the commitment had counted.
    "commitment": [
      """
      SELECT contribution.entry FROM contribution
      JOIN commitment ON commitment.pledge = contribution.pledge
      WHERE commitment.entry = ?1 AND EXISTS (
        SELECT 1 FROM posting WHERE posting.entry = contribution.entry
          AND posting.account = \(Account.pledgesReceivable.number))
      """
    ] + laterActs(on: "pledge", of: "commitment"),
    // What was given, allotted or spent since stands on an earmark or a donor that was changed.
    "earmark_change": laterActs(on: "document", of: "earmark_change")
      + later("earmark_change", on: "document", of: ["contribution"], theirs: "pledge")
      + later("earmark_change", on: "document", of: ["posting"], theirs: "source")
      + later("earmark_change", on: "document", of: ["donor_change"], theirs: "contribution")
      + [
        """
        SELECT posting.entry FROM earmark_change AS own
        JOIN contribution ON contribution.pledge = own.document
        JOIN posting ON posting.source = contribution.entry AND posting.entry > own.entry
        WHERE own.entry = ?1
        """
      ],
    "donor_change": later("donor_change", on: "contribution", of: ["donor_change"])
      + later("donor_change", on: "contribution", of: ["posting"], theirs: "source")
      + later(
        "donor_change", on: "contribution", of: ["posting", "earmark_change"], theirs: "document"),
    "donor": [
      "SELECT entry FROM pledge WHERE donor = ?1",
      "SELECT entry FROM contribution WHERE donor = ?1",
      "SELECT entry FROM refund WHERE donor = ?1",
      "SELECT entry FROM donor_change WHERE donor = ?1",
      "SELECT entry FROM opening WHERE donor = ?1",
      "SELECT entry FROM donor WHERE donor = ?1",
    ],
    "project": [
      "SELECT entry FROM project WHERE project = ?1",
      // Whatever else bears a project is charged to an allotment, or pays an obligation.
      "SELECT entry FROM allotment WHERE project = ?1",
      "SELECT entry FROM obligation WHERE project = ?1",
      "SELECT entry FROM disbursement WHERE project = ?1",
      "SELECT entry FROM co_funding WHERE project = ?1",
      earmarked("pledge", "project"), earmarked("contribution", "project"),
      earmarked("opening", "project"),
    ],
    "mandate": [
      "SELECT entry FROM mandate WHERE mandate = ?1",
      "SELECT entry FROM project_mandate WHERE mandate = ?1",
    ],
    "request": ["SELECT entry FROM project_request WHERE request = ?1"],
    "programme": [
      "SELECT entry FROM project WHERE programme = ?1",
      earmarked("pledge", "programme"), earmarked("contribution", "programme"),
      earmarked("opening", "programme"),
    ],
    // Later reports of an activity stand on what the earlier ones have of it.
    "activity_report": later("activity_report", on: "activity", of: ["activity_report"]),
    "sub_fund": [
      "SELECT entry FROM sub_fund WHERE sub_fund = ?1 OR parent = ?1",
      "SELECT entry FROM pledge WHERE sub_fund = ?1",
      "SELECT entry FROM posting WHERE sub_fund = ?1",
    ],
    "rate": [
      "SELECT entry FROM pledge WHERE rate = ?1", "SELECT entry FROM contribution WHERE rate = ?1",
      "SELECT entry FROM refund WHERE rate = ?1", "SELECT entry FROM opening WHERE rate = ?1",
      "SELECT entry FROM adjustment WHERE rate = ?1",
      "SELECT entry FROM obligation WHERE rate = ?1",
      "SELECT entry FROM obligation_change WHERE rate = ?1",
      "SELECT entry FROM disbursement WHERE rate = ?1",
      "SELECT entry FROM recovery WHERE rate = ?1",
      "SELECT entry FROM co_funding WHERE rate = ?1",
    ],
  ]

  /// The acts of some kinds that are later than one on the same document.
  private static func later(
    _ table: String, on column: String, of others: [String], theirs: String? = nil
  ) -> [String] {
    others.map { other in
      """
      SELECT later.entry FROM \(table) AS own JOIN \(other) AS later
        ON later.\(theirs ?? column) = own.\(column) AND later.entry > own.entry
      WHERE own.entry = ?1
      """
    }
  }

  /// The later acts on the pledge of an act, whatever they are.
  private static func laterActs(on column: String, of table: String) -> [String] {
    later(
      table, on: column, of: ["commitment", "pledge_increase", "write_off", "falling_due"],
      theirs: "pledge") + later(table, on: column, of: ["earmark_change"], theirs: "document")
  }

  private static func earmarked(_ table: String, _ key: String) -> String {
    """
    SELECT entry FROM \(table) WHERE earmark IN (
      SELECT each.earmark FROM (\(SQLiteBooks.earmarks(in: table))) AS each
      JOIN \(key) AS named ON named.entry = ?1
      WHERE instr(';' || each.earmark || ';', ';\(key):' || named.code || ';') > 0)
    """
  }
}
