import FundDomain

/// Where figures stand between two edges, in whole numbers alone: no amount is ever rounded but
/// to its place in the picture.
struct ChartScale {
  private let low: Int128
  private let span: Int128
  private let room: Int128

  /// A scale on which all figures have a place, and zero too.
  ///
  /// - Parameter room: how far apart the edges are.
  init(_ figures: [Int128], room: Int) {
    low = min(0, figures.min() ?? 0)
    span = max(max(0, figures.max() ?? 0) - low, 1)
    self.room = Int128(room)
  }

  /// How far from the lower edge a figure stands: half a step counts as one.
  func place(_ figure: Int128) -> Int {
    Int((2 * (figure - low) * room + span) / (2 * span))
  }

  var zero: Int { place(0) }
}

/// Hundredths of a per cent as a length of SVG: `62.50%`.
func percentLength(_ hundredths: Int) -> String {
  decimalText(Int64(hundredths), exponent: 2) + "%"
}
