import Foundation
import TestSupport
import Testing

/// A small ledger with something of everything: pledges in euros at two rates, raised and written
/// off; gifts that are kept apart and gifts to a pool; allotments at 13 and 7 per cent; obligations
/// paid in parts, recovered, saved; refunds, reversals, goods in kind, interest, a revaluation.
struct HandMadeLedger {
  let path: String
  let folder: String

  init(in folder: String) throws {
    self.folder = folder
    path = folder + "/fund.sqlite"
    var environment = Program.cleanEnvironment
    environment["CPCJF"] = Program.path
    environment["CPCJF_LEDGER"] = path
    let shell = try ChildProcess(
      "/bin/sh", ["-euc", Self.script], in: folder, environment: environment)
    let outcome = try shell.wait()
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  func run(_ arguments: [String]) throws -> String {
    let outcome = try Program.run(arguments + ["--ledger", path], in: folder)
    #expect(outcome.status == 0, "\(arguments): \(outcome.errors)")
    return outcome.output
  }

  func json(_ arguments: [String]) throws -> [String: Any] {
    let text = try run(arguments + ["--format", "json"])
    return try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  /// One whole number of plain SQL over the file.
  func sql(_ query: String) throws -> Int {
    let child = try ChildProcess(
      "/usr/bin/env", ["sqlite3", path, "SELECT coalesce((\(query)), 0)"], in: folder,
      environment: Program.cleanEnvironment)
    let outcome = try child.wait()
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try #require(Int(outcome.output.split(whereSeparator: \.isNewline).joined()))
  }

  private static let script = """
    cpcjf() { "$CPCJF" "$@" > /dev/null 2>> errors || { cat errors >&2; exit 1; }; }
    cpcjf init --title "Hand-made fund" --start 2000-01-01
    cpcjf add donor NOR Norway --kind state --country NOR
    cpcjf add donor DEU Germany --kind state --country DEU
    cpcjf add donor EU "European Union" --kind regional-organization
    cpcjf add donor JPN Japan --kind state --country JPN
    cat > rates.csv <<END
    currency,effective,units-per-usd,source
    EUR,2002-01-01,1.133,made up
    EUR,2002-07-01,1.018,made up
    EUR,2003-01-01,0.960,made up
    EUR,2003-12-01,0.840,made up
    NOK,2002-01-01,8.9,made up
    NOK,2003-01-01,6.9,made up
    END
    cpcjf import rates rates.csv
    cpcjf add project EGY/R31 "Juvenile justice in Egypt" --theme juvenile-justice=60 --theme victims=40 \\
      --country EGY --budget 2002=60000 --budget 2003=80000 --status ongoing
    cpcjf add project COL/X07 "Against corruption in Colombia" --theme corruption --country COL \\
      --budget 2003=50000 --support-rate 7 --status ongoing
    cpcjf add project GLOT59 "Against trafficking" --theme trafficking-in-persons --scope global \\
      --budget 2002=20000 --budget 2004=30000
    cpcjf record opening --sub-fund GP --amount "10000 USD" --on 1999-12-31
    cpcjf record pledge --donor NOR --amount "1000000 NOK" --on 2002-03-15 \\
      --earmark theme:juvenile-justice --due 2002-06-30=500000 --due 2003-06-30=500000 \\
      --document "Exchange of letters"
    cpcjf record pledge --donor EU --amount "200000 EUR" --on 2002-02-01 --earmark theme:corruption \\
      --due 2002-06-30=100000 --due 2003-06-30=100000 --support-rate 7
    cpcjf record pledge --donor DEU --amount "60000 EUR" --on 2002-02-01 \\
      --due 2002-12-31=30000 --due 2004-06-30=30000
    cpcjf record pledge --donor JPN --amount "50000 USD" --on 2002-04-01 --announced
    cpcjf record contribution --donor NOR --amount "500000 NOK" --pledge PLG-2002-0001 --on 2002-06-28
    cpcjf record contribution --donor EU --amount "100000 EUR" --pledge PLG-2002-0002 --on 2002-07-15
    cpcjf record contribution --donor DEU --amount "20000 EUR" --pledge PLG-2002-0003 --on 2002-08-15
    cpcjf record contribution --donor NOR --amount "15000 USD" --on 2002-09-01 --memo "For the pool"
    cpcjf record contribution --donor JPN --amount "25000 USD" --on 2002-09-02 \\
      --earmark theme:juvenile-justice --reference BANK-17
    cpcjf record contribution --donor JPN --amount "900 USD" --on 2002-09-03 --in-kind \\
      --earmark project:EGY/R31
    cpcjf change pledge PLG-2002-0002 --amount "+50000 EUR" --due 2003-12-31 --document "Addendum" \\
      --on 2002-10-01
    cpcjf record write-off --pledge PLG-2002-0001 --amount "100000 NOK" --reason donor-withdrew \\
      --on 2003-07-01
    cpcjf record allotment --project EGY/R31 --amount "40000 USD" --from CTB-2002-0001 --on 2002-10-01
    cpcjf record allotment --project COL/X07 --amount "50000 USD" --from PLG-2002-0002 --on 2002-10-01
    cpcjf record allotment --project EGY/R31 --amount "20000 USD" --from CTB-2002-0005 --on 2002-10-02
    cpcjf record allotment --project EGY/R31 --amount "12000 USD" --from GP --on 2002-10-03
    cpcjf record allotment --project GLOT59 --amount "8000 USD" --from GP --on 2003-01-03
    cpcjf record obligation --project EGY/R31 --amount "45000 USD" --class consultants \\
      --payee "A. Expert" --on 2002-10-15
    cpcjf record obligation --project COL/X07 --amount "20000 EUR" --class contractual-services \\
      --payee "A Firm" --on 2002-11-01
    cpcjf record disbursement --obligation OBL-2002-0001 --amount "15000 USD" --on 2002-11-15
    cpcjf record disbursement --obligation OBL-2002-0001 --amount "20000 USD" --on 2003-02-15
    cpcjf record disbursement --obligation OBL-2002-0002 --amount "8000 EUR" --on 2003-02-15
    cpcjf record disbursement --project GLOT59 --class travel --amount "1234.56 USD" --on 2003-03-01
    cpcjf record recovery --of OBL-2002-0001 --amount "500 USD" --on 2003-05-01
    cpcjf change obligation OBL-2002-0002 --amount "-2000 EUR" --on 2003-06-01
    cpcjf record refund --contribution CTB-2002-0005 --amount "1000 USD" --on 2003-07-01
    cpcjf record contribution --donor DEU --amount "777 USD" --on 2003-08-01
    cpcjf reverse CTB-2003-0001 --reason "Entered twice"
    cpcjf record contribution --donor EU --amount "90000 EUR" --pledge PLG-2002-0002 --on 2003-08-15
    cpcjf record interest --sub-fund GP --amount "300 USD" --on 2003-09-01
    cpcjf record interest --contribution CTB-2002-0001 --amount "150 USD" --on 2003-09-01
    cpcjf record charge --sub-fund GP --amount "12.34 USD" --on 2003-09-02
    cpcjf record revaluation --on 2003-12-31
    cpcjf record disbursement --obligation OBL-2002-0001 --amount "5000 USD" --on 2004-02-15
    cpcjf change obligation OBL-2002-0001 --amount "-2000 USD" --on 2004-03-01
    cpcjf change allotment ALT-2002-0003 --amount "-500 USD" --on 2004-05-01
    cpcjf record contribution --donor DEU --amount "10000 EUR" --pledge PLG-2002-0003 --on 2004-06-15
    cpcjf change contribution CTB-2002-0004 --earmark theme:trafficking-in-persons \\
      --document "Letter 9" --on 2004-07-01
    cpcjf record allotment --project GLOT59 --amount "5000 USD" --from CTB-2002-0004 --on 2004-07-02
    """
}
