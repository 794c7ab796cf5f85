import FundDomain
public import Plain

extension DueList {
  /// The list for a calendar program: an all-day event for each item, known by the same name for
  /// as long as its day stays.
  ///
  /// - Parameters:
  ///   - ledger: what tells this ledger from every other: the hash of its first entry.
  ///   - recordedAt: when the newest entry was recorded. The clock is not asked, so that the same
  ///     question gives the same bytes.
  public func calendar(ledger: String, recordedAt: String) -> ICalendar {
    ICalendar(
      product: "-//United Nations//cpcjf//EN", name: "\(foot.fund.title): due",
      stamp: recordedAt.prefix("2002-12-31T23:59:59".utf8.count)
        .filter { $0 != "-" && $0 != ":" } + "Z",
      events: items.map { event($0, ledger: ledger.prefix(16)) })
  }

  private func event(_ item: Item, ledger: Substring) -> ICalendar.Event {
    ICalendar.Event(
      uid: "\(item.kind.rawValue)-\(item.key)-\(digits(item.on))@\(ledger).cpcjf",
      day: digits(item.on), next: digits(item.on.next), summary: summary(item),
      description: "\(foot.fund.title), as at \(foot.asAt): \(foot.head.entries) entries, "
        + "head \(foot.head.hash.prefix(12))", category: item.kind.rawValue)
  }

  private func summary(_ item: Item) -> String {
    let amount = item.amount.map { "\($0)" } ?? ""
    return switch item.kind {
    case .instalment: "\(item.title): \(amount) due on \(item.key)"
    case .useBy: "\(item.title): \(amount) of \(item.key) to be used"
    case .projectEnd: "\(item.key) ends: \(item.title)"
    case .obligations: "\(item.key): \(item.title), \(amount)"
    }
  }

  private func digits(_ day: CalendarDate) -> String { day.description.filter { $0 != "-" } }
}
