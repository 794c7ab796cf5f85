import FundDomain

/// The Fund as an activity of the first level: what donors promise and give to it, but for what
/// they give to one project by name.
struct IATIFundActivity {
  private let books: any Books
  private let context: IATIContext
  private let survey: IATISurvey

  init(_ books: any Books, _ context: IATIContext, _ survey: IATISurvey) {
    self.books = books
    self.context = context
    self.survey = survey
  }

  func write(to xml: XMLWriter) throws {
    try xml.element("iati-activity", context.activityAttributes(level: 1)) {
      try writeHead(xml)
      try xml.element("recipient-region", ["code": "998", "vocabulary": "1"])
      try xml.element("sector", ["code": "15130", "vocabulary": "1"])
      try xml.defaults(aidType: "B02")
      try writeInstalments(xml)
      try writePledges(xml)
      let gifts = IATIGifts(books, context)
      try books.contributions(upTo: context.day) { standing in
        guard standing.number.series == .contribution, survey.project(of: standing) == nil else {
          return
        }
        try gifts.write(standing, to: context.receiver, xml)
      }
      for project in context.projects {
        let attributes: XMLWriter.Attributes = [
          "ref": context.identifier(of: project), "type": "2",
        ]
        try xml.element("related-activity", attributes)
      }
    }
  }

  private func writeHead(_ xml: XMLWriter) throws {
    try xml.identity(
      IATIContext.fundIdentifier, title: context.fund.title,
      description: "Voluntary contributions to the Fund, pooled or earmarked, for crime prevention "
        + "and criminal justice.")
    for donor in survey.givers.sorted() {
      try xml.participant(1, context.provider(donor, books))
    }
    try xml.participant(2, IATIContext.office)
    try xml.element("activity-status", ["code": "2"])
    let start = try IATIRules.requireStart(
      context.fund.start ?? books.firstDocument(after: nil), of: "the Fund",
      hint: "init --start says it of a new ledger, and in this one the first document")
    try IATILifeDate(day: start, isActual: start <= context.day).write(start: true, to: xml)
    try xml.element("activity-scope", ["code": "1"])
  }

  /// What is still to come of pledges.
  private func writeInstalments(_ xml: XMLWriter) throws {
    try books.pledges(upTo: context.day, asAt: context.day) { standing in
      for instalment in standing.unpaid {
        let day = instalment.due.description
        let amount = Money(minorUnits: instalment.amount, standing.pledge.amount.currency)
        try xml.element("planned-disbursement", ["type": "1"]) {
          try xml.element("period-start", ["iso-date": day])
          try xml.element(
            "value", ["currency": amount.currency.code, "value-date": day], text: amount.decimal)
          try xml.party("provider-org", context.provider(standing.pledge.donor, books))
          try xml.party("receiver-org", context.receiver)
        }
      }
    }
  }

  /// Every pledge as an incoming one, and once it is committed as a commitment; what was added or
  /// will not be paid, as more or less of both.
  private func writePledges(_ xml: XMLWriter) throws {
    try books.pledges(upTo: context.day, asAt: context.day) { standing in
      let opening = standing.isOpening ? "Open when the ledger began" : nil
      try write(
        standing.pledge.amount, of: standing, on: standing.date, standing.number.description,
        opening ?? standing.pledge.condition.map { "Condition: \($0)" }, xml)
      let hasActs = standing.changes.contains { change in
        if case .payment = change { false } else { true }
      }
      guard hasActs else { return }
      for act in try books.consequences(of: standing.entry) {
        let filter = DocumentFilter(
          kinds: ["pledge_increase", "write_off"], in: Period(from: .first, to: context.day),
          entry: act.entry)
        try books.documents(filter) { line in
          guard line.reversedBy == nil, let amount = line.amount else { return }
          let isLess = line.kind == "write_off"
          let note = isLess ? "Will not be paid: \(line.detail ?? "")" : "Increase"
          try write(isLess ? -amount : amount, of: standing, on: line.date, line.name, note, xml)
        }
      }
    }
  }

  private func write(
    _ amount: Money, of standing: PledgeStanding, on day: CalendarDate, _ reference: String,
    _ note: String?, _ xml: XMLWriter
  ) throws {
    func write(_ type: FlowType, on day: CalendarDate) throws {
      var movement = IATIMovement(type: type, date: day, amount: amount, reference: reference)
      movement.note = note
      movement.provider = try context.provider(standing.pledge.donor, books)
      movement.receiver = context.receiver
      movement.earmarking = context.earmarking(
        standing.pledge.earmark, in: standing.pledge.subFund)
      try movement.write(to: xml, context)
    }
    try write(.incomingPledge, on: day)
    if let binding = standing.committedOn, binding <= context.day {
      try write(.incomingCommitment, on: max(day, binding))
    }
  }
}
