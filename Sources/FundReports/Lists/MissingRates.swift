public import FundDomain
public import Plain

/// The days of the ledger's own for which a rate of exchange is wanted: none is known, or the one
/// in force took effect more than 45 days before.
///
/// The days are those of the documents, the last of each biennium at whose end something in the
/// currency was held, owed or due, and the day of the list.
public struct MissingRates: Report {
  /// A day and a currency, and what is valued at its rate.
  public struct Line: Sendable {
    public let currency: Currency
    public let day: CalendarDate
    /// The documents of the day, or what else is valued then.
    public let what: String
    public let documents: Int
    /// Since when the rate in force on the day is; nil where there is none.
    public let effective: CalendarDate?
  }

  public let lines: [Line]
  public let foot: ReportFoot

  public init(
    _ books: any Books, of wanted: Currency?, in period: Period, asAt day: CalendarDate
  ) throws {
    foot = try ReportFoot(books, asAt: day)
    let isWanted: (Currency, CalendarDate) -> Bool = { currency, day in
      (wanted == nil || wanted == currency) && period.contains(day)
    }
    var lines: [Line] = []
    for use in try books.rateUses(upTo: day)
    where use.age > Journal.staleRateDays && isWanted(use.currency, use.day) {
      let others = use.documents > 1 ? " and \(use.documents - 1) more" : ""
      lines.append(
        Line(
          currency: use.currency, day: use.day, what: try books.name(of: use.first) + others,
          documents: use.documents, effective: use.effective))
    }
    for (end, what) in try Self.ends(books, asAt: day) {
      for currency in try Self.currencies(books, on: end) where isWanted(currency, end) {
        let effective = try Self.effective(books, currency, on: end)
        if let effective, end.days(since: effective) <= Journal.staleRateDays { continue }
        lines.append(
          Line(currency: currency, day: end, what: what, documents: 0, effective: effective))
      }
    }
    self.lines = lines.sorted { ($0.currency, $0.day, $0.what) < ($1.currency, $1.day, $1.what) }
  }

  /// The day of the rate that is in force; nil where none is.
  private static func effective(
    _ books: any Books, _ currency: Currency, on day: CalendarDate
  ) throws -> CalendarDate? {
    do { return try books.rate(of: currency, on: day).effective } catch let error as LedgerError
      where error.rule == "rate-missing"
    { return nil }
  }

  /// The days on which everything in other currencies is valued.
  private static func ends(
    _ books: any Books, asAt day: CalendarDate
  ) throws -> [(CalendarDate, String)] {
    guard let first = try books.firstDocument(after: nil), first <= day else { return [] }
    var ends: [(CalendarDate, String)] = []
    var year = Biennium(of: first).period.to.year
    while year <= day.year, CalendarDate.end(of: year) < day {
      ends.append((.end(of: year), "the end of \(Biennium(of: .end(of: year)))"))
      year += 2
    }
    return ends + [(day, "what is held, owed or due")]
  }

  private static func currencies(_ books: any Books, on day: CalendarDate) throws -> [Currency] {
    let accounts: [Account] = [.cash, .pledgesReceivable, .obligations]
    let totals = try books.totals(
      TotalsQuery(accounts, by: [.currency], in: Period(from: .first, to: day)))
    let held = Set(totals.filter { $0.amount != 0 }.compactMap(\.currency)).subtracting([.usd])
    return held.filter { $0.ended.map { $0 >= day } ?? true }.sorted()
  }

  public var sheet: Sheet {
    Sheet(
      title: "\(foot.fund.title): rates that are missing", subtitle: [], headnote: nil,
      columns: [
        Sheet.Column(title: "Currency", kind: .code, id: "currency"),
        Sheet.Column(title: "Day", kind: .date, id: "day"),
        Sheet.Column(title: "What is valued", kind: .text, id: "what"),
        Sheet.Column(title: "Documents", kind: .count, id: "documents"),
        Sheet.Column(title: "Rate from", kind: .date, id: "effective"),
        Sheet.Column(title: "Days old", kind: .count, id: "age"),
      ],
      rows: lines.map { line in
        Sheet.Row(
          [
            .text(line.currency.code), .text("\(line.day)"), .text(line.what),
            .count(Int64(line.documents)), .text(line.effective.map { "\($0)" } ?? "none"),
            line.effective.map { .count(Int64(line.day.days(since: $0))) } ?? .blank,
          ], style: .plain, indent: 0)
      },
      footnotes: [
        "A rate is wanted where none is known, or the one in force took effect more than "
          + "\(Journal.staleRateDays) days before."
      ], foot: foot.lines, thousands: false)
  }

  public var json: JSON {
    .object(
      [
        ("schema", "cpcjf/1"), ("list", "missing-rates"),
        (
          "missingRates",
          .array(
            lines.map { line in
              .object([
                ("currency", .string(line.currency.code)), ("day", .string("\(line.day)")),
                ("what", .string(line.what)), ("documents", .integer(Int64(line.documents))),
                ("effective", line.effective.map { .string("\($0)") } ?? .null),
                (
                  "age",
                  line.effective.map { .integer(Int64(line.day.days(since: $0))) } ?? .null
                ),
              ])
            })
        ),
      ] + foot.json)
  }
}
