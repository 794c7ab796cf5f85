public func searchKey(_ t: some StringProtocol) -> String { String(t).lowercased().filter { $0.isLetter || $0.isNumber } }
public func nearest(to t: String, among: some Sequence<String>, limit: Int = 3) -> [String] { [] }
public func didYouMean(_ n: [String]) -> String? { nil }
public struct FixedRate: Hashable, Sendable, CustomStringConvertible { public let digits: Int64; public let decimals: Int; public var description: String { "" } }
public struct Currency: Hashable, Comparable, Sendable, CustomStringConvertible {
  public static let usd = try! Currency("USD")
  public init(_ t: some StringProtocol) throws(LedgerError) { code = String(t) }
  public let code: String; public var exponent: Int { 2 }; public var name: String { code }
  public var description: String { code }
  public var ended: CalendarDate? { nil }; public var began: CalendarDate? { nil }
  public var successor: Currency? { nil }; public var fixedRate: FixedRate? { nil }
  public static func < (a: Currency, b: Currency) -> Bool { a.code < b.code }
  public static let all: [Currency] = [.usd]
}

public struct Development: Sendable { public var economicGroup: String? { nil } }
public struct Country: Hashable, Sendable { public let code: String; public var name: String { code }
  public var m49: String { "" }; public var from: CalendarDate? { nil }; public var until: CalendarDate? { nil }
  public var operationalRegion: Region? { nil }; public var m49Region: Region? { nil }; public var unGroup: Region? { nil }
  public var development: Development { Development() }
  public init(_ t: some StringProtocol) throws(LedgerError) { code = String(t) }
  public static let all: [Country] = [] }
public struct Theme: Hashable, Sendable { public let code: String; public var title: String { code }
  public var instrument: String { "x" }; public var purposeCodes: [String] { [] }
  public init(_ t: some StringProtocol) throws(LedgerError) { code = String(t) }
  public static let all: [Theme] = [] }
public enum RegionScheme: String, CaseIterable, Sendable { case unodc, m49, unGroups = "un-groups" }
public struct Region: Hashable, Sendable { public let key: String; public var title: String { key }; public let scheme: RegionScheme
  public static func all(_ s: RegionScheme) -> [Region] { [] }
  public init(_ t: some StringProtocol, in s: RegionScheme) throws(LedgerError) { key = String(t); scheme = s } }
