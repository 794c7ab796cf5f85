import FundDomain
import Plain
import Testing

@testable import FundReports

@Suite struct SheetDifferenceTests {
  private func sheet(_ columns: [(String, Sheet.Column.Kind)], _ rows: [Sheet.Row]) -> Sheet {
    Sheet(
      title: "Report",
      columns: columns.map { Sheet.Column(title: $0.0.capitalizedFirst, kind: $0.1, id: $0.0) },
      rows: rows)
  }

  private func donors(_ rows: [(String, String, Int64)], total: Int64) -> Sheet {
    sheet(
      [("key", .code), ("title", .text), ("given", .money)],
      rows.map { Sheet.Row([.text($0.0), .text($0.1), .money($0.2, exponent: 2)]) }
        + [Sheet.Row([.text(""), .text("Total"), .money(total, exponent: 2)], style: .total)])
  }

  private func told(_ was: Sheet, _ now: Sheet) -> [String] {
    SheetDifference(from: was, to: now).moves.map {
      "\($0.row) | \($0.column.id) | \($0.was) | \($0.now) | \($0.difference)"
    }
  }

  @Test func `rows are joined by what they are called, wherever they stand`() {
    let was = donors([("DEU", "Germany", 100), ("NOR", "Norway", 500)], total: 600)
    let now = donors(
      [("AUS", "Australia", 70), ("DEU", "Germany", 100), ("NOR", "Norway", 430)], total: 600)
    #expect(
      told(was, now) == [
        "AUS | given | blank | money(70, exponent: 2) | money(70, exponent: 2)",
        "NOR | given | money(500, exponent: 2) | money(430, exponent: 2) | money(-70, exponent: 2)",
      ])
    #expect(told(now, was).count == 2)
    #expect(told(was, was) == [])
  }

  @Test func `a row that is gone lost its figures, and words that changed are told`() {
    let was = donors([("DEU", "Germany", 100), ("NOR", "Norway", 0)], total: 100)
    let now = donors([("NOR", "Kingdom of Norway", 0)], total: 0)
    #expect(
      told(was, now) == [
        "DEU | given | money(100, exponent: 2) | blank | money(-100, exponent: 2)",
        #"NOR | title | text("Norway") | text("Kingdom of Norway") | blank"#,
        "Total | given | money(100, exponent: 2) | money(0, exponent: 2) | money(-100, exponent: 2)",
      ])
  }

  @Test func `a row without figures that came is told by its name`() {
    let columns: [(String, Sheet.Column.Kind)] = [("state", .code), ("on", .date)]
    let was = sheet(columns, [])
    let now = sheet(columns, [Sheet.Row([.text("NOR"), .text("2003-09-23")])])
    #expect(told(was, now) == [#"NOR | state | blank | text("NOR") | blank"#])
  }

  @Test func `nothing and a figure of zero are the same`() {
    let columns: [(String, Sheet.Column.Kind)] = [("line", .text), ("gp", .money)]
    let zero = sheet(columns, [Sheet.Row([.text("Interest"), .money(0, exponent: 2)])])
    let none = sheet(columns, [Sheet.Row([.text("Interest"), .nilValue])])
    let missing = sheet(columns, [Sheet.Row([.text("Interest")])])
    #expect(told(zero, none) == [] && told(none, missing) == [] && told(missing, zero) == [])
  }

  @Test func `a column that came is told with what is in it`() {
    let was = sheet(
      [("line", .text), ("gp", .money)], [Sheet.Row([.text("Interest"), .money(5, exponent: 2)])])
    let now = sheet(
      [("line", .text), ("vtf", .money), ("gp", .money)],
      [Sheet.Row([.text("Interest"), .money(7, exponent: 2), .money(5, exponent: 2)])])
    #expect(
      told(was, now) == [
        "Interest | vtf | blank | money(7, exponent: 2) | money(7, exponent: 2)"
      ])
  }

  @Test func `rows of one name are told apart by the next column, or the heading over them`() {
    let columns: [(String, Sheet.Column.Kind)] = [
      ("code", .code), ("title", .text), ("usd", .money),
    ]
    func row(_ code: String, _ cents: Int64) -> Sheet.Row {
      Sheet.Row([.text(code), .text("One"), .money(cents, exponent: 2)])
    }
    func groups(_ africa: Int64, _ asia: Int64, _ count: Int) -> Sheet {
      sheet(
        columns,
        [
          .heading("Africa"), row("P1", africa),
          Sheet.Row(
            [.text("Africa: \(count)"), .blank, .money(africa, exponent: 2)], style: .subtotal),
          .heading("Asia"), row("P1", asia),
          Sheet.Row([.text("Asia: 1"), .blank, .money(asia, exponent: 2)], style: .subtotal),
        ])
    }
    // The subtotal's name counts its rows: it is the same sum all the same.
    #expect(
      told(groups(10, 20, 1), groups(10, 25, 2)) == [
        #"Africa: Africa: 2 | code | text("Africa: 1") | text("Africa: 2") | blank"#,
        "Asia: P1 | usd | money(20, exponent: 2) | money(25, exponent: 2) | money(5, exponent: 2)",
        "Asia: Asia: 1 | usd | money(20, exponent: 2) | money(25, exponent: 2) | money(5, exponent: 2)",
      ])
    let days: [(String, Sheet.Column.Kind)] = [("on", .date), ("number", .code), ("usd", .money)]
    func entry(_ number: String) -> Sheet.Row {
      Sheet.Row([.text("2002-06-30"), .text(number), .money(5, exponent: 2)])
    }
    let was = sheet(days, [entry("CTB-2002-0001"), entry("CTB-2002-0003")])
    let now = sheet(days, [entry("CTB-2002-0001"), entry("CTB-2002-0002"), entry("CTB-2002-0003")])
    #expect(
      told(was, now) == [
        "2002-06-30 CTB-2002-0002 | usd | blank | money(5, exponent: 2) | money(5, exponent: 2)"
      ])
  }

  /// A report of one figure, which is what some entries have made of it.
  private func figure(_ changes: [EntryNumber: Int64], at entry: EntryNumber) -> Sheet {
    let sum = changes.filter { $0.key <= entry }.reduce(0) { $0 + $1.value }
    return sheet(
      [("line", .text), ("usd", .money)],
      [
        Sheet.Row([.text("Balance"), .money(sum, exponent: 2)])
      ])
  }

  @Test func `every entry that moved a figure is found, also one that another took back`() {
    let changes: [EntryNumber: Int64] = [5: 10, 7: 3, 8: -3, 20: 1]
    #expect(
      SheetDifference.movers(after: 4, upTo: 30) { figure(changes, at: $0) } == [5, 7, 8, 20])
    #expect(SheetDifference.movers(after: 5, upTo: 6) { figure(changes, at: $0) } == [])
    #expect(SheetDifference.movers(after: 6, upTo: 8) { figure(changes, at: $0) } == [7, 8])
    #expect(SheetDifference.movers(after: 6, upTo: 6) { figure(changes, at: $0) } == [])
  }

  @Test func `in many entries the few that moved a figure are found by few questions`() {
    let changes: [EntryNumber: Int64] = [1_000: 10, 77_777: 3, 99_999: -1]
    var asked = 0
    let found = SheetDifference.movers(after: 0, upTo: 100_000) { entry in
      asked += 1
      return figure(changes, at: entry)
    }
    #expect(found == [1_000, 77_777, 99_999])
    #expect(asked < 60)
  }
}
