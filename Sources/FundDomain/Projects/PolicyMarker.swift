/// An objective that a project may have beside its themes. Gender equality, which resolution
/// 56/123 asks of all activities (paragraph 20), is a field of its own.
public enum PolicyMarker: String, CaseIterable, Sendable {
  // The OECD DAC's.
  case environment
  case goodGovernance = "good-governance"
  case tradeDevelopment = "trade-development"
  case biodiversity
  case climateMitigation = "climate-mitigation"
  case climateAdaptation = "climate-adaptation"
  case desertification
  case maternalHealth = "maternal-health"
  case disasterRisk = "disaster-risk"
  case disability, nutrition
  // Ours: whom the preamble names.
  case women, children
}

/// How far an objective is a project's, as the OECD DAC scores it.
public enum MarkerScore: Int, CaseIterable, Comparable, Sendable {
  case notTargeted = 0
  /// Important, but not why the project was undertaken.
  case significant = 1
  /// Why the project was undertaken.
  case principal = 2

  public static func < (left: MarkerScore, right: MarkerScore) -> Bool {
    left.rawValue < right.rawValue
  }

  public var title: String {
    switch self {
    case .notTargeted: "Not targeted"
    case .significant: "Significant objective"
    case .principal: "Principal objective"
    }
  }
}

/// A policy marker of a project, with its score.
public struct MarkerAssessment: Hashable, Sendable {
  public let marker: PolicyMarker
  public let score: MarkerScore

  public init(marker: PolicyMarker, score: MarkerScore) {
    self.marker = marker
    self.score = score
  }
}
