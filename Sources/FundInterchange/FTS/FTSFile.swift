import FundDomain

/// A file of flows of the Financial Tracking Service of OCHA: as the Humanitarian Data Exchange
/// offers it, with or without its line of HXL tags, or as the service's own interface does, with
/// organisations and places in lists within a field.
public struct FTSFile {
  public private(set) var summary = ReferenceSummary()
  public private(set) var faults: [FileFault] = []
  private var file: CSVFile
  private let isNested: Bool

  /// What the service is called in the register.
  static let publisher = "OCHA-FTS"

  public init(bytes: [UInt8]) {
    file = CSVFile(
      bytes: bytes, known: [], required: ["id", "date", "amountusd", "status"],
      ignoreColumns: true)
    isNested = file.column("sourceobjects") != nil
    faults = file.faults
    guard faults.isEmpty, !isNested, file.column("srcorganization") == nil else { return }
    faults = [
      FileFault(
        line: 1, column: 1, rule: "missing-column",
        message: "the header names no source of the flows",
        hint: "it is srcOrganization, or sourceObjects")
    ]
  }

  /// Gives every flow as an activity of the service's own number; lines that bear one number are
  /// flows of one activity.
  public mutating func activities(_ each: (ReadActivity) throws -> Void) throws {
    guard faults.isEmpty else { return }
    var order: [String] = []
    var rows: [String: [FTSRow]] = [:]
    let (columns, isNested) = (file, isNested)
    var unnumbered: [Int] = []
    file.rows { row in
      let row = FTSRow(row, columns, isNested: isNested)
      guard !row.isTagLine else { return }
      guard let id = row["id"].flatMap({ tidied($0, most: 64) }) else {
        return unnumbered.append(row.line)
      }
      if rows[id] == nil { order.append(id) }
      rows[id, default: []].append(row)
    }
    faults = file.faults
    guard faults.isEmpty else { return }
    for line in unnumbered {
      summary.setAside(nil, line: line, "identifier-missing", "the flow has no id")
    }
    for id in order { try give(id, rows[id] ?? [], each) }
  }

  private mutating func give(
    _ id: String, _ rows: [FTSRow], _ each: (ReadActivity) throws -> Void
  ) throws {
    summary.activities += 1
    var flows: [ReportedFlow] = []
    var lines: [Int] = []
    for row in rows {
      let (amount, currency) = row.amount
      let number = amount.flatMap { ExactNumber($0) }
      summary.count(type: row.type.map { "\($0.rawValue)" } ?? "none", currency: currency, number)
      do {
        let flow = try row.flow(amount, currency, number)
        if let number { summary.round(number, to: flow.amount) }
        if !row.isRateRight {
          summary.warn(
            "rate-disagrees",
            "the dollars times the rate are not the original amount: the rate is units per dollar",
            activity: id, line: row.line)
        }
        flows.append(flow)
        lines.append(row.line)
      } catch {
        summary.setAside(id, line: row.line, error.rule, error.message)
      }
    }
    guard let first = rows.first else { return }
    try each(ReadActivity(head: first.head(id), flows: flows, lines: lines, line: first.line))
  }
}

/// A line of the file.
struct FTSRow {
  let line: Int
  private let row: CSVRow
  private let file: CSVFile
  private let isNested: Bool

  init(_ row: CSVRow, _ file: CSVFile, isNested: Bool) {
    line = row.line
    self.row = row
    self.file = file
    self.isNested = isNested
  }

  /// A field by its column's name in small letters; nil where it is blank.
  subscript(_ column: String) -> String? {
    guard let text = file.column(column).flatMap({ row[$0]?.text }).map({ trimmed($0) }),
      !text.isEmpty
    else { return nil }
    return text
  }

  /// The second line may say what the columns are, in the tags of HXL: `#date`.
  var isTagLine: Bool { self["date"]?.hasPrefix("#") == true }

  /// The service says who gives and who gets, and is neither: it is told as the giver tells it.
  var type: FlowType? {
    switch self["status"]?.lowercased() {
    case "paid": .disbursement
    case "commitment": .outgoingCommitment
    case "pledge": .outgoingPledge
    default: nil
    }
  }

  /// The amount in the currency in which it was given, where the file has it; else in dollars.
  var amount: (String?, currency: String) {
    guard let original = self["originalamount"], let currency = self["originalcurrency"] else {
      return (self["amountusd"], "USD")
    }
    return (original, tidied(currency, most: 16) ?? "none")
  }

  /// Whether the three figures agree to a hundredth: the rate is rounded to three decimals, and is
  /// units per dollar.
  var isRateRight: Bool {
    func number(_ column: String) -> Int128? {
      self[column].flatMap { ExactNumber($0) }?.rounded(to: 3).map { Int128($0) }
    }
    guard let dollars = number("amountusd"), let rate = number("exchangerate"),
      let original = number("originalamount"), rate > 0
    else { return true }
    let difference = (dollars * rate - original * 1000).magnitude
    return difference * 100 <= original.magnitude * 1000 + 100_000_000
  }

  func flow(
    _ amount: String?, _ currency: String, _ number: ExactNumber?
  ) throws(LedgerError) -> ReportedFlow {
    guard let type else {
      throw LedgerError(
        rule: "type-unknown", "'\(self["status"] ?? "")' is none of paid, commitment and pledge")
    }
    guard let day = IATICodes.date(self["date"]) ?? IATICodes.date(self["decisiondate"]) else {
      throw LedgerError(rule: "date-unreadable", "'\(self["date"] ?? "")' is not a date")
    }
    guard let amount, let number else {
      throw LedgerError(
        rule: amount == nil ? "value-missing" : "value-unreadable",
        amount == nil ? "the flow has no amount" : "'\(amount ?? "")' is not a number")
    }
    let money = try ReportedFlow.money(number, amount, currency)
    return ReportedFlow(
      type: type, date: day, valueDate: day, amount: money,
      given: amount == money.decimal ? nil : tidied(amount, most: 64),
      provider: party("src", "sourceobjects"), receiver: party("dest", "destinationobjects"),
      reference: self["refcode"].flatMap { tidied($0, most: 256) },
      note: self["contributiontype"] == "in-kind" ? "in kind" : nil)
  }

  func head(_ id: String) -> ReportedActivity {
    var head = ReportedActivity(
      publisher: FTSFile.publisher, publisherName: "OCHA Financial Tracking Service",
      identifier: id)
    head.title = self["description"].flatMap { tidied($0, most: 256) }
    head.parent = self["destplancode"].flatMap { tidied($0, most: 256) }
    head.ownNumber = self["destprojectcode"].flatMap { tidied($0, most: 256) }
    head.countries = ReportedShares(places.map { ($0, nil) })
    head.updated = self["updatedat"].flatMap { tidied($0, most: 32) }
    return head
  }

  private var places: [String] {
    let names =
      isNested
      ? named("Location", in: "destinationobjects")
      : (self["destlocations"] ?? "").split(separator: ",").map(String.init)
    return names.compactMap { name in
      tidied(name, most: 64).map {
        (try? Country($0))?.code ?? $0.filter { $0 != ";" && $0 != "=" }
      }
    }
  }

  private func party(_ prefix: String, _ objects: String) -> ReportedParty? {
    let name = isNested ? named("Organization", in: objects).first : self["\(prefix)organization"]
    guard let name = name.flatMap({ tidied($0, most: 256) }) else { return nil }
    let kinds = isNested ? self[objects] : self["\(prefix)organizationtypes"]
    return ReportedParty(
      name: name, kind: kinds?.contains("National government") == true ? "10" : nil)
  }

  /// The names of the objects of a type in a list as `[{'type': 'Organization', 'name': '…'}]`.
  private func named(_ type: String, in column: String) -> [String] {
    (self[column] ?? "").split(separator: "{").compactMap { object in
      guard object.contains("'type': '\(type)'"),
        let name = object.split(separator: "'name': ")
          .dropFirst().first, let quote = name.first
      else { return nil }
      return String(name.dropFirst().prefix { $0 != quote })
    }
  }
}
