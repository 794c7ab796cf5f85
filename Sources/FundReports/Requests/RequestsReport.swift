public import FundDomain

/// The requests for assistance of a period by region, and what came of them: met, prepared or
/// waiting, and how long an approval took (resolution 56/123, paragraphs 3 and 15).
public struct RequestsReport: Report {
  /// The requests of one region.
  public struct Row: Sendable {
    public let key: String
    public let title: String
    public let cases: [RequestCase]

    func count(_ status: RequestCase.Status) -> Int { cases.count { $0.status == status } }

    /// The days from request to approval, where they are known.
    var days: [Int] { cases.compactMap(\.days).sorted() }

    /// The mean of them in whole days, halves up.
    var meanDays: Int? {
      days.isEmpty ? nil : (days.reduce(0, +) * 2 + days.count) / (2 * days.count)
    }
  }

  public let rows: [Row]
  public let total: Row
  public let period: Period
  /// Projects that say who asked, and not when.
  public let undated: [Project]
  public let foot: ReportFoot

  /// - Parameter includes: which requests; all where nothing is said.
  /// - Throws: `does-not-foot` when the regions do not add up to what was received.
  public init(
    _ books: any Books, regions scheme: RegionScheme = .unodc, in period: Period,
    includes: (RequestCase) -> Bool = { _ in true }
  ) throws {
    let books = books.asAt(period.to)
    self.period = period
    foot = try ReportFoot(books, asAt: period.to)
    let register = try RequestRegister(books, on: period.to)
    undated = register.undated
    let cases = register.cases.filter { period.contains($0.date) && includes($0) }
    total = Row(key: "", title: "Total", cases: cases)
    var byRegion: [RowKey: [RequestCase]] = [:]
    for request in cases {
      let region = request.country.region(in: scheme)
      let row = region.map {
        RowKey($0.key, $0.title, order: Region.all(scheme).firstIndex(of: $0) ?? 0)
      }
      byRegion[row ?? .none, default: []].append(request)
    }
    rows = byRegion.sorted { $0.key < $1.key }.map {
      Row(key: $0.key.key, title: $0.key.title, cases: $0.value)
    }
    for status in RequestCase.Status.allCases {
      let sum = rows.reduce(0) { $0 + $1.count(status) }
      guard sum == total.count(status) else {
        throw LedgerError.doesNotFoot(
          "by region \(sum) requests are \(status.rawValue), in the whole \(total.count(status))")
      }
    }
  }

  /// Those that nobody has met, the oldest first.
  public var open: [RequestCase] { total.cases.filter { $0.status != .met } }
}
