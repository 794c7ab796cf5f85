/// What an allotment is drawn from.
enum MoneyNamed {
  case contribution(ContributionStanding)
  case pledge(PledgeStanding)
  case pool(SubFund)
}

extension Journal {
  /// The money in the field `from`: a contribution's, opening's or pledge's number or reference, or
  /// a sub-fund.
  func money(_ form: Form) throws -> MoneyNamed {
    let name = try form.required("from")
    do {
      switch DocumentNumber(name)?.series {
      case .pledge: return .pledge(try books.pledge(name, source: source))
      case .opening:
        if let pledge = try? books.pledge(name, source: source) { return .pledge(pledge) }
        return .contribution(try books.contribution(name, source: source))
      case .some: return .contribution(try books.contribution(name, source: source))
      case nil: break
      }
      if try !books.bearers(of: name, kind: "sub_fund").isEmpty {
        return .pool(try books.subFund(name))
      }
      if let pledge = try? books.pledge(name, source: source) { return .pledge(pledge) }
      return .contribution(try books.contribution(name, source: source))
    } catch let error as LedgerError { throw error.at("from") }
  }
}
