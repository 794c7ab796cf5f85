public import FundDomain
import Plain

/// The register of references, line by line: what others report, with the donors and projects of
/// this ledger that are meant.
public struct ReferenceList: StreamedReport {
  /// Which lines are shown.
  public struct Filter {
    /// One donor's, one project's.
    public var donor, project: EntryNumber?
    /// Reported by one publisher: its reference or name.
    public var publisher: String?
    public var theme: Theme?
    public var country: Country?
    /// Only what the Fund is said to get.
    public var toFund = false

    public init() {}
  }

  private let books: any Books
  private let period: Period
  private let filter: Filter
  public let foot: ReportFoot

  public init(_ books: any Books, in period: Period, asAt: CalendarDate, _ filter: Filter) throws {
    self.books = books
    self.period = period
    self.filter = filter
    foot = try ReportFoot(books, asAt: asAt)
  }

  /// A line of the register with what was found of it.
  private struct Line {
    let line: ReferenceLine
    let cents: Int64?
    let donor: String?
    let project: String?
  }

  private func lines(_ each: (Line) throws -> Void) throws {
    let identification = try Identification(books)
    var worth = ReferenceWorth(books)
    var codes: [EntryNumber: String] = [:]
    func code(_ id: EntryNumber?) throws -> String? {
      guard let id else { return nil }
      if let known = codes[id] { return known }
      let code = try books.name(of: id)
      codes[id] = code
      return code
    }
    try books.references(in: period) { line in
      guard shows(line, identification) else { return }
      let donor = try line.giver.flatMap { try identification.donor($0) }
      let project = try identification.project(line.activity)
      guard filter.donor == nil || donor == filter.donor,
        filter.project == nil || project == filter.project
      else { return }
      try each(
        Line(
          line: line, cents: try worth.cents(line.flow), donor: try code(donor),
          project: try code(project)))
    }
  }

  private func shows(_ line: ReferenceLine, _ identification: Identification) -> Bool {
    if let publisher = filter.publisher.map({ nameKey($0) }) {
      let names = [line.activity.publisher, line.activity.publisherName].compactMap(\.self)
      guard names.contains(where: { nameKey($0) == publisher }) else { return false }
    }
    if let theme = filter.theme {
      guard line.sectors?.codes.contains(where: theme.purposeCodes.contains) == true else {
        return false
      }
    }
    if let country = filter.country {
      guard line.countries?.codes.contains(where: { (try? Country($0)) == country }) == true else {
        return false
      }
    }
    return !filter.toFund || line.receiver.map(identification.isFund) == true
  }

  public var sheet: Sheet {
    func column(
      _ title: String, _ kind: Sheet.Column.Kind, _ id: String,
      for readers: Sheet.Column.Readers = .everyone
    ) -> Sheet.Column { Sheet.Column(title: title, kind: kind, id: id, for: readers) }
    return Sheet(
      title: "\(foot.fund.title): references",
      subtitle: ["What others report. Nothing of it is in the Fund's books."],
      columns: [
        column("Date", .date, "on"), column("Reported by", .text, "publisher"),
        column("Activity", .code, "activity"), column("Title", .text, "title", for: .programs),
        column("Type", .text, "type"), column("Amount", .money, "amount"),
        column("", .code, "currency"), column("US dollars", .money, "usd"),
        column("Donor", .code, "donor"), column("From", .text, "from"), column("To", .text, "to"),
        column("Project", .code, "project"),
        column("Sectors", .text, "sectors", for: .programs),
        column("Countries", .text, "countries", for: .programs),
        column("Reference", .text, "reference", for: .programs),
      ],
      footnotes: [
        "Dollars are at the ledger's own rate of the day; where it has none there are none."
      ], foot: foot.lines)
  }

  public func rows(_ each: (Sheet.Row) throws -> Void) throws {
    try lines { line in
      let (activity, flow) = (line.line.activity, line.line.flow)
      try each(
        Sheet.Row([
          .text("\(flow.date)"), .text(activity.publisherName ?? activity.publisher),
          .text(activity.identifier), .text(activity.title), .text(flow.type.title),
          .money(flow.amount), .text(flow.amount.currency.code),
          line.cents.map { .dollars($0) } ?? .blank, .text(line.donor),
          .text(line.line.giver?.words), .text(line.line.receiver?.words), .text(line.project),
          .text(line.line.sectors?.text), .text(line.line.countries?.text), .text(flow.reference),
        ]))
    }
  }

  public var json: StreamedJSON {
    StreamedJSON(
      head: [("schema", "cpcjf/1"), ("list", "references"), ("period", period.json)],
      list: "references"
    ) { each in
      try lines { try each(json(of: $0)) }
      return foot.json
    }
  }

  private func json(of line: Line) -> JSON {
    let (activity, flow) = (line.line.activity, line.line.flow)
    func party(_ party: ReportedParty?) -> JSON {
      guard let party else { return .null }
      return .object([
        ("reference", .text(party.reference)), ("name", .text(party.name)),
        ("type", .text(party.kind)), ("activity", .text(party.activity)),
      ])
    }
    func shares(_ shares: ReportedShares?) -> JSON {
      guard let shares else { return .null }
      return .object([("shares", .string(shares.text)), ("whole", .bool(shares.isWhole))])
    }
    return .object([
      ("on", .string("\(flow.date)")), ("publisher", .string(activity.publisher)),
      ("publisherName", .text(activity.publisherName)),
      ("activity", .string(activity.identifier)), ("title", .text(activity.title)),
      ("type", .integer(flow.type.rawValue)), ("typeTitle", .string(flow.type.title)),
      ("amount", .string(flow.amount.decimal)), ("currency", .string(flow.amount.currency.code)),
      ("given", .text(flow.given)), ("valueDate", .string("\(flow.valueDate)")),
      ("usd", line.cents.map { .dollars($0) } ?? .null), ("donor", .text(line.donor)),
      ("from", party(line.line.giver)), ("to", party(line.line.receiver)),
      ("project", .text(line.project)), ("sectors", shares(line.line.sectors)),
      ("countries", shares(line.line.countries)), ("reference", .text(flow.reference)),
      ("memo", .text(flow.note)), ("entry", .integer(line.line.entry)),
    ])
  }
}

extension ReportedParty {
  /// Its name, else its reference.
  var words: String? { name ?? reference }
}
