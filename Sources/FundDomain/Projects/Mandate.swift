/// What projects are asked for by: a paragraph of a resolution (`56/123/OP7`), or a measure of a
/// plan of action. A project cites the mandates that it carries out.
public struct Mandate: Hashable, Sendable {
  /// The entry that added it.
  public var id: EntryNumber
  public var code: String
  public var title: String
  /// The day from which this version holds; nil from the beginning.
  public var holdsFrom: CalendarDate?

  public init(
    id: EntryNumber = 0, code: String, title: String, holdsFrom: CalendarDate? = nil
  ) {
    self.id = id
    self.code = code
    self.title = title
    self.holdsFrom = holdsFrom
  }
}

extension Mandate {
  static func read(_ form: Form, _ journal: Journal) throws -> Draft {
    let mandate = Mandate(code: try journal.newCode(form), title: try form.required("title"))
    return try mandate.draft(journal)
  }

  /// A new version of a mandate: another title, from a day on.
  static func change(_ form: Form, _ journal: Journal) throws -> Draft {
    let day = try journal.changeDate(form)
    let newest = try journal.books.mandate(try form.required("code"))
    let held = try journal.books.mandate(newest.id, on: day)
    var mandate = held
    mandate.title = try form.text("title") ?? held.title
    let isSoAlready = mandate == held
    mandate.holdsFrom = day
    return try mandate.draft(journal).version(
      from: day, unless: isSoAlready,
      held: journal.books.version(of: held.id, kind: "mandate", on: day),
      newest: newest.holdsFrom)
  }

  // Two paragraphs may have one title; their codes tell them apart.
  private func draft(_ journal: Journal) throws -> Draft {
    Draft(
      document: .mandate(self), date: journal.today, name: code,
      standing: id == 0 ? try journal.standing("mandate", code: code) : nil,
      check: { try journal.requireFree([code], kind: "mandate", of: id, field: "code") })
  }

  func facts(_ entry: EntryNumber) -> [Fact] {
    var record = Fact("mandate", of: entry)
    record.set("mandate", id == 0 ? entry : id)
    record.set("code", code)
    record.set("title", title)
    record.set("holds_from", holdsFrom)
    return [record] + names(entry, "mandate", [code])
  }
}
