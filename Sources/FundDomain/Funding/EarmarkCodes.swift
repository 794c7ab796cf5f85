/// What others call the freedom with which money may be used: one earmark, their codings.
public struct EarmarkCodes: Hashable, Sendable {
  /// The earmarking modality of the Grand Bargain, A to L, which IATI has as vocabulary 3; nil where
  /// money is for a special purpose and nobody has stated it.
  public let modality: Character?
  /// The revenue instrument of the United Nations system (CEB): R02A, voluntary and untied, to
  /// R03F, earmarked and in kind.
  public let instrument: String

  /// - Parameters:
  ///   - subFund: the code of the sub-fund that the money came to.
  ///   - isLocal: a State gives it for what is done in its own country.
  public init(
    of earmark: Earmark?, in subFund: String, isInKind: Bool = false, isLocal: Bool = false
  ) {
    let isGeneral = subFund == "GP"
    if isInKind {
      modality = "K"
      instrument = isGeneral && earmark == nil ? "R02B" : "R03F"
      return
    }
    guard !isGeneral else {
      modality = earmark == nil ? "A" : "D"
      instrument = "R02A"
      return
    }
    guard let earmark else {
      // A sub-fund of its own has a purpose of its own; the special-purpose one has its gifts'.
      (modality, instrument) = subFund == "SP" ? (nil, "R03E") : ("E", "R03B")
      return
    }
    modality = Self.modality(of: earmark)
    // What is pooled by theme alone is a thematic fund's.
    let isThematic = earmark.items.allSatisfy { $0.key == .theme }
    instrument = isLocal ? "R03D" : isThematic ? "R03B" : "R03E"
  }

  /// The category of the modality, IATI's vocabulary 2: 1 not earmarked, 2 softly, 3 earmarked, 4
  /// tightly.
  public var category: Int? {
    switch modality {
    case "A", "B", "C": 1
    case "D", "E", "F": 2
    case "G", "H": 3
    case nil: nil
    default: 4
    }
  }

  private static func modality(of earmark: Earmark) -> Character {
    func has(_ key: Earmark.Key) -> Bool { !earmark.values(of: key).isEmpty }
    if has(.project) { return "I" }
    let isPlaced = has(.country) || has(.region)
    if isPlaced, has(.theme) || has(.programme) { return "J" }
    if has(.country) { return "G" }
    return has(.programme) ? "H" : "E"
  }
}
