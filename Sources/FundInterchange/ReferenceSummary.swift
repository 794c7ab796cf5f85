public import FundDomain

/// What was read of a file of others' money, what was set aside of it, and why.
public struct ReferenceSummary: Sendable {
  public internal(set) var activities = 0
  /// How many flows of each type there are, by its number; `none` where the file says none.
  public internal(set) var flowsPerType: [String: Int] = [:]
  /// The sums as in the file, before any rounding, over every flow that has an amount, by type and
  /// currency: `1 USD`.
  public internal(set) var sums: [String: ExactSum] = [:]
  /// What rounding to the currencies' units took away, by currency.
  public internal(set) var rounding: [String: ExactSum] = [:]
  public internal(set) var setAside: [SetAside] = []
  /// How many more were set aside than are told.
  public internal(set) var untold = 0
  /// What is likely to be wrong and was read as it stands, by rule.
  public internal(set) var warnings: [String: Warning] = [:]

  /// A flow or activity that was not taken, or whose donor nobody knows.
  public struct SetAside: Sendable {
    /// The activity's identifier; nil where it has none.
    public let activity: String?
    public let line: Int
    public let rule: String
    public let reason: String
    /// It was not taken into the register.
    public let isLeftOut: Bool
  }

  /// Something odd, how often it was met, and where first.
  public struct Warning: Sendable {
    public let message: String
    public let activity: String
    public let line: Int
    public internal(set) var count = 1
  }

  /// More than anybody looks at are counted, not told.
  private static let most = 10_000

  public init() {}

  /// Sets something aside.
  public mutating func setAside(
    _ activity: String?, line: Int, _ rule: String, _ reason: String, isLeftOut: Bool = true
  ) {
    guard setAside.count < Self.most else {
      untold += 1
      return
    }
    setAside.append(
      SetAside(activity: activity, line: line, rule: rule, reason: reason, isLeftOut: isLeftOut))
  }

  /// Joins what another reader of the same file set aside.
  public mutating func join(_ other: ReferenceSummary) {
    untold += other.untold
    let room = max(0, Self.most - setAside.count)
    setAside += other.setAside.prefix(room)
    untold += max(0, other.setAside.count - room)
    setAside.sort { $0.line < $1.line }
  }

  mutating func warn(_ rule: String, _ message: String, activity: String, line: Int) {
    if warnings[rule] != nil {
      warnings[rule]?.count += 1
    } else {
      warnings[rule] = Warning(message: message, activity: activity, line: line)
    }
  }

  mutating func count(type: String, currency: String, _ number: ExactNumber?) {
    flowsPerType[type, default: 0] += 1
    if let number { sums["\(type) \(currency)", default: ExactSum()].add(number) }
  }

  mutating func round(_ number: ExactNumber, to money: Money) {
    var difference = ExactSum()
    difference.add(number)
    difference.subtract(money)
    if !difference.isZero {
      rounding[money.currency.code, default: ExactSum()].add(number)
      rounding[money.currency.code]?.subtract(money)
    }
  }
}

/// An activity of a file as the register takes it, with its flows and where it stands.
public struct ReadActivity: Sendable {
  public let head: ReportedActivity
  public let flows: [ReportedFlow]
  /// The line of each flow.
  public let lines: [Int]
  public let line: Int
}
