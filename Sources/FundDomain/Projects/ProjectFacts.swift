extension Project {
  func facts(_ entry: EntryNumber) -> [Fact] {
    var record = Fact("project", of: entry)
    record.set("project", id == 0 ? entry : id)
    record.set("code", code)
    record.set("title", title)
    switch beneficiaries {
    case .countries: break
    case .regional(let region): record.set("scope", "regional:\(region.key)")
    case .global: record.set("scope", "global")
    }
    record.set("programme", programme)
    record.set("start", start)
    record.set("end", end)
    record.set("status", status.rawValue)
    record.set("support_rate", supportRate)
    record.set("gender", gender)
    record.set("requested_by", requestedBy?.code)
    record.set("requested_on", requestedOn)
    record.set("holds_from", holdsFrom)
    return [record] + shareFacts(entry) + names(entry, "project", [code, title] + aliases)
  }

  private func shareFacts(_ entry: EntryNumber) -> [Fact] {
    var records: [Fact] = []
    for (line, part) in themes.enumerated() {
      var record = Fact("project_theme", of: entry, line: line + 1)
      record.set("theme", part.theme.code)
      record.set("share", part.share)
      records.append(record)
    }
    if case .countries(let parts) = beneficiaries {
      for (line, part) in parts.enumerated() {
        var record = Fact("project_country", of: entry, line: line + 1)
        record.set("country", part.country.code)
        record.set("share", part.share)
        records.append(record)
      }
    }
    for (line, part) in budget.enumerated() {
      var record = Fact("project_budget", of: entry, line: line + 1)
      record.set("year", part.year)
      record.set("usd", part.usd)
      records.append(record)
    }
    for (line, partner) in partners.enumerated() {
      var record = Fact("project_partner", of: entry, line: line + 1)
      record.set("partner", partner)
      records.append(record)
    }
    return records + citedFacts(entry)
  }

  /// The mandates and requests that it serves, and its policy markers.
  private func citedFacts(_ entry: EntryNumber) -> [Fact] {
    func facts<Item>(
      _ table: String, _ items: [Item], _ fill: (inout Fact, Item) -> Void
    ) -> [Fact] {
      items.enumerated().map { line, item in
        var record = Fact(table, of: entry, line: line + 1)
        fill(&record, item)
        return record
      }
    }
    return facts("project_mandate", mandates) { $0.set("mandate", $1) }
      + facts("project_request", requests) { $0.set("request", $1) }
      + facts("project_marker", markers) { record, assessment in
        record.set("marker", assessment.marker.rawValue)
        record.set("score", assessment.score.rawValue)
      }
  }
}
