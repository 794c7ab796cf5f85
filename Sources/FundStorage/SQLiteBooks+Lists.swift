import FoundationEssentials
import FundDomain
import GRDB

extension SQLiteBooks {
  func documents(_ filter: DocumentFilter, each: (DocumentLine) throws -> Void) throws {
    var conditions = ["entry.date BETWEEN ? AND ?", known("entry.seq")]
    var arguments: [any DatabaseValueConvertible] = [
      filter.period.from.description, filter.period.to.description,
    ]
    if !filter.kinds.isEmpty {
      conditions.append("entry.kind IN (\(filter.kinds.map { _ in "?" }.joined(separator: ", ")))")
      arguments += filter.kinds
    }
    if let donor = filter.donor {
      conditions.append("said.donor = ?")
      arguments.append(donor)
    }
    if let project = filter.project {
      conditions.append("said.project = ?")
      arguments.append(project)
    }
    var lines = lines
    if let entry = filter.entry {
      conditions.append("entry.seq = ?")
      arguments.append(entry)
      // Told to the documents themselves, each is found by its key.
      lines = lines.replacing(
        "said.document = entry.seq", with: "said.document = entry.seq AND said.document = ?")
      arguments.insert(entry, at: 0)
    }
    if let recorded = filter.recorded {
      conditions.append("entry.seq BETWEEN ? AND ?")
      arguments += [recorded.lowerBound, recorded.upperBound]
    }
    let sql =
      lines + " WHERE \(conditions.joined(separator: " AND ")) ORDER BY entry.date, entry.seq"
    let cursor = try cursor(sql, StatementArguments(arguments))
    while let row = try cursor.next() { try each(try line(row)) }
  }

  /// Every entry, with what the documents of all kinds have in common.
  private var lines: String {
    """
    SELECT entry.*, said.*, (SELECT code FROM project WHERE project.project = said.project
        AND \(known("entry")) ORDER BY entry DESC LIMIT 1) AS project_code,
      batch.recorder, batch.recorded_at,
      (SELECT code FROM donor WHERE donor.donor = said.donor AND \(known("entry")) ORDER BY entry DESC LIMIT 1)
        AS donor_code,
      (SELECT code FROM sub_fund WHERE sub_fund.sub_fund = said.sub_fund AND \(known("entry"))
        ORDER BY entry DESC LIMIT 1) AS sub_fund_code,
      rate.digits, rate.decimals,
      promise.series AS promise_series, promise.year AS promise_year,
      promise.serial AS promise_serial, promise.act AS promise_act,
      later.series AS later_series, later.year AS later_year, later.serial AS later_serial,
      later.act AS later_act
    FROM entry LEFT JOIN batch ON batch.id = entry.batch
    LEFT JOIN (
      SELECT entry AS document, donor, sub_fund, currency, amount, usd, rate, NULL AS pledge,
        \(earmark("NULL", "pledge.entry", said: "pledge.earmark")) AS earmark, iif(announced AND NOT EXISTS (
          SELECT 1 FROM commitment WHERE commitment.pledge = pledge.entry
            AND \(done("commitment.entry"))),
          'announced', 'committed') AS detail, NULL AS project, NULL AS payee FROM pledge
      UNION ALL
      SELECT contribution.entry, \(giver()), contribution.sub_fund,
        contribution.currency, contribution.amount, contribution.usd, contribution.rate,
        contribution.pledge, \(earmark("contribution.entry", "contribution.pledge",
          said: "contribution.earmark, pledge.earmark")), contribution.kind, NULL, NULL
      FROM contribution LEFT JOIN pledge ON pledge.entry = contribution.pledge
      UNION ALL
      SELECT entry, donor, sub_fund, currency, amount, usd, rate, contribution, NULL, NULL,
        NULL, NULL FROM refund
      UNION ALL
      SELECT entry, \(giver(of: "opening")), sub_fund, currency, amount, usd, rate, NULL, earmark,
        NULL, NULL, NULL FROM opening WHERE item = 'cash'
      UNION ALL
      SELECT entry, NULL, NULL, currency, amount, usd, rate, NULL, NULL, NULL, project, fund
      FROM co_funding
      UNION ALL
      SELECT entry, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, country, NULL, NULL
      FROM request
      UNION ALL
      SELECT entry, NULL, sub_fund, currency, amount, usd, rate, NULL, NULL,
        debit || ' / ' || credit, NULL, NULL FROM adjustment
      UNION ALL
      SELECT entry, NULL, NULL, NULL, NULL, NULL, NULL, pledge, NULL, NULL, NULL, NULL
      FROM commitment
      UNION ALL
      SELECT entry, NULL, sub_fund, 'USD', usd, usd, NULL, money, NULL, NULL, project, NULL
      FROM allotment
      UNION ALL
      SELECT allotment_change.entry, NULL, sub_fund, 'USD', allotment_change.amount,
        allotment_change.amount, NULL, allotment, NULL, NULL, project, NULL
      FROM allotment_change JOIN allotment ON allotment.entry = allotment_change.allotment
      UNION ALL
      SELECT entry, NULL, NULL, currency, amount, usd, rate, allotment, NULL, class, project, payee
      FROM obligation
      UNION ALL
      SELECT obligation_change.entry, NULL, NULL, obligation_change.currency,
        obligation_change.amount, obligation_change.usd, obligation_change.rate, obligation, NULL,
        class, project, payee
      FROM obligation_change JOIN obligation ON obligation.entry = obligation_change.obligation
      UNION ALL
      SELECT disbursement.entry, NULL, NULL, disbursement.currency, disbursement.amount,
        disbursement.usd, disbursement.rate, obligation, NULL,
        coalesce(disbursement.class, obligation.class), disbursement.project,
        coalesce(disbursement.payee, obligation.payee)
      FROM disbursement LEFT JOIN obligation ON obligation.entry = disbursement.obligation
      UNION ALL
      SELECT recovery.entry, NULL, NULL, recovery.currency, recovery.amount, recovery.usd,
        recovery.rate, document, NULL, class, project, payee
      FROM recovery JOIN obligation ON obligation.entry = recovery.document
      UNION ALL
      SELECT recovery.entry, NULL, NULL, recovery.currency, recovery.amount, recovery.usd,
        recovery.rate, document, NULL, class, project, payee
      FROM recovery JOIN disbursement ON disbursement.entry = recovery.document
      UNION ALL
      SELECT entry, NULL, sub_fund, currency, amount, usd, rate, contribution, NULL, NULL, NULL, NULL
      FROM cash_act
      UNION ALL
      SELECT entry, NULL, from_fund, currency, amount, usd, rate, contribution, NULL,
        iif(settles, 'settlement', 'transfer'), NULL, NULL FROM transfer
      UNION ALL
      SELECT entry, NULL, sub_fund, currency, amount, usd, rate, NULL, NULL, NULL, NULL, NULL
      FROM exchange
      UNION ALL
      SELECT entry, NULL, NULL, currency, amount, carried, NULL, pledge, NULL, reason, NULL, NULL
      FROM write_off
      UNION ALL
      SELECT entry, NULL, NULL, currency, amount, usd, rate, pledge, NULL, NULL, NULL, NULL
      FROM pledge_increase
      UNION ALL
      SELECT entry, NULL, NULL, NULL, NULL, NULL, NULL, document, earmark, NULL, NULL, NULL
      FROM earmark_change
      UNION ALL
      SELECT entry, donor, NULL, NULL, NULL, NULL, NULL, contribution, NULL, NULL, NULL, NULL
      FROM donor_change
    ) AS said ON said.document = entry.seq
    LEFT JOIN rate ON rate.entry = said.rate
    LEFT JOIN entry AS promise ON promise.seq = said.pledge
    LEFT JOIN entry AS later ON later.reverses = entry.seq AND \(known("later.seq"))
      AND \(dated("later"))
    """
  }

  private func line(_ row: Row) throws -> DocumentLine {
    let sequence: EntryNumber = row["seq"]
    let kind: String = row["kind"]
    var line = DocumentLine(
      entry: sequence, kind: kind,
      name: try number(row)?.description ?? addedName(sequence, kind: kind),
      date: try CalendarDate(row["date"] as String),
      recorder: row["recorder"] ?? recording?.recorder ?? "",
      recordedAt: row["recorded_at"] ?? recording?.recordedAt ?? "", batch: row["batch"],
      hash: hexadecimal(row["hash"] as Data))
    line.donor = row["donor_code"]
    line.subFund = row["sub_fund_code"]
    if row["currency"] as String? != nil { line.amount = try money(row) }
    line.usd = row["usd"]
    if let digits = row["digits"] as Int64? {
      line.rate = ExchangeRate(digits: digits, decimals: row["decimals"])
    } else if line.amount != nil {
      line.rate = .one
    }
    line.basis = number(row, prefix: "promise_")?.description
    line.earmark = (row["earmark"] as String?).flatMap { Earmark(kept: $0) }
    line.reference = row["reference"]
    line.memo = row["memo"]
    line.reversedBy = number(row, prefix: "later_")?.description
    line.detail = row["detail"]
    line.project = row["project_code"]
    line.payee = row["payee"]
    return line
  }

  func donors(on day: CalendarDate) throws -> [Donor] {
    try versions(of: "donor", on: day).map { try donor($0) }
  }

  func projects(on day: CalendarDate) throws -> [Project] {
    try versions(of: "project", on: day).map { try project($0) }
  }

  func programmes(on day: CalendarDate) throws -> [Programme] {
    try versions(of: "programme", on: day).map(programme)
  }

  func mandates(on day: CalendarDate) throws -> [Mandate] {
    try versions(of: "mandate", on: day).map(mandate)
  }

  func subFunds(on day: CalendarDate) throws -> [SubFund] {
    try versions(of: "sub_fund", on: day).map { try subFund($0) }
      .sorted { $0.id < $1.id }
  }

  /// The versions that hold on a day, in the order of their codes.
  private func versions(of table: String, on day: CalendarDate) throws -> [Row] {
    let sql = """
      SELECT * FROM \(table) AS held WHERE held.entry = (
        SELECT other.entry FROM \(table) AS other
        WHERE other.\(table) = held.\(table) AND coalesce(other.holds_from, '') <= ?
          AND \(living("other.entry"))
        ORDER BY coalesce(other.holds_from, '') DESC, other.entry DESC LIMIT 1)
      ORDER BY held.code
      """
    return try rows(sql, [day.description])
  }

  func rates(of currency: Currency?, in period: Period) throws -> [Rate] {
    let sql = """
      SELECT * FROM rate WHERE effective BETWEEN ? AND ? AND (?3 IS NULL OR currency = ?3)
        AND \(living("rate.entry")) ORDER BY currency, effective
      """
    let arguments: StatementArguments = [
      period.from.description, period.to.description, currency?.code,
    ]
    return try rows(sql, arguments).map { row in
      Rate(
        currency: try Currency(row["currency"] as String),
        effective: try CalendarDate(row["effective"] as String),
        rate: ExchangeRate(digits: row["digits"], decimals: row["decimals"]),
        source: row["source"])
    }
  }
}
