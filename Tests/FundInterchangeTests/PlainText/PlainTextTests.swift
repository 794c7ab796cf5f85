import FundDomain
import Testing

@testable import FundInterchange

/// Documents as transactions of plain-text accounting; what other programs make of them is for
/// Tests/Peers.
@Suite struct PlainTextTests {
  /// Lines of one document: an amount in its smallest unit, and US cents.
  private func lines(_ amounts: [(Int64, String, Int64)]) throws -> [JournalLine] {
    try amounts.map { units, currency, usd in
      var line = JournalLine(
        entry: 7, number: DocumentNumber(.exchange, year: 2003, serial: 1), kind: "exchange",
        date: try CalendarDate("2003-02-01"), memo: "a, b [2001-01-01]", reference: nil,
        reverses: nil,
        posting: Posting(.cash, 2, Money(minorUnits: units, try Currency(currency)), usd: usd))
      line.subFund = "GP"
      return line
    }
  }

  private func text(
    _ amounts: [(Int64, String, Int64)], _ format: any PlainTextFormat, payee: String? = nil
  ) throws -> String {
    let lines = try lines(amounts)
    return format.text(try PlainTextTransaction(lines[0], lines, payee: payee))
  }

  /// The amounts as they are written, in their order.
  private func amounts(_ amounts: [(Int64, String, Int64)]) throws -> [String] {
    try text(amounts, LedgerFormat(.hledger)).split(separator: "\n")
      .filter { $0.contains("assets:cash") }.map { String($0.drop { $0 == " " }.dropFirst(13)) }
  }

  @Test func `an amount has its worth beside it, to the unit`() throws {
    #expect(
      try amounts([(100, "JPY", 82), (-1, "KWD", -33), (-49, "USD", -49)])
        == ["100 JPY @@ 0.82 USD", "-0.001 KWD @@ 0.33 USD", "-0.49 USD"])
  }

  @Test func `what no price can say is a line of dollars`() throws {
    #expect(try amounts([(0, "NOK", 5), (-5, "USD", -5)]) == ["0.05 USD", "-0.05 USD"])
    #expect(
      try amounts([(1, "NOK", 0), (-1, "NOK", 0)])
        == ["0.01 NOK @@ 0.00 USD", "-0.01 NOK @@ 0.00 USD"])
    #expect(
      try amounts([(100, "NOK", -5), (-100, "NOK", 5)])
        == [
          "1.00 NOK @@ 0.00 USD", "-0.05 USD", "-1.00 NOK @@ 0.00 USD", "0.05 USD",
        ])
  }

  @Test func `a document that does not balance is not written`() throws {
    let error = #expect(throws: LedgerError.self) {
      try text([(100, "USD", 100), (-99, "USD", -99)], LedgerFormat(.ledger))
    }
    #expect(error?.rule == "does-not-foot")
  }

  @Test func `a name says nothing to the program that reads it`() throws {
    let name = " * a\u{85}b\t\tc  ; d | [2001-01-01]\u{2028}\"e\" \\ \u{202E}\u{1B}[2J "
    let amounts: [(Int64, String, Int64)] = [(5, "USD", 5), (-5, "USD", -5)]
    #expect(
      try text(amounts, LedgerFormat(.ledger), payee: name)
        == """
        2003-02-01 * (EXC-2003-0001) * a b c , d / (2001-01-01) "e" \\ (2J | exchange
            ; entry: 7
            ; memo: a; b (2001-01-01)
            assets:cash  0.05 USD
            ; sub-fund: GP
            assets:cash  -0.05 USD
            ; sub-fund: GP

        """)
    #expect(
      try text(amounts, BeancountFormat(), payee: name).hasPrefix(
        """
        2003-02-01 * "* a b c ; d | [2001-01-01] \\"e\\" \\\\ [2J" "exchange" ^EXC-2003-0001
          entry: "7"
          memo: "a, b [2001-01-01]"
          Assets:Cash  0.05 USD
            sub-fund: "GP"

        """))
  }

  @Test func `every account has one name that beancount takes`() {
    let names = Account.allCases.map(BeancountFormat.name)
    #expect(Set(names).count == names.count)
    for name in names {
      #expect(
        name.wholeMatch(of: /(Assets|Liabilities|Equity|Income|Expenses)(:[A-Z][A-Za-z-]*)+/)
          != nil,
        "\(name)")
    }
  }
}
