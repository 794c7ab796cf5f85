public import FundDomain

/// What donors gave the Fund by its own books, and beside it what they are reported to give, to
/// the Fund and elsewhere: by each publisher for itself.
///
/// Two publishers may report one gift, and a commitment is paid later: nothing is added over them.
public struct ReferenceReport: Report {
  /// What one publisher, or this ledger, says of one donor at one stage.
  public struct Row: Sendable {
    /// Nil for all whom the ledger does not know.
    public let donor: Donor?
    /// Nil for the Fund's own books.
    public let publisher: String?
    public let publisherName: String?
    public let stage: FlowType.Stage
    /// US cents.
    public let toFund, elsewhere: Int64
  }

  public let period: Period
  public let rows: [Row]
  /// The flows that no rate values: how many and how much of each currency.
  public let unvalued: [(currency: Currency, flows: Int, sum: ExactSum)]
  /// By the Fund's own books, of all its donors, in US cents.
  public let pledged, collected: Int64
  public let foot: ReportFoot

  public init(_ books: any Books, in period: Period) throws {
    self.period = period
    foot = try ReportFoot(books, asAt: period.to)
    var tally = try ReferenceTally(books)
    try books.references(in: period) { try tally.add($0) }
    let own = try Breakdown(books, for: period, by: .donor)
    pledged = own.total[.pledged] ?? 0
    collected = own.total[.collected] ?? 0
    let figures = Dictionary(uniqueKeysWithValues: own.rows.map { ($0.key, $0) })
    let ids = tally.sums.keys.compactMap(\.donor)
    let donors = byID(try Set(ids).map { try books.donor($0, on: period.to) }, \.id)
    var rows: [Row] = []
    for donor in donors.values.sorted(by: { $0.code < $1.code }) {
      let cents = figures[donor.code]?.cents ?? [:]
      for (stage, measure) in [
        (FlowType.Stage.pledged, Breakdown.Measure.pledged), (.paid, .collected),
      ] {
        rows.append(
          Row(
            donor: donor, publisher: nil, publisherName: nil, stage: stage,
            toFund: cents[measure] ?? 0, elsewhere: 0))
      }
      rows += tally.rows(of: donor.id, donor)
    }
    self.rows = rows + tally.rows(of: nil, nil)
    unvalued = tally.unvalued.sorted { $0.key < $1.key }
      .map { ($0.key, $0.value.flows, $0.value.sum) }
  }
}

/// Adds the flows of the register up, by donor, publisher and stage.
private struct ReferenceTally {
  struct Key: Hashable {
    let donor: EntryNumber?
    let publisher: String
    let stage: FlowType.Stage
  }

  var sums: [Key: (toFund: Int64, elsewhere: Int64)] = [:]
  var unvalued: [Currency: (flows: Int, sum: ExactSum)] = [:]
  private var names: [String: String] = [:]
  private let identification: Identification
  private var worth: ReferenceWorth

  init(_ books: any Books) throws {
    identification = try Identification(books)
    worth = ReferenceWorth(books)
  }

  mutating func add(_ line: ReferenceLine) throws {
    guard let stage = line.flow.type.stage, !line.isInternal,
      line.giver.map(identification.isFund) != true
    else { return }
    guard let cents = try worth.cents(line.flow) else {
      let currency = line.flow.amount.currency
      unvalued[currency, default: (0, ExactSum())].flows += 1
      if let number = ExactNumber(line.flow.amount.decimal) {
        unvalued[currency]?.sum.add(number)
      }
      return
    }
    let publisher = line.activity.publisher
    names[publisher] = line.activity.publisherName
    let key = Key(
      donor: try line.giver.flatMap { try identification.donor($0) }, publisher: publisher,
      stage: stage)
    let isToFund = line.receiver.map(identification.isFund) == true
    sums[key, default: (0, 0)].toFund += isToFund ? cents : 0
    sums[key, default: (0, 0)].elsewhere += isToFund ? 0 : cents
  }

  /// A donor's rows, by publisher and stage.
  func rows(of id: EntryNumber?, _ donor: Donor?) -> [ReferenceReport.Row] {
    let publishers = Set(sums.keys.filter { $0.donor == id }.map(\.publisher)).sorted()
    return publishers.flatMap { publisher in
      FlowType.Stage.allCases.compactMap { stage in
        sums[Key(donor: id, publisher: publisher, stage: stage)].map { sum in
          ReferenceReport.Row(
            donor: donor, publisher: publisher, publisherName: names[publisher], stage: stage,
            toFund: sum.toFund, elsewhere: sum.elsewhere)
        }
      }
    }
  }
}
