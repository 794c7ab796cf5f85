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
      aliases: Array(texts.dropFirst(2)), holdsFrom: date(row["holds_from"]))
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
