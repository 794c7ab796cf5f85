/// How the world is divided: by the Office's sections, by M49, or by the regional groups of the
/// General Assembly.
public enum RegionScheme: String, CaseIterable, Sendable {
  case unodc
  case m49
  case unGroups = "un-groups"
}

/// A region of a scheme, by the name that people give it.
///
/// The Office's regions follow from M49 sub-regions: `africa` is sub-Saharan Africa;
/// `middle-east-and-north-africa` Northern Africa and Western Asia without ARM, AZE, GEO, TUR and
/// CYP; `west-and-central-asia` Central Asia with AFG, IRN, PAK, ARM, AZE and GEO; `south-asia` the
/// rest of Southern Asia; `east-asia-and-pacific` Eastern and South-eastern Asia and Oceania;
/// `south-eastern-and-eastern-europe` Eastern Europe, the Balkans (ALB, BIH, HRV, MKD, MNE, SRB,
/// SVN), TUR and CYP; `latin-america-and-caribbean` as M49 has it; `other-states` all others;
/// `global` what serves the world.
public struct Region: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let scheme: RegionScheme
  /// `africa`, `latin-america-and-caribbean` …
  public let key: String
  public let title: String

  private init(_ scheme: RegionScheme, _ key: String, _ title: String) {
    self.scheme = scheme
    self.key = key
    self.title = title
  }

  /// Reads a region by its key or title.
  ///
  /// - Throws: `unknown-region`, with the nearest.
  public init(_ text: some StringProtocol, in scheme: RegionScheme) throws(LedgerError) {
    let wanted = nameKey(text)
    let regions = Region.all(scheme)
    guard
      let region = regions.first(where: {
        nameKey($0.key) == wanted || nameKey($0.title) == wanted
      })
    else {
      let keys = regions.map(\.key)
      throw LedgerError(
        rule: "unknown-region", "there is no region '\(text)' in the scheme \(scheme.rawValue)",
        hint: didYouMean(nearest(to: String(text), among: keys))
          ?? "there are \(keys.joined(separator: ", "))", field: "region")
    }
    self = region
  }

  public var description: String { key }

  public static func < (left: Region, right: Region) -> Bool {
    (left.scheme.rawValue, left.order) < (right.scheme.rawValue, right.order)
  }

  private var order: Int { Region.all(scheme).firstIndex { $0.key == key } ?? 0 }

  /// The regions of a scheme, in its own order.
  public static func all(_ scheme: RegionScheme) -> [Region] {
    switch scheme {
    case .unodc: operational
    case .m49: m49.map(\.region)
    case .unGroups: groups
    }
  }

  /// The region of M49 with a number.
  static func m49(number: String) -> Region? { m49.first { $0.number == number }?.region }

  private static let operational = [
    Region(.unodc, "africa", "Africa"),
    Region(.unodc, "middle-east-and-north-africa", "Middle East and North Africa"),
    Region(.unodc, "west-and-central-asia", "West and Central Asia"),
    Region(.unodc, "south-asia", "South Asia"),
    Region(.unodc, "east-asia-and-pacific", "East Asia and the Pacific"),
    Region(
      .unodc, "south-eastern-and-eastern-europe", "South-Eastern and Eastern Europe"),
    Region(.unodc, "latin-america-and-caribbean", "Latin America and the Caribbean"),
    Region(.unodc, "other-states", "Other States"),
    Region(.unodc, "global", "Global"),
  ]

  private static let m49: [(number: String, region: Region)] = [
    ("002", Region(.m49, "africa", "Africa")), ("019", Region(.m49, "americas", "Americas")),
    ("142", Region(.m49, "asia", "Asia")), ("150", Region(.m49, "europe", "Europe")),
    ("009", Region(.m49, "oceania", "Oceania")),
  ]

  private static let groups = [
    Region(.unGroups, "african", "African States"),
    Region(.unGroups, "asia-pacific", "Asia-Pacific States"),
    Region(.unGroups, "eastern-european", "Eastern European States"),
    Region(.unGroups, "latin-american-and-caribbean", "Latin American and Caribbean States"),
    Region(.unGroups, "western-european-and-other", "Western European and other States"),
  ]
}
