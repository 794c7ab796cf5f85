/// The programme support that a document bears on an allotment, and what it is charged on: both to
/// date, in US cents.
public struct BorneSupport: Sendable {
  public let document: EntryNumber
  public let allotment: EntryNumber
  public let charged: Int64
  public let support: Int64

  /// The accounts that tell charge and support apart.
  private static let accounts: [Account] = [.budgetSpent, .interFund, .budgetIssued, .opening]

  /// What every document bears on every allotment at the end of a day.
  public static func all(_ books: any Books, upTo day: CalendarDate) throws -> [BorneSupport] {
    struct Key: Hashable { let document, allotment: EntryNumber }
    var charges: [Key: Charge] = [:]
    let query = TotalsQuery(
      accounts, by: [.document, .allotment], in: Period(from: .first, to: day))
    for total in try books.totals(query) {
      // What is issued to an allotment itself bears nothing.
      guard let document = total.document, let allotment = total.allotment,
        document != allotment
      else { continue }
      let key = Key(document: document, allotment: allotment)
      let line = Posting(total.account, total.subFund, .usd(total.usd), usd: total.usd)
      charges[key, default: Charge(allotment: allotment)].add(line, in: .usd, isNow: true)
    }
    return charges.map { key, charge in
      BorneSupport(
        document: key.document, allotment: key.allotment, charged: charge.usd,
        support: charge.support)
    }.sorted { ($0.document, $0.allotment) < ($1.document, $1.allotment) }
  }

  /// What the rate says that it should be.
  public func due(at rate: Millionths) -> Int64 { FundDomain.support(on: charged, at: rate) }
}
