extension HostileFile {
  static let dates: [HostileFile] = [
    HostileFile(
      "a date of 30 February", text(header + "NOR,1,USD,2002-02-30,,\n"),
      gives: ["date-unreadable@2:11"]),
    HostileFile(
      "a date of 29 February 2003", text(header + "NOR,1,USD,2003-02-29,,\n"),
      gives: ["date-unreadable@2:11"]),
    HostileFile(
      "a date of a thirteenth month", text(header + "NOR,1,USD,2003-13-01,,\n"),
      gives: ["date-unreadable@2:11"]),
    HostileFile(
      "a date of zeros", text(header + "NOR,1,USD,0000-00-00,,\n"),
      gives: ["date-unreadable@2:11"]),
    HostileFile(
      "a date of the year 12023", text(header + "NOR,1,USD,12023-01-01,,\n"),
      gives: ["date-unreadable@2:11"]),
    HostileFile(
      "a date of March or April", text(header + "NOR,1,USD,03/04/2003,,\n"),
      gives: ["date-unreadable@2:11"]),
    HostileFile(
      "a date of two digits a year", text(header + "NOR,1,USD,28.06.02,,\n"),
      gives: ["date-unreadable@2:11"]),
    HostileFile(
      "a date that is Excel's number", text(header + "NOR,1,USD,37435,,\n"),
      gives: ["date-unreadable@2:11"]),
    HostileFile(
      "a date with a time", text(header + "NOR,1,USD,2002-06-28T00:00:00,,\n"),
      gives: ["date-unreadable@2:11"]),
    HostileFile(
      "a date without zeros", text(header + "NOR,1,USD,2002-6-28,,\n"),
      gives: ["date-unreadable@2:11"]),
    HostileFile(
      "a date in Arabic digits", text(header + "NOR,1,USD,٢٠٠٢-٠٦-٢٨,,\n"),
      gives: ["date-unreadable@2:11"]),
    HostileFile(
      "a date with another dash", text(header + "NOR,1,USD,2002\u{2011}06\u{2011}28,,\n"),
      gives: ["date-unreadable@2:11"]),
    HostileFile(
      "a date in the future", text(header + "NOR,1,USD,2199-01-01,,\n"),
      gives: ["date-in-future@2:11"]),
    HostileFile(
      "a date before all that is known", text(header + "NOR,1,USD,1899-12-31,,\n"),
      gives: ["date-unreadable@2:11"]),
    HostileFile(
      "a date that is blank", text(header + "NOR,1,USD,,,\n"),
      gives: ["field-missing@2:11"]),
    HostileFile(
      "a spreadsheet's date 28.6.2002", text(semicolons + "NOR;1;USD;28.6.2002\n"),
      flags: ["--spreadsheet"],
      gives: ["NOR 100 USD 2002-06-28"]),
    HostileFile(
      "a spreadsheet's date 28.06.02", text(semicolons + "NOR;1;USD;28.06.02\n"),
      flags: ["--spreadsheet"],
      gives: ["date-unreadable@2:11"]),
    HostileFile(
      "a spreadsheet's date 03/04/2003", text(semicolons + "NOR;1;USD;03/04/2003\n"),
      flags: ["--spreadsheet"],
      gives: ["date-ambiguous@2:11"]),
    HostileFile(
      "a spreadsheet's date 30.2.2002", text(semicolons + "NOR;1;USD;30.2.2002\n"),
      flags: ["--spreadsheet"],
      gives: ["date-unreadable@2:11"]),
    HostileFile(
      "a spreadsheet's date 37435", text(semicolons + "NOR;1;USD;37435\n"),
      flags: ["--spreadsheet"],
      gives: ["date-unreadable@2:11"]),
    HostileFile(
      "a mapping's date 03/04/2003", text(semicolons + "NOR;1;USD;03/04/2003\n"),
      flags: ["--mapping", "west.map"],
      gives: ["NOR 100 USD 2003-04-03"]),
    HostileFile(
      "a mapping's date 13/31/2002", text(semicolons + "NOR;1;USD;13/31/2002\n"),
      flags: ["--mapping", "west.map"],
      gives: ["date-unreadable@2:11"]),
    HostileFile(
      "a mapping's date 2002-06-28, against the mapping",
      text(semicolons + "NOR;1;USD;2002-06-28\n"), flags: ["--mapping", "west.map"],
      gives: ["date-unreadable@2:11"]),
  ]
}
