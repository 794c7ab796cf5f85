extension Project {
  static func read(_ form: Form, _ journal: Journal) throws -> Draft {
    let code = try journal.newCode(form)
    let blank = Project(
      id: 0, code: code, title: try form.required("title"), themes: [], beneficiaries: .global,
      budget: [], status: .pipeline, partners: [], aliases: [])
    guard try form.text("themes") != nil else {
      throw LedgerError(
        rule: "field-missing", "\(code) has no theme",
        hint: "give --theme, or 'unclassified' where nobody knows", field: "themes")
    }
    guard try form.text("countries") != nil || form.text("scope") != nil else {
      throw LedgerError(
        rule: "field-missing", "\(code) serves neither countries nor a region nor the world",
        hint: "give its countries, or the scope regional:REGION or global", field: "countries")
    }
    return try blank.filled(form, journal).draft(journal, form)
  }

  /// A new version of a project from a day on: what the form leaves out stays as it was on that
  /// day.
  static func change(_ form: Form, _ journal: Journal) throws -> Draft {
    let day = try journal.changeDate(form)
    let newest = try journal.books.project(try form.required("code"))
    let held = try journal.books.project(newest.id, on: day)
    var project = try held.filled(form, journal)
    let isSoAlready = project == held
    project.holdsFrom = day
    return try project.draft(journal, form).version(
      from: day, unless: isSoAlready,
      held: journal.books.version(of: held.id, kind: "project", on: day), newest: newest.holdsFrom)
  }

  private func filled(_ form: Form, _ journal: Journal) throws -> Project {
    var project = self
    project.title = try form.text("title") ?? title
    project.themes = try form.themes() ?? themes
    project.beneficiaries = try form.beneficiaries() ?? beneficiaries
    if let name = try form.text("programme") {
      project.programme = try journal.books.programme(name).id
    }
    project.start = try form.date("start") ?? start
    project.end = try form.date("end") ?? end
    project.budget = try form.budget(instead: budget)
    project.status = try form.word("status", ProjectStatus.self) ?? status
    project.supportRate = try form.perCent("support-rate") ?? supportRate
    project.gender = try form.gender() ?? gender
    project.requestedBy = try form.country("requested-by") ?? requestedBy
    project.requestedOn = try form.date("requested-on") ?? requestedOn
    project.partners += try form.list("partners").filter { !partners.contains($0) }
    project.aliases += try form.list("aliases").filter { !aliases.contains($0) }
    try project.cite(form, journal)
    return project
  }

  /// The mandates, requests and markers that a form names take the place of those before.
  private mutating func cite(_ form: Form, _ journal: Journal) throws {
    func entries(
      _ field: String, _ find: (String) throws -> EntryNumber
    ) throws -> [EntryNumber]? {
      var found: [EntryNumber] = []
      for name in try form.list(field) {
        do {
          let entry = try find(name)
          if !found.contains(entry) { found.append(entry) }
        } catch let error as LedgerError { throw error.at(field) }
      }
      return found.isEmpty ? nil : found
    }
    mandates = try entries("mandates") { try journal.books.mandate($0).id } ?? mandates
    requests =
      try entries("requests") { try journal.books.request($0, source: journal.source).entry }
      ?? requests
    markers = try form.markers() ?? markers
  }

  private func draft(_ journal: Journal, _ form: Form) throws -> Draft {
    if let start, let end, end < start {
      throw LedgerError(
        rule: "project-ends-before-start", "\(code) ends on \(end), before it starts on \(start)",
        field: "end")
    }
    let isDated = try ["budget", "start", "end"].contains { try form.text($0) != nil }
    return Draft(
      document: .project(self), date: journal.today, name: code,
      standing: id == 0 ? try journal.standing("project", code: code) : nil,
      warnings: isDated ? outsideWarnings : [],
      check: { try journal.requireFree([code] + aliases, kind: "project", of: id, field: "code") })
  }
}

extension Project {
  /// Which years of the budget lie outside the project's dates.
  private var outsideWarnings: [String] {
    let years = budget.map(\.year).filter {
      $0 < start?.year ?? $0 || $0 > end?.year ?? $0
    }
    guard !years.isEmpty else { return [] }
    let dates = [start.map { "from \($0)" }, end.map { "to \($0)" }].compactMap(\.self)
    return [
      "\(code) has a budget for \(years.map(String.init).joined(separator: ", ")), outside its "
        + "dates \(dates.joined(separator: " "))"
    ]
  }
}

extension Form {
  func themes() throws(LedgerError) -> [ThemeShare]? {
    let items = try list("themes")
    guard !items.isEmpty else { return nil }
    return try reading("themes") { () throws(LedgerError) in
      try readShares(items, of: "themes").map { part throws(LedgerError) in
        ThemeShare(theme: try Theme(part.name), share: part.share)
      }
    }
  }

  func beneficiaries() throws(LedgerError) -> Beneficiaries? {
    if let scope = try text("scope") {
      guard try text("countries") == nil else {
        throw LedgerError(
          rule: "scope-and-countries", "a project serves countries or a scope, not both",
          field: "scope")
      }
      if scope == "global" { return .global }
      guard scope.hasPrefix("regional:") else {
        throw LedgerError(
          rule: "scope-unreadable", "'\(scope)' is no scope: write regional:REGION or global",
          field: "scope")
      }
      return try reading("scope") { () throws(LedgerError) in
        .regional(try Region(scope.dropFirst("regional:".utf8.count), in: .unodc))
      }
    }
    let items = try list("countries")
    guard !items.isEmpty else { return nil }
    return try reading("countries") { () throws(LedgerError) in
      var parts: [CountryShare] = []
      for (name, share) in try readShares(items, of: "countries") {
        let country = try Country(name)
        guard !parts.contains(where: { $0.country == country }) else {
          throw LedgerError(
            rule: "named-twice", "\(country.name) stands twice among the countries")
        }
        parts.append(CountryShare(country: country, share: share))
      }
      return .countries(parts)
    }
  }

  /// The years that are named instead of those of a budget; one of nothing is taken out.
  func budget(instead known: [YearBudget]) throws(LedgerError) -> [YearBudget] {
    let named = try budget()
    let kept = known.filter { year in !named.contains { $0.year == year.year } }
    return (kept + named.filter { $0.usd > 0 }).sorted { $0.year < $1.year }
  }

  private func budget() throws(LedgerError) -> [YearBudget] {
    var budget: [YearBudget] = []
    for item in try list("budget") {
      let halves = item.split(separator: "=", maxSplits: 1)
      guard halves.count == 2 else {
        throw LedgerError(
          rule: "budget-unreadable", "'\(item)' is no budget: write YEAR=DOLLARS", field: "budget")
      }
      let year = try year(trimmed(halves[0]), field: "budget")
      let usd = try reading("budget") { () throws(LedgerError) in
        try Money(decimal: trimmed(halves[1]), .usd)
      }
      guard usd.minorUnits >= 0, !budget.contains(where: { $0.year == year }) else {
        throw LedgerError(
          rule: "budget-unreadable", "the budget of \(year) stands twice or is below zero",
          field: "budget")
      }
      budget.append(YearBudget(year: year, usd: usd.minorUnits))
    }
    return budget
  }

  /// Policy markers with their scores, in the order of the list of markers.
  func markers() throws(LedgerError) -> [MarkerAssessment]? {
    let items = try list("markers")
    guard !items.isEmpty else { return nil }
    var markers: [MarkerAssessment] = []
    for item in items {
      let halves = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard halves.count == 2, let score = Int(trimmed(halves[1])).flatMap(MarkerScore.init) else {
        throw LedgerError(
          rule: "marker-unreadable", "'\(item)' is no policy marker: write MARKER=0, 1 or 2",
          field: "markers")
      }
      let name = trimmed(halves[0])
      guard name != "gender" else {
        throw LedgerError(
          rule: "marker-unreadable", "gender is a field of its own", hint: "give --gender",
          field: "markers")
      }
      guard let marker = try Form(["marker": name]).word("marker", PolicyMarker.self) else {
        throw LedgerError(
          rule: "marker-unreadable", "'\(item)' names no policy marker", field: "markers")
      }
      guard !markers.contains(where: { $0.marker == marker }) else {
        throw LedgerError(
          rule: "named-twice", "\(marker.rawValue) stands twice among the markers",
          field: "markers")
      }
      markers.append(MarkerAssessment(marker: marker, score: score))
    }
    let order = PolicyMarker.allCases
    return markers.sorted { order.firstIndex(of: $0.marker)! < order.firstIndex(of: $1.marker)! }
  }

  func gender() throws(LedgerError) -> Int? {
    guard let text = try text("gender") else { return nil }
    guard let marker = ["0": 0, "1": 1, "2": 2][text] else {
      throw LedgerError(
        rule: "gender-unreadable", "'\(text)' is no gender marker: the OECD DAC has 0, 1 and 2",
        field: "gender")
    }
    return marker
  }
}
