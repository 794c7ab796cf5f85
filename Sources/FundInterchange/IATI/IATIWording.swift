import FundDomain

/// What a figure, date or code is read from: as it stands, that nothing unseen is taken out of it
/// in silence; what is far too long for one is marked as cut, and read as none.
func clipped(_ text: String) -> String {
  let text = trimmed(text)
  return text.utf8.count <= 100 ? text : text.prefix(100) + "…"
}

/// A text in one of several languages.
struct Wording {
  var text: String?
  /// It is in the language of the activity.
  var isOwn = false

  /// Takes another in its place, where that is nearer.
  mutating func take(_ other: Wording) {
    if other.text != nil, text == nil || (other.isOwn && !isOwn) { self = other }
  }
}

extension XMLReader {
  func classify(
    _ element: IATIElement?, _ places: inout IATIPlaces, _ sectors: inout IATISectors
  ) {
    let (code, perCent) = (attribute("code"), attribute("percentage"))
    let vocabulary = attribute("vocabulary")
    switch element {
    case .recipientCountry: places.add(country: code, perCent: perCent)
    case .recipientRegion: places.add(region: code, vocabulary: vocabulary, perCent: perCent)
    default:
      sectors.add(code, vocabulary: vocabulary ?? attribute("vocab"), perCent: perCent)
    }
  }

  /// How far the money's use is bound; a vocabulary of its own stands before it.
  var aidType: String? {
    guard let code = attribute("code").flatMap({ tidied($0, most: 32) }) else { return nil }
    let vocabulary = attribute("vocabulary")
    return vocabulary == nil || vocabulary == "1" ? code : "\(vocabulary ?? "")=\(code)"
  }
}
