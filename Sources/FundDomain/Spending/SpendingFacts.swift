// What the documents of spending say, as the rows of their tables.

extension Allotment {
  func record(_ entry: EntryNumber) -> Fact {
    var record = Fact("allotment", of: entry)
    record.set("project", project)
    record.set("sub_fund", subFund == 0 ? nil : subFund)
    record.set("amount", amount)
    record.set("usd", usd)
    record.set("money", money)
    record.set("named", named)
    record.set("support", support)
    record.set("paper", paper)
    return record
  }
}

extension AllotmentChange {
  func record(_ entry: EntryNumber) -> Fact {
    var record = Fact("allotment_change", of: entry)
    record.set("allotment", allotment)
    record.set("amount", amount)
    record.set("paper", paper)
    return record
  }
}

extension Obligation {
  func record(_ entry: EntryNumber) -> Fact {
    var record = Fact("obligation", of: entry)
    record.set("project", project)
    record.set(amount, usd: usd, rate: rate)
    record.set("class", objectClass.rawValue)
    record.set("payee", payee)
    record.set("allotment", allotment)
    return record
  }
}

extension ObligationChange {
  func record(_ entry: EntryNumber) -> Fact {
    var record = Fact("obligation_change", of: entry)
    record.set("obligation", obligation)
    record.set(amount, usd: usd, rate: rate)
    return record
  }
}

extension Disbursement {
  func record(_ entry: EntryNumber) -> Fact {
    var record = Fact("disbursement", of: entry)
    record.set("project", project)
    record.set(amount, usd: usd, rate: rate)
    switch basis {
    case .obligation(let obligation, let settles):
      record.set("obligation", obligation)
      record.set("settles", settles)
    case .direct(let objectClass, let allotment):
      record.set("class", objectClass.rawValue)
      record.set("allotment", allotment)
    }
    record.set("payee", payee)
    return record
  }
}

extension Recovery {
  func record(_ entry: EntryNumber) -> Fact {
    var record = Fact("recovery", of: entry)
    record.set("document", document)
    record.set(amount, usd: usd, rate: rate)
    return record
  }
}
