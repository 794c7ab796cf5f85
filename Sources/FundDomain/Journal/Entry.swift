/// The place of an entry in the ledger: 1, 2, 3 … without a gap. Donors, projects and sub-funds
/// are named by the entry that added them, documents by the entry that recorded them.
public typealias EntryNumber = Int64

/// Things by the entries that name them.
public func byID<Thing>(
  _ things: [Thing], _ id: (Thing) -> EntryNumber
) -> [EntryNumber: Thing] {
  Dictionary(things.map { (id($0), $0) }, uniquingKeysWith: { first, _ in first })
}

/// One line of an entry: an amount on an account of a sub-fund, with its worth in US cents;
/// debits are positive.
public struct Posting: Hashable, Sendable {
  public var account: Account
  public var subFund: EntryNumber
  /// In the currency in which it happened. Nothing of a currency and some dollars is an exchange
  /// difference.
  public var amount: Money
  public var usd: Int64
  public var donor: EntryNumber?
  public var project: EntryNumber?
  /// The document whose balance it moves: the pledge of a receivable, the contribution that
  /// income or a refund belongs to.
  public var document: EntryNumber?
  /// The contribution that the money is, where it is kept apart; nil for a sub-fund's pool.
  public var source: EntryNumber?
  /// The allotment that is charged.
  public var allotment: EntryNumber?
  /// The biennium that deferred income belongs to: its first year.
  public var biennium: Int?

  public init(
    _ account: Account, _ subFund: EntryNumber, _ amount: Money, usd: Int64,
    donor: EntryNumber? = nil, project: EntryNumber? = nil, document: EntryNumber? = nil,
    source: EntryNumber? = nil, allotment: EntryNumber? = nil, biennium: Int? = nil
  ) {
    self.account = account
    self.subFund = subFund
    self.amount = amount
    self.usd = usd
    self.donor = donor
    self.project = project
    self.document = document
    self.source = source
    self.allotment = allotment
    self.biennium = biennium
  }

  /// The same line on the other side.
  public var mirrored: Posting {
    var mirror = self
    mirror.amount = -amount
    mirror.usd = -usd
    return mirror
  }
}

/// Who recorded something, when, and where it came from: one transaction, which is recorded whole
/// or not at all.
public struct Batch: Hashable, Sendable {
  /// `record`, `import contributions`, `undo` …: what was done.
  public let act: String
  public let recorder: String
  /// The instant of recording, UTC, ISO 8601 with microseconds.
  public let recordedAt: String
  /// `manual` for what people record, `csv` for imports: with a reference, the key of a document.
  public let source: String

  public init(act: String, recorder: String, recordedAt: String, source: String) {
    self.act = act
    self.recorder = recorder
    self.recordedAt = recordedAt
    self.source = source
  }
}

/// One act in the ledger: numbered, dated, balanced, never changed and never deleted.
public struct Entry: Sendable {
  public var sequence: EntryNumber
  public var number: DocumentNumber?
  public var date: CalendarDate
  public var memo: String?
  /// The reference that the outside world knows the document by.
  public var reference: String?
  /// What the document says, as a digest: the same reference with another is a contradiction.
  public var fingerprint: String?
  public var reverses: EntryNumber?
  public var corrects: EntryNumber?
  public var document: Document
  public var postings: [Posting]

  /// The entry's own record: all but its document and postings.
  public func record(in batch: Batch, id: Int64) -> Fact {
    var record = Fact("entry")
    record.set("seq", sequence)
    record.set("batch", id)
    record.set("kind", document.kind)
    if let number {
      record.set("series", number.series.rawValue)
      record.set("year", number.year)
      record.set("serial", number.serial)
      record.set("act", number.act)
    }
    record.set("date", date)
    record.set("memo", memo)
    record.set("source", batch.source)
    record.set("reference", reference)
    record.set("fingerprint", fingerprint)
    record.set("reverses", reverses)
    record.set("corrects", corrects)
    record.set("postings", postings.count)
    return record
  }

  /// The batch's part in the entry's hash: who and when.
  public static func stamp(of batch: Batch) -> Fact {
    var record = Fact("batch")
    record.set("recorded_at", batch.recordedAt)
    record.set("recorder", batch.recorder)
    record.set("command", batch.act)
    return record
  }
}

extension Posting {
  /// The posting as line `line` of an entry of a date.
  public func record(entry: EntryNumber, line: Int, date: CalendarDate) -> Fact {
    var record = Fact("posting")
    record.set("entry", entry)
    record.set("line", line)
    record.set("account", account.number)
    record.set("date", date)
    record.set("sub_fund", subFund)
    record.set("currency", amount.currency.code)
    record.set("amount", amount.minorUnits)
    record.set("usd", usd)
    record.set("donor", donor)
    record.set("project", project)
    record.set("document", document)
    record.set("source", source)
    record.set("allotment", allotment)
    record.set("biennium", biennium)
    return record
  }
}

/// A posting with the entry and the day on which it was made.
public struct DatedPosting: Sendable {
  public let entry: EntryNumber
  public let date: CalendarDate
  public let posting: Posting
  /// Neither reversed nor a reversal.
  public let isAlive: Bool

  public init(entry: EntryNumber, date: CalendarDate, posting: Posting, isAlive: Bool = true) {
    self.isAlive = isAlive
    self.entry = entry
    self.date = date
    self.posting = posting
  }
}
