extension Country {
  /// The region that a scheme puts the country in; nil where the scheme leaves it out.
  public func region(in scheme: RegionScheme) -> Region? {
    switch scheme {
    case .unodc: operationalRegion
    case .m49: m49Region
    case .unGroups: unGroup
    }
  }
}

extension Country {
  /// The sub-region of M49, by its name; nil where M49 has none.
  public var m49SubRegionName: String? { Country.m49SubRegions[m49SubRegion] }

  private static let m49SubRegions = Dictionary(
    uniqueKeysWithValues: TableRow.rows(of: m49SubRegionTable).map { ($0[0], $0[1]) })

  // UNSD, Standard Country or Area Codes for Statistical Use (M49).
  private static let m49SubRegionTable = """
    015|Northern Africa
    021|Northern America
    030|Eastern Asia
    034|Southern Asia
    035|South-eastern Asia
    039|Southern Europe
    053|Australia and New Zealand
    054|Melanesia
    057|Micronesia
    061|Polynesia
    143|Central Asia
    145|Western Asia
    151|Eastern Europe
    154|Northern Europe
    155|Western Europe
    202|Sub-Saharan Africa
    419|Latin America and the Caribbean
    """
}
