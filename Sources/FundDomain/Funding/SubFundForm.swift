extension SubFund {
  static func read(_ form: Form, _ journal: Journal) throws -> Draft {
    let parent = try form.text("parent").map { try journal.books.subFund($0).id }
    let subFund = SubFund(
      code: try journal.newCode(form), title: try form.required("title"), parent: parent,
      recognition: try form.word("recognition", RecognitionPolicy.self))
    return try subFund.draft(journal)
  }

  /// A new version of a sub-fund: another title or recognition policy, from a day on.
  static func change(_ form: Form, _ journal: Journal) throws -> Draft {
    let day = try journal.changeDate(form)
    let newest = try journal.books.subFund(try form.required("code"))
    let held = try journal.books.subFund(newest.id, on: day)
    var subFund = held
    subFund.title = try form.text("title") ?? held.title
    subFund.recognition = try form.word("recognition", RecognitionPolicy.self) ?? held.recognition
    let isSoAlready = subFund == held
    subFund.holdsFrom = day
    return try subFund.draft(journal).version(
      from: day, unless: isSoAlready,
      held: journal.books.version(of: held.id, kind: "sub_fund", on: day), newest: newest.holdsFrom)
  }

  private func draft(_ journal: Journal) throws -> Draft {
    Draft(
      document: .subFund(self), date: journal.today, name: code,
      standing: id == 0 ? try journal.standing("sub_fund", code: code) : nil,
      check: { try journal.requireFree([code, title], kind: "sub_fund", of: id, field: "code") })
  }
}

extension Fund {
  static func read(_ form: Form, _ journal: Journal) throws -> Draft {
    let fund = Fund(
      title: try form.required("title"), start: try form.date("start"), note: try form.text("note"))
    return Draft(document: .fund(fund), date: journal.today, name: fund.title)
  }
}
