extension HostileFile {
  static let spreadsheets: [HostileFile] = [
    HostileFile(
      "a spreadsheet's amount of 1.234,56", text(semicolons + "NOR;1.234,56;USD;2002-06-28\n"),
      flags: ["--spreadsheet"],
      gives: ["NOR 123456 USD 2002-06-28"]),
    HostileFile(
      "a spreadsheet's amount of 1 234,56", text(semicolons + "NOR;1 234,56;USD;2002-06-28\n"),
      flags: ["--spreadsheet"],
      gives: ["NOR 123456 USD 2002-06-28"]),
    HostileFile(
      "a spreadsheet's amount of a hard blank and a comma",
      text(semicolons + "NOR;1\u{A0}234,56;USD;2002-06-28\n"), flags: ["--spreadsheet"],
      gives: ["NOR 123456 USD 2002-06-28"]),
    HostileFile(
      "a spreadsheet's amount of a narrow blank and a comma",
      text(semicolons + "NOR;1\u{202F}234,56;USD;2002-06-28\n"), flags: ["--spreadsheet"],
      gives: ["NOR 123456 USD 2002-06-28"]),
    HostileFile(
      "a spreadsheet's amount of 1'234.56", text(semicolons + "NOR;1'234.56;USD;2002-06-28\n"),
      flags: ["--spreadsheet"],
      gives: ["NOR 123456 USD 2002-06-28"]),
    HostileFile(
      "a spreadsheet's amount of 1,234.56", text(semicolons + "NOR;1,234.56;USD;2002-06-28\n"),
      flags: ["--spreadsheet"],
      gives: ["NOR 123456 USD 2002-06-28"]),
    HostileFile(
      "a spreadsheet's amount of 1234,5", text(semicolons + "NOR;1234,5;USD;2002-06-28\n"),
      flags: ["--spreadsheet"],
      gives: ["NOR 123450 USD 2002-06-28"]),
    HostileFile(
      "a spreadsheet's amount of 1.234.567", text(semicolons + "NOR;1.234.567;USD;2002-06-28\n"),
      flags: ["--spreadsheet"],
      gives: ["NOR 123456700 USD 2002-06-28"]),
    HostileFile(
      "a spreadsheet's amount of 1,234,567", text(semicolons + "NOR;1,234,567;USD;2002-06-28\n"),
      flags: ["--spreadsheet"],
      gives: ["NOR 123456700 USD 2002-06-28"]),
    HostileFile(
      "a spreadsheet's amount of 1,234, which may be two things",
      text(semicolons + "NOR;1,234;USD;2002-06-28\n"), flags: ["--spreadsheet"],
      gives: ["number-ambiguous@2:5"]),
    HostileFile(
      "a spreadsheet's amount of 1.234, which may be two things",
      text(semicolons + "NOR;1.234;USD;2002-06-28\n"), flags: ["--spreadsheet"],
      gives: ["number-ambiguous@2:5"]),
    HostileFile(
      "a spreadsheet's amount of 0,125", text(semicolons + "NOR;0,125;USD;2002-06-28\n"),
      flags: ["--spreadsheet"],
      gives: ["amount-decimals@2:5"]),
    HostileFile(
      "a spreadsheet's amount of 1.23.456", text(semicolons + "NOR;1.23.456;USD;2002-06-28\n"),
      flags: ["--spreadsheet"],
      gives: ["number-unreadable@2:5"]),
    HostileFile(
      "a spreadsheet's amount of 12.34,56", text(semicolons + "NOR;12.34,56;USD;2002-06-28\n"),
      flags: ["--spreadsheet"],
      gives: ["number-unreadable@2:5"]),
    HostileFile(
      "a spreadsheet's amount of 1,2,3", text(semicolons + "NOR;1,2,3;USD;2002-06-28\n"),
      flags: ["--spreadsheet"],
      gives: ["number-unreadable@2:5"]),
    HostileFile(
      "a spreadsheet's amount of 1.234,56,7", text(semicolons + "NOR;1.234,56,7;USD;2002-06-28\n"),
      flags: ["--spreadsheet"],
      gives: ["number-unreadable@2:5"]),
    HostileFile(
      "a spreadsheet's amount of ,5", text(semicolons + "NOR;,5;USD;2002-06-28\n"),
      flags: ["--spreadsheet"],
      gives: ["number-unreadable@2:5"]),
    HostileFile(
      "a spreadsheet's amount of 5,", text(semicolons + "NOR;5,;USD;2002-06-28\n"),
      flags: ["--spreadsheet"],
      gives: ["number-unreadable@2:5"]),
    HostileFile(
      "a spreadsheet's amount of -5,00", text(semicolons + "NOR;-5,00;USD;2002-06-28\n"),
      flags: ["--spreadsheet"],
      gives: ["amount-not-positive@2:5"]),
    HostileFile(
      "a spreadsheet's amount of (5,00)", text(semicolons + "NOR;(5,00);USD;2002-06-28\n"),
      flags: ["--spreadsheet"],
      gives: ["number-unreadable@2:5"]),
    HostileFile(
      "a spreadsheet's amount of 1,5E+05", text(semicolons + "NOR;1,5E+05;USD;2002-06-28\n"),
      flags: ["--spreadsheet"],
      gives: ["number-unreadable@2:5"]),
    HostileFile(
      "a spreadsheet's amount of 1 234.567,89",
      text(semicolons + "NOR;1 234.567,89;USD;2002-06-28\n"), flags: ["--spreadsheet"],
      gives: ["number-unreadable@2:5"]),
    HostileFile(
      "a spreadsheet of commas with 1,234.56", text(short + "NOR,\"1,234.56\",USD,2002-06-28\n"),
      flags: ["--spreadsheet"],
      gives: ["NOR 123456 USD 2002-06-28"]),
    HostileFile(
      "a spreadsheet of commas with 1,234", text(short + "NOR,\"1,234\",USD,2002-06-28\n"),
      flags: ["--spreadsheet"],
      gives: ["NOR 123400 USD 2002-06-28"]),
    HostileFile(
      "a spreadsheet of commas with 1.234,56", text(short + "NOR,\"1.234,56\",USD,2002-06-28\n"),
      flags: ["--spreadsheet"],
      gives: ["number-unreadable@2:5"]),
    HostileFile(
      "a mapping's amount of 1.234", text(semicolons + "NOR;1.234;USD;28/06/2002\n"),
      flags: ["--mapping", "west.map"],
      gives: ["NOR 123400 USD 2002-06-28"]),
    HostileFile(
      "a mapping's amount of 1234,56", text(semicolons + "NOR;1234,56;USD;28/06/2002\n"),
      flags: ["--mapping", "west.map"],
      gives: ["NOR 123456 USD 2002-06-28"]),
    HostileFile(
      "a mapping's amount of 12.50, against the mapping",
      text(semicolons + "NOR;12.50;USD;28/06/2002\n"), flags: ["--mapping", "west.map"],
      gives: ["number-unreadable@2:5"]),
    HostileFile(
      "a mapping's amount of 1,234.56, against the mapping",
      text(semicolons + "NOR;1,234.56;USD;28/06/2002\n"), flags: ["--mapping", "west.map"],
      gives: ["number-unreadable@2:5"]),
  ]
}
