import FundDomain
import Plain

/// What the money of a period can be broken down by.
public enum Dimension: String, CaseIterable, Sendable {
  case donor
  case donorKind = "donor-kind"
  case donorRegion = "donor-region"
  case donorCountry = "donor-country"
  case subFund = "sub-fund"
  case theme, instrument, region, country, programme, year

  /// The dimension as a heading.
  var title: String {
    self == .subFund ? "Sub-fund" : rawValue.replacing("-", with: " ").capitalizedFirst
  }
}

/// A row of a breakdown: what it is, and where it stands among the others.
struct RowKey: Hashable, Comparable {
  /// Known rows stand in the order of their list, others after them by key.
  let order: Int
  let key: String
  let title: String

  static func < (left: RowKey, right: RowKey) -> Bool {
    (left.order, left.key) < (right.order, right.key)
  }

  init(_ key: String, _ title: String, order: Int = 0) {
    self.order = order
    self.key = key
    self.title = title
  }

  /// What has no such dimension, so that the rows add up to the statement.
  static let none = RowKey("-", "Not assigned", order: .max)
  static let notEarmarked = RowKey("not-earmarked", "Not earmarked", order: .max - 1)
}

/// A row with its share of some money, as a weight.
struct Weighted {
  let row: RowKey
  let weight: Int64
}

extension [Weighted] {
  /// Each row once, with all its weight, in the order in which they come.
  var merged: [Weighted] {
    var order: [RowKey] = []
    var weights: [RowKey: Int64] = [:]
    for part in self {
      if weights[part.row] == nil { order.append(part.row) }
      weights[part.row, default: 0] += part.weight
    }
    return order.map { Weighted(row: $0, weight: weights[$0] ?? 0) }
  }
}
