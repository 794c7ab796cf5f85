extension Programme {
  static func read(_ form: Form, _ journal: Journal) throws -> Draft {
    let programme = Programme(code: try journal.newCode(form), title: try form.required("title"))
    return Draft(
      document: .programme(programme), date: journal.today, name: programme.code,
      standing: try journal.standing("programme", code: programme.code),
      check: {
        try journal.requireFree(
          [programme.code, programme.title], kind: "programme", of: 0, field: "title")
      })
  }
}
