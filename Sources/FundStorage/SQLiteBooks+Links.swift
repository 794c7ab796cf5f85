import FundDomain
import GRDB

extension SQLiteBooks {
  func bases(of entry: EntryNumber) throws -> [EntryNumber] {
    guard let kind = try row("SELECT kind FROM entry WHERE seq = ?", [entry])?["kind"] as String?,
      let sql = Self.bases[kind]
    else { return [] }
    return try rows("SELECT DISTINCT seq FROM (\(sql)) WHERE seq IS NOT NULL ORDER BY seq", [entry])
      .map { $0["seq"] }
  }

  /// What each kind of document (`?1`) stands on.
  private static let bases: [String: String] = {
    var bases = [
      "allotment": "SELECT coalesce(money, named) AS seq FROM allotment WHERE entry = ?1",
      "allotment_change": "SELECT allotment AS seq FROM allotment_change WHERE entry = ?1",
      "obligation_change": "SELECT obligation AS seq FROM obligation_change WHERE entry = ?1",
      "obligation": "SELECT allotment AS seq FROM posting WHERE document = ?1",
      "disbursement": """
      SELECT obligation AS seq FROM disbursement WHERE entry = ?1
      UNION ALL SELECT allotment FROM posting WHERE document = ?1
      """,
      "refund": """
      SELECT document AS seq FROM posting
      WHERE entry = ?1 AND account = \(Account.refunds.number)
      """,
      "recovery": "SELECT document AS seq FROM recovery WHERE entry = ?1",
      "earmark_change": "SELECT document AS seq FROM earmark_change WHERE entry = ?1",
      "transfer": "SELECT contribution AS seq FROM transfer WHERE entry = ?1",
      "revaluation": "SELECT mirrors AS seq FROM revaluation WHERE entry = ?1",
      "reversal": "SELECT reverses AS seq FROM entry WHERE seq = ?1",
    ]
    for kind in ["contribution", "commitment", "write_off", "pledge_increase"] {
      bases[kind] = "SELECT pledge AS seq FROM \(kind) WHERE entry = ?1"
    }
    for kind in ["interest", "other_income", "charge"] {
      bases[kind] = "SELECT contribution AS seq FROM cash_act WHERE entry = ?1"
    }
    return bases
  }()

  func consequences(of entry: EntryNumber) throws -> [DocumentLink] {
    guard let kind = try row("SELECT kind FROM entry WHERE seq = ?", [entry])?["kind"] as String?
    else { return [] }
    let parts = Self.acts + (consequences[kind] ?? [])
    let sql = """
      SELECT led.seq, sum(led.charged) AS charged
      FROM (\(parts.joined(separator: "\nUNION ALL "))) AS led JOIN entry ON entry.seq = led.seq
      WHERE led.seq <> ?1 AND \(known("entry.seq")) AND \(dated("entry"))
      GROUP BY led.seq ORDER BY entry.date, led.seq
      """
    return try rows(sql, [entry]).map {
      DocumentLink(entry: $0["seq"], charged: $0["charged"])
    }
  }

  /// What is done to a document of whatever kind (`?1`): its reversal, and later acts on it, which
  /// bear its number.
  private static let acts = [
    "SELECT seq, NULL AS charged FROM entry WHERE reverses = ?1",
    """
    SELECT later.seq, NULL FROM entry AS own JOIN entry AS later
      ON later.series = own.series AND later.year = own.year AND later.serial = own.serial
    WHERE own.seq = ?1 AND own.act = 1 AND later.act > 1
    """,
  ]

  /// What each kind of document (`?1`) leads to. An opening may be what is left of a pledge, a
  /// contribution or an allotment.
  private var consequences: [String: [String]] {
    let ofPledge = [
      "SELECT entry, NULL FROM contribution WHERE pledge = ?1",
      "SELECT entry, NULL FROM write_off WHERE pledge = ?1",
      "SELECT entry, NULL FROM allotment WHERE named = ?1 AND money IS NULL",
    ]
    let ofContribution = [
      """
      SELECT posting.entry, NULL FROM posting JOIN entry AS own ON own.seq = posting.entry
      WHERE posting.document = ?1 AND account = \(Account.refunds.number) AND own.kind = 'refund'
      """,
      "SELECT entry, NULL FROM transfer WHERE contribution = ?1",
      "SELECT entry, NULL FROM cash_act WHERE contribution = ?1",
      "SELECT entry, NULL FROM earmark_change WHERE document = ?1",
      """
      SELECT DISTINCT allotment, NULL FROM posting
      WHERE source = ?1 AND account = \(Account.budgetIssued.number)
      """,
      "SELECT entry, NULL FROM allotment WHERE named = ?1 AND money IS NULL",
    ]
    let ofAllotment = [
      """
      SELECT document, sum(usd) FROM posting
      WHERE allotment = ?1 AND account = \(Account.budgetSpent.number) AND \(known("entry"))
        AND \(dated("posting"))
      GROUP BY document
      """
    ]
    let ofSpending = [
      "SELECT entry, NULL FROM disbursement WHERE obligation = ?1",
      "SELECT entry, NULL FROM recovery WHERE document = ?1",
    ]
    return [
      "request": [
        """
        SELECT project.project, NULL
        FROM project_request JOIN project ON project.entry = project_request.entry
        WHERE project_request.request = ?1
        """
      ],
      "pledge": ofPledge, "contribution": ofContribution, "allotment": ofAllotment,
      "obligation": ofSpending, "disbursement": ofSpending,
      "opening": ofPledge + ofContribution + ofAllotment + ofSpending,
    ]
  }

  func outcomes(
    _ what: Outcomes, of thing: EntryNumber, kind: String, limit: Int
  ) throws -> (count: Int, entries: [EntryNumber]) {
    guard let documents = outcomes[kind]?[what] else { return (0, []) }
    let living = """
      FROM entry WHERE entry.seq IN (\(documents)) AND \(living("entry.seq"))
        AND \(dated("entry"))
      """
    let count = try row("SELECT count(*) AS count \(living)", [thing])?["count"] as Int?
    let newest = try rows(
      "SELECT seq \(living) ORDER BY date DESC, seq DESC LIMIT \(limit)", [thing])
    return (count ?? 0, newest.map { $0["seq"] })
  }

  /// The documents of a donor's own and of its money, and of a project (`?1`), as far as what ties
  /// them to it is known and in force.
  private var outcomes: [String: [Outcomes: String]] {
    let given = """
      SELECT entry FROM contribution WHERE donor = ?1
      UNION ALL SELECT entry FROM opening WHERE donor = ?1
      """
    let allotted = "SELECT money FROM allotment WHERE project = ?1 AND \(done("allotment.entry"))"
    let requested = """
      SELECT request FROM project_request JOIN project ON project.entry = project_request.entry
      WHERE project.project = ?1 AND \(known("project.entry"))
      """
    func posted(_ column: String, _ account: Account) -> String {
      """
      SELECT \(column) FROM posting
      WHERE source IN (\(given)) AND account = \(account.number) AND \(known("posting.entry"))
        AND \(dated("posting"))
      """
    }
    return [
      "donor": [
        .pledges: "SELECT entry FROM pledge WHERE donor = ?1", .contributions: given,
        .refunds: "SELECT entry FROM refund WHERE donor = ?1",
        .allotments: posted("allotment", .budgetIssued),
        .spending: posted("document", .budgetSpent),
      ],
      "project": [
        .requests: requested,
        .coFunding: "SELECT entry FROM co_funding WHERE project = ?1",
        .pledges: "SELECT pledge FROM contribution WHERE entry IN (\(allotted))",
        .contributions: allotted,
        .allotments: "SELECT entry FROM allotment WHERE project = ?1",
        .spending: """
        SELECT entry FROM obligation WHERE project = ?1
        UNION ALL SELECT entry FROM disbursement WHERE project = ?1 AND obligation IS NULL
        """,
      ],
    ]
  }
}
