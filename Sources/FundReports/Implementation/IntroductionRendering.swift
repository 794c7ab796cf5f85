import FundDomain
import Plain

extension Introduction {
  /// The basis of the figures, in one sentence.
  static let basis =
    "income as each sub-fund's policy counts it; expenditure on the budget basis, as obligations "
    + "are incurred, with programme support; what is collected, when the cash came."

  var sheet: Sheet {
    Sheet(
      title: "Introduction", subtitle: notes,
      headnote: "When a pledge counts as income, by the day on which it was signed",
      columns: [
        Sheet.Column(title: "Sub-fund", kind: .code, id: "key"),
        Sheet.Column(title: "Title", kind: .text, id: "title"),
        Sheet.Column(title: "Signed on \(period.from)", kind: .text, id: "first"),
        Sheet.Column(title: "Signed on \(period.to)", kind: .text, id: "last"),
      ],
      rows: recognition.map {
        Sheet.Row([
          .text($0.subFund.code), .text($0.subFund.title), .text($0.first.title),
          .text($0.last.title),
        ])
      }, annexes: (rates.isEmpty ? [] : [ratesOfExchange]) + [paragraphs], footnotes: footnotes)
  }

  private var notes: [String] {
    [
      "Basis of accounting: \(Self.basis)",
      "Programme support is an expenditure of the sub-fund that is charged, and an income of the "
        + "sub-fund PSC: both stand in the totals of the statement.",
      "Pledged, due and collected are three measures of one promise: each table says which it has.",
      "Recognition of income: a pledge is counted by the policy of its sub-fund on the day on which "
        + "it was signed, as the table below has it.",
      "Rates: a document is worth what it was at the rate in force on its day, in units of a "
        + "currency per US dollar; what is held, owed and due at the end of a biennium is revalued.",
      "Shares: the money of a project with several themes or countries, or of an earmark with "
        + "several values, is apportioned once; what is in every table is a sum of the same parts.",
      "Excluded: " + excluded.joined(separator: "; ") + ".",
    ]
  }

  private var footnotes: [String] {
    let known =
      sources.count > 3
      ? ["Rates are of \(sources.count) sources, which cpcjf list rates shows."]
      : sources.map { "Source of rates: \($0)" }
    let unanswered = answers.filter(\.chapters.isEmpty).map(\.paragraph)
    return (rates.isEmpty ? [] : known)
      + (unanswered.isEmpty
        ? [] : ["The Fund's books hold nothing of what \(unanswered.cited) speak of."])
  }

  private var ratesOfExchange: Sheet {
    Sheet(
      title: "Rates of exchange, for what was recorded in \(period)",
      headnote: "Units per United States dollar",
      columns: [
        Sheet.Column(title: "Currency", kind: .code, id: "currency"),
        Sheet.Column(title: "On \(period.from)", kind: .text, id: "first"),
        Sheet.Column(title: "On \(period.to)", kind: .text, id: "last"),
        Sheet.Column(title: "Rates that took effect", kind: .count, id: "rates"),
      ],
      rows: rates.map {
        Sheet.Row([
          .text($0.currency.code), words($0.first, of: $0.currency, on: period.from),
          words($0.last, of: $0.currency, on: period.to),
          .count(Int64($0.count)),
        ])
      })
  }

  private func words(_ rate: Rate?, of currency: Currency, on day: CalendarDate) -> Sheet.Cell {
    let end = currency.ended.flatMap { $0 < day ? "ended \($0)" : nil }
    return .text(rate.map { "\($0.rate)" } ?? end)
  }

  private var paragraphs: Sheet {
    Sheet(
      title: "Where the paragraphs of the resolution are answered",
      columns: [
        Sheet.Column(title: "Paragraph", kind: .code, id: "paragraph"),
        Sheet.Column(title: "What it speaks of", kind: .text, id: "subject"),
        Sheet.Column(title: "Chapter", kind: .text, id: "chapter"),
      ],
      rows: answers.map { paragraph, chapters in
        let places = chapters.map { "\($0)" }.joined(separator: ", ")
        return Sheet.Row([
          .text(paragraph.title), .text(paragraph.subject),
          chapters.isEmpty ? .nilValue : .text(places),
        ])
      })
  }

  var json: JSON {
    .object([
      ("basis", .string(Self.basis)), ("excluded", .array(excluded.map { .string($0) })),
      (
        "recognition",
        .array(
          recognition.map {
            .object([
              ("key", .string($0.subFund.code)), ("title", .string($0.subFund.title)),
              ("first", .string($0.first.rawValue)), ("last", .string($0.last.rawValue)),
            ])
          })
      ),
      (
        "rates",
        .array(
          rates.map {
            .object([
              ("currency", .string($0.currency.code)), ("first", .text($0.first?.rate.description)),
              ("last", .text($0.last?.rate.description)), ("rates", .integer(Int64($0.count))),
            ])
          })
      ), ("sources", .array(sources.map { .string($0) })),
      (
        "paragraphs",
        .array(
          answers.map { paragraph, chapters in
            .object([
              ("key", .string(paragraph.code)), ("title", .string(paragraph.subject)),
              ("chapters", .array(chapters.map { .integer(Int64($0)) })),
            ])
          })
      ),
    ])
  }
}

extension RecognitionPolicy {
  /// The policy as a table has it.
  fileprivate var title: String {
    switch self {
    case .onCommitment: "on commitment"
    case .whenDue: "when due"
    case .onReceipt: "on receipt"
    }
  }
}
