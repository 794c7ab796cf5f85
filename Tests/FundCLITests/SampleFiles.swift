import Foundation
import TestSupport
import Testing

/// The rows of a CSV file, by their columns.
func csvRows(_ path: String) throws -> [[String: String]] {
  func split(_ line: Substring) -> [String] {
    var fields = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: fields.append("")
      default: fields[fields.count - 1].append(character)
      }
    }
    return fields
  }
  let lines = try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline)
  let columns = split(try #require(lines.first))
  return try lines.dropFirst().map { line in
    let fields = split(line)
    try #require(fields.count == columns.count, "\(line)")
    return Dictionary(uniqueKeysWithValues: zip(columns, fields))
  }
}

/// What the files of the sample of 2002-2003 say, worked out here by other means than the
/// program's. Money is in hundredths of its currency, whatever its smallest unit.
struct SampleFiles {
  private let folder = checkoutFolder + "/Samples/2002-2003/"
  private let rates: [String: [(day: String, thousandths: Int)]]
  private let script: String

  init() throws {
    script = try String(contentsOfFile: folder + "ledger.sh", encoding: .utf8)
    var rates: [String: [(String, Int)]] = [:]
    for row in try csvRows(folder + "rates.csv") {
      let digits = row["units-per-usd"]!.split(separator: ".")
      #expect(digits.count == 2 && digits[1].count == 3)
      rates[row["currency"]!, default: []].append((row["effective"]!, Int(digits.joined())!))
    }
    self.rates = rates.mapValues { $0.sorted { $0.0 < $1.0 } }
  }

  func rows(_ kind: String) throws -> [[String: String]] { try csvRows(folder + kind + ".csv") }

  /// The lines of the tables that a function of ledger.sh reads, the word that stands beside its
  /// name first.
  func table(_ function: String) -> [[String]] {
    var lines: [[String]] = []
    var beside: [String]?
    for line in script.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      if words.first == function, words.last == "<<END" {
        beside = Array(words.dropFirst().dropLast())
      } else if line == "END" {
        beside = nil
      } else if let beside {
        lines.append(beside + words)
      }
    }
    return lines
  }

  /// `1234.5` as hundredths.
  func money(_ text: String) throws -> Int {
    let parts = text.split(separator: ".")
    let decimals = parts.count > 1 ? String((parts[1] + "0").prefix(2)) : "00"
    let whole = String(parts[0]) + decimals
    return try #require(Int(whole), "\(text)")
  }

  /// US cents at the rate in force.
  func dollars(_ money: Int, _ currency: String, on day: String) throws -> Int {
    if currency == "USD" { return money }
    let rate = try #require(rates[currency]?.last { $0.day <= day }, "\(currency) \(day)")
    return Self.share(of: money, 1000, in: rate.thousandths)
  }

  /// `whole × part / of`, half to even.
  static func share(of whole: Int, _ part: Int, in all: Int) -> Int {
    let (quotient, rest) = (whole * part).quotientAndRemainder(dividingBy: all)
    let isUp = 2 * rest > all || (2 * rest == all && !quotient.isMultiple(of: 2))
    return quotient + (isUp ? 1 : 0)
  }

  /// The first year of the biennium of a day.
  static func biennium(_ day: String) -> Int { Int(day.prefix(4))! / 2 * 2 }
}
