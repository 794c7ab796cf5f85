extension Donor {
  static func read(_ form: Form, _ journal: Journal) throws -> Draft {
    let code = try journal.newCode(form)
    guard let kind = try form.word("kind", DonorKind.self) else {
      throw LedgerError(
        rule: "field-missing", "the kind of donor is missing",
        hint: "one of \(DonorKind.allCases.map(\.rawValue).joined(separator: ", "))",
        field: "kind")
    }
    let donor = Donor(
      code: code, name: try form.required("name"), kind: kind, country: try form.country("country"),
      aliases: try form.list("aliases"))
    return try donor.draft(journal, date: journal.today)
  }

  /// A new version of a donor from a day on: what the form leaves out stays as it was on that day.
  static func change(_ form: Form, _ journal: Journal) throws -> Draft {
    let day = try journal.changeDate(form)
    let newest = try journal.books.donor(try form.required("code"))
    let held = try journal.books.donor(newest.id, on: day)
    var donor = held
    donor.name = try form.text("name") ?? held.name
    donor.kind = try form.word("kind", DonorKind.self) ?? held.kind
    donor.country = try form.country("country") ?? held.country
    donor.aliases += try form.list("aliases").filter { !held.aliases.contains($0) }
    let isSoAlready = donor == held
    donor.holdsFrom = day
    return try donor.draft(journal, date: journal.today).version(
      from: day, unless: isSoAlready,
      held: journal.books.version(of: held.id, kind: "donor", on: day), newest: newest.holdsFrom)
  }

  private func draft(_ journal: Journal, date: CalendarDate) throws -> Draft {
    let standing = id == 0 ? try journal.standing("donor", code: code) : nil
    return Draft(
      document: .donor(self), date: date, name: code, standing: standing,
      check: {
        try journal.requireFree([code, name] + aliases, kind: "donor", of: id, field: "name")
      }
    )
  }
}

extension Form {
  func country(_ field: String) throws(LedgerError) -> Country? {
    guard let text = try text(field) else { return nil }
    return try reading(field) { () throws(LedgerError) in try Country(text) }
  }
}
