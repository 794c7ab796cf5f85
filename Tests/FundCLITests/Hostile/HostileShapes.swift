extension HostileFile {
  static let shapes: [HostileFile] = [
    HostileFile(
      "nothing at all", text(""),
      gives: ["empty-file@1:1"]),
    HostileFile(
      "a mark and nothing", text("\u{FEFF}"),
      gives: ["empty-file@1:1"]),
    HostileFile(
      "blank lines alone", text("\n\n\n"),
      gives: ["empty-file@1:1"]),
    HostileFile(
      "a header alone", text(header + ""),
      gives: ["header-only@1:1"]),
    HostileFile(
      "a header twice",
      text(header + "donor,amount,currency,on,reference,memo\nNOR,1,USD,2002-06-28,,x"),
      gives: [
        "unknown-donor@2:1", "amount-unreadable@2:7", "unknown-currency@2:14",
        "date-unreadable@2:23",
      ]),
    HostileFile(
      "a column twice", text("donor,amount,currency,on,amount\nNOR,1,USD,2002-06-28,1\n"),
      gives: ["duplicate-column@1:26"]),
    HostileFile(
      "a column in capitals", text("Donor,AMOUNT, Currency ,On\nNOR,1,USD,2002-06-28\n"),
      gives: ["NOR 100 USD 2002-06-28"]),
    HostileFile(
      "a column twice, once in capitals",
      text("donor,amount,currency,on,AMOUNT\nNOR,1,USD,2002-06-28,1\n"),
      gives: ["duplicate-column@1:26"]),
    HostileFile(
      "a column that is missing", text("donor,amount,currency\nNOR,1,USD\n"),
      gives: ["missing-column@1:1"]),
    HostileFile(
      "a column too many", text("donor,amount,currency,on,colour\nNOR,1,USD,2002-06-28,x\n"),
      gives: ["unknown-column@1:26"]),
    HostileFile(
      "a heading that is blank", text("donor,amount,currency,on,\nNOR,1,USD,2002-06-28,\n"),
      gives: ["unknown-column@1:26"]),
    HostileFile(
      "a heading that is blank, of a spreadsheet",
      text("donor,amount,currency,on,\nNOR,1,USD,2002-06-28,\n"), flags: ["--spreadsheet"],
      gives: ["NOR 100 USD 2002-06-28"]),
    HostileFile(
      "a row too short", text(header + "NOR,1,USD\nNOR,1,USD,2002-06-28,,"),
      gives: ["short-row@2:7"]),
    HostileFile(
      "a row too short, of a spreadsheet", text(header + "NOR,1,USD,2002-06-28\n"),
      flags: ["--spreadsheet"],
      gives: ["NOR 100 USD 2002-06-28"]),
    HostileFile(
      "a row too long", text(header + "NOR,1,USD,2002-06-28,,x,y\n"),
      gives: ["long-row@2:25"]),
    HostileFile(
      "a row too long, of a spreadsheet", text(header + "NOR,1,USD,2002-06-28,,x,y\n"),
      flags: ["--spreadsheet"],
      gives: ["long-row@2:25"]),
    HostileFile(
      "blank fields after a row, of a spreadsheet", text(header + "NOR,1,USD,2002-06-28,,x,, ,\n"),
      flags: ["--spreadsheet"],
      gives: ["NOR 100 USD 2002-06-28 x"]),
    HostileFile(
      "rows of blanks, of a spreadsheet",
      text(header + ",,,,,\nNOR,1,USD,2002-06-28,,x\n , ,,,,\n"), flags: ["--spreadsheet"],
      gives: ["NOR 100 USD 2002-06-28 x"]),
    HostileFile(
      "semicolons", text(semicolons + "NOR;1;USD;2002-06-28\n"),
      gives: ["unknown-column@1:1", "missing-column@1:1"]),
    HostileFile(
      "semicolons, of a spreadsheet", text(semicolons + "NOR;1,50;USD;2002-06-28\n"),
      flags: ["--spreadsheet"],
      gives: ["NOR 150 USD 2002-06-28"]),
    HostileFile(
      "tabs, of a spreadsheet", text("donor\tamount\tcurrency\ton\nNOR\t1,50\tUSD\t2002-06-28\n"),
      flags: ["--spreadsheet"],
      gives: ["NOR 150 USD 2002-06-28"]),
    HostileFile(
      "a line that names the separator",
      text("sep=;\r\ndonor;amount;currency;on\nNOR;1,50;USD;2002-06-28\n"),
      flags: ["--spreadsheet"],
      gives: ["NOR 150 USD 2002-06-28"]),
    HostileFile(
      "a separator between blanks", text(short + "NOR, 1 , USD ,2002-06-28\n"),
      gives: ["NOR 100 USD 2002-06-28"]),
  ]
}
