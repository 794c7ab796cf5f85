import Testing

/// What a ledger's own tables say of its money, by currency in minor units: plain SQL over the
/// file, in which only what was never reversed counts.
struct LedgerMoney {
  let pledged, committed, outstanding: [String: Int]
  let received, allottedByTheFund: [String: Int]
  let obligated, disbursed, granted, support: [String: Int]

  private static let alive =
    "NOT IN (SELECT reverses FROM entry WHERE reverses IS NOT NULL)"

  init(_ ledger: SampleLedger) throws {
    let alive = Self.alive
    /// The sum of one or several queries for currency and amount.
    func sums(_ parts: String...) throws -> [String: Int] {
      let rows = try ledger.sql(
        "SELECT currency, sum(amount) FROM (\(parts.joined(separator: " UNION ALL "))) "
          + "GROUP BY currency HAVING sum(amount) <> 0")
      return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], Int($0[1]) ?? 0) })
    }
    func all(_ table: String, _ sign: Int, _ condition: String = "1") -> String {
      "SELECT currency, \(sign) * amount AS amount FROM \(table) "
        + "WHERE \(table).entry \(alive) AND \(condition)"
    }
    let living = "pledge IN (SELECT entry FROM pledge WHERE entry \(alive))"
    let binding = """
      IN (SELECT entry FROM pledge WHERE entry \(alive) AND (announced = 0 OR entry IN
        (SELECT pledge FROM commitment WHERE entry \(alive))))
      """
    pledged = try sums(
      all("pledge", 1), all("pledge_increase", 1, living), all("write_off", -1, living))
    committed = try sums(
      all("pledge", 1, "entry \(binding)"), all("pledge_increase", 1, "pledge \(binding)"),
      all("write_off", -1, "pledge \(binding)"))
    let applied = """
      SELECT pledge.currency, -applied AS amount FROM contribution
      JOIN pledge ON pledge.entry = contribution.pledge WHERE contribution.entry \(alive)
      """
    outstanding = try sums(
      all("pledge", 1), all("pledge_increase", 1, living), all("write_off", -1, living), applied)
    received = try sums(all("contribution", 1), all("refund", -1))
    let own = """
      SELECT allotment.entry FROM allotment
      JOIN contribution ON contribution.entry = allotment.money
      LEFT JOIN pledge ON pledge.entry = contribution.pledge
      JOIN project ON project.project = allotment.project
      WHERE coalesce((SELECT earmark FROM earmark_change WHERE document = contribution.entry),
        (SELECT earmark FROM earmark_change WHERE document = pledge.entry), pledge.earmark,
        contribution.earmark) = 'project:' || project.code
      """
    allottedByTheFund = try sums(
      "SELECT 'USD' AS currency, usd AS amount FROM allotment WHERE entry \(alive) "
        + "AND entry NOT IN (\(own))",
      "SELECT 'USD', amount FROM allotment_change WHERE entry \(alive) "
        + "AND allotment NOT IN (\(own))")
    obligated = try sums(all("obligation", 1), all("obligation_change", 1))
    disbursed = try sums(all("disbursement", 1), all("recovery", -1))
    let grants = """
      (SELECT entry FROM obligation WHERE class = 'grants-and-fellowships'
        UNION SELECT entry FROM disbursement WHERE class = 'grants-and-fellowships')
      """
    granted = try sums(
      all("disbursement", 1, "coalesce(obligation, entry) IN \(grants)"),
      all("recovery", -1, "document IN \(grants)"))
    support = try sums(
      """
      SELECT 'USD' AS currency, -usd AS amount FROM posting
      WHERE account = (SELECT number FROM account WHERE name = 'assets:inter-fund')
        AND allotment IS NOT NULL
      """)
  }
}
