import FundDomain
import Plain

/// A project as an activity of the second level: what it was given, and what it spends.
struct IATIProjectActivity {
  private let project: Project
  private let books: any Books
  private let context: IATIContext
  private let survey: IATISurvey

  init(
    _ project: Project, _ books: any Books, _ context: IATIContext, _ survey: IATISurvey
  ) {
    self.project = project
    self.books = books
    self.context = context
    self.survey = survey
  }

  func write(to xml: XMLWriter) throws {
    try xml.element("iati-activity", context.activityAttributes(level: 2)) {
      try writeHead(xml)
      try project.writeClassifications(to: xml)
      try xml.defaults(aidType: "C01")
      try writeBudget(xml)
      try writeTransactions(xml)
      try xml.element("related-activity", ["ref": IATIContext.fundIdentifier, "type": "1"])
    }
  }

  private func writeHead(_ xml: XMLWriter) throws {
    let themes = project.themes.map(\.theme.title).joined(separator: "; ")
    try xml.identity(
      context.identifier(of: project), title: project.title,
      description: "Technical cooperation project \(project.code): \(themes).")
    for donor in survey.funders[project.id, default: []].sorted() {
      try xml.participant(1, context.provider(donor, books))
    }
    try xml.participant(2, IATIContext.office)
    try xml.participant(4, IATIContext.office)
    for partner in project.partners { try xml.participant(4, ReportedParty(name: partner)) }
    try xml.element("other-identifier", ["ref": project.code, "type": "A1"])
    try xml.element("activity-status", ["code": project.status.iatiCode])
    let (start, end) = try life()
    try start.write(start: true, to: xml)
    try end?.write(start: false, to: xml)
  }

  /// When the project begins and ends. Where nobody said when it begins, its first budget or money
  /// tells.
  private func life() throws -> (start: IATILifeDate, end: IATILifeDate?) {
    let budget = project.budget.map { CalendarDate.start(of: $0.year) }.min()
    let money = survey.firstMoney[project.id]
    let day = try IATIRules.requireStart(
      project.start ?? [budget, money].compactMap(\.self).min(), of: project.code,
      hint: "cpcjf change project \(project.code) --start … says it")
    var start = IATILifeDate(
      day: day, isActual: project.status.hasBegun && day <= context.day)
    if project.start == nil { start.basis = day == budget ? "first budget" : "first money" }
    let end = project.end.map {
      IATILifeDate(day: $0, isActual: project.status.hasEnded && $0 <= context.day)
    }
    try IATIRules.requireOrder(start, end, of: project.code)
    return (start, end)
  }

  /// A budget for each year: revised where it was another when the project was added.
  private func writeBudget(_ xml: XMLWriter) throws {
    guard !project.budget.isEmpty else { return }
    let first = try books.history(ofProject: project.id, upTo: context.day).first?.budget
    let type = first == project.budget ? "1" : "2"
    let status = project.status.isApproved ? "2" : "1"
    for year in project.budget {
      let start = CalendarDate.start(of: year.year).description
      try xml.element("budget", ["type": type, "status": status]) {
        try xml.element("period-start", ["iso-date": start])
        try xml.element("period-end", ["iso-date": CalendarDate.end(of: year.year).description])
        try xml.element(
          "value", ["currency": "USD", "value-date": start], text: Money.usd(year.usd).decimal)
      }
    }
  }

  private func writeTransactions(_ xml: XMLWriter) throws {
    var receiver = IATIContext.office
    receiver.activity = context.identifier(of: project)
    let gifts = IATIGifts(books, context)
    // What donors gave to the project itself has come in once: its allotments are left out.
    var own: Set<String> = []
    for entry in survey.own[project.id] ?? [] {
      let standing = try books.contribution(entry)
      own.insert(standing.number.description)
      try gifts.write(standing, to: receiver, xml)
    }
    let filter = DocumentFilter(
      kinds: [
        "opening", "allotment", "allotment_change", "obligation", "obligation_change",
        "disbursement", "recovery",
      ], in: Period(from: .first, to: context.day), project: project.id)
    try books.documents(filter) { line in
      guard line.reversedBy == nil, let amount = line.amount else { return }
      if line.isOfAllotment {
        if let basis = line.basis, own.contains(basis) {
          own.insert(line.name)
        } else {
          try write(allotment: line, amount, receiver, xml)
        }
      } else {
        try write(spending: line, amount, xml)
        try writeSupport(line, xml)
      }
    }
  }

  private func write(
    allotment line: DocumentLine, _ amount: Money, _ receiver: ReportedParty, _ xml: XMLWriter
  ) throws {
    var movement = IATIMovement(
      type: .incomingFunds, date: line.date, amount: amount, reference: line.name)
    movement.note =
      amount.minorUnits < 0 ? "Allotment returned to the Fund" : "Allotment from the Fund"
    var fund = IATIContext.office
    fund.activity = IATIContext.fundIdentifier
    (movement.provider, movement.receiver) = (fund, receiver)
    try movement.write(to: xml, context)
  }

  private func write(spending line: DocumentLine, _ amount: Money, _ xml: XMLWriter) throws {
    var movement = IATIMovement(
      type: line.iatiSpending, date: line.date,
      amount: line.kind == "recovery" ? -amount : amount, reference: line.name)
    movement.note = line.spendingNote
    // Who is paid for goods and services is often a person, and nobody's business.
    if line.isGrant { movement.receiver = line.payee.map { ReportedParty(name: $0) } }
    try movement.write(to: xml, context)
  }

  /// The programme support that a document bears, with what came back of it.
  private func writeSupport(_ line: DocumentLine, _ xml: XMLWriter) throws {
    guard line.bearsSupport else { return }
    var parts: [(entry: EntryNumber, date: CalendarDate, usd: Int64)] = []
    for part in try books.postings(on: line.entry)
    where part.isAlive && part.posting.account == .interFund && part.posting.allotment != nil {
      if parts.last?.entry == part.entry {
        parts[parts.count - 1].usd -= part.posting.usd
      } else {
        parts.append((part.entry, part.date, -part.posting.usd))
      }
    }
    for part in parts where part.usd != 0 {
      var movement = IATIMovement(
        type: .expenditure, date: part.date, amount: .usd(part.usd),
        reference: try books.name(of: part.entry))
      movement.note = "Programme support costs"
      try movement.write(to: xml, context)
    }
  }
}

extension DocumentLine {
  /// An allotment, or a later act on one. An opening of one has no object class.
  fileprivate var isOfAllotment: Bool {
    kind.hasPrefix("allotment") || kind == "opening" && detail == nil
  }

  fileprivate var isGrant: Bool { detail == ObjectClass.grantsAndFellowships.rawValue }

  /// What commits is an outgoing commitment; what is paid, a disbursement where it is a grant to
  /// another, and else expenditure on goods and services.
  fileprivate var iatiSpending: FlowType {
    switch kind {
    case "obligation", "obligation_change", "opening": .outgoingCommitment
    default: isGrant ? .disbursement : .expenditure
    }
  }

  /// What has a charge of its own, and not one of the document that it acts on.
  fileprivate var bearsSupport: Bool {
    kind == "obligation" || kind == "opening" || kind == "disbursement" && basis == nil
  }

  fileprivate var spendingNote: String? {
    let what = detail?.replacing("-", with: " ")
    return switch kind {
    case "opening": "Open when the ledger began"
    case "recovery": "Given back, of \(basis ?? "")"
    case "obligation_change": "Change of \(basis ?? "")"
    default: what?.capitalizedFirst
    }
  }
}
