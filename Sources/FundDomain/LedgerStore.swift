/// Where a ledger is kept: one consistent snapshot to read, one transaction to write.
public protocol LedgerStore: Sendable {
  /// Reads from one snapshot of the books, as they were when an entry was the last; nil for all.
  func read<Result>(
    knownAt entry: EntryNumber?, _ body: (any Books) throws -> Result
  ) throws -> Result

  /// Records what `body` appends as one batch, all of it or none of it; with `keep` false, none
  /// of it, though every check is made. A batch that appends nothing leaves no trace.
  func write<Result>(
    _ batch: Batch, keep: Bool, _ body: (any OpenBooks) throws -> Result
  ) throws -> Result
}

extension LedgerStore {
  /// Reads from one snapshot of the books, as they stand.
  public func read<Result>(_ body: (any Books) throws -> Result) throws -> Result {
    try read(knownAt: nil, body)
  }
}

/// The books as they stand: what rules ask.
///
/// A name is a whole code, alias or name; where it is none, the error offers the nearest.
public protocol Books {
  var fund: Fund { get throws }
  /// The newest entry and its hash.
  var head: ChainHead { get throws }
  /// The last entry that is looked at, where not all are.
  var knownAt: EntryNumber? { get }
  /// The same books as they were when an earlier entry was the last.
  func known(at entry: EntryNumber) -> any Books
  /// The same books as they stood on a day: what was reversed, committed, or given another earmark
  /// or donor after it is as it was. Sums ask for their own period.
  func asAt(_ day: CalendarDate?) -> any Books
  /// When an entry was recorded: UTC, ISO 8601 with microseconds.
  func recordedAt(_ entry: EntryNumber) throws -> String
  /// The last entry that was recorded by the end of a day, UTC; 0 where there was none.
  func lastEntry(recordedBy day: CalendarDate) throws -> EntryNumber
  /// The number of the newest batch; 0 of an empty ledger.
  var newestBatch: Int64 { get throws }

  func donor(_ name: String) throws -> Donor
  func project(_ name: String) throws -> Project
  func programme(_ name: String) throws -> Programme
  func mandate(_ name: String) throws -> Mandate
  func subFund(_ name: String) throws -> SubFund
  func donor(_ id: EntryNumber) throws -> Donor
  /// A donor in its version that holds on a day.
  func donor(_ id: EntryNumber, on day: CalendarDate) throws -> Donor
  /// A programme in its version that holds on a day.
  func programme(_ id: EntryNumber, on day: CalendarDate) throws -> Programme
  /// A mandate in its version that holds on a day.
  func mandate(_ id: EntryNumber, on day: CalendarDate) throws -> Mandate
  /// A project in its version that holds on a day.
  func project(_ id: EntryNumber, on day: CalendarDate) throws -> Project
  /// A sub-fund in its version that holds on a day.
  func subFund(_ id: EntryNumber, on day: CalendarDate) throws -> SubFund
  /// The version that held on a day as it was known when an entry was the last.
  func subFund(_ id: EntryNumber, on day: CalendarDate, knownAt entry: EntryNumber) throws
    -> SubFund
  /// The things of a kind (`donor`, `project` …) that bear a name, with the codes they have.
  func bearers(of name: String, kind: String) throws -> [(id: EntryNumber, code: String)]

  /// The things of a kind whose code or name begins with some letters; a few of many.
  func bearers(beginning: String, kind: String) throws -> [(id: EntryNumber, code: String)]
  /// The entry of something's version that holds on a day.
  func version(of id: EntryNumber, kind: String, on day: CalendarDate) throws -> EntryNumber
  /// The entry that added something, with what it said.
  func addition(of id: EntryNumber) throws -> KnownDocument

  /// The rate in force on a day: the newest on or before it.
  func rate(of currency: Currency, on date: CalendarDate) throws -> RateInForce
  /// The rate that a currency was given for exactly one day, if any.
  func rate(of currency: Currency, effective date: CalendarDate) throws -> Rate?

  /// What participants did about treaties, in the order of recording: about one instrument, or by
  /// one participant, where these are given.
  func treatyActs(to instrument: Instrument?, of participant: Participant?) throws -> [TreatyAct]

  /// A request for assistance by its number or reference.
  func request(_ name: String, source: String) throws -> RequestStanding
  /// Every living request of no later than a day, oldest first.
  func requests(upTo day: CalendarDate) throws -> [RequestStanding]
  /// A project's versions that have held by a day, oldest first.
  func history(ofProject id: EntryNumber, upTo day: CalendarDate) throws -> [Project]

  /// A pledge by its number, or the reference of the batch's source.
  func pledge(_ name: String, source: String) throws -> PledgeStanding
  func contribution(_ name: String, source: String) throws -> ContributionStanding
  /// What a donor gave to a sub-fund in a currency by a day and has not had back, oldest first,
  /// with what is left of those that are kept apart, now and by the day, until one is the last that
  /// is wanted.
  func contributions(
    of donor: EntryNumber, in subFund: EntryNumber, currency: Currency, upTo day: CalendarDate,
    untilLast: (ContributionStanding, _ left: (now: Int64, then: Int64)) throws -> Bool) throws

  /// A contribution, or what an opening left of one, by its entry.
  func contribution(_ entry: EntryNumber) throws -> ContributionStanding
  /// What was paid of a pledge, oldest first.
  func contributions(toPledge pledge: EntryNumber) throws -> [ContributionStanding]
  /// A few contributions with money left whose earmark a condition lets through, newest first.
  func contributions(limit: Int, where fits: (Earmark) -> Bool) throws -> [ContributionStanding]
  /// What is left of a contribution that is kept apart, by a day, in US cents.
  func left(of contribution: EntryNumber, upTo day: CalendarDate) throws -> Int64
  /// What a sub-fund has and has given out: day by day since a closing, as one sum up to it.
  func position(of subFund: EntryNumber, after closing: ClosingStanding?) throws -> Position
  /// An allotment by its number or reference, with what was left of it on a day.
  func allotment(_ name: String, source: String, on day: CalendarDate) throws -> AllotmentStanding
  func allotment(_ entry: EntryNumber, on day: CalendarDate) throws -> AllotmentStanding
  /// A project's living allotments of no later than a day on which something is unobligated, in
  /// the order in which they are charged, until one is the last that is wanted.
  func openAllotments(
    of project: EntryNumber, upTo day: CalendarDate,
    untilLast: (AllotmentStanding) throws -> Bool) throws
  /// A few of a project's allotments, the newest last, or one, with what is unobligated on each
  /// and the documents that spent the most of it, in US cents.
  func whereAuthorityWent(
    of project: EntryNumber, allotment: EntryNumber?, limit: Int
  ) throws
    -> [(allotment: String, left: Int64, spent: [(document: String, usd: Int64)])]
  /// What was allotted in the name of a pledge or contribution, less what was returned, in US cents.
  func allotted(naming document: EntryNumber) throws -> Int64
  /// What is allotted to a project from contributions that are kept apart, in US cents.
  func allotted(to project: EntryNumber) throws -> [(money: EntryNumber, usd: Int64)]
  /// What stands on an account in other currencies than the dollar at the end of a day: one line
  /// for each sub-fund, currency, donor, project, document, allotment and source; of cash, for each
  /// sub-fund and currency.
  func foreignBalances(of account: Account, upTo day: CalendarDate) throws -> [Posting]
  /// The latest closing that stands: everything dated up to its last day is closed.
  var latestClosing: ClosingStanding? { get throws }
  /// The day of the earliest document after another day that is no opening balance.
  func firstDocument(after day: CalendarDate?) throws -> CalendarDate?
  /// What was open at the end of a day: pledges, contributions that are kept apart, allotments,
  /// obligations, deferred income.
  func openItems(upTo day: CalendarDate) throws -> [Closing.Item]
  /// Every posting that moves a balance of a document, in the order of recording.
  func postings(on document: EntryNumber) throws -> [DatedPosting]
  /// An obligation or direct disbursement by its number or reference.
  func spending(_ name: String, source: String) throws -> SpendingStanding

  /// The living document with a reference from a source, or with this content and no reference.
  func known(kind: String, source: String, reference: String?, fingerprint: String?) throws
    -> KnownDocument?
  /// An entry by the number of its document.
  func entry(_ number: DocumentNumber) throws -> RecordedEntry
  /// A document and those that it was divided into when it was recorded, itself first.
  func parts(of entry: EntryNumber) throws -> [RecordedEntry]
  /// The entries of a batch, oldest first.
  func entries(ofBatch batch: Int64) throws -> [RecordedEntry]
  /// Sums of postings, each group once.
  func totals(_ query: TotalsQuery) throws -> [Total]
  /// What committed pledges promise in a period, with what was added to them, living ones only: by
  /// donor, sub-fund, earmark, currency and year of commitment; of one donor, or all.
  func pledged(_ period: Period, by donor: EntryNumber?) throws -> [Total]
  /// What donors gave in a period, by donor, calendar year and kind.
  func gifts(_ period: Period) throws -> [Gifts]
  /// What is left at the end of a day of the contributions that are kept apart, by donor, sub-fund
  /// and earmark.
  func idleMoney(upTo day: CalendarDate) throws -> [IdleMoney]
  /// The documents that a filter lets through, in the order of their dates and entries.
  func documents(_ filter: DocumentFilter, each: (DocumentLine) throws -> Void) throws
  /// How every living pledge that was made by a day stood on a day: what was paid by then; a
  /// donor's only, where one is named.
  func pledges(
    of donor: EntryNumber?, upTo day: CalendarDate, asAt: CalendarDate,
    each: (PledgeStanding) throws -> Void) throws
  /// Every living contribution of no later than a day, and what openings left of such, oldest
  /// first.
  func contributions(
    upTo day: CalendarDate, each: (ContributionStanding) throws -> Void) throws
  /// Every living allotment of no later than a day, oldest first.
  func allotments(upTo day: CalendarDate, each: (AllotmentStanding) throws -> Void) throws
  /// What a donor gave, oldest first, also what was reversed: contributions, and what openings
  /// left of them.
  func contributions(of donor: EntryNumber) throws -> [ContributionStanding]
  /// The lines of the journal in the order of their dates, entries and lines.
  func journal(_ filter: JournalFilter, each: (JournalLine) throws -> Void) throws
  /// The documents that one stands on: a payment's obligation, an obligation's allotments …
  func bases(of entry: EntryNumber) throws -> [EntryNumber]
  /// The documents that stand on one, by date: an allotment's obligations, an act's reversal …
  func consequences(of entry: EntryNumber) throws -> [DocumentLink]
  /// What a donor or project led to: how many living documents, and the newest few.
  func outcomes(
    _ what: Outcomes, of thing: EntryNumber, kind: String, limit: Int
  ) throws -> (count: Int, entries: [EntryNumber])
  /// What an entry is called: its document's number, or the code of what it added.
  func name(of entry: EntryNumber) throws -> String
  /// Everything of a kind, in its version that holds on a day, in the order of its codes.
  func donors(on day: CalendarDate) throws -> [Donor]
  func projects(on day: CalendarDate) throws -> [Project]
  func programmes(on day: CalendarDate) throws -> [Programme]
  func mandates(on day: CalendarDate) throws -> [Mandate]
  func subFunds(on day: CalendarDate) throws -> [SubFund]
  func rates(of currency: Currency?, in period: Period) throws -> [Rate]
  /// Which rates living documents of no later than a day are valued at, by the day of the document.
  func rateUses(upTo day: CalendarDate) throws -> [RateUse]
  /// An activity as the register of references has it, by its publisher's identifier.
  func reported(_ identifier: String, by publisher: String) throws -> ReportStanding?
  /// The flows of the register that are dated in a period and were not withdrawn, by their dates.
  func references(in period: Period, each: (ReferenceLine) throws -> Void) throws
  /// Everything that an entry says, for whoever wants to see it whole.
  func facts(of entry: EntryNumber) throws -> [Fact]
  /// Every entry as it is sealed, from the first.
  func sealedEntries(_ each: (SealedEntry) throws -> Void) throws

  /// The living documents that stand on an entry, by their numbers or codes; of many, some more
  /// than `LedgerError.fewDependants`.
  func dependants(of entry: EntryNumber, kind: String) throws -> [String]
}

extension Books {
  /// What a sub-fund has and has given out, for every day that is not closed.
  func position(of subFund: EntryNumber) throws -> Position {
    try position(of: subFund, after: latestClosing)
  }

  /// How every living pledge that was made by a day stood on a day.
  public func pledges(
    upTo day: CalendarDate, asAt: CalendarDate, each: (PledgeStanding) throws -> Void
  ) throws {
    try pledges(of: nil, upTo: day, asAt: asAt, each: each)
  }

  /// The entry of something's newest version.
  public func newestVersion(of id: EntryNumber, kind: String) throws -> EntryNumber {
    try version(of: id, kind: kind, on: .last)
  }

  /// The programmes in their newest versions.
  public func programmes() throws -> [Programme] { try programmes(on: .last) }
}

/// The books while a batch is being recorded.
public protocol OpenBooks: Books {
  /// The sequence that the next entry will have.
  var nextEntry: EntryNumber { get throws }
  /// The number that the next document of a series and year will have.
  func nextNumber(_ series: Series, year: Int) throws -> DocumentNumber
  /// The number that the next act on a document will have.
  func nextAct(on number: DocumentNumber) throws -> DocumentNumber
  func append(_ entry: Entry) throws
  /// SHA-256 of some bytes.
  func digest(_ bytes: [UInt8]) -> [UInt8]
}

/// The newest entry of a ledger and its hash.
public struct ChainHead: Hashable, Sendable {
  public let entries: EntryNumber
  /// SHA-256 in hexadecimal; of an empty ledger 64 zeros.
  public let hash: String

  public init(entries: EntryNumber, hash: String) {
    self.entries = entries
    self.hash = hash
  }
}
