import FundDomain

extension DonorReport {
  /// Goods or services that were given, and used as they came.
  public struct Goods: Sendable {
    let number: String
    let subFund: EntryNumber
    let project: Project?
    /// US cents.
    let worth: Int64

    static func given(
      _ standing: ContributionStanding, _ books: any Books, in period: Period
    ) throws -> [Goods] {
      let lines = try books.postings(on: standing.entry).filter {
        $0.posting.account == .expenditureInKind && period.contains($0.date)
      }
      let worth = lines.reduce(0) { $0 + $1.posting.usd }
      guard worth != 0 else { return [] }
      let project = try lines.first?.posting.project.map {
        try books.project($0, on: period.to)
      }
      return [
        Goods(
          number: "\(standing.number)", subFund: standing.subFund, project: project, worth: worth)
      ]
    }
  }
}
