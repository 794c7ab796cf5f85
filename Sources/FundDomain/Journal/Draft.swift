/// A document that has been read and found right, with its posting rule, not yet recorded.
struct Draft {
  var document: Document
  var date: CalendarDate
  /// The code of what it adds, for what bears no number.
  var name = ""
  /// The document that it is a later act on.
  var actsOn: DocumentNumber?
  var reverses: EntryNumber?
  /// For master data: what already stands under its code.
  var standing: KnownDocument?
  var warnings: [String] = []
  /// Made by the ledger as the consequence of another, on whatever day that falls.
  var isConsequence = false
  /// The entry that follows on it, given its sequence and number.
  var follow: ((EntryNumber, DocumentNumber) throws -> Draft)?
  /// What it divides into, each with a number of its own; asked only when it is not already
  /// recorded.
  var parts: (() throws -> [Draft])?
  /// What is asked only when it is not already recorded.
  var check: (() throws -> Void)?
  /// The posting rule, given the sequence of the entry.
  var post: (EntryNumber) throws -> [Posting] = { _ in [] }

  /// The fields that the ledger itself works out.
  private static let workedOut: Set = [
    "usd", "rate", "sold_usd", "sold_rate", "carried", "applied", "money", "support",
  ]

  /// What the document says, as bytes: all but what the ledger itself works out.
  func content(memo: String?) -> [UInt8] {
    var form = CanonicalForm()
    var frame = Fact(document.kind)
    if document.series != nil { frame.set("date", date) }
    frame.set("memo", memo)
    form.append(frame)
    for record in document.facts(entry: 0) {
      var said = Fact(record.table)
      for field in record.fields where !Draft.workedOut.contains(field.name) {
        said.set(field.name, field.value)
      }
      form.append(said)
    }
    return form.bytes
  }
}
