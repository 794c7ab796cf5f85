/// What `cpcjf help TOPIC` explains.
struct Topic {
  let text: String

  /// The topic of a name; nil where there is none.
  init?(_ name: String) {
    guard let found = Topic.topics.first(where: { $0.name == name.lowercased() }) else {
      return nil
    }
    text = found.text
  }

  static var all: [String] { topics.map(\.name) }

  static var names: String { all.joined(separator: ", ") }

  private static let topics: [(name: String, text: String)] = [
    (
      "periods",
      """
      A period is a biennium (2002-2003), a year (2002), a month (2002-06), a day (2002-06-30), \
      two days (2002-01-01..2003-06-30), 'this biennium' or 'last biennium'.
      A biennium begins with an even year. Dates have no time zone: a document's date decides its \
      biennium.
      """
    ),
    (
      "amounts",
      """
      An amount is a number and a currency: "250000 USD", "USD 250,000.00", "17 JPY".
      It has no more decimals than its currency, and is above zero; what goes back is a refund.
      In CSV files amounts are plain decimals with a point, and the currency has its own column.
      """
    ),
    (
      "earmarks",
      """
      An earmark says what a gift may be used for: theme:corruption;theme:money-laundering;region:africa
      Keys: theme, programme, region, country, project. Different keys must all hold, values of \
      one key are alternatives. None means general purpose.
      """
    ),
    (
      "rates",
      """
      Rates are units of a currency per US dollar, in force from a day until the next one.
      A document is worth its amount at the rate in force on its day; a rate older than 45 days \
      still counts, with a warning. There is no rate before the first.
      A currency that ended (DEM after 2001) is refused; its successor settles pledges in it at \
      the fixed rate.
      import rates knows the tables of the UN Treasury (units per dollar), the European Central \
      Bank (per euro) and the Federal Reserve (H.10), and says what it made of them. What is per \
      euro is crossed through the day's dollars per euro, rounded half to even to 12 significant \
      digits; a rate's source has the figures.
      list rates --missing names the days for which there is none, or only an old one.
      """
    ),
    (
      "imports",
      """
      One file is one batch: all of it is recorded or none of it. All faults are told at once, \
      with line and column. The same file again records nothing. FILE may be a pipe, - is \
      standard input.
      cpcjf import csv KIND --template prints the columns of a kind.
      cpcjf import csv KIND FILE --plan says what each row would do: new, already recorded, or \
      refused and why.
      --expect-count 12 --expect-total NOK=250000.00 refuse a file that has other rows or sums; \
      --replace reverses what a reference is known for with other content.
      --spreadsheet reads what Excel writes; cpcjf help mapping says how to read other columns.
      cpcjf undo BATCH --reason TEXT reverses everything that an import recorded.
      """
    ),
    (
      "mapping",
      """
      import … --mapping FILE reads another's spreadsheet; the file is kept and used again:

        # The bank's list
        decimal = ","
        date = "DD.MM.YYYY"
        donor = "Donor name"
        amount = "Amount (NOK)"

        [values]
        currency = "NOK"

      Left the column of the import, right what the spreadsheet calls it; under [values] what every \
      row has. separator = ";" (or "," or "tab") and encoding = "windows-1252" (or utf-8, utf-16) \
      are found out where they are left out, but for windows-1252.
      A number or date that may mean two things is refused until the file says which.
      """
    ),
    (
      "references",
      """
      cpcjf import iati FILE… and import fts FILE take what other organisations report into a \
      register: it stands beside the Fund's books and never counts in them.
      What cannot be read of a flow is named and set aside; --strict refuses the file instead. \
      A newer file of the same publisher records what is different.
      Donors and projects are found by reference, alias or name. cpcjf change donor NOR --alias \
      NO-BRC-971277882 lets a reference find its donor, also in what is there already.
      cpcjf list references shows each flow, report references what donors are reported to give \
      beside what the books have of them.
      """
    ),
    (
      "closing",
      """
      cpcjf close 2002-2003 revalues what is in other currencies on the last day, seals every \
      balance and begins the next biennium with the instalments and the deferred income of it.
      Nothing is dated in a closed biennium: what was wrong there is reversed today, as a prior \
      period's, and recorded right with --corrects REV-….
      cpcjf reopen 2002-2003 --reason TEXT voids the latest closing, until it is closed again.
      """
    ),
    (
      "exit-codes",
      """
      0 done · 1 check or report diff found something · 64 usage
      65 a rule refused it, or the input is faulty · 66 no such file or ledger
      70 a bug · 73 cannot create · 74 input or output · 75 busy, try again · 77 not permitted
      """
    ),
  ]
}
