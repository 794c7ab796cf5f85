public import FundDomain
public import Plain

/// Several reports as one document: contents, what must be known to read it, each report as a chapter
/// with its charts, its notes and the tables that go with it, and at the end what all of them stand
/// on.
///
/// What stands at the foot of the whole is not said again at the foot of a chapter.
public struct Booklet: Sendable {
  /// What it is called on the command line: `implementation`.
  public let name: String
  public let title: String
  /// Lines under the title: the period, for whom it is.
  public let subtitle: [String]
  /// Notes on the whole: its basis, what it leaves out.
  public let footnotes: [String]
  public let foot: ReportFoot
  /// What programs read of the whole, beside its title.
  let keys: [(String, JSON)]
  /// The introduction, where there is one, then the numbered chapters.
  let chapters: [Chapter]

  /// A report with what stands over it in a document.
  public struct Part: Sendable {
    let report: any Report
    /// The chapter's title; nil for the report's own, which else stands under it.
    let title: String?
    /// The paragraphs of the resolution that it answers, which stand behind the title.
    let paragraphs: [Paragraph]

    public init(
      _ report: any Report, _ title: String? = nil, _ paragraphs: [Paragraph] = []
    ) {
      self.report = report
      self.title = title
      self.paragraphs = paragraphs
    }
  }

  /// A report as it stands in its place.
  struct Chapter: Sendable {
    /// From 1; nil for the introduction.
    let number: Int?
    let title: String
    fileprivate(set) var sheet: Sheet
    let charts: [Chart]
    let json: JSON
    let paragraphs: [Paragraph]

    /// The number and the title alone, as a worksheet is called.
    var name: String { (number.map { "\($0). " } ?? "") + title }

    /// A name that no other part of a page has.
    var id: String { number.map { "chapter-\($0)" } ?? "introduction" }
  }

  /// A document of reports from one snapshot of the books.
  ///
  /// - Parameters:
  ///   - keys: what programs read of the whole, beside its title.
  ///   - introduction: what must be known to read the chapters; it bears no number.
  ///   - parts: its chapters in their order, at least one.
  ///   - foot: of the whole; chapters that stand on something else say so themselves.
  public init(
    _ name: String, title: String, subtitle: [String] = [], keys: [(String, JSON)] = [],
    introduction: (any Report)? = nil, parts: [Part], footnotes: [String] = [], foot: ReportFoot
  ) {
    precondition(!parts.isEmpty, "a document has something in it")
    self.name = name
    self.title = title
    self.subtitle = subtitle
    self.keys = keys
    self.footnotes = footnotes
    self.foot = foot
    chapters =
      (introduction.map { [Chapter(Part($0), number: nil, foot)] } ?? [])
      + parts.enumerated().map { Chapter($1, number: $0 + 1, foot) }
  }

  /// What stands over the last lines.
  static let endTitle = "What this document stands on"

  /// What stands before the chapters and after them, as a sheet without a table.
  var cover: Sheet {
    Sheet(title: title, subtitle: subtitle, columns: [], footnotes: footnotes, foot: foot.lines)
  }

  /// The document as `cpcjf/1`: what its chapters contain are the reports' own objects.
  public var json: JSON {
    let introduction = chapters.first { $0.number == nil }
    return .object(
      [
        ("schema", "cpcjf/1"), ("report", .string(name)), ("title", .string(title)),
        ("subtitle", .array(subtitle.map { .string($0) })),
      ] + keys + [
        ("introduction", introduction?.json ?? .null),
        ("chapters", .array(chapters.filter { $0.number != nil }.map(\.numbered))),
        ("footnotes", .array(footnotes.map { .string($0) })),
      ] + foot.json)
  }

  /// The document for a terminal, as sheets are.
  public func text(width: Int? = nil) -> String {
    let titles = chapters.map(\.sheet.title) + [Self.endTitle]
    let contents = ["Contents"] + titles.map { "  \(oneLine($0))" }
    let end = [[Self.endTitle], footnotes.map(oneLine), foot.lines.map(oneLine)]
    let blocks = [[cover.textHead, contents].map(block).joined(separator: "\n")]
    return
      (blocks + chapters.map { $0.sheet.text(width: width) }
      + [end.filter { !$0.isEmpty }.map(block).joined(separator: "\n")])
      .joined(separator: "\n\n")
  }

  private func block(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }

  /// The document as GitHub's Markdown, a heading for each chapter.
  public func markdown() -> String {
    let titles = chapters.map(\.sheet.title) + [Self.endTitle]
    let contents = titles.map { "- " + escapedLine($0) }.joined(separator: "\n")
    let head = cover.markdownHead(level: 1) + ["## Contents", contents]
    let foot = cover.markdownFoot.filter { !$0.isEmpty }
    return
      ([head.joined(separator: "\n\n") + "\n"] + chapters.map { $0.sheet.markdown(level: 2) }
      + ["## \(Self.endTitle)\n\n" + foot.joined(separator: "\n\n") + "\n"])
      .joined(separator: "\n")
  }

  /// The charts of all chapters, as one picture.
  ///
  /// - Throws: `no-chart`.
  public func svg() throws(LedgerError) -> String {
    let charts = chapters.flatMap(\.charts)
    guard !charts.isEmpty else { throw .noChart }
    return picture(of: charts)
  }
}

extension Booklet.Chapter {
  fileprivate init(_ part: Booklet.Part, number: Int?, _ foot: ReportFoot) {
    var sheet = part.report.sheet
    // The Fund's name stands over the whole.
    let ofFund = "\(foot.fund.title): "
    let ownTitle = String(
      sheet.title.hasPrefix(ofFund) ? sheet.title.dropFirst(ofFund.count) : sheet.title[...]
    ).capitalizedFirst
    title = part.title ?? ownTitle
    if part.title != nil { sheet.subtitle.insert(ownTitle, at: 0) }
    sheet.foot.removeAll(where: foot.lines.contains)
    self.number = number
    self.sheet = sheet
    charts = part.report.charts
    json = part.report.json
    paragraphs = part.paragraphs
    self.sheet.title = name + (paragraphs.isEmpty ? "" : " (\(paragraphs.cited))")
  }

  fileprivate var numbered: JSON {
    .object(
      [("number", .integer(Int64(number ?? 0))), ("title", .string(title))]
        + (paragraphs.isEmpty
          ? [] : [("paragraphs", .array(paragraphs.map { .string($0.code) }))])
        + [("content", json)])
  }
}
