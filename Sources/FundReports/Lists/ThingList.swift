public import FundDomain
public import Plain

/// A plain list of things: donors, programmes, sub-funds, countries, themes, rates. Each column
/// has the key that programs read it by.
public struct ThingList: Report {
  public let name: String
  let title: String
  let columns: [(title: String, key: String)]
  let rows: [[String?]]
  /// The keys of the columns that hold names of the program's own.
  var words: Set<String> = []
  let foot: ReportFoot

  public var sheet: Sheet {
    Sheet(
      title: "\(foot.fund.title): \(title)", subtitle: [], headnote: nil,
      columns: columns.map { Sheet.Column(title: $0.title, kind: .text, id: $0.key) },
      rows: rows.map { row in
        Sheet.Row(zip(columns, row).map { words.contains($0.key) ? .word($1) : .text($1) })
      },
      footnotes: [], foot: foot.lines, thousands: false)
  }

  public var json: JSON {
    let items = rows.map { row in
      JSON.object(zip(columns, row).map { ($0.key, .text($1)) })
    }
    return .object(
      [("schema", "cpcjf/1"), ("list", .string(name)), (name.camelCase, .array(items))] + foot.json)
  }
}

extension ThingList {
  /// The donors as they are on a day.
  public static func donors(
    _ books: any Books, asAt: CalendarDate, includes: (Donor) -> Bool = { _ in true }
  ) throws -> ThingList {
    ThingList(
      name: "donors", title: "donors",
      columns: [
        ("Code", "code"), ("Name", "name"), ("Kind", "kind"), ("Country", "country"),
        ("Aliases", "aliases"),
      ],
      rows: try books.donors(on: asAt).filter(includes).map {
        [$0.code, $0.name, $0.kind.rawValue, $0.country?.code, $0.aliases.joined(separator: "; ")]
      }, words: ["kind"], foot: try ReportFoot(books, asAt: asAt))
  }

  /// The programmes.
  public static func programmes(_ books: any Books, asAt: CalendarDate) throws -> ThingList {
    ThingList(
      name: "programmes", title: "programmes", columns: [("Code", "code"), ("Title", "title")],
      rows: try books.programmes(on: asAt).map { [$0.code, $0.title] },
      foot: try ReportFoot(books, asAt: asAt))
  }

  /// The mandates.
  public static func mandates(_ books: any Books, asAt: CalendarDate) throws -> ThingList {
    ThingList(
      name: "mandates", title: "mandates", columns: [("Code", "code"), ("Title", "title")],
      rows: try books.mandates(on: asAt).inOrder.map { [$0.code, $0.title] },
      foot: try ReportFoot(books, asAt: asAt))
  }

  /// The sub-funds with the recognition policy of a day.
  public static func subFunds(_ books: any Books, asAt: CalendarDate) throws -> ThingList {
    let funds = try books.subFunds(on: asAt)
    let codes = byID(funds, \.id).mapValues(\.code)
    return ThingList(
      name: "sub-funds", title: "sub-funds",
      columns: [
        ("Code", "code"), ("Title", "title"), ("Part of", "parent"),
        ("Pledges count", "recognition"),
      ],
      rows: funds.map {
        [$0.code, $0.title, $0.parent.flatMap { codes[$0] }, $0.policy(on: asAt).rawValue]
      }, words: ["recognition"], foot: try ReportFoot(books, asAt: asAt))
  }

  /// Countries with their region of a scheme.
  public static func countries(
    _ books: any Books, scheme: RegionScheme, asAt: CalendarDate,
    includes: (Country) -> Bool = { _ in true }
  ) throws -> ThingList {
    ThingList(
      name: "countries", title: "countries",
      columns: [
        ("Code", "code"), ("M49", "m49"), ("Name", "name"), ("Region", "region"),
        ("Sub-region", "subRegion"), ("Group", "economicGroup"), ("LDC", "leastDeveloped"),
        ("LLDC", "landlocked"), ("SIDS", "smallIsland"), ("From", "from"), ("Until", "until"),
      ],
      rows: Country.all.filter(includes).map { country in
        let development = country.development
        return [
          country.code, country.m49, country.name, country.region(in: scheme)?.key,
          country.m49SubRegionName, development.economicGroup.map { "\($0)" },
          development.leastDeveloped(on: asAt), development.isLandlockedDeveloping ? "yes" : nil,
          development.isSmallIslandDeveloping ? "yes" : nil, country.from.map { "\($0)" },
          country.until.map { "\($0)" },
        ]
      }, foot: try ReportFoot(books, asAt: asAt))
  }

  /// The themes with their purpose codes and instruments.
  public static func themes(_ books: any Books, asAt: CalendarDate) throws -> ThingList {
    ThingList(
      name: "themes", title: "themes",
      columns: [
        ("Code", "code"), ("Title", "title"), ("Purpose codes", "purposeCodes"),
        ("Instrument", "instrument"),
      ],
      rows: Theme.all.map {
        [$0.code, $0.title, $0.purposeCodes.joined(separator: "; "), $0.instrument]
      }, foot: try ReportFoot(books, asAt: asAt))
  }

  /// The rates of exchange that took effect in a period.
  public static func rates(
    _ books: any Books, of currency: Currency?, in period: Period, asAt: CalendarDate
  ) throws -> ThingList {
    ThingList(
      name: "rates", title: "rates of exchange, units per US dollar",
      columns: [
        ("Currency", "currency"), ("From", "effective"), ("Units per USD", "unitsPerUsd"),
        ("Source", "source"),
      ],
      rows: try books.rates(of: currency, in: period).map {
        [$0.currency.code, "\($0.effective)", "\($0.rate)", $0.source]
      }, foot: try ReportFoot(books, asAt: asAt))
  }
}

extension Development {
  /// Whether the country was among the least developed on a day: yes, or undated where nobody
  /// knows since when.
  fileprivate func leastDeveloped(on day: CalendarDate) -> String? {
    isLeastDeveloped(on: day) ? isUndated ? "undated" : "yes" : nil
  }
}
