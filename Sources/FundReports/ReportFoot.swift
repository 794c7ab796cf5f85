public import FundDomain
public import Plain

/// What every report says of itself: its title, its period, and at its foot what it stands on, so
/// that the same question of the same ledger gives the same bytes.
public struct ReportFoot: Sendable {
  public let fund: Fund
  public let asAt: CalendarDate
  public let head: ChainHead
  /// The last entry that the report knows of, where that was asked for.
  public let knownAt: EntryNumber?

  public init(_ books: any Books, asAt: CalendarDate) throws {
    fund = try books.fund
    self.asAt = asAt
    head = try books.head
    knownAt = books.knownAt
  }

  /// The foot's lines, for people.
  public var lines: [String] {
    (fund.note.map { ["Note: \($0)"] } ?? []) + [
      "As at \(asAt)\(knownAt.map { ", known at entry \($0)" } ?? ""). Ledger: \(head.entries) entries, head \(head.hash)."
    ]
  }

  /// The foot's keys, for programs.
  public var json: [(String, JSON)] { json(entries: "entries") }

  /// The foot's keys, where `entries` is the key of something else.
  func json(entries key: String) -> [(String, JSON)] {
    [
      ("note", fund.note.map { JSON.string($0) } ?? .null), ("asAt", .string("\(asAt)")),
      ("knownAt", knownAt.map { JSON.integer($0) } ?? .null),
      (key, .integer(head.entries)), ("head", .string(head.hash)),
    ]
  }
}

/// A report as a value, from which each rendering is made.
public protocol Report: Sendable {
  /// As people read it.
  var sheet: Sheet { get }
  /// As programs read it: `cpcjf/1`.
  var json: JSON { get }
  /// As people look at it, where a picture says more than its table.
  var charts: [Chart] { get }
}

extension Report {
  public var charts: [Chart] { [] }
}

/// Those of some charts that there are: without figures there is none.
func drawn(_ charts: Chart?...) -> [Chart] { charts.compactMap(\.self) }

/// US cents as a plain decimal: `-1234.56`.
func dollars(_ cents: Int64) -> String { Money.usd(cents).decimal }

extension JSON {
  static func dollars(_ cents: Int64) -> JSON { .string(FundReports.dollars(cents)) }

  static func text(_ text: String?) -> JSON { text.map { .string($0) } ?? .null }
}

extension Sheet.Cell {
  static func dollars(_ cents: Int64) -> Sheet.Cell { .money(cents, exponent: 2) }

  static func money(_ money: Money) -> Sheet.Cell {
    .money(money.minorUnits, exponent: money.currency.exponent)
  }

  static func text(_ text: String?) -> Sheet.Cell { text.map { .text($0) } ?? .blank }
}
