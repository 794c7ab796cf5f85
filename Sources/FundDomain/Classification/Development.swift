/// What a country counts as in the United Nations' groups of development (resolution 56/123,
/// paragraph 5).
public struct Development: Hashable, Sendable {
  /// The groups of World Economic Situation and Prospects, as they are today; undated.
  public enum EconomicGroup: String, CaseIterable, Sendable {
    case developing
    case transition
    case developed
  }

  /// Nil where the source does not list the territory.
  public let economicGroup: EconomicGroup?
  public let isLandlockedDeveloping: Bool
  public let isSmallIslandDeveloping: Bool
  /// Whether it ever was among the least developed since 1990, and between which days.
  private let leastDeveloped: (isListed: Bool, since: CalendarDate?, until: CalendarDate?)

  init(_ row: TableRow) {
    economicGroup = row.text(11).flatMap(EconomicGroup.init)
    isLandlockedDeveloping = row[13] == "y"
    isSmallIslandDeveloping = row[14] == "y"
    let listed = row[12]
    let halves = listed.split(separator: ".", omittingEmptySubsequences: false)
    let since = halves.first.flatMap { text in
      (try? CalendarDate(text)) ?? Int(text).map { CalendarDate.start(of: $0) }
    }
    leastDeveloped = (!listed.isEmpty, since, halves.last.flatMap { try? CalendarDate($0) })
  }

  /// Whether the country was among the least developed on a day.
  public func isLeastDeveloped(on day: CalendarDate) -> Bool {
    guard leastDeveloped.isListed else { return false }
    return day >= leastDeveloped.since ?? .first && day < leastDeveloped.until ?? .last
  }

  /// Whether a day of entry or graduation is not known, so that a report must say so.
  public var isUndated: Bool {
    leastDeveloped.isListed && leastDeveloped.since == nil && leastDeveloped.until == nil
  }

  public static func == (left: Development, right: Development) -> Bool {
    left.economicGroup == right.economicGroup
      && left.isLandlockedDeveloping == right.isLandlockedDeveloping
      && left.isSmallIslandDeveloping == right.isSmallIslandDeveloping
      && left.leastDeveloped == right.leastDeveloped
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(economicGroup)
    hasher.combine(isLandlockedDeveloping)
    hasher.combine(isSmallIslandDeveloping)
    hasher.combine(leastDeveloped.isListed)
  }
}
