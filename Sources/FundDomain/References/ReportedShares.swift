/// How a publisher divides money over sectors or places: `15130=60;15113=40`.
public struct ReportedShares: Hashable, Sendable {
  /// Codes with their per cents; as the publisher gave them, where they are no whole.
  public let text: String
  /// The shares are a whole, over which money can be apportioned. Others are only told.
  public let isWhole: Bool

  public init(text: String, isWhole: Bool) {
    self.text = text
    self.isWhole = isWhole
  }

  /// Shares from codes with per cents as written, nil where there are none.
  ///
  /// One code alone is the whole. Several are a whole where each has a share and they come to 100
  /// within 1, as `99.99` does: they are brought to 100 exactly, by the largest remainder.
  public init?(_ items: [(code: String, perCent: String?)]) {
    guard !items.isEmpty else { return nil }
    let weights = items.map { $0.perCent.flatMap(Self.weight) }
    let isAlone = items.count == 1 && items[0].perCent == nil
    let known = weights.compactMap(\.self)
    let isWhole =
      known.count == items.count
      && known.allSatisfy { $0 > 0 } && (99 * Self.one...101 * Self.one).contains(Self.sum(known))
    guard isAlone || isWhole else {
      text = items.map { "\($0.code)\($0.perCent.map { "=\($0)" } ?? "")" }.joined(separator: ";")
      self.isWhole = false
      return
    }
    let shares = apportion(1_000_000, over: isAlone ? [1] : known)
    text = zip(items, shares).map { "\($0.code)=\(FundDomain.perCent($1))" }.joined(separator: ";")
    self.isWhole = true
  }

  /// The codes, in the order given.
  public var codes: [String] {
    text.split(separator: ";").map { String($0.prefix { $0 != "=" }) }
  }

  /// One per cent: real files carry up to twelve decimals.
  private static let one: Int64 = 1_000_000_000_000

  private static func sum(_ weights: [Int64]) -> Int64 {
    weights.reduce(0) { $0.addingReportingOverflow($1).overflow ? .max : $0 + $1 }
  }

  private static func weight(_ text: String) -> Int64? {
    guard let number = ExactNumber(text), number.whole.magnitude <= 1000 else { return nil }
    return number.rounded(to: 12)
  }
}
