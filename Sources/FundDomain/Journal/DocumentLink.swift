/// A document that stands on another: a payment on its obligation, an obligation on an allotment.
public struct DocumentLink: Hashable, Sendable {
  public let entry: EntryNumber
  /// What it has charged to the allotment that it stands on, programme support included, in US
  /// cents; nil for what stands on other documents, and stands on them whole.
  public let charged: Int64?

  public init(entry: EntryNumber, charged: Int64?) {
    self.entry = entry
    self.charged = charged
  }
}

/// What a donor or a project led to.
public enum Outcomes: String, CaseIterable, Sendable {
  case requests, pledges, contributions, refunds, allotments, spending
  case coFunding = "co-funding"
}
