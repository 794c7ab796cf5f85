public import FundDomain
import Plain

extension Booklet {
  /// The annex to the report that paragraph 21 of resolution 56/123 asks of the Secretary-General:
  /// every report of a period that answers a paragraph, as one document.
  ///
  /// - Parameters:
  ///   - session: of the General Assembly to which it is submitted; a positive number.
  ///   - preparer: who prepared it, as they wish to be named.
  /// - Throws: `does-not-foot` when a part does not add up: none of the document is printed then.
  public static func implementation(
    _ books: any Books, session: Int, in period: Period, regions: RegionScheme = .unodc,
    preparedBy preparer: String? = nil
  ) throws -> Booklet {
    precondition(session > 0, "sessions are counted from 1")
    let books = books.asAt(period.to)
    let chapters = try Chapters(books, in: period, regions)
    let foot = try ReportFoot(books, asAt: period.to)
    let known = try KnownUpTo(books)
    return Booklet(
      "implementation",
      title:
        "Implementation of General Assembly resolution 56/123: annex on the \(foot.fund.title)",
      subtitle: [
        "To the report of the Secretary-General to the General Assembly at its "
          + "\(ordinal(session)) session, under paragraph 21 of the resolution",
        "Period: \(period); as at \(period.to)",
        "Prepared \(preparer.map { "by \($0) " } ?? "")from the Fund's ledger",
      ],
      keys: [
        ("session", .integer(Int64(session))), ("period", .string("\(period)")),
        ("preparedBy", .text(preparer)), ("currency", "USD"),
        ("recordedAt", .text(known.recordedAt)),
      ],
      introduction: try Introduction(books, in: period, chapters.all, excluded: chapters.excluded),
      parts: chapters.all,
      footnotes: [
        "Basis: \(Introduction.basis)",
        "Excluded: " + chapters.excluded.joined(separator: "; ") + ".",
        known.line,
      ], foot: foot)
  }
}

/// Up to where the books are known, so that the document can be asked for again.
private struct KnownUpTo {
  let entry: EntryNumber
  let recordedAt: String?

  init(_ books: any Books) throws {
    entry = try books.head.entries
    recordedAt = entry > 0 ? try books.recordedAt(entry) : nil
  }

  var line: String {
    "Known: what was recorded up to entry \(entry), of \(recordedAt ?? "no day"). Asked for with "
      + "--known-at \(entry), this document is the same to the last character, whatever is "
      + "recorded later."
  }
}

/// `57th`, `61st`, `112th`.
func ordinal(_ number: Int) -> String {
  let ending =
    switch (number % 100, number % 10) {
    case (11...13, _): "th"
    case (_, 1): "st"
    case (_, 2): "nd"
    case (_, 3): "rd"
    default: "th"
    }
  return "\(number)\(ending)"
}
