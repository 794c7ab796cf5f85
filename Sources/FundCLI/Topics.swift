import FundStorage

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
      "exports",
      """
      cpcjf export hledger, ledger and beancount write the whole journal, for other programs to \
      add the books up again: hledger balance -B, ledger balance -B and bean-query's sum(weight) \
      are what report trial-balance says. (bean-query cuts off what is beyond a cent where it \
      shows a figure: str(sum(weight)) has all of it.)
      A document is a transaction, its number the code; one that posts nothing is a comment. An \
      amount in another currency has its dollars as a total price: 500000.00 NOK @@ 56179.78 USD; \
      an exchange difference is dollars with the tag currency.
      Tags: entry, memo, reference, reverses; of a line sub-fund, donor, project, document, money \
      (the gift that it is), allotment. hledger balance -B --pivot sub-fund adds up by one.
      Accounts bear the names of the chart. beancount has five roots: expenditure is Expenses, \
      and fund-balances, adjustments, clearing and budget are under Equity. The budget is a set \
      of its own and adds up to zero.
      In names and memos, what would mean something to those programs is another sign (, for ;).
      cpcjf export json writes every row of every entry as the ledger keeps it, amounts in whole \
      minor units; cpcjf import json makes a ledger of it with the same hashes.
      cpcjf export iati writes the Fund and its projects as two levels of activities. Pledges are \
      type 13 and once committed 11 too; contributions less refunds 1, on a project where the \
      earmark names it alone; allotments 1 from the Fund, but for those of such money; obligations \
      2; grants paid 3; other payments and programme support 4.
      cpcjf export ceb writes income less refunds in US dollars by year, contributor and revenue \
      instrument: R02 general purpose, R03 by the earmark, R04 what has no contributor.
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
    (
      "invariants",
      """
      What holds of every ledger, by the ids that verify and the schema name, and where each is \
      kept.

      """
        + Invariant.all.map { "\($0.id): \($0.sentence) (\($0.keeping))" }.joined(separator: "\n")
    ),
  ]
}
