import Foundation
import TestSupport
import Testing

/// An IATI file as a test reads it, by lines and not with the program: it is written one element a
/// line.
struct PublishedFile {
  /// A transaction: its type, its reference, its amount in minor units as they are written, and
  /// whose file it is in.
  struct Transaction {
    let activity: String
    let reference: String
    var type = ""
    var currency = ""
    var value = 0
    var day = ""
    /// The money comes from the Fund itself.
    var isOwn = false
    var note = ""
    var provider = ""
  }

  private(set) var transactions: [Transaction] = []
  private(set) var activities: [String] = []
  private(set) var plannedSums: [String: Int] = [:]

  init(_ text: String) throws {
    var isPlanned = false
    var party = ""
    for line in text.split(separator: "\n") {
      func attribute(_ name: String) -> String {
        guard let start = line.range(of: " \(name)=\"") else { return "" }
        return String(line[start.upperBound...].prefix { $0 != "\"" })
      }
      func content() -> String {
        String(line.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" })
      }
      let element = line.drop { $0 == " " || $0 == "<" }.prefix { !" >/".contains($0) }
      switch element {
      case "iati-identifier": activities.append(content())
      case "planned-disbursement": isPlanned = true
      case "transaction":
        isPlanned = false
        transactions.append(
          Transaction(activity: try #require(activities.last), reference: attribute("ref")))
      case "budget", "iati-activity": isPlanned = false
      default: break
      }
      if isPlanned, element == "value" {
        plannedSums[attribute("currency"), default: 0] += try Self.units(content())
      }
      guard !isPlanned, let last = transactions.indices.last else { continue }
      switch element {
      case "transaction-type": transactions[last].type = attribute("code")
      case "transaction-date": transactions[last].day = attribute("iso-date")
      case "value" where transactions[last].currency == "":
        transactions[last].currency = attribute("currency")
        transactions[last].value = try Self.units(content())
      case "description", "provider-org", "receiver-org":
        party = String(element)
        if element == "provider-org", attribute("ref") != "" { transactions[last].isOwn = true }
      case "narrative" where party == "description": transactions[last].note = content()
      case "narrative" where party == "provider-org": transactions[last].provider = content()
      default: break
      }
    }
  }

  /// What transactions add up to, by currency.
  func sums(_ types: String..., where fits: (Transaction) -> Bool = { _ in true }) -> [String: Int]
  {
    transactions.filter { types.contains($0.type) && fits($0) }
      .reduce(into: [:]) { $0[$1.currency, default: 0] += $1.value }
      .filter { $0.value != 0 }
  }

  /// `-1234.56` as 123456 below zero, `12` as 12.
  private static func units(_ text: String) throws -> Int {
    try #require(Int(text.replacing(".", with: "")), "\(text)")
  }
}
