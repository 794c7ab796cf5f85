import FundDomain
import GRDB

/// What a finding is about, in words: documents by their numbers, sub-funds and accounts by their
/// codes, amounts with their currencies.
struct FindingWords {
  private let books: SQLiteBooks

  init(_ database: Database) { books = SQLiteBooks(database) }

  /// A row of a check, whose columns say what they hold: `entry`, `closing` and `document` are
  /// entries, `cents` dollars, `units` an amount of the column `currency`.
  func said(_ row: Row) -> String {
    let fact = Fact("finding", row)
    return fact.fields.compactMap { name, value in
      switch (name, value) {
      case ("entry", .integer(let entry)): self.name(of: entry)
      case ("closing", .integer(let entry)): "sealed by \(self.name(of: entry))"
      case ("document", .integer(let entry)): "of \(self.name(of: entry))"
      case ("sub_fund", .integer(let fund)): "sub-fund \(subFund(fund))"
      case ("account", .integer(let number)): Account(number: number)?.rawValue ?? "\(number)"
      case ("cents", .integer(let cents)): "off by \(Money.usd(cents))"
      case ("units", .integer(let units)): "off by \(amount(units, fact.text("currency")))"
      case ("currency", _) where fact.integer("units") != nil: nil
      case (_, .integer(let number)): "\(name) \(number)"
      case ("currency", .text(let text)), ("date", .text(let text)), ("what", .text(let text)): text
      case (_, .text(let text)): "\(name) \(text)"
      }
    }.joined(separator: ", ")
  }

  /// A document by its number, a donor or project by its code; what bears neither, or is too
  /// damaged to say it, by its entry. Only facts are read, which take what there is.
  func name(of entry: EntryNumber) -> String {
    let own = fact("SELECT kind, series, year, serial, act FROM entry WHERE seq = ?", entry)
    if let series = own?.text("series").flatMap(Series.init), let year = own?.integer("year"),
      let serial = own?.integer("serial"), let act = own?.integer("act"),
      let number = number(series, year, serial, act)
    {
      return number
    }
    let kind = own?.text("kind") ?? ""
    guard ["donor", "project", "programme", "mandate", "sub_fund"].contains(kind),
      let code = fact("SELECT code FROM \(kind) WHERE entry = ?", entry)?.text("code")
    else { return "entry \(entry)" }
    return "\(kind.replacing("_", with: "-")) \(code)"
  }

  private func number(
    _ series: Series, _ year: Int64, _ serial: Int64, _ act: Int64
  ) -> String? {
    guard let year = Int(exactly: year), let serial = Int(exactly: serial),
      let act = Int(exactly: act)
    else { return nil }
    return DocumentNumber(series, year: year, serial: serial, act: act).description
  }

  private func subFund(_ id: EntryNumber) -> String {
    fact("SELECT code FROM sub_fund WHERE entry = ?", id)?.text("code") ?? "\(id)"
  }

  private func fact(_ sql: String, _ entry: EntryNumber) -> Fact? {
    (try? books.row(sql, [entry])).map { Fact("finding", $0) }
  }

  private func amount(_ units: Int64, _ currency: String?) -> String {
    let currency = currency.flatMap { try? Currency($0) }
    return currency.map { "\(Money(minorUnits: units, $0))" } ?? "\(units)"
  }
}
