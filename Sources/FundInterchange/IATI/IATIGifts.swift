import FundDomain

/// Writes contributions as incoming funds, and what of them went back as less of it.
struct IATIGifts {
  private let books: any Books
  private let context: IATIContext

  init(_ books: any Books, _ context: IATIContext) {
    self.books = books
    self.context = context
  }

  func write(_ standing: ContributionStanding, to receiver: ReportedParty, _ xml: XMLWriter) throws
  {
    guard let donor = standing.donor else { return }
    var movement = IATIMovement(
      type: .incomingFunds, date: standing.date, amount: standing.amount,
      reference: standing.number.description)
    movement.note = try note(standing)
    movement.provider = try context.provider(donor, books)
    movement.receiver = receiver
    movement.earmarking = context.earmarking(
      standing.earmark, in: standing.subFund, isInKind: standing.kind == .inKind)
    try movement.write(to: xml, context)
    guard standing.refunded != 0 else { return }
    for refund in try books.postings(on: standing.entry)
    where refund.isAlive && refund.posting.account == .refunds {
      var back = IATIMovement(
        type: .incomingFunds, date: refund.date, amount: try -paid(refund),
        reference: try books.name(of: refund.entry))
      back.note = "Refund to the donor, of \(standing.number)"
      (back.provider, back.receiver) = (movement.provider, receiver)
      back.earmarking = movement.earmarking
      try back.write(to: xml, context)
    }
  }

  /// What was paid back: what was given in a currency that ended goes back in its successor.
  private func paid(_ refund: DatedPosting) throws -> Money {
    var amount = refund.posting.amount
    try books.documents(DocumentFilter(kinds: ["refund"], entry: refund.entry)) { line in
      if let all = line.amount, all.currency != amount.currency { amount = all }
    }
    return amount
  }

  private func note(_ standing: ContributionStanding) throws -> String? {
    switch standing.kind {
    case .inKind: "In kind"
    case .confiscatedProceeds: "Confiscated proceeds of crime"
    case .cash: try standing.pledge.map { "Payment of \(try books.name(of: $0))" }
    }
  }
}
