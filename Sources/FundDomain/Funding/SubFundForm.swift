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
    var subFund = try journal.books.subFund(try form.required("code"))
    subFund.title = try form.text("title") ?? subFund.title
    subFund.recognition =
      try form.word("recognition", RecognitionPolicy.self) ?? subFund.recognition
    subFund.holdsFrom = try journal.changeDate(form)
    return try subFund.draft(journal)
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
