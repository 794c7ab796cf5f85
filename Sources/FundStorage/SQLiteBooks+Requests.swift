import FundDomain
import GRDB

extension SQLiteBooks {
  func request(_ name: String, source: String) throws -> RequestStanding {
    let entry = try sequence(of: name, series: .request, kinds: ["request"], source: source)
    let found = try rows(asked + " WHERE request.entry = ? AND \(living("request.entry"))", [entry])
    guard let row = found.first else {
      throw LedgerError(
        rule: "document-reversed", "\(try self.name(of: entry)) was reversed", field: "requests")
    }
    return try standing(row)
  }

  func requests(upTo day: CalendarDate) throws -> [RequestStanding] {
    let sql =
      asked + """
         WHERE entry.date <= ? AND \(living("request.entry")) ORDER BY entry.date, entry.seq
        """
    return try rows(sql, [day.description]).map { try standing($0) }
  }

  private var asked: String {
    """
    SELECT request.*, entry.date, entry.series, entry.year, entry.serial, entry.act
    FROM request JOIN entry ON entry.seq = request.entry
    """
  }

  private func standing(_ row: Row) throws -> RequestStanding {
    let entry: EntryNumber = row["entry"]
    let themes = try rows(
      "SELECT theme FROM request_theme WHERE entry = ? ORDER BY line", [entry])
    return RequestStanding(
      entry: entry, number: try kept(number(row)), date: try CalendarDate(row["date"] as String),
      request: AssistanceRequest(
        country: try Country(row["country"] as String),
        themes: try themes.map { try Theme($0["theme"] as String) }, paper: row["paper"]))
  }
}
