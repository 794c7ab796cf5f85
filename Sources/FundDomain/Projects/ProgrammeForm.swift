extension Programme {
  static func read(_ form: Form, _ journal: Journal) throws -> Draft {
    let programme = Programme(code: try journal.newCode(form), title: try form.required("title"))
    return try programme.draft(journal)
  }

  /// A new version of a programme: another title, from a day on.
  static func change(_ form: Form, _ journal: Journal) throws -> Draft {
    let day = try journal.changeDate(form)
    let newest = try journal.books.programme(try form.required("code"))
    let held = try journal.books.programme(newest.id, on: day)
    var programme = held
    programme.title = try form.text("title") ?? held.title
    let isSoAlready = programme == held
    programme.holdsFrom = day
    return try programme.draft(journal).version(
      from: day, unless: isSoAlready,
      held: journal.books.version(of: held.id, kind: "programme", on: day),
      newest: newest.holdsFrom)
  }

  private func draft(_ journal: Journal) throws -> Draft {
    Draft(
      document: .programme(self), date: journal.today, name: code,
      standing: id == 0 ? try journal.standing("programme", code: code) : nil,
      check: {
        try journal.requireFree([code, title], kind: "programme", of: id, field: "title")
      })
  }
}
