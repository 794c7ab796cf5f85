public import FundDomain
public import Plain

/// Several reports as one document: contents, each report as a chapter with its charts, its notes
/// and the tables that go with it, and at the end what all of them stand on.
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
  let chapters: [Chapter]

  /// One report of it.
  struct Chapter: Sendable {
    let sheet: Sheet
    let charts: [Chart]
    let json: JSON
  }

  /// A document of reports from one snapshot of the books.
  ///
  /// - Parameters:
  ///   - reports: its chapters in their order, at least one.
  ///   - foot: of the whole; chapters that stand on something else say so themselves.
  public init(
    _ name: String, title: String, subtitle: [String] = [], reports: [any Report],
    footnotes: [String] = [], foot: ReportFoot
  ) {
    precondition(!reports.isEmpty, "a document has something in it")
    self.name = name
    self.title = title
    self.subtitle = subtitle
    self.footnotes = footnotes
    self.foot = foot
    chapters = reports.enumerated().map { place, report in
      var sheet = report.sheet
      // The Fund's name stands over the whole.
      let ofFund = "\(foot.fund.title): "
      let own =
        sheet.title.hasPrefix(ofFund) ? sheet.title.dropFirst(ofFund.count) : sheet.title[...]
      sheet.title = "\(place + 1). \(String(own).capitalizedFirst)"
      sheet.foot.removeAll(where: foot.lines.contains)
      return Chapter(sheet: sheet, charts: report.charts, json: report.json)
    }
  }

  /// What stands before the chapters and after them, as a sheet without a table.
  var cover: Sheet {
    Sheet(title: title, subtitle: subtitle, columns: [], footnotes: footnotes, foot: foot.lines)
  }

  /// The document as `cpcjf/1`: its chapters are the reports' own objects.
  public var json: JSON {
    .object(
      [
        ("schema", "cpcjf/1"), ("report", .string(name)), ("title", .string(title)),
        ("subtitle", .array(subtitle.map { .string($0) })),
        ("footnotes", .array(footnotes.map { .string($0) })),
        ("chapters", .array(chapters.map(\.json))),
      ] + foot.json)
  }

  /// The document for a terminal, as sheets are.
  public func text(width: Int? = nil) -> String {
    let contents = ["Contents"] + chapters.map { "  \(oneLine($0.sheet.title))" }
    let end = [footnotes.map(oneLine), foot.lines.map(oneLine)]
    let blocks = [[cover.textHead, contents].map(block).joined(separator: "\n")]
    return
      (blocks + chapters.map { $0.sheet.text(width: width) }
      + [end.filter { !$0.isEmpty }.map(block).joined(separator: "\n")])
      .joined(separator: "\n\n")
  }

  private func block(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }

  /// The document as GitHub's Markdown, a heading for each chapter.
  public func markdown() -> String {
    let contents = chapters.map { "- " + escapedLine($0.sheet.title) }.joined(separator: "\n")
    let head = cover.markdownHead(level: 1) + ["## Contents", contents]
    let foot = cover.markdownFoot.filter { !$0.isEmpty }
    return
      ([head.joined(separator: "\n\n") + "\n"] + chapters.map { $0.sheet.markdown(level: 2) }
      + ["---\n\n" + foot.joined(separator: "\n\n") + "\n"]).joined(separator: "\n")
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
