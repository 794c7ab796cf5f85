public import FundDomain

/// The balance, biennium by biennium, between the priority of the Convention and its Protocols and
/// the other priorities (preamble of resolution 56/123): money and projects.
public struct BalanceReport: Report {
  /// Which priority a theme stands for.
  public enum Side: String, CaseIterable, Sendable {
    case convention
    case others
    /// Neither: support of the programme, what is unclassified or not earmarked, and what was
    /// spent on no project.
    case neither

    init(_ theme: Theme?) {
      switch theme {
      case nil: self = .neither
      case let theme? where ["programme-support", "unclassified"].contains(theme.code):
        self = .neither
      case let theme?: self = theme.countsAsConvention ? .convention : .others
      }
    }

    var title: String {
      switch self {
      case .convention: "The Convention and its Protocols"
      case .others: "Other priorities"
      case .neither: "Neither"
      }
    }
  }

  /// One side in a biennium.
  public struct Line: Sendable {
    public let side: Side
    var amounts = ThemeAmounts()
    /// Projects under way, each on the side that has the most of it.
    public var projects = 0
    /// Projects under way by what each has of the side: hundredths of a project.
    var weighted: Int64 = 0
  }

  /// A biennium, or the part of it in the period.
  public struct Part: Sendable {
    public let biennium: Biennium
    public let lines: [Line]
  }

  /// A theme over all bienniums.
  public struct ThemeLine: Sendable {
    /// Nil for what has none; the key says which.
    public let theme: Theme?
    public let key: String
    let amounts: ThemeAmounts

    var side: Side { Side(theme) }
  }

  public let period: Period
  /// Oldest first.
  public let parts: [Part]
  public let themes: [ThemeLine]
  public let foot: ReportFoot

  /// - Throws: `does-not-foot` when the themes of a year do not add up to it.
  public init(_ books: any Books, in period: Period) throws {
    let books = books.asAt(period.to)
    self.period = period
    foot = try ReportFoot(books, asAt: period.to)
    let money = try ThemeMoney(books, in: period)
    let projects = try books.projects(on: period.to)
    let begun = [money.years.keys.min(), foot.fund.start?.year].compactMap { $0 }.min()
    let first = min(max(begun ?? period.to.year, period.from.year), period.to.year)
    parts = stride(from: first - first % 2, through: period.to.year, by: 2).map { year in
      let years = max(year, first)...min(year + 1, period.to.year)
      return Part(
        biennium: Biennium(of: .start(of: year)), lines: Self.lines(money, projects, in: years))
    }
    let sums = money.themes(in: first...period.to.year)
    let known = Theme.all.compactMap { theme in
      sums[theme.code].map { ThemeLine(theme: theme, key: theme.code, amounts: $0) }
    }
    let codes = Set(Theme.all.map(\.code))
    let others = sums.filter { !codes.contains($0.key) }.sorted { $1.key < $0.key }
      .map { ThemeLine(theme: nil, key: $0.key, amounts: $0.value) }
    themes = known + others
  }

  private static func lines(
    _ money: ThemeMoney, _ projects: [Project], in years: ClosedRange<Int>
  ) -> [Line] {
    var lines = Dictionary(uniqueKeysWithValues: Side.allCases.map { ($0, Line(side: $0)) })
    for (code, amounts) in money.themes(in: years) {
      lines[Side(try? Theme(code))]!.amounts += amounts
    }
    var weights: [Side: Int64] = [:]
    let underWay = projects.filter { money.isUnderWay($0, in: years) }
    for project in underWay {
      var shares: [Side: Int64] = [:]
      for part in project.themes { shares[Side(part.theme), default: 0] += part.share }
      weights.merge(shares) { $0 + $1 }
      // Of equal shares the first side in order has it.
      let most = Side.allCases.max { (shares[$0] ?? 0) < (shares[$1] ?? 0) }
      let main = Side.allCases.first { shares[$0] ?? 0 == shares[most!] ?? 0 }
      lines[main!]!.projects += 1
    }
    let parts = apportion(
      Int64(underWay.count) * 100, over: Side.allCases.map { weights[$0] ?? 0 })
    for (side, part) in zip(Side.allCases, parts) { lines[side]!.weighted = part }
    return Side.allCases.map { lines[$0]! }
  }
}

extension BalanceReport.Part {
  /// A side's part of what both sides had, in tenths of a per cent; nil for neither.
  func share(of line: BalanceReport.Line, in measure: (ThemeAmounts) -> Int64) -> Int64? {
    guard line.side != .neither else { return nil }
    let both = lines.filter { $0.side != .neither }.reduce(0) { $0 + measure($1.amounts) }
    return both > 0 ? Percentage.tenths(of: measure(line.amounts), in: both) : nil
  }
}
