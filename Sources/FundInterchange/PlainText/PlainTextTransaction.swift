import FundDomain

/// A document as a transaction of plain-text accounting.
struct PlainTextTransaction {
  /// A name and a value, neither of them made harmless yet.
  typealias Tag = (name: String, value: String)

  /// An amount on an account; of another currency than the dollar with its worth.
  struct Line {
    let account: Account
    let amount: Money
    /// What it is worth, without a sign; nil of dollars.
    let cost: Money?
    let tags: [Tag]
  }

  let date: CalendarDate
  let number: DocumentNumber
  let payee: String?
  /// The kind of document, in words.
  let note: String
  let tags: [Tag]
  let lines: [Line]

  /// The names of all tags that a transaction or its lines may bear.
  static let tagNames = [
    "entry", "memo", "reference", "reverses", "sub-fund", "donor", "project", "document", "money",
    "allotment", "currency",
  ]

  /// - Throws: `does-not-foot` where the dollars of its lines are not zero together.
  init(_ head: JournalLine, _ lines: [JournalLine], payee: String?) throws {
    date = head.date
    number = head.number
    self.payee = payee
    note = head.kind.replacing("_", with: "-")
    tags = Self.tags([
      ("entry", "\(head.entry)"), ("memo", head.memo), ("reference", head.reference),
      ("reverses", head.reverses?.description),
    ])
    self.lines = lines.flatMap(Self.lines)
    let sum = lines.reduce(0) { $0 + ($1.posting?.usd ?? 0) }
    guard sum == 0 else {
      throw LedgerError.doesNotFoot(
        "the lines of \(number) are \(Money.usd(sum)) off zero")
    }
  }

  /// What is said of a document that posts nothing: a comment.
  var remark: String {
    let tags = tags.map { ", \($0.name) \($0.value)" }.joined()
    return "; " + plainLine("\(date) (\(number)) \(note) posts nothing\(tags)") + "\n"
  }

  private static func tags(_ tags: [(String, String?)]) -> [Tag] {
    tags.compactMap { name, value in value.map { (name, $0) } }
  }

  /// A posting as one line. Dollars without an amount are the dollars that an exchange difference
  /// is; dollars on the other side than the amount, which no price can say, are a line of their own.
  private static func lines(_ line: JournalLine) -> [Line] {
    guard let posting = line.posting else { return [] }
    let (amount, usd) = (posting.amount, Money.usd(posting.usd))
    let tags = tags([
      ("sub-fund", line.subFund), ("donor", line.donor), ("project", line.project),
      ("document", line.document), ("money", line.source), ("allotment", line.allotment),
    ])
    func dollars(_ more: [Tag] = []) -> Line {
      Line(account: posting.account, amount: usd, cost: nil, tags: tags + more)
    }
    func priced(_ cost: Money) -> Line {
      Line(account: posting.account, amount: amount, cost: cost, tags: tags)
    }
    if amount.currency == .usd { return [dollars()] }
    let difference = dollars([("currency", amount.currency.code)])
    if amount.minorUnits == 0 { return [difference] }
    if (amount.minorUnits < 0) == (usd.minorUnits < 0) || usd.minorUnits == 0 {
      return [priced(usd.minorUnits < 0 ? -usd : usd)]
    }
    return [priced(.usd(0)), difference]
  }
}
