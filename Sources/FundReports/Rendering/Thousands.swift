public import Plain

/// A report whose money people read in thousands; programs still read every cent.
public struct Thousands<Inner: Report>: Report {
  let inner: Inner
  let isAsked: Bool

  public init(_ inner: Inner, _ isAsked: Bool) {
    self.inner = inner
    self.isAsked = isAsked
  }

  public var sheet: Sheet {
    var sheet = inner.sheet
    sheet.thousands = isAsked
    for place in sheet.annexes.indices { sheet.annexes[place].thousands = isAsked }
    return sheet
  }

  public var json: JSON { inner.json }

  public var charts: [Chart] { inner.charts }

  public var chartElsewhere: String? { inner.chartElsewhere }
}
