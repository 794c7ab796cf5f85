import FundDomain
import Plain

/// Contributions as income joined to contributions in cash: what policies that count pledges put
/// between the two.
struct Reconciliation: Sendable {
  /// A term of the sum, each with the sign with which it is added.
  enum Term: String, CaseIterable {
    case contributions
    case exchange = "exchange-on-pledges"
    case writeOffs = "write-offs"
    case receivables = "decrease-of-receivables"
    case deferred = "increase-of-deferred-income"
    case corrections = "corrections"

    var title: String {
      switch self {
      case .contributions: "Voluntary contributions"
      case .exchange: "Exchange on pledges"
      case .writeOffs: "Pledges written off"
      case .receivables: "Decrease of pledges receivable"
      case .deferred: "Increase of deferred income"
      case .corrections: "Openings, prior-period and other corrections"
      }
    }
  }

  private let cents: [Term: [EntryNumber: Int64]]
  private let tree: SubFundTree

  /// - Throws: `does-not-foot` when the terms of a sub-fund are not what it collected.
  init(
    _ books: any Books, _ figures: Figures, for period: Period, _ tree: SubFundTree
  ) throws {
    self.tree = tree
    let accounts: [Account] = [
      .contributions, .exchange, .writeOffs, .pledgesReceivable, .deferredIncome, .priorPeriod,
    ]
    var sums: [Term: [EntryNumber: Int64]] = [:]
    for total in try books.totals(TotalsQuery(accounts, by: [.act], in: period)) {
      for (term, sign) in Self.terms(total.account, total.act ?? "") {
        sums[term, default: [:]][total.subFund, default: 0] += sign * total.usd
      }
    }
    cents = sums.mapValues(tree.consolidated)
    for fund in tree.all {
      let sum = Term.allCases.reduce(0) { $0 + value($1, of: fund) }
      let collected = figures.value(.contributionsCollected, of: fund)
      guard sum == collected else {
        throw LedgerError.doesNotFoot(
          "contributions of sub-fund \(fund), reconciled, are \(dollars(sum)); it collected "
            + dollars(collected))
      }
    }
  }

  /// What donors did, whose reversal in a later biennium is a prior period's.
  private static let giving: Set = [
    "contribution", "pledge", "commitment", "pledge_increase", "write_off", "falling_due",
    "deferred_income",
  ]

  /// Where a posting belongs. A revaluation moves receivables by the exchange on them; openings and
  /// adjustments move what no donor did.
  private static func terms(_ account: Account, _ act: String) -> [(Term, sign: Int64)] {
    let isCorrection = act == "opening" || act == "adjustment"
    let corrected: [(Term, sign: Int64)] = isCorrection ? [(.corrections, 1)] : []
    switch account {
    case .contributions: return [(.contributions, -1)] + corrected
    case .writeOffs: return [(.writeOffs, -1)] + corrected
    case .deferredIncome: return [(.deferred, -1)] + corrected
    case .pledgesReceivable:
      return [(.receivables, -1)] + corrected + (act == "revaluation" ? [(.exchange, 1)] : [])
    case .exchange: return act == "contribution" ? [(.exchange, -1)] : []
    case .priorPeriod: return giving.contains(act) ? [(.corrections, -1)] : []
    default: return []
    }
  }

  func value(_ term: Term, of subFund: EntryNumber) -> Int64 { cents[term]?[subFund] ?? 0 }

  func total(_ term: Term) -> Int64 { tree.roots.reduce(0) { $0 + value(term, of: $1) } }

  /// Whether anything stands between income and cash.
  var isNeeded: Bool {
    Term.allCases.contains { term in
      term != .contributions && tree.all.contains { value(term, of: $0) != 0 }
    }
  }

  /// The terms that are shown; corrections only where there are any.
  var terms: [Term] {
    Term.allCases.filter { term in
      term != .corrections || tree.all.contains { value(term, of: $0) != 0 }
    }
  }
}
