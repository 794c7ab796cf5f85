extension Journal {
  /// A code that is to be added: one word of what people write, kept as given.
  ///
  /// - Throws: `code-unusable` for one that could not be told apart in an earmark.
  func newCode(_ form: Form) throws(LedgerError) -> String {
    let code = try form.required("code")
    let usable = !code.utf8.contains { $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: "=") }
    guard usable, code.utf8.count <= 64, !searchKey(code).isEmpty else {
      throw LedgerError(
        rule: "code-unusable",
        "'\(code)' cannot be a code: letters and digits are needed, at most 64 bytes, no ; or =",
        field: "code")
    }
    return code
  }

  /// What already bears a new code, with the content it was added with: the same again is no
  /// fault, anything else is (rule 6).
  func standing(_ kind: String, code: String) throws -> KnownDocument? {
    let key = nameKey(code)
    guard
      let bearer = try books.bearers(of: code, kind: kind).first(where: {
        nameKey($0.code) == key
      })
    else { return nil }
    return try books.addition(of: bearer.id)
  }

  /// No two things of a kind may bear one name, or nobody could tell which is meant.
  ///
  /// - Throws: `name-taken`.
  func requireFree(_ names: [String], kind: String, of own: EntryNumber, field: String) throws {
    for name in names {
      for bearer in try books.bearers(of: name, kind: kind) where bearer.id != own {
        throw LedgerError(
          rule: "name-taken", "'\(name)' already names \(bearer.code)",
          hint: "give another alias, or change \(bearer.code)", field: field)
      }
    }
  }

  /// The day from which a new version holds: no day of a closed biennium, none of the future
  /// unless that is allowed.
  func changeDate(_ form: Form) throws -> CalendarDate {
    let date = try form.date("on") ?? today
    try requireOpen(date)
    try requirePast(date)
    return date
  }
}

extension Draft {
  /// The draft as a version from a day on, made of the one in force on that day: where all is so
  /// already nothing is recorded, and a version from a later day stays as it is.
  func version(
    from day: CalendarDate, unless isSoAlready: Bool, held: EntryNumber, newest: CalendarDate?
  ) -> Draft {
    var draft = self
    if isSoAlready {
      draft.standing = KnownDocument(entry: held, name: name, fingerprint: nil)
    } else if let newest, newest > day {
      draft.warnings.append(
        "later versions of \(name), the newest from \(newest), stay as they are: change them too")
    }
    return draft
  }
}
