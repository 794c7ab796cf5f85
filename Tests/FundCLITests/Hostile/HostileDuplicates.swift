extension HostileFile {
  static let duplicates: [HostileFile] = [
    HostileFile(
      "a row twice", text(header + "NOR,1,USD,2002-06-28,,\nNOR,1,USD,2002-06-28,,\n"),
      gives: ["NOR 100 USD 2002-06-28", "NOR 100 USD 2002-06-28"]),
    HostileFile(
      "a reference twice, the same",
      text(header + "NOR,1,USD,2002-06-28,A,\nNOR,1,USD,2002-06-28,A,\n"),
      gives: ["NOR 100 USD 2002-06-28"]),
    HostileFile(
      "a reference twice, other amounts",
      text(header + "NOR,1,USD,2002-06-28,A,\nNOR,2,USD,2002-06-28,A,\n"),
      gives: ["reference-contradicts@3:22"]),
    HostileFile(
      "one right row and one wrong",
      text(header + "NOR,1,USD,2002-06-28,,\nNOR,x,USD,2002-06-28,,\n"),
      gives: ["amount-unreadable@3:5"]),
  ]
}
