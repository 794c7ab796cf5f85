/// Shares as people and programs are told them.
enum Percentage {
  /// A part of a whole above zero in tenths of a per cent, halves away from zero: 375 is 37.5 %.
  static func tenths(of part: Int64, in whole: Int64) -> Int64 {
    precondition(whole > 0)
    let twice = Int128(part.magnitude) * 2000
    let rounded = Int64((twice + Int128(whole)) / (2 * Int128(whole)))
    return part < 0 ? -rounded : rounded
  }
}
