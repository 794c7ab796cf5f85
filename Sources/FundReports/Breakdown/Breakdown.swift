public import FundDomain
public import Plain

/// The money of a period broken down by one dimension; the rows add up to the statement.
public struct Breakdown: Report {
  /// The money that a breakdown shows, each with the sign of its line in the statement.
  public enum Measure: String, CaseIterable, Sendable {
    case pledged, contributions, collected, refunds, expenditure

    /// What counts in it, where it does not go without saying.
    var note: String? {
      switch self {
      case .pledged: "Pledged: committed in the period, at the rate of that day."
      case .contributions: "Contributions: as the sub-fund's policy counts income."
      case .collected: "Collected: received in cash, refunds not deducted."
      case .refunds, .expenditure: nil
      }
    }
  }

  /// When a contribution counts: when it is promised, when the sub-fund's policy makes it income,
  /// or when it is paid.
  public enum Basis: String, CaseIterable, Sendable {
    case pledged, income, collected

    var measure: Measure {
      switch self {
      case .pledged: .pledged
      case .income: .contributions
      case .collected: .collected
      }
    }
  }

  /// What belongs to one donor, theme, region …
  public struct Row: Sendable {
    public let key: String
    public let title: String
    /// US cents, of each measure.
    public let cents: [Measure: Int64]
  }

  public let dimension: Dimension
  /// The one basis on which contributions are shown; nil shows each beside the others.
  public let basis: Basis?
  public let period: Period
  public let rows: [Row]
  public let total: [Measure: Int64]
  public let foot: ReportFoot
  /// What the years' contributions were made of, where years are asked for.
  let contributionsByYear: ContributionsByYear?

  /// Breaks the money of a period down.
  ///
  /// - Throws: `does-not-foot` when the rows do not add up to the statement's lines: such a report
  ///   is not printed.
  public init(
    _ books: any Books, for period: Period, by dimension: Dimension, regions: RegionScheme = .unodc,
    basis: Basis? = nil
  ) throws {
    let books = books.asAt(period.to)
    self.dimension = dimension
    self.basis = basis
    self.period = period
    foot = try ReportFoot(books, asAt: period.to)
    let apportioning = try Apportioning(books, by: dimension, regions, on: period.to)
    let hasYears = dimension == .year && basis ?? .income == .income
    contributionsByYear = hasYears ? try ContributionsByYear(books, in: period) : nil
    var sums: [RowKey: [Measure: Int64]] = [:]
    for (measure, totals) in try Self.totals(books, period, apportioning.dimensions) {
      let sign: Int64 = measure == .contributions || measure == .refunds ? -1 : 1
      for total in Self.merged(totals, apportioning.dimensions) {
        for (row, cents) in apportioning.parts(of: total) where cents != 0 {
          sums[row, default: [:]][measure, default: 0] += sign * cents
        }
      }
    }
    let shown = Self.measures(on: basis)
    rows = sums.filter { shown.contains(where: $0.value.keys.contains) }
      .sorted { $0.key < $1.key }.map {
        Row(key: $0.key.key, title: $0.key.title, cents: $0.value)
      }
    total = rows.reduce(into: [:]) { total, row in
      total.merge(row.cents) { $0 + $1 }
    }
    try requireFoots(books)
  }

  private static func totals(
    _ books: any Books, _ period: Period, _ by: Set<TotalsQuery.Dimension>
  ) throws -> [(Measure, [Total])] {
    func sum(_ accounts: [Account], ofContributions: Bool = false) throws -> [Total] {
      try books.totals(
        TotalsQuery(accounts, by: by, in: period, ofContributions: ofContributions))
    }
    return [
      (.pledged, try books.pledged(period, by: nil)),
      (.contributions, try sum([.contributions])),
      (.collected, try sum([.cash], ofContributions: true)),
      (.refunds, try sum([.refunds])),
      (.expenditure, try sum(StatementLine.spending)),
    ]
  }

  /// One sum for each sub-fund and value of the dimensions, whatever the accounts: the place at
  /// which money is shared out.
  static func merged(
    _ totals: [Total], _ by: Set<TotalsQuery.Dimension>
  ) -> [Total] {
    struct Key: Hashable {
      let subFund: EntryNumber
      let donor: EntryNumber?
      let project: EntryNumber?
      let year: Int?
      let earmark: Earmark?
    }
    var order: [Key] = []
    var sums: [Key: Total] = [:]
    for total in totals {
      let key = Key(
        subFund: total.subFund, donor: by.contains(.donor) ? total.donor : nil,
        project: total.project, year: by.contains(.year) ? total.year : nil,
        earmark: by.contains(.earmark) ? total.earmark : nil)
      if sums[key] == nil {
        sums[key] = total
        order.append(key)
      } else {
        sums[key]!.usd += total.usd
      }
    }
    return order.map { sums[$0]! }
  }

  private func requireFoots(_ books: any Books) throws {
    let figures = try Figures(books, for: period)
    let lines: [(Measure, StatementLine)] = [
      (.contributions, .contributions), (.collected, .contributionsCollected),
      (.refunds, .refunds), (.expenditure, .expenditure),
    ]
    for (measure, line) in lines where total[measure] ?? 0 != figures.total(line) {
      throw LedgerError.doesNotFoot(
        "\(measure.rawValue) by \(dimension.rawValue) add up to \(dollars(total[measure] ?? 0)), "
          + "the statement says \(dollars(figures.total(line)))")
    }
  }

  /// What is shown, from left to right.
  private static func measures(on basis: Basis?) -> [Measure] {
    guard let basis else { return Measure.allCases }
    return [basis.measure, .refunds, .expenditure]
  }

  private var measures: [Measure] { Self.measures(on: basis) }

  public var sheet: Sheet {
    func cells(_ key: String, _ title: String, _ cents: [Measure: Int64]) -> [Sheet.Cell] {
      [.text(key), .text(title)] + measures.map { .dollars(cents[$0] ?? 0) }
    }
    return Sheet(
      title: "\(foot.fund.title): \(period) by \(dimension.title.lowercased())", subtitle: [],
      headnote: "United States dollars",
      columns: [
        Sheet.Column(title: "Code", kind: .code, id: "key"),
        Sheet.Column(title: dimension.title, kind: .text, id: "title"),
      ]
        + measures.map {
          Sheet.Column(
            title: $0.rawValue.capitalizedFirst, kind: .money, id: $0.rawValue)
        },
      rows: rows.map { Sheet.Row(cells($0.key, $0.title, $0.cents), style: .plain, indent: 0) }
        + [Sheet.Row(cells("", "Total", total), style: .total, indent: 0)],
      footnotes: [measures.compactMap(\.note).joined(separator: " ")], foot: foot.lines,
      thousands: false)
  }

  public var json: JSON {
    func money(_ cents: [Measure: Int64]) -> [(String, JSON)] {
      measures.map { ($0.rawValue, .dollars(cents[$0] ?? 0)) }
    }
    return .object(
      [
        ("schema", "cpcjf/1"), ("report", "biennium"), ("by", .string(dimension.rawValue)),
        ("period", .string("\(period)")), ("currency", "USD"),
        ("basis", .text(basis?.rawValue)),
        (
          "rows",
          .array(
            rows.map {
              .object([("key", .string($0.key)), ("title", .string($0.title))] + money($0.cents))
            })
        ), ("total", .object(money(total))),
      ] + foot.json)
  }
}
