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
