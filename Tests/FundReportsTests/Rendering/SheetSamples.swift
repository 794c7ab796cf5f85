import FundReports

/// Small sheets that the tests render.
enum SheetSample {
  /// A small statement with a line of every style.
  static let statement = Sheet(
    title: "Statement of the Fund",
    subtitle: ["Biennium 2002-2003"],
    headnote: "United States dollars",
    columns: [
      Sheet.Column(title: "", kind: .text, id: "line"),
      Sheet.Column(title: "General purpose", kind: .money, id: "gp"),
      Sheet.Column(title: "Total", kind: .money, id: "total"),
    ],
    rows: [
      .heading("Income"),
      line("Contributions", 123_456, 100_123_456, indent: 1),
      line("Interest", 0, 1_050, indent: 1),
      line("Total income", 123_456, 100_124_506, style: .subtotal),
      .heading("Adjustments"),
      line("Refunds", -20_000, -20_000, indent: 1),
      Sheet.Row([.text("Write-offs"), .nilValue], indent: 1),
      line("Closing balance", 103_456, 100_104_506, style: .total),
      line("Collected", 100_000, 99_000_000, style: .memorandum),
    ],
    footnotes: ["Pledges are counted as they are made."],
    foot: ["As at 2003-12-31.", "3 entries, head 0f3a."])

  /// A sheet of one text column and one of money.
  static func names(_ names: [String]) -> Sheet {
    Sheet(
      title: "Donors",
      columns: [
        Sheet.Column(title: "Donor", kind: .text, id: "donor"),
        Sheet.Column(title: "Given", kind: .money, id: "given"),
      ],
      rows: names.map { Sheet.Row([.text($0), .money(100_000, exponent: 2)]) })
  }

  /// A line of words and two amounts in cents.
  private static func line(
    _ words: String, _ first: Int64, _ second: Int64, style: Sheet.Row.Style = .plain,
    indent: Int = 0
  ) -> Sheet.Row {
    Sheet.Row(
      [.text(words), .money(first, exponent: 2), .money(second, exponent: 2)], style: style,
      indent: indent)
  }
}
