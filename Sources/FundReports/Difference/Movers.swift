public import FundDomain

extension SheetDifference {
  /// So many entries are asked one by one.
  static let askedSingly = 256

  /// The entries of a span that moved a report: known at one of them it says something else than
  /// known at the one before.
  ///
  /// Of more than ``askedSingly`` entries, a stretch of which the report says the same at both ends
  /// is passed over whole: what was recorded in it and taken back moved nothing.
  ///
  /// - Parameters:
  ///   - first: the last entry that was known before.
  ///   - progress: told how many of how many entries are settled, now and then.
  ///   - sheet: the report as known at an entry.
  public static func movers(
    after first: EntryNumber, upTo last: EntryNumber,
    progress: (_ done: EntryNumber, _ all: EntryNumber) -> Void = { _, _ in },
    sheet: (EntryNumber) throws -> Sheet
  ) rethrows -> [EntryNumber] {
    guard first < last else { return [] }
    let skips = last - first > askedSingly
    var found: [EntryNumber] = []
    /// The ends of stretches still to be looked into, the earliest last.
    var stretches = [(first, try sheet(first), last, try sheet(last))]
    while let (low, was, high, now) = stretches.popLast() {
      let isSame = SheetDifference(from: was, to: now).moves.isEmpty
      if high - low == 1 {
        if !isSame { found.append(high) }
      } else if !isSame || !skips {
        let middle = low + (high - low) / 2
        let between = try sheet(middle)
        stretches.append((middle, between, high, now))
        stretches.append((low, was, middle, between))
        progress(low - first, last - first)
      }
    }
    return found
  }
}
