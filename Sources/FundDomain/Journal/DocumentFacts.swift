extension Document {
  /// What the document says, as records of the entry that records it: its tables' rows.
  public func facts(entry: EntryNumber) -> [Fact] {
    switch self {
    case .fund(let fund): [fund.record(entry)]
    case .donor(let donor): donor.facts(entry)
    case .programme(let programme): programme.facts(entry)
    case .mandate(let mandate): mandate.facts(entry)
    case .subFund(let subFund): subFund.facts(entry)
    case .project(let project): project.facts(entry)
    case .rate(let rate): [rate.record(entry)]
    case .treatyAct(let act): [act.record(entry)]
    case .request(let request): request.facts(entry)
    case .coFunding(let funding): [funding.record(entry)]
    case .opening(let opening): opening.facts(entry)
    case .pledge(let pledge): pledge.facts(entry)
    case .commitment(let commitment): [commitment.record(entry)]
    case .contribution(let contribution): [contribution.record(entry)]
    case .refund(let refund): [refund.record(entry)]
    case .adjustment(let adjustment): [adjustment.record(entry)]
    case .allotment(let allotment): [allotment.record(entry)]
    case .allotmentChange(let change): [change.record(entry)]
    case .obligation(let obligation): [obligation.record(entry)]
    case .obligationChange(let change): [change.record(entry)]
    case .disbursement(let disbursement): [disbursement.record(entry)]
    case .recovery(let recovery): [recovery.record(entry)]
    case .cashAct(let act): [act.record(entry)]
    case .transfer(let transfer): [transfer.record(entry)]
    case .exchange(let exchange): [exchange.record(entry)]
    case .revaluation(let revaluation): [revaluation.record(entry)]
    case .writeOff(let writeOff): [writeOff.record(entry)]
    case .pledgeIncrease(let increase): [increase.record(entry)]
    case .earmarkChange(let change): [change.record(entry)]
    case .donorChange(let change): [change.record(entry)]
    case .closing(let closing): closing.facts(entry)
    case .reopening(let reopening): [reopening.record(entry)]
    case .fallingDue(let due): [due.record(entry)]
    case .deferredIncome(let income): [income.record(entry)]
    case .activityReport(let report): report.facts(entry)
    case .reversal(let reason): [reversalFact(entry, reason)]
    }
  }

  private func reversalFact(_ entry: EntryNumber, _ reason: String) -> Fact {
    var record = Fact("reversal", of: entry)
    record.set("reason", reason)
    return record
  }
}

extension Fact {
  init(_ table: String, of entry: EntryNumber, line: Int? = nil) {
    self.init(table)
    set("entry", entry)
    set("line", line)
  }

  mutating func set(_ money: Money, usd: Int64, rate: EntryNumber?) {
    set("currency", money.currency.code)
    set("amount", money.minorUnits)
    set("usd", usd)
    set("rate", rate)
  }
}

/// The rows by which a thing is found: its code, its name, its aliases.
func names(_ entry: EntryNumber, _ subject: String, _ texts: [String]) -> [Fact] {
  texts.enumerated().map { line, text in
    var record = Fact("name", of: entry, line: line + 1)
    record.set("subject", subject)
    record.set("key", searchKey(text))
    record.set("text", text)
    return record
  }
}

extension Fund {
  fileprivate func record(_ entry: EntryNumber) -> Fact {
    var record = Fact("fund", of: entry)
    record.set("title", title)
    record.set("start", start)
    record.set("note", note)
    return record
  }
}

extension Rate {
  fileprivate func record(_ entry: EntryNumber) -> Fact {
    var record = Fact("rate", of: entry)
    record.set("currency", currency.code)
    record.set("effective", effective)
    record.set("digits", rate.digits)
    record.set("decimals", rate.decimals)
    record.set("source", source)
    return record
  }
}

extension Donor {
  fileprivate func facts(_ entry: EntryNumber) -> [Fact] {
    var record = Fact("donor", of: entry)
    record.set("donor", id == 0 ? entry : id)
    record.set("code", code)
    record.set("name", name)
    record.set("kind", kind.rawValue)
    record.set("country", country?.code)
    record.set("holds_from", holdsFrom)
    return [record] + names(entry, "donor", [code, name] + aliases)
  }
}

extension Programme {
  fileprivate func facts(_ entry: EntryNumber) -> [Fact] {
    var record = Fact("programme", of: entry)
    record.set("programme", id == 0 ? entry : id)
    record.set("code", code)
    record.set("title", title)
    record.set("holds_from", holdsFrom)
    return [record] + names(entry, "programme", [code, title])
  }
}

extension SubFund {
  fileprivate func facts(_ entry: EntryNumber) -> [Fact] {
    var record = Fact("sub_fund", of: entry)
    record.set("sub_fund", id == 0 ? entry : id)
    record.set("code", code)
    record.set("title", title)
    record.set("parent", parent)
    record.set("recognition", recognition?.rawValue)
    record.set("holds_from", holdsFrom)
    return [record] + names(entry, "sub_fund", [code, title])
  }
}

extension Pledge {
  func facts(_ entry: EntryNumber) -> [Fact] {
    var record = Fact("pledge", of: entry)
    record.set("donor", donor)
    record.set("sub_fund", subFund)
    record.set(amount, usd: usd, rate: rate)
    record.set("announced", announced ? 1 : 0)
    record.set("earmark", earmark?.description)
    record.set("condition", condition)
    record.set("use_by", useBy)
    record.set("support_rate", supportRate)
    record.set("paper", paper)
    return [record]
      + instalments.enumerated().map { line, instalment in
        var record = Fact("instalment", of: entry, line: line + 1)
        record.set("due", instalment.due)
        record.set("amount", instalment.amount)
        return record
      }
  }
}

extension Commitment {
  fileprivate func record(_ entry: EntryNumber) -> Fact {
    var record = Fact("commitment", of: entry)
    record.set("pledge", pledge)
    record.set("paper", paper)
    return record
  }
}

extension Contribution {
  fileprivate func record(_ entry: EntryNumber) -> Fact {
    var record = Fact("contribution", of: entry)
    record.set("donor", donor)
    record.set("sub_fund", subFund)
    record.set(amount, usd: usd, rate: rate)
    record.set("pledge", pledge)
    record.set("applied", applied)
    record.set("kind", kind.rawValue)
    record.set("channel", channel)
    record.set("earmark", earmark?.description)
    record.set("support_rate", supportRate)
    record.set("for_biennium", forBiennium)
    return record
  }
}

extension Refund {
  fileprivate func record(_ entry: EntryNumber) -> Fact {
    var record = Fact("refund", of: entry)
    record.set("donor", donor)
    record.set("sub_fund", subFund)
    record.set(amount, usd: usd, rate: rate)
    record.set("contribution", contribution)
    return record
  }
}

extension Adjustment {
  fileprivate func record(_ entry: EntryNumber) -> Fact {
    var record = Fact("adjustment", of: entry)
    record.set("sub_fund", subFund)
    record.set(amount, usd: usd, rate: rate)
    record.set("debit", debit.rawValue)
    record.set("credit", credit.rawValue)
    record.set("paper", paper)
    return record
  }
}
