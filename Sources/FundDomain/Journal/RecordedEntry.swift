/// A living document that a new one repeats or contradicts.
public struct KnownDocument: Sendable {
  public let entry: EntryNumber
  /// Its number, or the code of what it added.
  public let name: String
  /// The digest of what it says; nil where its reader has already found it the same.
  public let fingerprint: String?

  public init(entry: EntryNumber, name: String, fingerprint: String?) {
    self.entry = entry
    self.name = name
    self.fingerprint = fingerprint
  }
}

/// An entry as it was recorded, as far as a reversal needs it.
public struct RecordedEntry: Sendable {
  public let sequence: EntryNumber
  public let number: DocumentNumber?
  public let kind: String
  public let date: CalendarDate
  public let postings: [Posting]
  /// The entry that reverses it, and its number.
  public let reversedBy: (entry: EntryNumber, name: String)?
  /// What kind of document it reverses, and of which day.
  public let reversed: (kind: String, date: CalendarDate)?
  /// What it adds where it bears no number: a donor's or project's code.
  public let name: String

  public init(
    sequence: EntryNumber, number: DocumentNumber?, kind: String, date: CalendarDate,
    postings: [Posting], reversedBy: (entry: EntryNumber, name: String)?,
    reversed: (kind: String, date: CalendarDate)?, name: String
  ) {
    self.sequence = sequence
    self.number = number
    self.kind = kind
    self.date = date
    self.postings = postings
    self.reversedBy = reversedBy
    self.reversed = reversed
    self.name = name
  }
}
