import ArgumentParser
import FundDomain
import FundStorage

extension CompletionKind {
  static var countries: CompletionKind { .list(Country.all.map(\.code)) }
  static var themes: CompletionKind { .list(Theme.all.map(\.code)) }
  static var donors: CompletionKind { .codes { try $0.donors(on: .last).map(\.code) } }
  static var projects: CompletionKind { .codes { try $0.projects(on: .last).map(\.code) } }
  static var programmes: CompletionKind { .codes { try $0.programmes().map(\.code) } }
  static var mandates: CompletionKind { .codes { try $0.mandates(on: .last).map(\.code) } }
  static var markers: CompletionKind { .list(PolicyMarker.allCases.map { "\($0.rawValue)=" }) }
  static var requests: CompletionKind {
    .codes { try $0.requests(upTo: .last).map(\.number.description) }
  }
  static var subFunds: CompletionKind { .codes { try $0.subFunds(on: .last).map(\.code) } }

  static var pledges: CompletionKind {
    .codes { books in
      var numbers: [String] = []
      try books.pledges(of: nil, upTo: .last, asAt: .last) { numbers.append($0.number.description) }
      return numbers
    }
  }

  /// The codes of the ledger that the other words of the command name; silent when it has none.
  private static func codes(_ read: @escaping @Sendable (any Books) throws -> [String])
    -> CompletionKind
  {
    .custom { words, _, _ in
      var options = LedgerOptions()
      options.ledger = words.firstIndex(of: "--ledger").flatMap {
        $0 + 1 < words.count ? words[$0 + 1] : nil
      }
      return (try? options.open().read(read)) ?? []
    }
  }
}
