import FundDomain
import GRDB

/// The register of references: what others report, with what they no longer do taken out.
extension SQLiteBooks {
  func reported(_ identifier: String, by publisher: String) throws -> ReportStanding? {
    let sql = """
      SELECT * FROM activity_report AS report WHERE identifier = ? AND publisher = ?
        AND \(living("report.entry")) ORDER BY entry DESC LIMIT 1
      """
    // Where it stands, a row is read without being copied first: an import asks for every activity.
    let newest = try cursor(sql, [identifier, publisher])
    guard let row = try newest.next() else { return nil }
    let activity: EntryNumber = row["activity"]
    let head = reportedActivity(row)
    let flows = """
      SELECT flow.entry, flow.line, flow.content FROM reported_flow AS flow
      WHERE flow.activity = ? AND \(standing("flow")) ORDER BY flow.content, flow.entry, flow.line
      """
    var standing: [(place: FlowPlace, content: Int64)] = []
    let cursor = try cursor(flows, [activity])
    while let row = try cursor.next() {
      standing.append((FlowPlace(entry: row[0], line: row[1]), row[2]))
    }
    return ReportStanding(activity: activity, head: head, flows: standing)
  }

  func references(in period: Period, each: (ReferenceLine) throws -> Void) throws {
    let sql = """
      SELECT flow.*, (
          SELECT max(report.entry) FROM activity_report AS report
          WHERE report.activity = flow.activity AND \(living("report.entry"))) AS newest
      FROM reported_flow AS flow
      WHERE flow.date BETWEEN ? AND ? AND \(standing("flow"))
      ORDER BY flow.date, flow.entry, flow.line
      """
    var activities: [EntryNumber: ReportedActivity] = [:]
    let flows = try cursor(sql, [period.from.description, period.to.description])
    while let row = try flows.next() {
      let newest: EntryNumber = row["newest"]
      let activity = try activities[newest] ?? reportedActivity(newest)
      activities[newest] = activity
      try each(
        ReferenceLine(entry: row["entry"], activity: activity, flow: try reportedFlow(row)))
    }
  }

  /// The condition that a flow is known, and neither reversed nor withdrawn.
  private func standing(_ flow: String) -> String {
    """
    \(living("\(flow).entry")) AND NOT EXISTS (
      SELECT 1 FROM flow_withdrawal AS gone
      WHERE gone.flow_entry = \(flow).entry AND gone.flow_line = \(flow).line
        AND \(living("gone.entry")))
    """
  }

  private func reportedActivity(_ entry: EntryNumber) throws -> ReportedActivity {
    let sql = "SELECT * FROM activity_report WHERE entry = ?"
    return reportedActivity(try kept(row(sql, [entry])))
  }

  private func reportedActivity(_ row: Row) -> ReportedActivity {
    var activity = ReportedActivity(
      publisher: row["publisher"], publisherName: row["publisher_name"],
      publisherKind: row["publisher_kind"], identifier: row["identifier"])
    activity.title = row["title"]
    activity.version = row["version"]
    activity.hierarchy = row["hierarchy"]
    activity.parent = row["parent"]
    activity.status = row["status"]
    activity.start = date(row["start"])
    activity.end = date(row["end"])
    activity.ownNumber = row["own_number"]
    activity.currency = row["currency"]
    activity.sectors = shares(row, "sectors")
    activity.countries = shares(row, "countries")
    activity.gender = row["gender"]
    activity.aidTypes = row["aid_types"]
    activity.updated = row["updated"]
    return activity
  }

  private func reportedFlow(_ row: Row) throws -> ReportedFlow {
    ReportedFlow(
      type: try kept(FlowType(rawValue: row["type"])),
      date: try CalendarDate(row["date"] as String),
      valueDate: try CalendarDate(row["value_date"] as String), amount: try money(row),
      given: row["given"], isByDefault: row["by_default"] == 1, provider: party(row, "provider"),
      receiver: party(row, "receiver"), reference: row["reference"], note: row["note"],
      aidTypes: row["aid_types"], sectors: shares(row, "sectors"),
      countries: shares(row, "countries"))
  }

  private func shares(_ row: Row, _ name: String) -> ReportedShares? {
    if let whole = row[name] as String? { return ReportedShares(text: whole, isWhole: true) }
    return (row["\(name)_given"] as String?).map { ReportedShares(text: $0, isWhole: false) }
  }

  private func party(_ row: Row, _ name: String) -> ReportedParty? {
    let party = ReportedParty(
      reference: row["\(name)_ref"], name: row[name], kind: row["\(name)_kind"],
      activity: row["\(name)_activity"])
    return party == ReportedParty() ? nil : party
  }
}
