extension Journal {
  /// Reads an earmark and looks its codes up: `theme:corruption;region:africa`.
  ///
  /// - Throws: `earmark-unreadable`, and the error of each unknown code.
  func earmark(_ form: Form) throws -> Earmark? {
    var items: [Earmark.Item] = []
    for part in try form.list("earmark") {
      let halves = part.split(separator: ":", maxSplits: 1)
      guard halves.count == 2, let key = Earmark.Key(rawValue: trimmed(halves[0]).lowercased())
      else {
        let keys = Earmark.Key.allCases.map(\.rawValue).joined(separator: ", ")
        throw LedgerError(
          rule: "earmark-unreadable", "'\(part)' is no earmark: write KEY:CODE",
          hint: "the keys are \(keys)", field: "earmark")
      }
      do {
        items.append(Earmark.Item(key, try code(of: trimmed(halves[1]), key)))
      } catch let error as LedgerError { throw error.at("earmark") }
    }
    return Earmark(items)
  }

  private func code(of name: String, _ key: Earmark.Key) throws -> String {
    switch key {
    case .theme: try Theme(name).code
    case .programme: try books.programme(name).code
    case .region: try Region(name, in: .unodc).key
    case .country: try Country(name).code
    case .project: try books.project(name).code
    }
  }

  /// The sub-fund of money: the one named, else SP where it has an earmark, and GP where none.
  func subFund(_ form: Form, earmark: Earmark?) throws -> SubFund {
    if let name = try form.text("sub-fund") {
      do { return try books.subFund(name) } catch let error as LedgerError {
        throw error.at("sub-fund")
      }
    }
    return try books.subFund(earmark == nil ? "GP" : "SP")
  }

  func donor(_ form: Form) throws -> Donor {
    let name = try form.required("donor")
    do { return try books.donor(name) } catch let error as LedgerError { throw error.at("donor") }
  }

  /// The day of a document: today where the form says none.
  func day(_ form: Form) throws(LedgerError) -> CalendarDate { try form.date("on") ?? today }
}

extension SubFund {
  /// What to say of money with an earmark that comes to it.
  func warnings(of earmark: Earmark?) -> [String] {
    guard let earmark, code == "GP" else { return [] }
    return ["money for \(earmark) comes to \(code), \(title): is SP meant?"]
  }
}
