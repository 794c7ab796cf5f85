import FundDomain
import GRDB

extension SQLiteBooks {
  /// A project from the row of one of its versions.
  func project(_ row: Row) throws -> Project {
    let version: EntryNumber = row["entry"]
    let texts = try names(ofVersion: version)
    let themes = try rows(
      "SELECT theme, share FROM project_theme WHERE entry = ? ORDER BY line", [version])
    let budget = try rows(
      "SELECT year, usd FROM project_budget WHERE entry = ? ORDER BY line", [version])
    let partners = try rows(
      "SELECT partner FROM project_partner WHERE entry = ? ORDER BY line", [version])
    let mandates = try rows(
      "SELECT mandate FROM project_mandate WHERE entry = ? ORDER BY line", [version])
    let requests = try rows(
      "SELECT request FROM project_request WHERE entry = ? ORDER BY line", [version])
    return Project(
      id: row["project"], code: row["code"], title: row["title"],
      themes: try themes.map {
        ThemeShare(theme: try Theme($0["theme"] as String), share: $0["share"])
      },
      beneficiaries: try beneficiaries(row), programme: row["programme"],
      start: date(row["start"]), end: date(row["end"]),
      budget: budget.map { YearBudget(year: $0["year"], usd: $0["usd"]) },
      status: try kept(ProjectStatus(rawValue: row["status"])), supportRate: row["support_rate"],
      gender: row["gender"],
      requestedBy: try (row["requested_by"] as String?).map { try Country($0) },
      requestedOn: date(row["requested_on"]), partners: partners.map { $0["partner"] },
      aliases: Array(texts.dropFirst(2)), mandates: mandates.map { $0["mandate"] },
      requests: requests.map { $0["request"] }, markers: try markers(version),
      holdsFrom: date(row["holds_from"]))
  }

  private func markers(_ version: EntryNumber) throws -> [MarkerAssessment] {
    let sql = "SELECT marker, score FROM project_marker WHERE entry = ? ORDER BY line"
    return try rows(sql, [version]).map { row in
      MarkerAssessment(
        marker: try kept(PolicyMarker(rawValue: row["marker"])),
        score: try kept(MarkerScore(rawValue: row["score"])))
    }
  }

  /// Of versions that hold from one day the newest counts.
  func history(ofProject id: EntryNumber, upTo day: CalendarDate) throws -> [Project] {
    let sql = """
      SELECT * FROM project AS held WHERE project = ?1 AND coalesce(holds_from, '') <= ?2
        AND held.entry = (
          SELECT max(other.entry) FROM project AS other
          WHERE other.project = ?1 AND other.holds_from IS held.holds_from
            AND \(living("other.entry")))
      ORDER BY coalesce(holds_from, '')
      """
    return try rows(sql, [id, day.description]).map { try project($0) }
  }

  private func beneficiaries(_ row: Row) throws -> Beneficiaries {
    switch row["scope"] as String? {
    case "global": return .global
    case let scope?: return .regional(try Region(scope.dropFirst("regional:".count), in: .unodc))
    case nil:
      let parts = try rows(
        "SELECT country, share FROM project_country WHERE entry = ? ORDER BY line", [row["entry"]])
      return .countries(
        try parts.map {
          CountryShare(country: try Country($0["country"] as String), share: $0["share"])
        })
    }
  }
}
